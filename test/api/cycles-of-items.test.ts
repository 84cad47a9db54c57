import fc from 'fast-check';
import type { ApiClient } from '../support/api-client';
import { DatabaseView } from '../support/database-view';
import { startTestProgram, type TestProgram } from '../support/program';
import { expectRefused } from '../support/refused';
import { workItemId } from '../support/report-steps';

const TODAY = '2023-11-14';

/** Cycles of a programme that has none of its own: over, late, on time, and to come. */
const CYCLES = [
  { period: '2022-Q4', endsOn: '2022-12-31', opensOn: '2022-11-01', dueOn: '2022-12-20', closesOn: '2023-02-28' },
  { period: '2023-Q2', endsOn: '2023-06-30', opensOn: '2023-05-01', dueOn: '2023-06-20', closesOn: '2023-11-30' },
  { period: '2023-Q3', endsOn: '2023-09-30', opensOn: '2023-08-01', dueOn: '2023-09-20', closesOn: '2023-11-30' },
  { period: '2023-Q4', endsOn: '2023-12-31', opensOn: '2023-11-01', dueOn: '2023-12-20', closesOn: '2024-02-29' },
  { period: '2024-Q1', endsOn: '2024-03-31', opensOn: '2024-02-01', dueOn: '2024-03-20', closesOn: '2024-05-31' },
];
type Cycle = (typeof CYCLES)[number];

interface Item {
  readonly startsOn: string;
  readonly completedOn: string | null;
  readonly isInForce: boolean;
  /** State of the report for each cycle. */
  readonly reports: readonly (string | null)[];
}

const DAYS = [
  ...CYCLES.flatMap(({ opensOn, dueOn, closesOn }) => [opensOn, dueOn, closesOn]).flatMap((day) => [day, next(day)]),
  '2023-01-02',
  TODAY,
  next(TODAY),
];

function next(day: string): string {
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
}

const items = fc.array(
  fc.record({
    startsOn: fc.constantFrom(...DAYS),
    completedOn: fc.option(fc.constantFrom(...DAYS.filter((day) => day <= TODAY)), { freq: 2 }),
    isInForce: fc.constantFrom(true, true, true, false),
    reports: fc.tuple(
      ...CYCLES.map(() =>
        fc.constantFrom(null, null, 'SUBMITTED', 'UNIT_APPROVED', 'ACCEPTED', 'RETURNED', 'WITHDRAWN'),
      ),
    ),
  }),
  { minLength: 8, maxLength: 12 },
);

let program: TestProgram;
let view: DatabaseView;
let analyst: ApiClient;
let made = 0;

beforeAll(async () => {
  program = await startTestProgram();
  view = await DatabaseView.open(program.target);
  analyst = await program.as('analyst');
  for (const cycle of CYCLES) {
    await view.rows(
      `insert into reporting_cycle (programme_id, period, ends_on, opens_on, due_on, closes_on)
       select id, $1, $2, $3, $4, $5 from programme where code = '01-CTr/TU'`,
      [cycle.period, cycle.endsOn, cycle.opensOn, cycle.dueOn, cycle.closesOn],
    );
  }
});

afterAll(async () => {
  await view.close();
  await program.close();
});

/** Writes items with their reports; gives their codes. */
async function write(all: readonly Item[]): Promise<string[]> {
  const codes: string[] = [];
  for (const item of all) {
    const code = `01-M${(made += 1)}`;
    codes.push(code);
    const last = CYCLES.filter((_cycle, index) => item.reports[index] != null).at(-1)?.endsOn ?? null;
    await view.rows(
      `insert into work_item (code, number, kind, title, title_en, short_name, short_name_en, programme_id, appendix_id, lead_unit_id,
         starts_on, due_on, completed_on, percent_complete, is_in_force, last_reported_at, last_reported_period_ends_on, is_sample)
       select $1, $2, kind, title, title_en, short_name, short_name_en, (select id from programme where code = '01-CTr/TU'), appendix_id,
         lead_unit_id, $3::date, '2030-01-01', $4::date, case when $4::date is null then 0 else 100 end, $5, case when $6::date is not null then $6::date + time '08:00' end, $6::date, true
       from work_item where code = '07-01'`,
      [code, 5_000 + made, item.startsOn, item.completedOn, item.isInForce, last],
    );
    for (const [index, state] of item.reports.entries()) {
      if (state === null) continue;
      await view.rows(
        `insert into progress_report (receipt_code, work_item_id, cycle_id, period, unit_id, state, percent_complete, summary, is_late,
           submitted_by_id, submitted_at, changed_at, version)
         select w.code || c.period, w.id, c.id, c.period, w.lead_unit_id, $3, 1, 'made', false, (select id from account order by id limit 1),
           c.due_on, c.due_on, 1
         from work_item w join reporting_cycle c on c.programme_id = w.programme_id where w.code = $1 and c.period = $2`,
        [code, CYCLES[index]!.period, state],
      );
    }
  }
  return codes;
}

/** The reference: which cycles are an item's, by the words of the rule. */
function cyclesOf({ startsOn, completedOn, isInForce }: Item): Cycle[] {
  if (!isInForce || startsOn > TODAY) return [];
  return CYCLES.filter(({ opensOn, dueOn }) => {
    if (opensOn > TODAY || dueOn < startsOn) return false;
    return completedOn === null || completedOn >= opensOn;
  });
}

function isReported({ reports }: Item, cycle: Cycle): boolean {
  return ['SUBMITTED', 'UNIT_APPROVED', 'ACCEPTED'].includes(reports[CYCLES.indexOf(cycle)] ?? '');
}

function expectedOpen(item: Item) {
  if (item.completedOn !== null) return { openCycle: null, openCycles: [] };
  const open = cyclesOf(item)
    .filter(({ closesOn }) => closesOn >= TODAY)
    .map((cycle) => ({ period: cycle.period, dueOn: cycle.dueOn, isReported: isReported(item, cycle) }));
  const owed = open.find((cycle) => !cycle.isReported);
  return { openCycle: owed ?? open.at(-1) ?? null, openCycles: open };
}

function isStale(item: Item): boolean {
  if (item.completedOn !== null) return false;
  const last = CYCLES.filter((_cycle, index) => item.reports[index] != null).at(-1)?.endsOn ?? '';
  return cyclesOf(item).some(({ dueOn, endsOn }) => dueOn < TODAY && endsOn > last);
}

const QUESTION = `query ($codes: [String!]) {
  workItems(where: { code: { in: $codes } }, first: 50) { nodes { code openCycle { period dueOn isReported } openCycles { period dueOn isReported } freshness { isStale } } }
  progressReports(where: { workItem: { code: { in: $codes } } }) { groupedAggregates(by: [{ field: PERIOD }]) { keys { value } coverage { expected received approved } } } }`;

interface Answer {
  readonly workItems: { readonly nodes: readonly ({ code: string; freshness: object } & object)[] };
  readonly progressReports: {
    readonly groupedAggregates: readonly { keys: { value: string }[]; coverage: Record<string, number> }[];
  };
}

test('one rule says which cycles are an item’s: for what is asked, what is expected and what was missed', async () => {
  await fc.assert(
    fc.asyncProperty(items, async (all) => {
      const codes = await write(all);
      const { data, errors } = await analyst.ask<Answer>(QUESTION, { codes });
      expect(errors).toBeUndefined();
      const byCode = new Map(data.workItems.nodes.map((node) => [node.code, node]));
      for (const [index, item] of all.entries()) {
        const code = codes[index]!;
        const shown = byCode.get(code);
        expect(shown).toEqual({ code, ...expectedOpen(item), freshness: { isStale: isStale(item) } });
      }
      const counted = CYCLES.flatMap((cycle) => {
        const asked = all.filter((item) => cyclesOf(item).includes(cycle));
        if (asked.length === 0) return [];
        const state = (item: Item) => item.reports[CYCLES.indexOf(cycle)];
        const coverage = {
          expected: asked.length,
          received: asked.filter((item) => isReported(item, cycle)).length,
          approved: asked.filter((item) => state(item) === 'ACCEPTED').length,
        };
        return [[cycle.period, coverage]];
      });
      const groups = data.progressReports.groupedAggregates
        .filter(({ coverage }) => coverage.expected! > 0)
        .map(({ keys, coverage }) => [keys[0]!.value, coverage]);
      expect(groups).toEqual(counted);
    }),
    { numRuns: 12 },
  );
});

test('a report for a cycle that was due before the item began is refused without asking why it is late', async () => {
  await view.rows(`update work_item set starts_on = '2023-10-02' where code = '07-12'`);
  const reporter = await program.as('reporter');
  const input = { workItemId: await workItemId(reporter, '07-12'), percentComplete: 50, summary: 'Đã hoàn thành.' };
  await expectRefused(view, reporter, {
    name: '',
    mutation: 'submitProgressReport',
    input: { ...input, period: '2023-Q3' },
    refused: [['CLOSED', 'input.period']],
    names: [/openCycles/, /openCycles/],
  });
  await view.rows(`update work_item set starts_on = '2023-11-15' where code = '07-12'`);
  await expectRefused(view, reporter, {
    name: '',
    mutation: 'submitProgressReport',
    input: { ...input, period: '2023-Q4' },
    refused: [['CLOSED', 'input.workItemId']],
    names: [/15\/11\/2023/, /2023-11-15/],
  });
});
