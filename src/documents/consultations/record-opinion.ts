import { holderOn, Unit } from '../../organisation/public';
import { hasRole } from '../../platform/access/actor';
import { sameAs } from '../../platform/database/same-as';
import { defineCommand } from '../../platform/commands/declared-command';
import type { Asking, Command } from '../../platform/commands/command';
import type { CalendarDate } from '../../platform/lib/calendar-date';
import { refuse } from '../../platform/lib/domain-error';
import { says } from '../../platform/lib/says';
import { vietnameseDate } from '../../platform/lib/vietnamese-date';
import { Consultation } from './consultation.entity';
import { RecordOpinionInput } from './consultation.inputs';
import { consultationStateOf, isPossible } from './consultation.rules';
import type { Document } from '../document.entity';
import { documentEvent } from '../document.events';
import { canDraft, canRecordOpinionOf } from '../document.policy';
import { stateAfter } from '../document.rules';
import { lockDocument } from '../load-document';
import { Opinion } from './opinion.state';

/** A unit that was asked says what it thinks of the draft; for a body without an account the secretariat enters its letter. */
export const recordOpinion = defineCommand({
  name: 'recordOpinion',
  description: says('Ghi ý kiến của một đơn vị được hỏi.', 'Records the opinion of a unit that was asked.'),
  input: RecordOpinionInput,
  returns: { consultation: Consultation },
  async rights(asking, { unitCode }) {
    await getSpeakingUnit(asking, unitCode);
  },
  async run(command, input) {
    const { tx, append } = command;
    const document = await lockDocument(tx.manager, input.documentId);
    const unit = await getSpeakingUnit(command, input.unitCode);
    stateAfter('recordOpinion', document);
    const consultation = await openConsultation(command, document, unit);
    const answeredOn = answeredOnOf(command, consultation, input.answeredOn);
    const text = input.text?.trim() ?? '';
    if (input.opinion !== Opinion.AGREED && text === '') {
      throw refuse(
        'INVALID',
        ['input', 'text'],
        'Hãy ghi nội dung góp ý hoặc điểm không nhất trí.',
        'State the comments, or what is not agreed to.',
      );
    }
    consultation.opinion = input.opinion;
    consultation.text = text === '' ? null : text;
    consultation.answeredOn = answeredOn;
    consultation.recordedById = command.actor.accountId;
    await tx.manager.save(consultation);
    // rooms hear of it too: what it says is for those who may read opinions
    const details = { unit: unit.code, round: consultation.round };
    append(documentEvent('OPINION_RECORDED', document, details, unit.id));
    return { consultationId: consultation.id };
  },
});

/** The unit of that code, for whoever speaks for it. */
async function getSpeakingUnit({ tx, actor, today }: Asking, unitCode: string): Promise<Unit> {
  const unit = await tx.manager.findOneBy(Unit, { code: sameAs(unitCode) });
  if (unit === null) {
    throw refuse(
      'NOT_FOUND',
      ['input', 'unitCode'],
      'Không có đơn vị này. Hãy kiểm tra lại mã.',
      'There is no such unit. Check the code.',
    );
  }
  if (canRecordOpinionOf(actor, unit.id)) return unit;
  const { code, id } = await tx.manager.findOneByOrFail(Unit, { id: await holderOn(tx.manager, unit.id, today) });
  const [vi, en] = id === unit.id ? ['', ''] : [` Đơn vị kế thừa là ${code}.`, ` Its successor is ${code}.`];
  throw refuse(
    'FORBIDDEN',
    ['input', 'unitCode'],
    'Chỉ người của đơn vị được hỏi, hoặc cơ quan thường trực, được ghi ý kiến của đơn vị.' + vi,
    'Only the unit that was asked, or the secretariat, records its opinion.' + en,
  );
}

/** The unit's latest request, which replaces those before it. Refuses a unit that was not asked, naming those that were, and one that has answered. */
async function openConsultation(
  { tx: { manager }, actor, today }: Command,
  document: Document,
  unit: Unit,
): Promise<Consultation> {
  const asked = await manager.find(Consultation, {
    where: { documentId: document.id },
    relations: { unit: true },
    order: { round: 'DESC' },
  });
  const isOpen = (row: Consultation) => isPossible('recordOpinion', consultationStateOf(row, asked));
  const latest = asked.find(({ unitId }) => unitId === unit.id);
  if (latest !== undefined && isOpen(latest)) return latest;
  if (latest === undefined) {
    // whoever carries on the matters of a unit answers what that was asked
    for (const row of asked.filter(isOpen)) {
      if ((await holderOn(manager, row.unitId, today)) === unit.id) return row;
    }
  }
  const again = canDraft(actor, document)
    ? [
        'Muốn hỏi đơn vị, hãy gửi xin ý kiến lần nữa (sendForOpinions).',
        'To ask the unit, send the draft for opinions once more (sendForOpinions).',
      ]
    : [
        'Nếu cần cho ý kiến, hãy đề nghị đơn vị soạn thảo gửi xin ý kiến lần nữa.',
        'To give an opinion, ask the drafting unit to send the draft once more.',
      ];
  const path = ['input', 'unitCode'];
  if (latest?.answeredOn === null) {
    throw refuse(
      'CONFLICT',
      path,
      `Không còn chờ ý kiến của ${unit.shortName}: văn bản đã hoàn thiện mà không chờ. ${again[0]}`,
      `The opinion of ${unit.shortNameEn} is not waited for any more: the document was finalised without it. ${again[1]}`,
    );
  }
  if (latest !== undefined) {
    throw refuse(
      'CONFLICT',
      path,
      `${unit.shortName} đã cho ý kiến ngày ${vietnameseDate(latest.answeredOn)}. ${again[0]}`,
      `${unit.shortNameEn} has given its opinion on ${latest.answeredOn}. ${again[1]}`,
    );
  }
  const units = [...new Map(asked.map((row) => [row.unitId, row.unit])).values()];
  throw refuse(
    'INVALID',
    path,
    `${unit.shortName} không được hỏi về văn bản này. Các đơn vị được hỏi: ${units.map((row) => row.shortName).join(', ')}. ${again[0]}`,
    `${unit.shortNameEn} was not asked about this document. Asked were: ${units.map((row) => row.shortNameEn).join(', ')}. ${again[1]}`,
  );
}

/** The date of the letter: between the asking and today; an earlier day than today is entered by the secretariat alone, since lateness follows from it. */
function answeredOnOf({ actor, today }: Command, { askedOn }: Consultation, given?: CalendarDate | null): CalendarDate {
  const answeredOn = given ?? today;
  const path = ['input', 'answeredOn'];
  if (answeredOn < askedOn || answeredOn > today) {
    throw refuse(
      'INVALID',
      path,
      `Ngày trả lời phải từ ngày gửi (${vietnameseDate(askedOn)}) đến hôm nay (${vietnameseDate(today)}). Hãy nhập ngày trên văn bản trả lời.`,
      `The answer must be of the day of asking (${askedOn}) or later, up to today (${today}). Enter the date on the letter.`,
    );
  }
  if (answeredOn === today || hasRole(actor, 'SECRETARIAT')) return answeredOn;
  throw refuse(
    'FORBIDDEN',
    path,
    'Chỉ cơ quan thường trực được ghi ý kiến vào ngày trước hôm nay. Hãy bỏ trống ngày, hoặc nhờ cơ quan thường trực ghi.',
    'Only the secretariat enters an opinion under an earlier day than today. Leave the date out, or ask the secretariat.',
  );
}
