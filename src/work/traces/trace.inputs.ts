import { Field, InputType } from 'type-graphql';
import { IdField } from '../../platform/commands/input-fields';
import { IsText } from '../../platform/commands/input-rules';
import { says } from '../../platform/lib/says';

/** Input of `traceWorkItem`: exactly one of target, objective and viewpoint. */
@InputType({
  description: says(
    'Điều mà đầu việc bám sát: đúng một trong chỉ tiêu, mục tiêu, quan điểm.',
    'What an item serves: exactly one of target, objective and viewpoint.',
  ),
})
export class TraceWorkItemInput {
  @IdField(says('Mã định danh (id) của đầu việc.', 'Id of the work item.'), { found: 'workItem' })
  workItemId!: string;

  @IdField(says('Mã định danh (id) của chỉ tiêu.', 'Id of the target.'), { nullable: true })
  targetId?: string | null;

  @IdField(says('Mã định danh (id) của mục tiêu.', 'Id of the objective.'), { nullable: true })
  objectiveId?: string | null;

  @IdField(says('Mã định danh (id) của quan điểm.', 'Id of the viewpoint.'), { nullable: true })
  viewpointId?: string | null;
}

/** Input of `removeTrace`. */
@InputType({
  description: says(
    'Liên kết mục tiêu ghi nhầm, và lý do bỏ.',
    'Which statement of what an item serves was wrong, and why.',
  ),
})
export class RemoveTraceInput {
  @IdField(says('Mã định danh (id) của liên kết.', 'Id of the trace.'))
  traceId!: string;

  @IsText({ max: 1_000, required: true })
  @Field(() => String, {
    description: says(
      'Vì sao bỏ liên kết; ghi vào nhật ký, tối đa 1.000 ký tự.',
      'Why it is taken back, for the log; at most 1,000 characters.',
    ),
  })
  reason!: string;
}
