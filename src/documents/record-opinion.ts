import type { EntityManager } from 'typeorm';
import { Unit } from '../organisation/public';
import type { Command } from '../platform/graphql/run-command';
import { refuse } from '../platform/lib/domain-error';
import { vietnameseDate } from '../platform/lib/vietnamese-date';
import { Consultation } from './consultation.entity';
import type { RecordOpinionInput } from './consultation.inputs';
import { consultationStateOf, isPossible } from './consultation.rules';
import type { Document } from './document.entity';
import { documentEvent } from './document.events';
import { canRecordOpinionOf } from './document.policy';
import { stateAfter } from './document.rules';
import { lockDocument } from './load-document';
import { Opinion } from './opinion.state';

/** A unit that was asked says what it thinks of the draft; for a body without an account the secretariat enters its letter. */
export async function recordOpinion(
  { tx, actor, today, append }: Command,
  input: RecordOpinionInput,
): Promise<{ consultationId: string }> {
  const document = await lockDocument(tx.manager, input.documentId);
  const unit = await tx.manager.findOneBy(Unit, { code: input.unitCode });
  if (unit === null) {
    throw refuse(
      'NOT_FOUND',
      ['input', 'unitCode'],
      'Không có đơn vị này. Hãy kiểm tra lại mã.',
      'There is no such unit. Check the code.',
    );
  }
  if (!canRecordOpinionOf(actor, unit.id)) {
    throw refuse(
      'FORBIDDEN',
      ['input', 'unitCode'],
      'Chỉ người của đơn vị được hỏi, hoặc cơ quan thường trực, được ghi ý kiến của đơn vị.',
      'Only the unit that was asked, or the secretariat, records its opinion.',
    );
  }
  stateAfter('recordOpinion', document.state);
  const consultation = await openConsultation(tx.manager, document, unit);
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
  consultation.answeredOn = today;
  consultation.recordedById = actor.accountId;
  await tx.manager.save(consultation);
  // rooms hear of it too: what it says is for those who may read opinions
  const details = { unit: unit.code, round: consultation.round };
  append(documentEvent('OPINION_RECORDED', document, details, unit.id));
  return { consultationId: consultation.id };
}

/** The unit's latest request, which replaces those before it. Refuses a unit that was not asked, naming those that were, and one that has answered. */
async function openConsultation(manager: EntityManager, document: Document, unit: Unit): Promise<Consultation> {
  const asked = await manager.find(Consultation, {
    where: { documentId: document.id },
    relations: { unit: true },
    order: { round: 'DESC' },
  });
  const latest = asked.find(({ unitId }) => unitId === unit.id);
  if (latest !== undefined && isPossible('recordOpinion', consultationStateOf(latest, asked))) return latest;
  const path = ['input', 'unitCode'];
  if (latest !== undefined) {
    throw refuse(
      'CONFLICT',
      path,
      `${unit.shortName} đã cho ý kiến ngày ${vietnameseDate(latest.answeredOn!)}. Muốn hỏi lại, hãy gửi xin ý kiến lần nữa.`,
      `${unit.shortNameEn} has given its opinion on ${latest.answeredOn!}. To ask again, send the draft for opinions once more.`,
    );
  }
  const units = [...new Map(asked.map((row) => [row.unitId, row.unit])).values()];
  throw refuse(
    'INVALID',
    path,
    `${unit.shortName} không được hỏi về văn bản này. Các đơn vị được hỏi: ${units.map((row) => row.shortName).join(', ')}. Hãy gửi xin ý kiến đơn vị trước.`,
    `${unit.shortNameEn} was not asked about this document. Asked were: ${units.map((row) => row.shortNameEn).join(', ')}. Send it the draft first.`,
  );
}
