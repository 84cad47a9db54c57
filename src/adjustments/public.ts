export { AdjustmentRequest } from './requests/adjustment-request.entity';
export { AdjustmentStep } from './requests/adjustment-step.entity';
export { AdjustmentState, AdjustmentStepKind, AdjustmentKind } from './requests/adjustment.state';
export { ListReview } from './reviews/list-review.entity';
export { Revision } from './revisions/revision.entity';
export { WorkItemBaseline } from './revisions/work-item-baseline.entity';
