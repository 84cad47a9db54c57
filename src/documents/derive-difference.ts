import { SectionKind } from './document-kind.state';

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

/** Walks the longest common subsequence; what lies between two common lines is one run of lines out and lines in. */
function changesOf(before: readonly string[], after: readonly string[]): Change[] {
  const common = commonLengths(before, after);
  const changes: Change[] = [];
  let out: string[] = [];
  let put: string[] = [];
  const flush = (): void => {
    for (let index = 0; index < Math.max(out.length, put.length); index += 1) {
      changes.push({ before: out[index] ?? null, after: put[index] ?? null });
    }
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
      (left < before.length && common[left + 1]![right]! >= common[left]![right + 1]!)
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

/** For each pair of places: how many lines the rests behind them have in common, in order. */
function commonLengths(before: readonly string[], after: readonly string[]): number[][] {
  const lengths = Array.from({ length: before.length + 1 }, () => new Array<number>(after.length + 1).fill(0));
  for (let left = before.length - 1; left >= 0; left -= 1) {
    for (let right = after.length - 1; right >= 0; right -= 1) {
      lengths[left]![right] =
        before[left] === after[right]
          ? lengths[left + 1]![right + 1]! + 1
          : Math.max(lengths[left + 1]![right]!, lengths[left]![right + 1]!);
    }
  }
  return lengths;
}
