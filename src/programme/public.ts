export { CommitteeMembership } from './committee-membership.entity';
export { inEffectSql } from './committee-membership.sql';
export { canArrangeCommittee } from './committee.policy';
export { getMembership } from './get-membership';
export { Health } from './health';
export { Programme } from './programme.entity';
