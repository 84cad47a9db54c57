import { Field, InputType } from 'type-graphql';
import type { Asking } from '../../platform/commands/command';
import { defineCommand } from '../../platform/commands/declared-command';
import { IdempotencyKeyField, IdField } from '../../platform/commands/input-fields';
import { IsText } from '../../platform/commands/input-rules';
import { getRow, lockRow } from '../../platform/commands/rows';
import { EventAudience } from '../../platform/event-log/event-audience';
import { type DomainError, refuse } from '../../platform/lib/domain-error';
import { says } from '../../platform/lib/says';
import { filledOrNull } from '../../platform/lib/text';
import { isOfficial } from '../../platform/access/actor';
import { ListReview } from './list-review.entity';
import { listReviewEvents } from './list-review.events';
import { canConfirm } from './list-review.policy';

const PATH = ['input', 'listReviewId'];

/** Input of `confirmListReview`. */
@InputType({
  description: says('Đơn vị xác nhận giữ nguyên.', 'Which asking a unit answers with: nothing must change.'),
})
class ConfirmListReviewInput {
  @IdField(says('Mã định danh (id) của lượt rà soát.', 'Id of the list review.'))
  listReviewId!: string;

  @IsText({ max: 2_000 })
  @Field(() => String, {
    nullable: true,
    description: says('Ghi chú, tối đa 2.000 ký tự.', 'A note, at most 2,000 characters.'),
  })
  note?: string | null;

  @IdempotencyKeyField()
  idempotencyKey?: string | null;
}

/** A unit says that nothing must change of what it has on a list; late, too: silence ends when it is broken. */
export const confirmListReview = defineCommand({
  name: 'confirmListReview',
  description: says(
    'Xác nhận phần việc của đơn vị trong phụ lục giữ nguyên; dành cho cán bộ báo cáo hoặc người duyệt của đơn vị được hỏi.',
    'Says that nothing must change of what the unit has on a list; for its reporters and approvers.',
  ),
  input: ConfirmListReviewInput,
  returns: { listReview: ListReview },
  rights: async (asking, { listReviewId }) => {
    await getOwnReview(asking, listReviewId);
  },
  async run(command, { listReviewId, note }) {
    const { tx, actor, now, append } = command;
    const { appendix, unit } = await getOwnReview(command, listReviewId);
    const review = (await lockRow(tx.manager, ListReview, listReviewId))!;
    if (review.confirmedAt !== null) {
      throw refuse(
        'CONFLICT',
        PATH,
        'Đơn vị đã xác nhận. Cần thay đổi thì đăng ký điều chỉnh (registerAdjustment).',
        'The unit has confirmed it. What must change after all is registered (registerAdjustment).',
      );
    }
    await tx.manager.save(
      Object.assign(review, { confirmedAt: now, confirmedById: actor.accountId, note: filledOrNull(note) }),
    );
    append({
      type: listReviewEvents.LIST_REVIEW_CONFIRMED.type,
      subject: { type: 'ListReview', id: review.id },
      unitId: review.unitId,
      programmeId: appendix.document.programmeId,
      audience: EventAudience.OFFICIALS,
      data: { appendix: appendix.code, unit: unit.code },
    });
    return { listReviewId: review.id };
  },
});

async function getOwnReview({ tx, actor }: Asking, globalId: string): Promise<ListReview> {
  const relations = { appendix: { document: true }, unit: true };
  const review = isOfficial(actor) ? await getRow(tx.manager, ListReview, globalId, relations) : null;
  if (review === null) throw unknown();
  if (canConfirm(actor, review)) return review;
  throw refuse(
    'FORBIDDEN',
    PATH,
    `Chỉ cán bộ báo cáo hoặc người duyệt của ${review.unit.shortName} trả lời lượt rà soát này.`,
    `Only a reporter or approver of ${review.unit.shortNameEn} answers this.`,
  );
}

function unknown(): DomainError {
  return refuse(
    'NOT_FOUND',
    PATH,
    'Không có lượt rà soát này. Hãy kiểm tra lại mã định danh.',
    'There is no such list review. Check the id.',
  );
}
