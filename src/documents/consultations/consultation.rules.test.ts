import {
  type ConsultationAction,
  type ConsultationState,
  consultationStateOf,
  deriveOpinionGaps,
  isPossible,
  TRANSITIONS,
} from './consultation.rules';
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

describe('states', () => {
  /** A request in each state, with what else was asked of the same document. */
  const STANDING: Readonly<Record<ConsultationState, readonly ReturnType<typeof asked>[]>> = {
    AWAITED: [asked(null)],
    REPLACED: [asked(null), asked(null, null, 2)],
    WAIVED: [asked(null, null, 1, '2023-11-10')],
    ANSWERED: [asked(Opinion.AGREED)],
    RESOLVED: [asked(Opinion.DISAGREED, OpinionVerdict.NOT_TAKEN_IN)],
  };
  const STATES = Object.keys(STANDING) as ConsultationState[];

  /** What each action makes of each state, as it was agreed: a dash where it is refused. Columns: AWAITED REPLACED WAIVED ANSWERED RESOLVED. */
  const AGREED: Readonly<Record<ConsultationAction, string>> = {
    recordOpinion: 'ANSWERED - - - -',
    answerOpinion: '- - - RESOLVED RESOLVED',
  };
  const ACTIONS = Object.keys(AGREED) as ConsultationAction[];

  test('the table names every action and no other', () => {
    expect(Object.keys(TRANSITIONS).sort()).toEqual([...ACTIONS].sort());
  });

  test.each(STATES)('a request that is %s is told from the others by what it says', (state) => {
    expect(consultationStateOf(STANDING[state][0]!, STANDING[state])).toBe(state);
  });

  test('an opinion that came stands, although the unit was asked again; another unit’s round replaces nothing', () => {
    const [came, again] = [asked(Opinion.AGREED), asked(null, null, 2)];
    expect(consultationStateOf(came, [came, again])).toBe('ANSWERED');
    const other = { ...again, unitId: 'tc' };
    expect(consultationStateOf(asked(null), [asked(null), other])).toBe('AWAITED');
  });

  test.each(
    ACTIONS.flatMap((action) =>
      STATES.map((state, place) => ({ action, state, after: AGREED[action].split(' ')[place]! })),
    ),
  )('$action of a request that is $state: $after', ({ action, state, after }) => {
    expect(isPossible(action, state)).toBe(after !== '-');
    expect(TRANSITIONS[action][state] ?? '-').toBe(after);
  });
});

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
