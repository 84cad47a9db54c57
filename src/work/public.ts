export { leadOnSql } from './assignments/lead-on.sql';
export { Milestone } from './items/milestone.entity';
export {
  milestonesToReachSql,
  progressAccepted,
  REACH_MILESTONES,
  REPORTED_ITEM,
  type ReportedItem,
  reportReceived,
  WRITE_ITEM_PROGRESS,
} from './items/item-progress';
export { WorkItemKind } from './items/work-item.kinds';
export { getSeenItem, lockItem } from './items/lock-item';
export { WorkItem } from './items/work-item.entity';
export { healthAfterSql, healthSql, statutoryClassSql } from './items/work-item.sql';
export { canSeeItem } from './items/work-item.policy';
