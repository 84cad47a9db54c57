export { chargeEvent } from './committee/charge.events';
export { BeginChargeInput, EndChargeInput } from './committee/charge.inputs';
export {
  assertAllFound,
  assertCanEnd,
  assertCharged,
  assertFree,
  assertSoon,
  type Charge,
  type ChargeKind,
  isTakenBack,
} from './committee/charge.rules';
export { CommitteeMembership } from './committee/committee-membership.entity';
export { firstDaySql, inEffectSql, lastDaySql } from './committee/committee-membership.sql';
export { decidedUntil } from './committee/decided-until';
export { authoriseCharge, getMemberToCharge } from './committee/get-member-to-charge';
export { Health } from './health';
export { lockProgramme } from './lock-programme';
export { Objective } from './objective.entity';
export { Programme } from './programme.entity';
export { Viewpoint } from './viewpoint.entity';
