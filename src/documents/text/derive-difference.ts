import { SectionKind } from '../document-kind.state';

/** What became of one line of a section. */
export interface LineChange {
  readonly section: SectionKind;
  /** The line as it was; null where there was none. */
  readonly before: string | null;
  /** The line as it is; null where it was taken out. */
  readonly after: string | null;
}

/** Texts of sections by their kind. */
export type SectionTexts = Readonly<Partial<Record<string, string>>>;

/**
 * What differs between two wordings, line by line in the order of reading: lines taken out, put in, and put in another's place. Lines that both have in the
 * same order are left out.
 */
export function deriveDifference(before: SectionTexts, after: SectionTexts): LineChange[] {
  return Object.values(SectionKind).flatMap((section) =>
    changesOf(linesOf(before[section]), linesOf(after[section])).map((change) => ({ section, ...change })),
  );
}

type Change = Omit<LineChange, 'section'>;

function linesOf(text: string | undefined): string[] {
  return (text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** Most pairs of changed lines that are compared; where more changed, all of them are told as out and in. It bounds the work, whatever the texts are. */
const MOST_PAIRS = 40_000;

/** What lies between the common beginning and the common end of two texts is what changed; within it the longest common subsequence is left out. */
function changesOf(before: readonly string[], after: readonly string[]): Change[] {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  const out = before.slice(head, before.length - tail);
  const put = after.slice(head, after.length - tail);
  return out.length * put.length > MOST_PAIRS ? paired(out, put) : changesWithin(out, put);
}

/** Lines out beside lines in, in their order. */
function paired(out: readonly string[], put: readonly string[]): Change[] {
  return Array.from({ length: Math.max(out.length, put.length) }, (_, index) => ({
    before: out[index] ?? null,
    after: put[index] ?? null,
  }));
}

/** Walks the longest common subsequence; what lies between two common lines is one run of lines out and lines in. */
function changesWithin(before: readonly string[], after: readonly string[]): Change[] {
  const common = commonLengths(before, after);
  const width = after.length + 1;
  const changes: Change[] = [];
  let out: string[] = [];
  let put: string[] = [];
  const flush = (): void => {
    changes.push(...paired(out, put));
    out = [];
    put = [];
  };
  let [left, right] = [0, 0];
  while (left < before.length || right < after.length) {
    if (left < before.length && right < after.length && before[left] === after[right]) {
      flush();
      left += 1;
      right += 1;
    } else if (
      right >= after.length ||
      (left < before.length && common[(left + 1) * width + right]! >= common[left * width + right + 1]!)
    ) {
      out.push(before[left]!);
      left += 1;
    } else {
      put.push(after[right]!);
      right += 1;
    }
  }
  flush();
  return changes;
}

/** For each pair of places, row by row: how many lines the rests behind them have in common, in order. */
function commonLengths(before: readonly string[], after: readonly string[]): Uint16Array {
  const width = after.length + 1;
  const lengths = new Uint16Array((before.length + 1) * width);
  for (let left = before.length - 1; left >= 0; left -= 1) {
    for (let right = after.length - 1; right >= 0; right -= 1) {
      const here = left * width + right;
      const below = here + width;
      lengths[here] =
        before[left] === after[right] ? lengths[below + 1]! + 1 : Math.max(lengths[below]!, lengths[here + 1]!);
    }
  }
  return lengths;
}
