export { chargeEvent } from './charge.events';
export { BeginChargeInput, EndChargeInput } from './charge.inputs';
export { assertAllFound, assertCanEnd, assertCharged, assertFree, type Charge, type ChargeKind } from './charge.rules';
export { CommitteeMembership } from './committee-membership.entity';
export { inEffectSql } from './committee-membership.sql';
export { getMemberToCharge } from './get-member-to-charge';
export { Health } from './health';
export { Programme } from './programme.entity';
