import wording from '../../programme/data/sample-wording.json';
import { codeOf, type SampleItem } from './sample-items';
import { stableNumber } from '../../platform/lib/stable-id';

/** What a report of an item says in words. */
interface SampleWords {
  readonly summary: string;
  readonly difficulties: string | null;
  readonly proposals: string | null;
}

/** Words for the report that is the so-many-th of its item; neighbours of one item never say the same. */
export function wordsFor(item: SampleItem, ordinal: number, percent: number, partner: string): SampleWords {
  const code = codeOf(item);
  const sentences = wording.summaries[stageOf(percent)];
  const first = stableNumber(sentences.length, 'summary', code);
  const summary = sentences[(first + ordinal) % sentences.length]!.replace('{subject}', item.subject)
    .replace('{partner}', partner)
    .replace('{percent}', String(percent));
  const seed = [code, String(ordinal)];
  const done = percent === 100;
  return {
    summary,
    difficulties: !done && stableNumber(5, 'difficult', ...seed) < 2 ? choose(wording.difficulties, ...seed) : null,
    proposals: !done && stableNumber(4, 'proposal', ...seed) === 0 ? choose(wording.proposals, ...seed) : null,
  };
}

/** Why a report came late. */
export function latenessReason(...seed: string[]): string {
  return choose(wording.latenessReasons, ...seed);
}

function stageOf(percent: number): keyof typeof wording.summaries {
  if (percent === 100) return 'complete';
  if (percent >= 70) return 'late';
  return percent >= 20 ? 'middle' : 'begin';
}

function choose(texts: readonly string[], ...seed: string[]): string {
  return texts[stableNumber(texts.length, ...seed)]!;
}
