export { Milestone } from './milestone.entity';
export { WorkItem } from './work-item.entity';
