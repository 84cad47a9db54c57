export { lockWorkItem } from './load-item';
export { Milestone } from './milestone.entity';
export { noteReportReceived, recordAcceptedProgress, recordReachedMilestones } from './record-accepted-progress';
export { WorkItem } from './work-item.entity';
export { healthAfterSql } from './work-item.sql';
export { canSeeItem } from './work-item.policy';
