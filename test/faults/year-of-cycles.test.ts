import fc from 'fast-check';
import { periodsToHave, type TimedRule } from '../../src/progress/cycles/rules/cycle-dates.rules';
import { addDays } from '../../src/platform/lib/calendar-date';
import { startOfDate } from '../../src/platform/lib/clock';
import type { ApiClient } from '../support/api-client';
import { type BuiltProgram, buildProgram } from '../support/processes/child-program';
import { cloneDatabase, type TestTarget } from '../support/database';
import { DatabaseView } from '../support/database-view';
import { isLong, sized } from '../support/size';
import { DEMO_TEMPLATE } from '../support/test-server';
import { until } from '../support/until';
import { owedByHand, type OwedRow } from './owed-by-hand';

const FIRST = '2026-01-15';
/** The days on which the programs run: in the long run every third one; else few, far apart, so that cycles of days in between have to be made up for. */
const DAYS = Array.from({ length: sized(4, 120) }, (_, index) => addDays(FIRST, index * sized(97, 3)));

let built: BuiltProgram;
let target: TestTarget;
let drop: () => Promise<void>;
let view: DatabaseView;

beforeAll(async () => {
  built = await buildProgram();
  ({ target, drop } = await cloneDatabase(DEMO_TEMPLATE));
  view = await DatabaseView.open(target);
}, 120_000);

afterAll(async () => {
  await view.close();
  await drop();
  await built.remove();
});

interface Made {
  readonly kind: TimedRule['kind'];
  readonly period: string;
}

const MADE = `select r.kind, c.period from reporting_cycle c join reporting_rule r on r.id = c.rule_id where not r.is_sample order by 1, 2`;

/** The cycles that the rules must have on a day, by the pure function. */
async function expected(today: string): Promise<Made[]> {
  const rules = await view.rows<TimedRule & { madeSince: string }>(
    `select kind, opens_days_before_end as "opensDaysBeforeEnd", due_working_days as "dueWorkingDays", closes_working_days as "closesWorkingDays",
       valid_from::text as "validFrom", valid_to::text as "validTo", made_since::text as "madeSince" from reporting_rule where not is_sample order by 1`,
  );
  return rules.flatMap((rule) =>
    periodsToHave(rule, rule.madeSince, today).map((period) => ({ kind: rule.kind, period })),
  );
}

const byItemAndPeriod = (one: OwedRow, other: OwedRow): number =>
  `${one.item} ${one.period}` < `${other.item} ${other.period}` ? -1 : 1;

interface Page {
  readonly expectedReports: {
    readonly nodes: readonly {
      readonly workItem: { readonly code: string };
      readonly cycle: { readonly period: string };
      readonly unit: { readonly code: string };
      readonly dueOn: string;
      readonly state: string;
      readonly daysLate: number;
    }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}

const OWED = `query ($after: String) { expectedReports(first: 200, after: $after) {
  nodes { workItem { code } cycle { period } unit { code } dueOn state daysLate } pageInfo { hasNextPage endCursor } } }`;

/** All rows of the list, page by page. */
async function owedRows(client: ApiClient): Promise<OwedRow[]> {
  const rows: OwedRow[] = [];
  let next: Page['expectedReports']['pageInfo'] = { hasNextPage: true, endCursor: null };
  while (next.hasNextPage) {
    const { expectedReports } = (await client.ask<Page>(OWED, { after: next.endCursor })).data;
    rows.push(
      ...expectedReports.nodes.map(({ workItem, cycle, unit, ...row }) => {
        return { item: workItem.code, period: cycle.period, unit: unit.code, ...row };
      }),
    );
    next = expectedReports.pageInfo;
  }
  return rows.sort(byItemAndPeriod);
}

/** Two programs live through a day's beginning; one is killed as soon as the database shows something of it. */
async function liveThrough(day: string, killed: 0 | 1): Promise<void> {
  const offset = startOfDate(day).getTime() + 8 * 3_600_000 - Date.now();
  await view.rows('update installation set clock_offset_ms = $1', [offset]);
  const programs = await Promise.all([built.start(target), built.start(target)]);
  await programs[killed].kill();
  const wanted = await expected(day);
  const made = await until(
    () => view.rows<Made>(MADE),
    ({ length }) => length >= wanted.length,
  );
  expect(made).toEqual(wanted);
  const survivor = programs[1 - killed]!;
  expect(await owedRows(await survivor.as('analyst'))).toEqual((await owedByHand(view, day)).sort(byItemAndPeriod));
  await survivor.kill();
}

test(
  'a year of days with two programs, one of which is killed each day: no cycle is missing or doubled, each was told once, and what is owed is what counting by hand finds',
  async () => {
    for (const [kind, opens] of [
      ['HALF_YEARLY', 20],
      ['MONTHLY', 5],
      ['YEARLY', 30],
    ]) {
      await view.rows(
        `insert into reporting_rule (programme_id, kind, opens_days_before_end, due_working_days, closes_working_days, valid_from, made_since)
         select id, $1, $2, 5, 10, '2025-01-01', '2026-01-15' from programme where code = '07-CTr/TU'`,
        [kind, opens],
      );
    }
    const killed = fc.sample(fc.constantFrom(0 as const, 1 as const), { numRuns: DAYS.length, seed: 7 });
    for (const [index, day] of DAYS.entries()) await liveThrough(day, killed[index]!);
    const told = await view.rows<{ period: string }>(
      `select data ->> 'period' as period from event_log where type = 'REPORTING_CYCLE_ADDED' order by 1`,
    );
    const there = await view.rows<{ period: string }>(
      `select period from reporting_cycle where programme_id = (select id from programme where code = '07-CTr/TU')
         and period >= '2026' and not is_extraordinary order by 1`,
    );
    expect(told.map(({ period }) => period)).toEqual(there.map(({ period }) => period));
  },
  isLong ? 1_800_000 : 120_000,
);
