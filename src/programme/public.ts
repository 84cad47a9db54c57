export { CommitteeMembership } from './committee-membership.entity';
export { inEffectSql } from './committee-membership.sql';
export { canArrangeCommittee } from './programme.policy';
export { getMembership } from './get-membership';
export { Health } from './health';
export { Objective } from './objective.entity';
export { Programme } from './programme.entity';
export { Viewpoint } from './viewpoint.entity';
