import { type EntityManager, In, Not } from 'typeorm';
import { hasRole } from '../../platform/access/actor';
import type { Command } from '../../platform/commands/command';
import type { CalendarDate } from '../../platform/lib/calendar-date';
import { refuse } from '../../platform/lib/domain-error';
import { vietnameseDate } from '../../platform/lib/vietnamese-date';
import type { Document } from '../document.entity';
import { DocumentStep } from './document-step.entity';
import type { DocumentStepKind } from './document-step.state';

/**
 * The date on which a step was really taken: today where none is given, neither in the future nor before the step that was taken last (none where the document is yet to be). Only the secretariat, which
 * keeps the papers, enters an earlier day than today: lateness follows from it.
 */
export async function takenOnOf(
  { tx, actor, today }: Command,
  document: Document | null,
  given?: CalendarDate | null,
): Promise<CalendarDate> {
  const takenOn = given ?? today;
  const path = ['input', 'takenOn'];
  if (takenOn > today) {
    throw refuse(
      'INVALID',
      path,
      `Ngày ${vietnameseDate(takenOn)} ở tương lai. Hãy nhập ngày đã thực hiện, muộn nhất là hôm nay (${vietnameseDate(today)}).`,
      `The date ${takenOn} lies in the future. Enter the date on which it was done, today (${today}) at the latest.`,
    );
  }
  if (takenOn < today && !hasRole(actor, 'SECRETARIAT')) {
    throw refuse(
      'FORBIDDEN',
      path,
      'Chỉ cơ quan thường trực được ghi một bước vào ngày trước hôm nay. Hãy bỏ trống ngày, hoặc nhờ cơ quan thường trực ghi.',
      'Only the secretariat enters a step under an earlier day than today. Leave the date out, or ask the secretariat.',
    );
  }
  if (document === null) return takenOn;
  const last = await latestStepOn(tx.manager, document.id);
  if (last === null || last <= takenOn) return takenOn;
  throw refuse(
    'INVALID',
    path,
    `Ngày ${vietnameseDate(takenOn)} đứng trước bước gần nhất của văn bản, ngày ${vietnameseDate(last)}. Hãy nhập từ ngày đó trở đi.`,
    `The date ${takenOn} is before the document’s latest step, of ${last}. Enter that date or a later one.`,
  );
}

/** The date of the step that was taken last, those of some kinds left out; null where none was. */
export async function latestStepOn(
  manager: EntityManager,
  documentId: string,
  besides: readonly DocumentStepKind[] = [],
): Promise<CalendarDate | null> {
  const where = { documentId, kind: Not(In([...besides])) };
  const last = await manager.findOne(DocumentStep, { where, order: { takenOn: 'DESC' } });
  return last?.takenOn ?? null;
}
