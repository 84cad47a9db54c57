export { chargeEvent } from './charge.events';
export { BeginChargeInput, EndChargeInput } from './charge.inputs';
export {
  assertAllFound,
  assertCanEnd,
  assertCharged,
  assertFree,
  assertSoon,
  type Charge,
  type ChargeKind,
  isTakenBack,
} from './charge.rules';
export { CommitteeMembership } from './committee-membership.entity';
export { firstDaySql, inEffectSql, lastDaySql } from './committee-membership.sql';
export { decidedUntil } from './decided-until';
export { authoriseCharge, getMemberToCharge } from './get-member-to-charge';
export { Health } from './health';
export { lockProgramme } from './lock-programme';
export { Objective } from './objective.entity';
export { Programme } from './programme.entity';
export { Viewpoint } from './viewpoint.entity';
