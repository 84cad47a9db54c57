import type { TextsOf } from '../../common/texts/texts';
import { ranges } from './ranges';
import type { Appendix, Document, Item, Target } from './rows';
import { withoutMark } from './without-mark';

/** One row that something is missing of. */
export interface GapRow {
  code: string;
  name: string;
  /** What exactly, or since when. */
  note: string | null;
  isSample: boolean;
}

/** The language in which gaps are put. */
export interface GapWords {
  texts: TextsOf<'programme'>;
  pick: (vietnamese: string, english: string) => string;
}

/** A target in a list of gaps. */
export function rowOfTarget(target: Target, note: string | null, { texts, pick }: GapWords): GapRow {
  return {
    code: texts.targetLabel(target.number),
    name: pick(target.shortName, target.shortNameEn),
    note,
    isSample: target.isSample,
  };
}

/** A work item in a list of gaps. */
export function rowOfItem(item: Item, note: string | null, { pick }: GapWords): GapRow {
  return { code: item.code, name: pick(item.shortName, item.shortNameEn), note, isSample: item.isSample };
}

/** A late document in a list of gaps. */
export function rowOfDocument(document: Document, { texts, pick }: GapWords): GapRow {
  return {
    code: document.number ?? document.code,
    name: withoutMark(pick(document.title, document.titleEn)),
    note: texts.programme.documents.daysLate(document.daysLate ?? 0),
    isSample: document.isSample,
  };
}

/** A list that does not hold what it must. */
export function rowOfAppendix(appendix: Appendix, { texts, pick }: GapWords): GapRow {
  const { actualCount, expectedCount, missingNumbers } = appendix;
  const { missing, surplus } = texts.programme.gaps;
  return {
    code: appendix.code,
    name: pick(appendix.title, appendix.titleEn),
    note:
      missingNumbers.length > 0
        ? missing(actualCount, expectedCount, ranges(missingNumbers))
        : surplus(actualCount, expectedCount),
    isSample: appendix.isSample,
  };
}
