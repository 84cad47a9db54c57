import { Field, InputType } from 'type-graphql';
import { ApprovalLevel } from '../../documents/public';
import { IdempotencyKeyField, IdField } from '../../platform/commands/input-fields';
import { IsShortList } from '../../platform/commands/input-rules';
import { says } from '../../platform/lib/says';
import { ReviewLevel } from './review-level.state';

/** Input of `setReviewLevels`. */
@InputType({
  description: says(
    'Các cấp mà báo cáo của một chương trình phải qua.',
    'Which levels the reports of a programme go through from now on.',
  ),
})
export class SetReviewLevelsInput {
  @IdField(says('Mã định danh (id) của chương trình.', 'Id of the programme.'), { found: 'programme' })
  programmeId!: string;

  @IsShortList(3, { required: true })
  @Field(() => [ReviewLevel], {
    description: says(
      'Đơn vị và cơ quan thường trực luôn có; thêm Phó Trưởng ban Thường trực nếu cần. Báo cáo đang chờ đi tiếp theo các cấp mới.',
      'Unit and secretariat always; the standing deputy head where wanted. What waits already goes on by the new levels.',
    ),
  })
  reviewLevels!: ReviewLevel[];

  @Field(() => ApprovalLevel, {
    nullable: true,
    description: says(
      'Đầu việc từ cấp phê duyệt này trở lên mới qua Phó Trưởng ban Thường trực; cần có khi nêu cấp đó, và chỉ khi đó.',
      'Items from this approval level on go to the standing deputy head; needed with that level, and with it alone.',
    ),
  })
  standingDeputyHeadFrom?: ApprovalLevel | null;

  @IdempotencyKeyField()
  idempotencyKey?: string | null;
}
