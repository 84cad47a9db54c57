import type { Domain } from '../platform/domain';
import { says } from '../platform/lib/says';
import { visibleToAll } from '../platform/reader/model/visible-to-all';
import { Appendix } from '../documents/public';
import { Target } from '../targets/public';
import { WorkItem } from '../work/public';
import { AdjustmentChange } from './changes/adjustment-change.type';
import { AdjustmentEffect } from './effect/adjustment-effect.type';
import { AdjustmentRequest } from './requests/adjustment-request.entity';
import { AdjustmentStep } from './requests/adjustment-step.entity';
import { adjustmentEvents } from './requests/adjustment.events';
import { AdjustmentFields } from './requests/adjustment.fields';
import { AdjustmentDecision, AdjustmentDecisionFields } from './requests/adjustment-decision.type';
import { readableRequests, readableSteps } from './requests/adjustment.policy';
import { appraiseAdjustment } from './requests/appraise-adjustment';
import { approveAdjustment } from './requests/approve-adjustment';
import { decideAdjustments } from './requests/decide-adjustments';
import { refuseAdjustment } from './requests/refuse-adjustment';
import { registerAdjustment } from './requests/register-adjustment';
import { returnAdjustment } from './requests/return-adjustment';
import { targetPrecondition } from './requests/target-precondition';
import { withdrawAdjustment } from './requests/withdraw-adjustment';
import { confirmListReview } from './reviews/confirm-list-review';
import { ListReview } from './reviews/list-review.entity';
import { listReviewEvents } from './reviews/list-review.events';
import { readableReviews } from './reviews/list-review.policy';
import { openListReview } from './reviews/open-list-review';
import { RevisionChange } from './revisions/revision-change.type';
import { Revision } from './revisions/revision.entity';
import { slippageSql } from './revisions/slippage.sql';
import { WorkItemBaseline } from './revisions/work-item-baseline.entity';
import { whatIf } from './what-if';

/** Adjustments of what is in force: lists are reviewed, units register again, levels decide, what changed is kept. */
export const adjustments: Domain = {
  name: 'adjustments',
  entities: [AdjustmentRequest, AdjustmentStep, Revision, WorkItemBaseline, ListReview],
  sampleTables: ['adjustment_request'],
  commands: [
    appraiseAdjustment,
    approveAdjustment,
    confirmListReview,
    decideAdjustments,
    openListReview,
    refuseAdjustment,
    registerAdjustment,
    returnAdjustment,
    withdrawAdjustment,
  ],
  events: [adjustmentEvents, listReviewEvents],
  resolvers: [AdjustmentFields, AdjustmentDecisionFields],
  types: [AdjustmentChange, AdjustmentDecision, AdjustmentEffect, RevisionChange],
  preconditions: [targetPrecondition],
  suppositions: [whatIf],
  policies: [
    { of: AdjustmentRequest, readable: readableRequests },
    { of: AdjustmentStep, readable: readableSteps },
    { of: ListReview, readable: readableReviews },
    ...[Revision, WorkItemBaseline].map(visibleToAll),
  ],
  facts: [
    {
      on: WorkItem,
      field: 'slippageDays',
      type: 'Int!',
      description: says(
        'Số ngày hạn đã lùi so với hạn ban đầu (`baseline.dueOn`); âm nếu sớm hơn, 0 nếu chưa điều chỉnh.',
        'Days by which adjustments moved the due date from the first one (`baseline.dueOn`); negative where it is earlier, 0 where nothing was adjusted.',
      ),
      sql: slippageSql,
    },
  ],
  anyRelations: [
    {
      on: Revision,
      field: 'subject',
      typeProperty: 'subjectType',
      idProperty: 'subjectId',
      description: says('Đầu việc, phụ lục hoặc chỉ tiêu đã thay đổi.', 'The item, list or target that was changed.'),
    },
  ],
  computed: [
    {
      on: AdjustmentRequest,
      field: 'viewerCan',
      needs: ['unitId', 'state', 'unitApprovedAt', 'registeredById'],
    },
  ],
  collections: [
    {
      on: AdjustmentRequest,
      field: 'steps',
      of: AdjustmentStep,
      by: 'adjustmentRequestId',
      as: 'list',
      description: says(
        'Các bước đã thực hiện, theo thời gian; phòng họp không xem.',
        'What was done with it, in time, with actor and note; meeting rooms read none.',
      ),
    },
    {
      on: AdjustmentRequest,
      field: 'revisions',
      of: Revision,
      by: 'adjustmentId',
      as: 'list',
      description: says(
        'Những gì đã thay đổi khi có hiệu lực.',
        'What it changed when it was applied, thing by thing.',
      ),
    },
    {
      on: WorkItem,
      field: 'revisions',
      of: Revision,
      by: 'workItemId',
      as: 'connection',
      description: says('Các lần điều chỉnh đầu việc, theo thời gian.', 'How adjustments changed it, in time.'),
    },
    {
      on: Target,
      field: 'revisions',
      of: Revision,
      by: 'targetId',
      as: 'connection',
      description: says('Các lần điều chỉnh chỉ tiêu, theo thời gian.', 'How adjustments changed the target, in time.'),
    },
    {
      on: Appendix,
      field: 'listReviews',
      of: ListReview,
      by: 'appendixId',
      as: 'connection',
      description: says(
        'Các đơn vị được yêu cầu rà soát phụ lục và trả lời của họ.',
        'Which units were asked to go through it, and what they answered; meeting rooms read none.',
      ),
    },
    {
      on: WorkItem,
      field: 'baseline',
      of: WorkItemBaseline,
      by: 'workItemId',
      as: 'one',
      description: says(
        'Giá trị ban đầu, trước lần điều chỉnh thứ nhất; trống nếu chưa điều chỉnh.',
        'What it promised before its first adjustment; empty where nothing was adjusted.',
      ),
    },
  ],
};
