import { DomainError, type Refusal } from '../../platform/lib/domain-error';
import { type DocumentKind, type SectionKind, SECTIONS } from '../document-kind.state';

/** A section as it is written. */
export interface SectionText {
  readonly kind: SectionKind;
  readonly text: string;
}

const NAMES: Readonly<Record<SectionKind, readonly [vi: string, en: string]>> = {
  TITLE: ['Trích yếu', 'Title'],
  TITLE_EN: ['Trích yếu tiếng Anh', 'English title'],
  PURPOSE: ['Mục đích, yêu cầu', 'Purpose and requirements'],
  CONTENT: ['Nội dung thực hiện', 'What is to be done'],
  ORGANISATION: ['Tổ chức thực hiện', 'How it is organised'],
  DUTIES: ['Nhiệm vụ', 'Duties'],
  WORKING_REGIME: ['Chế độ làm việc', 'Working regime'],
  WORKING_RELATIONS: ['Quan hệ công tác', 'Working relations'],
  BODY: ['Nội dung chung', 'Body of the text'],
};
/** Lines of a section. */
const MOST_LINES = 500;
const ROMAN = ['I', 'II', 'III'];

/** The place of a section in a document of that kind, from 1. */
export function ordinalOf(kind: DocumentKind, section: SectionKind): number {
  return SECTIONS[kind].indexOf(section) + 1;
}

/** Refuses sections that a document of this kind does not have, and one that is given twice. */
export function assertSections(kind: DocumentKind, sections: readonly SectionText[]): void {
  const refusals = sections.flatMap((section, index): Refusal[] => {
    const path = ['input', 'sections', String(index), 'kind'];
    const [vi, en] = NAMES[section.kind];
    if (!SECTIONS[kind].includes(section.kind)) {
      const own = SECTIONS[kind].map((name) => NAMES[name]);
      const message = {
        vi: `Loại văn bản này không có mục “${vi}”. Hãy chọn trong các mục: ${own.map(([name]) => name).join('; ')}.`,
        en: `A document of this kind has no section “${en}”. Choose one of its sections: ${own.map(([, name]) => name).join('; ')}.`,
      };
      return [{ code: 'INVALID', path, message }];
    }
    if (section.text.split('\n').length > MOST_LINES) {
      const message = {
        vi: `Mục “${vi}” có quá ${MOST_LINES} dòng. Hãy gộp các dòng.`,
        en: `The section “${en}” has more than ${MOST_LINES} lines. Join some of them.`,
      };
      return [{ code: 'INVALID', path: [...path.slice(0, -1), 'text'], message }];
    }
    if (sections.findIndex((other) => other.kind === section.kind) === index) return [];
    const message = {
      vi: `Mục “${vi}” được ghi hai lần. Hãy gộp lại thành một.`,
      en: `The section “${en}” is given twice. Make one of the two.`,
    };
    return [{ code: 'INVALID', path, message }];
  });
  if (refusals.length > 0) throw new DomainError(refusals);
}

/** The refusals of a document that lacks sections of its kind (rule R7), one for each of them. */
export function missingSections(kind: DocumentKind, sections: readonly SectionText[]): Refusal[] {
  return SECTIONS[kind].flatMap((wanted, index): Refusal[] => {
    if (sections.some((section) => section.kind === wanted && section.text.trim() !== '')) return [];
    const [vi, en] = NAMES[wanted];
    const place = SECTIONS[kind].length > 1 ? ` ${ROMAN[index]}` : '';
    const message = {
      vi: `Thiếu mục${place}: ${vi}. Hãy bổ sung bằng reviseDocument, rồi hoàn thiện và trình lại.`,
      en: `Section${place} is missing: ${en}. Add it by reviseDocument, then finalise and submit again.`,
    };
    return [{ code: 'INVALID', path: ['input', 'documentId'], message }];
  });
}

/** The sections of a new version: those of the one before, with the given ones in their place. */
export function mergeSections<Written extends SectionText>(
  before: readonly Written[],
  given: readonly SectionText[],
): (Written | SectionText)[] {
  const kept = before.filter(({ kind }) => !given.some((section) => section.kind === kind));
  return [...kept, ...given.map(({ kind, text }) => ({ kind, text: text.trim() }))];
}
