import fc from 'fast-check';
import { deriveDifference, type SectionTexts } from './derive-difference';
import { SectionKind } from '../document-kind.state';

test('a line that was changed stands beside what it was', () => {
  const before = { PURPOSE: 'Một.\nHai.', CONTENT: 'Ba.' };
  const after = { PURPOSE: 'Một.\nHai, rõ người, rõ việc.', CONTENT: 'Ba.' };
  expect(deriveDifference(before, after)).toEqual([
    { section: 'PURPOSE', before: 'Hai.', after: 'Hai, rõ người, rõ việc.' },
  ]);
});

test('a line in between is put in without touching the others', () => {
  expect(deriveDifference({ BODY: 'Một.\nBa.' }, { BODY: 'Một.\nHai.\nBa.' })).toEqual([
    { section: 'BODY', before: null, after: 'Hai.' },
  ]);
});

test('a section that was taken out is told line by line, in the order of the sections', () => {
  expect(deriveDifference({ ORGANISATION: 'Bốn.', PURPOSE: 'Một.\nHai.' }, { ORGANISATION: 'Bốn.\nNăm.' })).toEqual([
    { section: 'PURPOSE', before: 'Một.', after: null },
    { section: 'PURPOSE', before: 'Hai.', after: null },
    { section: 'ORGANISATION', before: null, after: 'Năm.' },
  ]);
});

const lines = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 8 });
const texts = fc.record(Object.fromEntries(['PURPOSE', 'BODY'].map((kind) => [kind, lines])));
const joined = (given: Record<string, string[]>): SectionTexts =>
  Object.fromEntries(Object.entries(given).map(([kind, own]) => [kind, own.join('\n')]));

/** How many lines two texts have in common at most, in order: by trying all of them. */
function mostInCommon(left: readonly string[], right: readonly string[]): number {
  if (left.length === 0 || right.length === 0) return 0;
  const [head, ...rest] = left;
  const at = right.indexOf(head!);
  const without = mostInCommon(rest, right);
  return at < 0 ? without : Math.max(without, 1 + mostInCommon(rest, right.slice(at + 1)));
}

test('nothing is said of equal texts, and no more lines are moved than must be', () => {
  fc.assert(
    fc.property(texts, texts, (before, after) => {
      expect(deriveDifference(joined(before), joined(before))).toEqual([]);
      const found = deriveDifference(joined(before), joined(after));
      for (const section of [SectionKind.PURPOSE, SectionKind.BODY]) {
        const own = found.filter((change) => change.section === section);
        const common = mostInCommon(before[section]!, after[section]!);
        expect(own.filter((change) => change.before !== null)).toHaveLength(before[section]!.length - common);
        expect(own.filter((change) => change.after !== null)).toHaveLength(after[section]!.length - common);
      }
    }),
  );
});

test('two long texts that differ from the first line to the last are told whole: their lines are not compared with one another', () => {
  const linesOf = (mark: string) => Array.from({ length: 499 }, (_, place) => `${mark} ${place}`);
  const both = (length: number) =>
    deriveDifference(
      { PURPOSE: linesOf('cũ').slice(0, length).with(1, 'Giữ nguyên.').join('\n') },
      { PURPOSE: linesOf('mới').slice(0, length).with(1, 'Giữ nguyên.').join('\n') },
    );
  const found = both(499);
  expect(found).toHaveLength(499);
  expect(found[498]).toEqual({ section: 'PURPOSE', before: 'cũ 498', after: 'mới 498' });
  // a comparison would have left it out, as it does where texts are short enough
  expect(found[1]).toEqual({ section: 'PURPOSE', before: 'Giữ nguyên.', after: 'Giữ nguyên.' });
  expect(both(200)).toHaveLength(199);
});

test('one line that changed in a long text is found, wherever it stands', () => {
  const lines = Array.from({ length: 499 }, (_, place) => `Ý ${place}.`);
  for (const place of [0, 250, 498]) {
    const changed = lines.with(place, 'Ý mới.');
    expect(deriveDifference({ BODY: lines.join('\n') }, { BODY: changed.join('\n') })).toEqual([
      { section: 'BODY', before: `Ý ${place}.`, after: 'Ý mới.' },
    ]);
  }
});
