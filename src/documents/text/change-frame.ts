import type { Actor } from '../../platform/access/actor';
import { DomainError, type Refusal } from '../../platform/lib/domain-error';
import { filledOrNull } from '../../platform/lib/text';
import { vietnameseDate } from '../../platform/lib/vietnamese-date';
import { nameOf } from '../route/approval-level.rules';
import type { ApprovalLevel } from '../route/approval-level.state';
import type { Document } from '../document.entity';
import { canMoveFrame } from '../document.policy';

/** What was asked of a document by those for whom it is drafted: by when, and up to which level. */
interface Frame {
  readonly submitBy?: string | null;
  readonly issueBy?: string | null;
  readonly approvalLevel?: ApprovalLevel | null;
}

type FrameField = keyof Frame;
type ChangedField = FrameField | 'title' | 'titleEn';

/** What was set of a document, a part of the frame or a title, and is set otherwise now. */
export interface FrameChange {
  readonly field: ChangedField;
  readonly before: string;
  readonly after: string;
}

const FRAME: readonly FrameField[] = ['submitBy', 'issueBy', 'approvalLevel'];

const NAMES: Readonly<Record<ChangedField, readonly [vi: string, en: string]>> = {
  submitBy: ['Hạn trình', 'The date for its submission'],
  issueBy: ['Hạn ban hành', 'The date for its issue'],
  approvalLevel: ['Cấp phê duyệt', 'The level of approval'],
  title: ['Trích yếu', 'The title'],
  titleEn: ['Trích yếu tiếng Anh', 'The English title'],
};

/**
 * Sets deadlines and the level of approval; gives what changed of what was set before. That is for the secretariat or the head: a unit that moves its own
 * deadline would make its lateness vanish.
 */
export function changeFrame(actor: Actor, document: Document, given: Frame): FrameChange[] {
  const changes = FRAME.flatMap((field): FrameChange[] => {
    const [before, after] = [document[field], given[field] ?? null];
    return before === null || after === null || before === after ? [] : [{ field, before, after }];
  });
  if (changes.length > 0 && !canMoveFrame(actor)) throw new DomainError(changes.map(notTheirs));
  document.submitBy = given.submitBy ?? document.submitBy;
  document.issueBy = given.issueBy ?? document.issueBy;
  document.approvalLevel = given.approvalLevel ?? document.approvalLevel;
  return changes;
}

/** Sets the titles that are given; gives what changed. An English title that was taken from the Vietnamese one follows it. */
export function changeTitles(
  document: Pick<Document, 'title' | 'titleEn'>,
  given: { readonly title?: string | null; readonly titleEn?: string | null },
): FrameChange[] {
  const { title, titleEn } = document;
  document.title = filledOrNull(given.title) ?? title;
  document.titleEn = filledOrNull(given.titleEn) ?? (titleEn === title ? document.title : titleEn);
  const changes: FrameChange[] = [
    { field: 'title', before: title, after: document.title },
    { field: 'titleEn', before: titleEn, after: document.titleEn },
  ];
  return changes.filter(({ before, after }) => before !== after);
}

/** A reason with what was changed for it, as the step keeps it. */
export function withChanges(note: string, changes: readonly FrameChange[]): string {
  if (changes.length === 0) return note;
  const told = changes.map(({ field, before, after }) => {
    return `${NAMES[field][0]}: ${shown(field, before, 'vi')} → ${shown(field, after, 'vi')}`;
  });
  return `${note} (${told.join('; ')})`;
}

function notTheirs({ field, before }: FrameChange): Refusal {
  const [vi, en] = NAMES[field];
  return {
    code: 'FORBIDDEN',
    path: ['input', field],
    message: {
      vi: `${vi} đã được ấn định: ${shown(field, before, 'vi')}. Chỉ cơ quan thường trực hoặc Trưởng Ban Chỉ đạo được thay đổi. Hãy đề nghị cơ quan thường trực sửa (reviseDocument), kèm lý do.`,
      en: `${en} was set: ${shown(field, before, 'en')}. Only the secretariat or the committee’s head changes it. Ask the secretariat to do so (reviseDocument), with the reason.`,
    },
  };
}

function shown(field: ChangedField, value: string, language: 'vi' | 'en'): string {
  if (field === 'title' || field === 'titleEn') return `“${value}”`;
  if (field === 'approvalLevel') return nameOf(value as ApprovalLevel)[language];
  return language === 'vi' ? vietnameseDate(value) : value;
}
