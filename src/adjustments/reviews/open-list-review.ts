import { Field, InputType } from 'type-graphql';
import { Appendix, DocumentState } from '../../documents/public';
import { defineCommand } from '../../platform/commands/declared-command';
import { IdempotencyKeyField, IdField } from '../../platform/commands/input-fields';
import { getRow } from '../../platform/commands/rows';
import { EventAudience } from '../../platform/event-log/event-audience';
import { refuse } from '../../platform/lib/domain-error';
import { says } from '../../platform/lib/says';
import { DateScalar } from '../../platform/lib/scalars';
import { vietnameseDate } from '../../platform/lib/vietnamese-date';
import { ListReview } from './list-review.entity';
import { listReviewEvents } from './list-review.events';
import { canOpenReview } from './list-review.policy';

const PATH = ['input', 'appendixId'];

/** Input of `openListReview`. */
@InputType({
  description: says('Phụ lục cần rà soát và hạn trả lời.', 'Which list units go through, and by when they answer.'),
})
class OpenListReviewInput {
  @IdField(says('Mã định danh (id) của phụ lục.', 'Id of the appendix.'), { found: 'appendix' })
  appendixId!: string;

  @Field(() => DateScalar, {
    description: says('Hạn trả lời, từ hôm nay.', 'Last day for an answer, today or later.'),
  })
  dueOn!: string;

  @IdempotencyKeyField()
  idempotencyKey?: string | null;
}

/** Units with a part in the rows of the list that are in force: they lead or work together. */
const UNITS = `select distinct u.id, u.code from work_item w join unit_role r on r.work_item_id = w.id join unit u on u.id = r.unit_id
  where w.appendix_id = $1 and w.is_in_force and r.role in ('LEAD', 'COOPERATING') and coalesce(u.valid_to >= $2::date, true)
  order by u.code`;

/** Asks every unit with a part in a list to go through it: each confirms or registers again, and who is silent shows. */
export const openListReview = defineCommand({
  name: 'openListReview',
  description: says(
    'Yêu cầu mọi đơn vị chủ trì, phối hợp trong một phụ lục đã ban hành rà soát phần việc của mình.',
    'Asks every unit that leads or co-operates on an issued list to go through what it has there.',
  ),
  input: OpenListReviewInput,
  returns: {},
  returnsMany: { listReviews: ListReview },
  async rights({ tx, actor }, { appendixId }) {
    if ((await getRow(tx.manager, Appendix, appendixId)) === null) throw unknown();
    if (canOpenReview(actor)) return;
    throw refuse(
      'FORBIDDEN',
      PATH,
      'Chỉ cơ quan thường trực được yêu cầu các đơn vị rà soát phụ lục.',
      'Only the secretariat asks units to go through a list.',
    );
  },
  async run({ tx, today, append }, { appendixId, dueOn }) {
    const appendix = await getRow(tx.manager, Appendix, appendixId, { document: true });
    if (appendix === null) throw unknown();
    const { document } = appendix;
    if (document.state !== DocumentState.ISSUED) {
      throw refuse(
        'CONFLICT',
        PATH,
        `Văn bản ${document.code} chưa ban hành, phụ lục còn sửa trực tiếp được. Hãy chọn phụ lục đã ban hành.`,
        `The document ${document.code} is not issued: its list is still changed directly. Choose one that is issued.`,
      );
    }
    if (dueOn < today) {
      throw refuse(
        'INVALID',
        ['input', 'dueOn'],
        `Hạn ${vietnameseDate(dueOn)} đã qua. Hãy chọn từ hôm nay (${vietnameseDate(today)}) trở đi.`,
        `Answers cannot be due on ${dueOn}, which has passed. Choose ${today} or later.`,
      );
    }
    await tx.query('select id from appendix where id = $1 for update', [appendix.id]);
    const running = await tx.query<{ due: string }>(
      `select max(due_on)::text as due from list_review where appendix_id = $1 and due_on >= $2::date having max(due_on) is not null`,
      [appendix.id, today],
    );
    if (running.length > 0) {
      const { due } = running[0]!;
      throw refuse(
        'CONFLICT',
        PATH,
        `Phụ lục ${appendix.code} đang được rà soát đến ${vietnameseDate(due)}. Hãy chờ đến hạn.`,
        `The list ${appendix.code} is gone through until ${due} already. Wait until then.`,
      );
    }
    const units = await tx.query<{ id: string; code: string }>(UNITS, [appendix.id, today]);
    const reviews = await tx.manager.save(
      ListReview,
      units.map(({ id }) => ({
        appendixId: appendix.id,
        unitId: id,
        openedOn: today,
        dueOn,
        isSample: appendix.isSample,
      })),
    );
    append({
      type: listReviewEvents.LIST_REVIEW_OPENED.type,
      subject: { type: 'Appendix', id: appendix.id },
      unitId: null,
      programmeId: document.programmeId,
      audience: EventAudience.OFFICIALS,
      data: { appendix: appendix.code, dueOn, units: units.map(({ code }) => code) },
    });
    return { listReviewsIds: reviews.map(({ id }) => id) };
  },
});

function unknown() {
  return refuse(
    'NOT_FOUND',
    PATH,
    'Không có phụ lục này. Hãy kiểm tra lại mã định danh.',
    'There is no such appendix. Check the id.',
  );
}
