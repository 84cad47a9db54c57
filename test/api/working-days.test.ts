import fc from 'fast-check';
import { NonWorkingDayKind } from '../../src/organisation/working-days/non-working-day.state';
import {
  addWorkingDaysSql,
  isWorkedSql,
  workingDaysBetweenSql,
  workingDaysKnownUntilSql,
} from '../../src/organisation/working-days/working-days.sql';
import { type CountedDay, isWeekday, WorkingDays } from '../../src/organisation/working-days/working-days.rules';
import { addDays } from '../../src/platform/lib/calendar-date';
import type { ApiClient } from '../support/api-client';
import { DatabaseView } from '../support/database-view';
import { mutate, mutated } from '../support/payload';
import { startTestProgram, type TestProgram } from '../support/program';
import { expectPoints, type RefusedPoints } from '../support/refused';
import { sized } from '../support/size';

let program: TestProgram;
let view: DatabaseView;
let secretariat: ApiClient;

beforeAll(async () => {
  program = await startTestProgram();
  view = await DatabaseView.open(program.target);
  secretariat = await program.as('secretariat');
});

afterAll(async () => {
  await view.close();
  await program.close();
});

const day = fc.integer({ min: 0, max: 5 * 365 }).map((after) => addDays('2021-01-01', after));

const counted: fc.Arbitrary<CountedDay> = fc
  .record({ date: day, isDecided: fc.constantFrom(true, true, true, false), isHoliday: fc.boolean() })
  .map(({ date, isDecided, isHoliday }) => {
    const { HOLIDAY, SUBSTITUTE, SWAPPED_WORKDAY } = NonWorkingDayKind;
    const onWeekday = isHoliday ? HOLIDAY : SUBSTITUTE;
    return { date, isDecided, kind: isWeekday(date) ? onWeekday : isHoliday ? HOLIDAY : SWAPPED_WORKDAY };
  });

test('the database counts working days as the program does, whatever the calendar', async () => {
  const days = fc.uniqueArray(counted, { maxLength: 40, selector: ({ date }) => date });
  const asked = fc.tuple(day, fc.integer({ min: -12, max: 12 }), fc.integer({ min: -5, max: 40 }));
  await fc.assert(
    fc.asyncProperty(days, fc.array(asked, { minLength: 1, maxLength: 4 }), async (calendar, questions) => {
      // instead of the table: the same expressions over given rows
      const table = () =>
        `(select * from jsonb_to_recordset($1::jsonb) as t(date date, kind text, is_decided boolean))`;
      const rows = JSON.stringify(calendar.map(({ date, kind, isDecided }) => ({ date, kind, is_decided: isDecided })));
      const known = new WorkingDays(calendar);
      for (const [date, workingDays, span] of questions) {
        const upTo = addDays(date, span);
        const at = (text: string) => `'${text}'::date`;
        const [row] = await view.rows<object>(
          `select ${isWorkedSql(at(date), table)} as worked, ${addWorkingDaysSql(at(date), workingDays, table)}::text as later,
            ${workingDaysBetweenSql(at(date), at(upTo), table)} as between, ${workingDaysKnownUntilSql(table)}::text as until`,
          [rows],
        );
        expect(row).toEqual({
          worked: known.isWorked(date),
          later: known.add(date, workingDays),
          between: known.countBetween(date, upTo),
          until: known.knownUntil,
        });
      }
    }),
    { numRuns: sized(40, 1_000) },
  );
});

test('the calendar ships with its legal grounds, is read as a list, and says how far it is known', async () => {
  const { data } = await secretariat.ask<object>(`{
    workingCalendar { workingDaysKnownUntil isTodayWorked nextWorkingDay }
    decided: nonWorkingDays(where: { isDecided: { eq: true } }) { totalCount }
    tet: nonWorkingDays(where: { date: { gte: "2023-01-20", lte: "2023-01-26" } }) { nodes { date kind } }
    nonWorkingDays(where: { legalGround: { contains: "2450/VPCP" } }) { nodes { date kind name nameEn } }
  }`);
  expect(data).toEqual({
    workingCalendar: { workingDaysKnownUntil: '2026-12-31', isTodayWorked: true, nextWorkingDay: '2023-11-15' },
    decided: { totalCount: 91 },
    tet: {
      nodes: ['20', '21', '22', '23', '24', '25', '26'].map((date) => ({
        date: `2023-01-${date}`,
        kind: date > '24' ? 'SUBSTITUTE' : 'HOLIDAY',
      })),
    },
    nonWorkingDays: {
      nodes: [
        {
          date: '2024-04-29',
          kind: 'SUBSTITUTE',
          name: 'Hoán đổi ngày làm việc (làm bù thứ Bảy 4/5/2024)',
          nameEn: 'Working day swapped (worked on Saturday 4 May 2024)',
        },
        {
          date: '2024-05-04',
          kind: 'SWAPPED_WORKDAY',
          name: 'Làm bù cho thứ Hai 29/4/2024',
          nameEn: 'Worked Saturday for Monday 29 April 2024',
        },
      ],
    },
  });
});

test('what is only proposed the secretariat sees as open, and nobody else', async () => {
  const proposed = `{ nonWorkingDays(where: { isDecided: { eq: false } }) { nodes { date } } }`;
  const seen = async (client: ApiClient) => (await client.ask<object>(proposed)).data;
  expect(await seen(secretariat)).toEqual({
    nonWorkingDays: { nodes: [{ date: '2026-11-23' }, { date: '2026-11-28' }] },
  });
  expect(await seen(await program.as('reporter'))).toEqual({ nonWorkingDays: { nodes: [] } });
});

test('what is proposed, and what is taken back of it, is told to nobody', async () => {
  const proposed = { date: '2027-02-05', kind: 'HOLIDAY', name: 'Tết', nameEn: 'Tết', legalGround: 'Tờ trình' };
  const tried = async (day: object) => {
    const { cursor } = await mutated<{ cursor: string }>(secretariat, 'setNonWorkingDays', { days: [day] });
    const { data } = await (
      await program.as('reporter')
    ).ask<{ events: { nodes: { cursor: string; data: object }[] } }>('{ events(last: 1) { nodes { cursor data } } }');
    expect(data.events.nodes[0]!.cursor).toBe(cursor);
    return data.events.nodes[0]!.data;
  };
  const day = { date: proposed.date };
  expect(await tried({ ...proposed, isDecided: false })).toEqual({ set: [], removed: [] });
  expect(await tried(day)).toEqual({ set: [], removed: [] });
  expect(await tried(proposed)).toEqual({ set: [proposed.date], removed: [] });
  expect(await tried({ ...proposed, isDecided: false })).toEqual({ set: [], removed: [proposed.date] });
  await tried(day);
});

const typhoon = {
  date: '2023-11-15',
  kind: 'HOLIDAY',
  name: 'Nghỉ do bão',
  nameEn: 'Closed for a typhoon',
  legalGround: 'Công điện số 1/CĐ-UBND',
};

test('a day off that is set counts at once, and was none before', async () => {
  const { cursor } = await mutated<{ cursor: string }>(secretariat, 'setNonWorkingDays', {
    days: [{ date: '2030-01-01', kind: 'HOLIDAY', name: 'Tết', nameEn: 'New Year', legalGround: 'Điều 112' }],
  });
  const set = await mutated<{ nonWorkingDays: object[] }>(
    secretariat,
    'setNonWorkingDays',
    { days: [typhoon, { date: '2030-01-01' }] },
    'nonWorkingDays { date name isDecided }',
  );
  expect(set.nonWorkingDays).toEqual([{ date: '2023-11-15', name: 'Nghỉ do bão', isDecided: true }]);
  const { data } = await secretariat.ask<object>(
    `query ($cursor: Cursor!) {
      workingCalendar { nextWorkingDay }
      asOf(cursor: $cursor) { nonWorkingDays(last: 1) { nodes { date } } }
      nonWorkingDays(last: 1) { nodes { date } }
    }`,
    { cursor },
  );
  expect(data).toEqual({
    workingCalendar: { nextWorkingDay: '2023-11-16' },
    asOf: { nonWorkingDays: { nodes: [{ date: '2030-01-01' }] } },
    nonWorkingDays: { nodes: [{ date: '2026-11-28' }] },
  });
});

const REFUSED: readonly RefusedPoints[] = [
  [
    'setNonWorkingDays',
    { days: [typhoon, typhoon] },
    ['INVALID input.days.1.date'],
    [/15\/11\/2023.*hai lần/, /2023-11-15.*twice/],
  ],
  [
    'setNonWorkingDays',
    { days: [{ date: '2023-11-20', kind: 'SWAPPED_WORKDAY', name: ' ', legalGround: 'Điều 111' }] },
    ['INVALID input.days.0.kind', 'INVALID input.days.0.name', 'INVALID input.days.0.nameEn'],
  ],
  [
    'setNonWorkingDays',
    { days: [{ ...typhoon, date: '2023-11-18', kind: 'SUBSTITUTE' }] },
    ['INVALID input.days.0.kind'],
  ],
  [
    'setNonWorkingDays',
    { days: [{ ...typhoon, date: '9023-11-15' }] },
    ['INVALID input.days.0.date'],
    [/9023/, /9023/],
  ],
  ['setNonWorkingDays', { days: [] }, ['INVALID input.days']],
  ['setNonWorkingDays', { days: [{ ...typhoon, name: 'x'.repeat(201) }] }, ['INVALID input.days.0.name']],
];

test.each(REFUSED.map((refused) => [refused[2].join(', '), refused] as const))('is refused at %s', (_at, refused) =>
  expectPoints(view, secretariat, refused),
);

test('a calendar by which nobody works for three weeks is refused: that is a mistake', async () => {
  const days = Array.from({ length: 21 }, (_, index) => ({ ...typhoon, date: addDays('2024-07-01', index) }));
  const answer = await mutate(secretariat, 'setNonWorkingDays', { days });
  expect(answer.userErrors[0]).toMatchObject({ code: 'INVALID', path: ['input', 'days', '0', 'date'] });
});

test('nobody but the secretariat and administrators sets it', async () => {
  const answer = await mutate(await program.as('head'), 'setNonWorkingDays', { days: [typhoon] });
  expect(answer.userErrors).toMatchObject([{ code: 'FORBIDDEN', path: ['input'] }]);
});
