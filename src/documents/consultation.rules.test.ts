import { deriveOpinionGaps } from './consultation.rules';
import { Opinion, OpinionVerdict } from './opinion.state';

const asked = (
  opinion: Opinion | null,
  verdict: OpinionVerdict | null = null,
  round = 1,
  waivedOn: string | null = null,
) => ({
  unitId: 'yt',
  round,
  unit: { shortName: 'Sở Y tế', shortNameEn: 'Health' },
  opinion,
  waivedOn,
  verdict,
});
const gaps = (rows: ReturnType<typeof asked>[], hasReason = false) =>
  deriveOpinionGaps(rows, hasReason).map(({ code, path }) => `${code} ${path.join('.')}`);

test('opinions that came and were answered keep nothing back', () => {
  expect(gaps([asked(Opinion.AGREED), asked(Opinion.DISAGREED, OpinionVerdict.NOT_TAKEN_IN)])).toEqual([]);
});

test('a comment that nobody answered keeps the document back, whatever the reason', () => {
  const rows = [asked(Opinion.AGREED_WITH_COMMENTS)];
  expect(gaps(rows)).toEqual(['CONFLICT input.documentId']);
  expect(gaps(rows, true)).toEqual(['CONFLICT input.documentId']);
  expect(deriveOpinionGaps(rows, true)[0]!.message.vi).toContain('Sở Y tế');
});

test('nobody asked, or somebody silent, needs a reason: no step is skipped silently (R10)', () => {
  expect(gaps([])).toEqual(['INVALID input.withoutOpinionsReason']);
  expect(gaps([asked(null)])).toEqual(['INVALID input.withoutOpinionsReason']);
  expect(gaps([], true)).toEqual([]);
  expect(gaps([asked(null)], true)).toEqual([]);
});

test('a unit that was asked again is waited for in the later round alone', () => {
  expect(gaps([asked(null), asked(Opinion.AGREED, null, 2)])).toEqual([]);
  expect(gaps([asked(null), asked(null, null, 2)])).toEqual(['INVALID input.withoutOpinionsReason']);
});

test('what was waived by finalising is not waited for when the document comes back', () => {
  expect(gaps([asked(null, null, 1, '2023-11-12')])).toEqual([]);
});
