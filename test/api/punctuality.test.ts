import fc from 'fast-check';
import { NonWorkingDayKind } from '../../src/organisation/working-days/non-working-day.state';
import { isWeekday } from '../../src/organisation/working-days/working-days.rules';
import { addDays } from '../../src/platform/lib/calendar-date';
import type { AskedMoment } from '../../src/platform/reader/model/declarations';
import { punctualitySql } from '../../src/progress/punctuality/punctuality.sql';
import type { ApiClient } from '../support/api-client';
import { makeAccount } from '../support/made/made-account';
import { mutated } from '../support/payload';
import { sized } from '../support/size';
import { expectedPunctuality, type OwingWorld } from './expected-punctuality';
import { WorkHouse } from './work-house';

let house: WorkHouse;
let administrator: ApiClient;

beforeAll(async () => {
  house = await WorkHouse.open();
  administrator = await house.program.as('admin');
});

afterAll(() => house.close());

const UNITS = ['a', 'b', 'c'];
const day = fc.integer({ min: 0, max: 60 }).map((after) => addDays('2023-01-01', after));
const unit = fc.constantFrom(...UNITS);
const programme = fc.constantFrom('p', 'q');
const moment = fc
  .tuple(day, fc.constantFrom('00:30', '09:00', '23:30'))
  .map(([date, time]) => new Date(`${date}T${time}:00+07:00`).toISOString());

const item = fc.record({
  programme,
  lead: unit,
  isInForce: fc.constantFrom(true, true, true, false),
  startsOn: fc.constantFrom('2022-12-01', '2023-01-20'),
  completedOn: fc.option(day, { freq: 4 }),
});
const cycle = fc
  .record({ programme, period: fc.constantFrom('2022', '2022-Q4', '2022-12', '2023-01', '2023-02'), dueOn: day })
  .map((row) => ({ ...row, opensOn: addDays(row.dueOn, -20) }));
const report = fc.record({
  item: fc.nat(),
  cycle: fc.nat(),
  state: fc.constantFrom('DRAFT', 'SUBMITTED', 'UNIT_APPROVED', 'ACCEPTED', 'RETURNED', 'RETURNED', 'WITHDRAWN'),
  submittedAt: moment,
  changedAt: moment,
});
/** One heir of all, or two of a half each; at one time a unit's matters are held once. */
const heirs = fc
  .record({ unit, of: fc.array(unit, { minLength: 1, maxLength: 2 }), from: fc.option(day), to: fc.option(day) })
  .map(({ of, ...row }) => of.map((heir) => ({ ...row, heir, share: 1 / of.length })));
const outage = fc
  .tuple(day, fc.integer({ min: 0, max: 6 }))
  .map(([startsOn, longer]) => ({ startsOn, endsOn: addDays(startsOn, longer) }));
const counted = fc.tuple(day, fc.boolean()).map(([date, isDecided]) => ({
  date,
  isDecided,
  kind: isWeekday(date) ? NonWorkingDayKind.HOLIDAY : NonWorkingDayKind.SWAPPED_WORKDAY,
}));

const numbered = <Row extends object>(rows: readonly Row[], prefix: string) =>
  rows.map((row, index) => ({ ...row, id: `${prefix}${String(index).padStart(2, '0')}` }));

const world: fc.Arbitrary<OwingWorld> = fc
  .record({
    today: day,
    items: fc.array(item, { minLength: 1, maxLength: 4 }),
    cycles: fc.uniqueArray(cycle, { minLength: 1, maxLength: 6, selector: (row) => `${row.programme} ${row.period}` }),
    reports: fc.array(report, { maxLength: 25 }),
    heirs: fc.uniqueArray(heirs, { maxLength: 3, selector: ([row]) => row!.unit }).map((rows) => rows.flat()),
    outages: fc.array(outage, { maxLength: 3 }),
    days: fc.uniqueArray(counted, { maxLength: 12, selector: ({ date }) => date }),
  })
  .map((made) => {
    const items = numbered(made.items, 'i');
    const cycles = numbered(made.cycles, 'c');
    const reports = numbered(made.reports, 'r').map((row) => ({
      ...row,
      item: items[row.item % items.length]!.id,
      cycle: cycles[row.cycle % cycles.length]!.id,
    }));
    return { ...made, items, cycles, reports };
  });

/** Instead of each table its rows, given as one parameter. */
const TABLES: Readonly<Record<string, readonly [rows: keyof OwingWorld, columns: string]>> = {
  work_item: [
    'items',
    'id text, programme as programme_id text, lead as lead_unit_id text, "isInForce" as is_in_force boolean, "startsOn" as starts_on date, "completedOn" as completed_on date',
  ],
  reporting_cycle: [
    'cycles',
    'id text, programme as programme_id text, period text, "opensOn" as opens_on date, "dueOn" as due_on date',
  ],
  progress_report: [
    'reports',
    'id text, item as work_item_id text, cycle as cycle_id text, state text, "submittedAt" as submitted_at timestamptz, "changedAt" as changed_at timestamptz',
  ],
  unit_heir: [
    'heirs',
    'unit as unit_id text, heir as heir_id text, "from" as held_from date, "to" as held_to date, share numeric',
  ],
  service_outage: ['outages', '"startsOn" as starts_on date, "endsOn" as ends_on date'],
  non_working_day: ['days', 'date date, kind text, "isDecided" as is_decided boolean'],
};

/** What the reference knows nothing of: nothing was handed over by hand, waived or stopped, and every cycle is of every item. */
const BESIDE: Readonly<Record<string, string>> = {
  work_item: `, null::date as stopped_on, 'TASK' as kind, null::text as appendix_id`,
  reporting_cycle: `, '{}'::text[] as applies_to_kinds, '{}'::text[] as applies_to_appendices`,
};
const EMPTY: Readonly<Record<string, string>> = {
  former_lead: 'null::text as work_item_id, null::text as unit_id, null::date as ended_on',
  report_waiver: 'null::text as id, null::text as work_item_id, null::text as cycle_id',
  appendix: 'null::text as id, null::text as code',
};

function table(name: string): string {
  if (name in EMPTY) return `(select ${EMPTY[name]} where false)`;
  const [rows, columns] = TABLES[name]!;
  const fields = columns.split(', ').map((column) => /^(\S+)(?: as (\S+))? (\S+)$/.exec(column)!);
  const given = fields.map(([, field, , type]) => `${field} ${type}`).join(', ');
  const named = fields.map(([, field, as]) => (as === undefined ? field : `${field} as ${as}`)).join(', ');
  return `(select ${named}${BESIDE[name] ?? ''} from jsonb_to_recordset($1::jsonb->'${rows}') as given(${given}))`;
}

const MOMENT = { table, now: 'now()', today: `($1::jsonb->>'today')::date` } as unknown as AskedMoment;

test(
  'the database counts punctuality as the slow reference does, whatever came when, was returned, inherited or out of order',
  async () => {
    await fc.assert(
      fc.asyncProperty(world, fc.constantFrom(12, 3, 1, 0), async (made, count) => {
        const found = await house.view.rows<{ id: string; punctuality: object }>(
          `select u.id, ${punctualitySql('u', MOMENT, String(count))} as punctuality from unnest($2::text[]) as u(id)`,
          [JSON.stringify(made), UNITS],
        );
        expect(found).toEqual(UNITS.map((id) => ({ id, punctuality: expectedPunctuality(made, id, count) })));
      }),
      { numRuns: sized(120, 3_000) },
    );
  },
  sized(60_000, 600_000),
);

interface Punctual {
  readonly unit: { readonly punctuality: { readonly due: number; readonly onTime: number; readonly rate: number } };
}
const ask = async (client: ApiClient, text: string) => (await client.ask<Punctual>(text)).data;

test('what was due on a day of an outage was due on the next working day, until the outage is removed; rooms see it too', async () => {
  const { client } = await makeAccount(house.program, house.view, { roles: [{ role: 'DISPLAY' }] });
  const punctuality = `{ unit(code: "so-yt") { punctuality { due onTime rate } } }`;
  const before = await ask(client, punctuality);
  // came two days after the due date
  const { due } = await house.view.row<{ due: string }>(
    `update progress_report r set submitted_at = (c.due_on + 2 + time '09:00') at time zone 'Asia/Ho_Chi_Minh'
     from reporting_cycle c, unit u where c.id = r.cycle_id and u.id = r.unit_id and u.code = 'so-yt' and c.period = '2023-Q1'
       and r.state = 'ACCEPTED' and r.superseded_at is null returning c.due_on::text as due`,
  );
  const late = await ask(administrator, `{ unit(code: "so-yt") { punctuality(periods: 12) { due onTime rate } } }`);
  const { serviceOutage } = await mutated<{ serviceOutage: { id: string } }>(
    administrator,
    'recordServiceOutage',
    { startsOn: due, endsOn: addDays(due, 1), reason: 'Mất điện.' },
    'serviceOutage { id }',
  );
  const excused = await ask(client, punctuality);
  expect(excused.unit.punctuality.onTime).toBe(late.unit.punctuality.onTime + 1);
  expect(before.unit.punctuality.due).toBe(excused.unit.punctuality.due);
  await mutated(administrator, 'removeServiceOutage', { serviceOutageId: serviceOutage.id, reason: 'Ghi nhầm.' }, '');
  expect(await ask(client, punctuality)).toEqual(late);
});

test('how many periods are told of is asked for, within bounds; filters and orders go by twelve', async () => {
  const { data } = await house.secretariat.ask<{
    unit: { two: { periods: object[] }; none: { due: number; rate: null; periods: object[] } };
    units: { nodes: { punctuality: { rate: number } }[] };
  }>(
    `query ($n: Int!) {
    unit(code: "so-khcn") { two: punctuality(periods: $n) { periods { isOnTime period } } none: punctuality(periods: 0) { due rate periods { period } } }
    units(where: { punctuality: { rate: { lt: 90 } } }, orderBy: [{ punctuality: { rate: ASC } }]) { nodes { punctuality { rate } } }
  }`,
    { n: 2 },
  );
  expect(data.unit.two.periods.map((period) => Object.keys(period))).toEqual([
    ['isOnTime', 'period'],
    ['isOnTime', 'period'],
  ]);
  expect(data.unit.none).toEqual({ due: 0, rate: null, periods: [] });
  const rates = data.units.nodes.map(({ punctuality }) => punctuality.rate);
  expect(rates.length).toBeGreaterThan(2);
  expect(rates).toEqual(rates.filter((rate) => rate < 90).toSorted((one, other) => one - other));
  const { errors } = await house.secretariat.ask<object>(
    '{ unit(code: "so-khcn") { punctuality(periods: 41) { due } } }',
  );
  expect(errors).toMatchObject([{ path: ['unit'], extensions: { code: 'BAD_USER_INPUT' } }]);
});

test('an outage has days that have been, in order, of which none is recorded already; it is removed once', async () => {
  const refused = (input: object, point: string) =>
    house.refused('recordServiceOutage', { reason: 'x', ...input }, [point], { client: administrator });
  await refused({ startsOn: '2023-11-10', endsOn: '2023-11-09' }, 'INVALID input.endsOn');
  await refused({ startsOn: '2023-11-10', endsOn: '2023-11-15' }, 'INVALID input.endsOn');
  await refused({ startsOn: '2022-11-10', endsOn: '2023-11-10' }, 'INVALID input.endsOn');
  await refused({ startsOn: '2022-06-01', endsOn: '2022-06-20' }, 'CONFLICT input.startsOn');
  await house.refused(
    'removeServiceOutage',
    { serviceOutageId: 'so_00000000-0000-4000-8000-000000000000', reason: 'x' },
    ['NOT_FOUND input.serviceOutageId'],
    { client: administrator },
  );
});
