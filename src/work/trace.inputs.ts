import { Field, ID, InputType } from 'type-graphql';
import { IdField } from '../platform/graphql/input-fields';
import { IsText } from '../platform/graphql/input-rules';
import { says } from '../platform/lib/says';

/** Input of `traceWorkItem`: exactly one of target, objective and viewpoint. */
@InputType({
  description: says(
    'Điều mà đầu việc bám sát: đúng một trong chỉ tiêu, mục tiêu, quan điểm.',
    'What an item serves: exactly one of target, objective and viewpoint.',
  ),
})
export class TraceWorkItemInput {
  @IdField(says('Mã đầu việc.', 'Id of the work item.'))
  workItemId!: string;

  @IsText({ max: 100 })
  @Field(() => ID, { nullable: true, description: says('Mã định danh (id) của chỉ tiêu.', 'Id of the target.') })
  targetId?: string | null;

  @IsText({ max: 100 })
  @Field(() => ID, { nullable: true, description: says('Mã định danh (id) của mục tiêu.', 'Id of the objective.') })
  objectiveId?: string | null;

  @IsText({ max: 100 })
  @Field(() => ID, { nullable: true, description: says('Mã định danh (id) của quan điểm.', 'Id of the viewpoint.') })
  viewpointId?: string | null;
}

/** Input of `removeTrace`. */
@InputType({ description: says('Bỏ một liên kết.', 'A trace to take back.') })
export class RemoveTraceInput {
  @IdField(says('Mã liên kết.', 'Id of the trace.'))
  traceId!: string;

  @IsText({ max: 1_000, required: true })
  @Field(() => String, { description: says('Lý do.', 'Why.') })
  reason!: string;
}
