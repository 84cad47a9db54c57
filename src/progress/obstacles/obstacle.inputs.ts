import { Field, InputType } from 'type-graphql';
import { ApprovalLevel } from '../../documents/public';
import { IdempotencyKeyField, IdField } from '../../platform/commands/input-fields';
import { IsText } from '../../platform/commands/input-rules';
import { says } from '../../platform/lib/says';

const OBSTACLE_ID = says('Mã định danh (id) của vướng mắc.', 'Id of the obstacle.');

/** What a unit says stands in the way: input of `raiseObstacle`, and of a report that brings obstacles along. */
@InputType({
  description: says(
    'Một khó khăn, vướng mắc nêu kèm báo cáo, của chính đầu việc được báo cáo.',
    'What stands in the way of the very item that is reported on, named with the report.',
  ),
})
export class ReportedObstacleInput {
  @IsText({ max: 2_000, required: true })
  @Field(() => String, {
    description: says(
      'Khó khăn, vướng mắc là gì, tối đa 2.000 ký tự.',
      'What stands in the way, at most 2,000 characters.',
    ),
  })
  text!: string;

  @IsText({ max: 2_000 })
  @Field(() => String, {
    nullable: true,
    description: says('Kiến nghị, tối đa 2.000 ký tự.', 'What the unit proposes, at most 2,000 characters.'),
  })
  proposal?: string | null;

  @Field(() => ApprovalLevel, {
    nullable: true,
    description: says(
      'Cấp cần quyết định; trống nếu đơn vị không rõ.',
      'Who has to decide on it; empty where the unit does not know.',
    ),
  })
  decidedBy?: ApprovalLevel | null;
}

/** Input of `raiseObstacle`. */
@InputType({
  description: says(
    'Một khó khăn, vướng mắc của đúng một đầu việc hoặc một chỉ tiêu.',
    'What stands in the way of exactly one work item or one target.',
  ),
})
export class RaiseObstacleInput extends ReportedObstacleInput {
  @IdField(says('Mã định danh (id) của đầu việc bị vướng.', 'Id of the item that is held up.'), {
    nullable: true,
    found: 'workItem',
  })
  workItemId?: string | null;

  @IdField(says('Mã định danh (id) của chỉ tiêu bị vướng.', 'Id of the target that is held up.'), { nullable: true })
  targetId?: string | null;

  @IdempotencyKeyField()
  idempotencyKey?: string | null;
}

/** Input of `takeUpObstacle`. */
@InputType({ description: says('Nhận xử lý một vướng mắc.', 'Which obstacle is taken up.') })
export class TakeUpObstacleInput {
  @IdField(OBSTACLE_ID)
  obstacleId!: string;

  @IdempotencyKeyField()
  idempotencyKey?: string | null;
}

/** Input of `resolveObstacle`. */
@InputType({ description: says('Quyết định tháo gỡ một vướng mắc.', 'What was decided on an obstacle.') })
export class ResolveObstacleInput {
  @IdField(OBSTACLE_ID)
  obstacleId!: string;

  @IsText({ max: 2_000, required: true })
  @Field(() => String, {
    description: says(
      'Đã quyết định gì để tháo gỡ, tối đa 2.000 ký tự.',
      'What was decided so that the way is free, at most 2,000 characters.',
    ),
  })
  decision!: string;

  @IdempotencyKeyField()
  idempotencyKey?: string | null;
}
