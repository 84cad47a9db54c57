import { formatDate } from '../../common/format';
import type { PageTexts } from '../../common/texts/texts';
import type { Document } from '../model/rows';

interface Fact {
  text: string;
  /** `alarm`: late; `waiting`: somebody else has to act; `plain`: good to know. */
  tone: 'alarm' | 'waiting' | 'plain';
}

/** What there is to say about a document in its state: its deadline, its lateness, and for whom it waits. */
export function documentFacts(document: Document, words: PageTexts['programme']['documents']): Fact[] {
  if (document.state === 'ISSUED' || document.state === 'WITHDRAWN') return pastFacts(document, words);
  const { daysLate, isOverdue, awaitedLevel, openOpinions, unansweredOpinions } = document;
  const facts: (Fact | false)[] = [
    deadline(document, words),
    isOverdue && { text: words.daysLate(daysLate ?? 0), tone: 'alarm' },
    !isOverdue && daysLate !== null && daysLate > 0 && { text: words.wasLate(daysLate), tone: 'plain' },
    awaitedLevel !== null && { text: words.awaits(words.levels[awaitedLevel]), tone: 'waiting' },
    openOpinions > 0 && { text: words.openOpinions(openOpinions), tone: 'waiting' },
    unansweredOpinions > 0 && { text: words.unansweredOpinions(unansweredOpinions), tone: 'waiting' },
  ];
  return facts.filter((fact) => fact !== false);
}

function deadline({ nextDueOn, submittedOn }: Document, words: PageTexts['programme']['documents']): Fact {
  if (nextDueOn === null) return { text: words.noDeadline, tone: 'plain' };
  const write = submittedOn === null ? words.submitBy : words.issueBy;
  return { text: write(formatDate(nextDueOn)), tone: 'plain' };
}

function pastFacts({ issuedOn, reportedOn }: Document, words: PageTexts['programme']['documents']): Fact[] {
  if (issuedOn !== null) return [{ text: words.issuedOn(formatDate(issuedOn)), tone: 'plain' }];
  return reportedOn === null ? [] : [{ text: words.knownOn(formatDate(reportedOn)), tone: 'plain' }];
}
