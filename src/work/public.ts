export { lockWorkItem } from './items/lock-item';
export { Milestone } from './items/milestone.entity';
export { noteReportReceived, recordAcceptedProgress, recordReachedMilestones } from './items/record-accepted-progress';
export { WorkItem } from './items/work-item.entity';
export { healthAfterSql } from './items/work-item.sql';
export { canSeeItem } from './items/work-item.policy';
