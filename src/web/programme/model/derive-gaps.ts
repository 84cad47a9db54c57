import { formatDate } from '../../common/format';
import type { PageTexts } from '../../common/texts/texts';
import { type GapRow, type GapWords, rowOfAppendix, rowOfDocument, rowOfItem, rowOfTarget } from './gap-rows';
import { undirectedOf } from './member-groups';
import type { Rows, Target } from './rows';

export type GapKind = keyof PageTexts['programme']['gaps']['kinds'];

/** A kind of gap with the rows that have it. */
export interface Gap {
  kind: GapKind;
  rows: GapRow[];
}

/** Everything that nobody looks after, that is unclear, incomplete, late or silent; kinds without rows are listed too. */
export function deriveGaps(rows: Rows, words: GapWords): Gap[] {
  return [
    ...gapsOfCharge(rows, words),
    ...gapsOfWork(rows, words),
    ...gapsOfTraces(rows, words),
    ...gapsOfPapers(rows, words),
  ];
}

function gapsOfCharge({ targets, items, oversights }: Rows, words: GapWords): Gap[] {
  const { unattendedSince, unattendedFrom, neverAttended } = words.texts.programme.targets;
  const noteOf = ({ isUnattended, unattendedSince: since, unattendedFrom: from }: Target): string => {
    if (!isUnattended) return unattendedFrom(formatDate(from ?? ''));
    return since === null ? neverAttended : unattendedSince(formatDate(since));
  };
  return [
    {
      kind: 'unattended',
      rows: targets
        .filter((target) => target.unattendedFrom !== null)
        .map((target) => rowOfTarget(target, noteOf(target), words)),
    },
    { kind: 'undirected', rows: undirectedOf(items, oversights).map((item) => rowOfItem(item, null, words)) },
  ];
}

function gapsOfWork({ items }: Rows, words: GapWords): Gap[] {
  const { work, gaps } = words.texts.programme;
  const open = items.filter(({ completedOn }) => completedOn === null);
  return [
    {
      kind: 'noPerson',
      rows: open.filter((item) => item.responsiblePerson === null).map((item) => rowOfItem(item, null, words)),
    },
    {
      kind: 'unclear',
      rows: items
        .filter(({ missingClarity }) => missingClarity.some((point) => point !== 'PERSON'))
        .map((item) => rowOfItem(item, item.missingClarity.map((point) => gaps.clarity[point]).join(', '), words)),
    },
    {
      kind: 'stale',
      rows: open
        .filter(({ freshness }) => freshness.isStale)
        .map((item) => {
          const { ageDays } = item.freshness;
          return rowOfItem(item, ageDays == null ? work.never : work.silent(ageDays), words);
        }),
    },
  ];
}

function gapsOfTraces({ items, targets, objectives, viewpoints }: Rows, words: GapWords): Gap[] {
  const { gaps } = words.texts.programme;
  return [
    {
      kind: 'untracedItems',
      rows: items.filter(({ isTraced }) => !isTraced).map((item) => rowOfItem(item, null, words)),
    },
    {
      kind: 'untracedGoals',
      rows: [
        ...objectives
          .filter(({ isTraced }) => !isTraced)
          .map(({ number, text }) => ({ code: gaps.objective(number), name: text, note: null, isSample: false })),
        ...targets.filter(({ isTraced }) => !isTraced).map((target) => rowOfTarget(target, null, words)),
        ...viewpoints
          .filter(({ isTraced }) => !isTraced)
          .map(({ number, text, isSample }) => ({ code: gaps.viewpoint(number), name: text, note: null, isSample })),
      ],
    },
  ];
}

function gapsOfPapers({ documents, appendices }: Rows, words: GapWords): Gap[] {
  return [
    {
      kind: 'overdueDocuments',
      rows: documents.filter(({ isOverdue }) => isOverdue).map((document) => rowOfDocument(document, words)),
    },
    {
      kind: 'missingRows',
      rows: appendices
        .filter(({ actualCount, expectedCount }) => actualCount !== expectedCount)
        .map((appendix) => rowOfAppendix(appendix, words)),
    },
  ];
}
