import { formatDate } from '../../common/format';
import type { Texts } from '../../common/texts';
import { undirectedOf } from './member-groups';
import { ranges } from './ranges';
import type { Appendix, Document, Item, Rows, Target } from './rows';
import { withoutMark } from './without-mark';

export type GapKind = keyof Texts['programme']['gaps']['kinds'];

/** One row that something is missing of. */
export interface GapRow {
  code: string;
  name: string;
  /** What exactly, or since when. */
  note: string | null;
  isSample: boolean;
}

export interface Gap {
  kind: GapKind;
  rows: GapRow[];
}

interface Words {
  texts: Texts;
  pick: (vietnamese: string, english: string) => string;
}

/** Everything that nobody looks after, that is incomplete, late or silent; kinds without rows are listed too. */
export function deriveGaps(rows: Rows, words: Words): Gap[] {
  const { texts } = words;
  const open = rows.items.filter(({ completedOn }) => completedOn === null);
  const itemRow = (item: Item, note: string | null = null) => rowOfItem(item, note, words);
  return [
    {
      kind: 'unattended',
      rows: rows.targets.filter((each) => each.isUnattended).map((each) => rowOfTarget(each, words)),
    },
    { kind: 'undirected', rows: undirectedOf(rows.items, rows.oversights).map((each) => itemRow(each)) },
    { kind: 'noPerson', rows: open.filter((each) => each.responsiblePerson === null).map((each) => itemRow(each)) },
    {
      kind: 'stale',
      rows: open.filter(({ freshness }) => freshness.isStale).map((each) => itemRow(each, silence(each, texts))),
    },
    {
      kind: 'overdueDocuments',
      rows: rows.documents.filter((each) => each.isOverdue).map((each) => rowOfDocument(each, words)),
    },
    {
      kind: 'missingRows',
      rows: rows.appendices
        .filter(({ actualCount, expectedCount }) => actualCount !== expectedCount)
        .map((each) => rowOfAppendix(each, words)),
    },
  ];
}

function silence({ freshness: { ageDays } }: Item, { programme }: Texts): string {
  return ageDays == null ? programme.work.never : programme.work.silent(ageDays);
}

function rowOfTarget(target: Target, { texts, pick }: Words): GapRow {
  const { unattendedSince, neverAttended } = texts.programme.targets;
  return {
    code: texts.targetLabel(target.number),
    name: pick(target.shortName, target.shortNameEn),
    note: target.unattendedSince === null ? neverAttended : unattendedSince(formatDate(target.unattendedSince)),
    isSample: target.isSample,
  };
}

function rowOfItem(item: Item, note: string | null, { pick }: Words): GapRow {
  return { code: item.code, name: pick(item.shortName, item.shortNameEn), note, isSample: item.isSample };
}

function rowOfDocument(document: Document, { texts, pick }: Words): GapRow {
  return {
    code: document.number ?? document.code,
    name: withoutMark(pick(document.title, document.titleEn)),
    note: texts.programme.documents.daysLate(document.daysLate),
    isSample: document.isSample,
  };
}

function rowOfAppendix(appendix: Appendix, { texts, pick }: Words): GapRow {
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
