import fc from 'fast-check';
import { DatabaseView } from '../support/database-view';
import { startTestProgram, type TestProgram } from '../support/program';

let program: TestProgram;
let view: DatabaseView;

beforeAll(async () => {
  program = await startTestProgram();
  view = await DatabaseView.open(program.target);
});

afterAll(async () => {
  await view.close();
  await program.close();
});

const TODAY = '2023-11-14';

/** A target with what was measured of it and what its plan expected at the measured period's end. */
interface Standing {
  readonly comparator: string;
  readonly value: number | null;
  readonly valueHigh: number | null;
  readonly dueOn: string;
  readonly assessed: string | null;
  readonly measured: { readonly value: number; readonly endsOn: string } | null;
  /** A trajectory of one value at all times, from 2021 on; none where null. */
  readonly expected: number | null;
}

function isMet({ comparator, value, valueHigh }: Standing, measured: number): boolean {
  if (comparator === 'GT') return measured > value!;
  if (comparator === 'GTE') return measured >= value!;
  if (comparator === 'LT') return measured < value!;
  if (comparator === 'LTE') return measured <= value!;
  if (comparator === 'EQ') return measured === value;
  if (comparator === 'RANGE') return measured >= value! && measured <= valueHigh!;
  return Math.abs(measured - value!) * 20 <= Math.abs(value!);
}

/** The rule in plain steps. Whole numbers, so that tenths compare exactly. */
function healthOf(standing: Standing): string {
  const { comparator, value, valueHigh, dueOn, assessed, measured, expected } = standing;
  if (comparator === 'RANK' || comparator === 'QUALITATIVE') {
    if (assessed === 'COMPLETED') return 'COMPLETED';
    return dueOn < TODAY ? 'OVERDUE' : (assessed ?? 'NOT_DUE');
  }
  const met = measured !== null && isMet(standing, measured.value);
  if (met && measured.endsOn >= dueOn && measured.endsOn <= TODAY) return 'COMPLETED';
  if (dueOn < TODAY) return 'OVERDUE';
  if (measured === null) return expected === null ? 'NOT_DUE' : 'AT_RISK';
  const highest = valueHigh ?? value!;
  const isBounded = ['RANGE', 'EQ', 'APPROX'].includes(comparator);
  if (isBounded && 10 * (measured.value - highest) > Math.abs(highest)) return 'AT_RISK';
  if (expected === null) return met ? 'ON_TRACK' : 'NOT_DUE';
  const ahead = comparator.startsWith('L') ? expected - measured.value : measured.value - expected;
  return 10 * ahead < -Math.abs(expected) ? 'AT_RISK' : 'ON_TRACK';
}

const whole = fc.integer({ min: -30, max: 30 });
const standings = fc
  .record({
    comparator: fc.constantFrom('GT', 'GTE', 'LT', 'LTE', 'EQ', 'RANGE', 'APPROX', 'RANK', 'QUALITATIVE'),
    value: whole,
    width: fc.nat(10),
    dueOn: fc.constantFrom('2023-09-30', '2023-11-13', '2023-11-14', '2023-12-31', '2025-12-31'),
    assessed: fc.option(fc.constantFrom('COMPLETED', 'AT_RISK', 'ON_TRACK')),
    measured: fc.option(
      fc.record({ value: whole, endsOn: fc.constantFrom('2022-12-31', '2023-09-30', '2023-11-14', '2023-12-31') }),
      { freq: 6 },
    ),
    expected: fc.option(whole, { freq: 4 }),
  })
  .map(({ value, width, assessed, ...rest }): Standing => {
    const isAssessed = rest.comparator === 'RANK' || rest.comparator === 'QUALITATIVE';
    return {
      ...rest,
      value: rest.comparator === 'QUALITATIVE' ? null : value,
      valueHigh: rest.comparator === 'RANGE' ? value + width : null,
      assessed: isAssessed ? assessed : null,
    };
  });

async function enter(standing: Standing, index: number): Promise<void> {
  const { comparator, value, valueHigh, dueOn, assessed, measured, expected } = standing;
  const code = `health-${String(index).padStart(3, '0')}`;
  await view.rows(
    `with made as (insert into indicator (code, name, name_en) values ($1, $1, 'x') returning id),
      target as (insert into target (programme_id, number, name, name_en, short_name, short_name_en, comparator, value, value_high, wording, due_on, indicator_id, assessed_health)
        select p.id, $1, 'x', 'x', 'x', 'x', $2, $3, $4, 'x', $5, made.id, $6 from programme p, made where p.number = 7 returning id),
      measured as (insert into measurement (indicator_id, period, ends_on, value, state, recorded_at)
        select id, '2023', $7::date, $8::numeric, 'ACCEPTED', '2023-11-01' from made where $7::date is not null)
     insert into trajectory_point (target_id, period, ends_on, expected)
       select target.id, period, ends_on, $9::numeric from target, (values ('2020', date '2020-12-31'), ('2029', date '2029-12-31')) point (period, ends_on)
       where $9::numeric is not null`,
    [code, comparator, value, valueHigh, dueOn, assessed, measured?.endsOn ?? null, measured?.value ?? null, expected],
  );
}

test('a target’s health follows from its comparator, value, dates, newest measurement and trajectory', async () => {
  const made = fc.sample(standings, { numRuns: 600, seed: 7 });
  for (const [index, standing] of made.entries()) await enter(standing, index);
  const analyst = await program.as('analyst');
  const found: string[] = [];
  for (let from = 0; from < made.length; from += 200) {
    const first = `health-${String(from).padStart(3, '0')}`;
    const { data } = await analyst.ask<{ targets: { nodes: { health: string }[] } }>(
      `query ($first: String!) { targets(first: 200, where: { number: { startsWith: "health-", gte: $first } }, orderBy: [{ number: ASC }]) {
        nodes { health } } }`,
      { first },
    );
    found.push(...data.targets.nodes.map(({ health }) => health));
  }
  expect(made.map((standing, index) => ({ ...standing, health: found[index] }))).toEqual(
    made.map((standing) => ({ ...standing, health: healthOf(standing) })),
  );
  expect(new Set(made.map(healthOf)).size).toBe(5);
});

test('a rate that falls as planned is on track, though both are negative', async () => {
  const falling: Standing = {
    comparator: 'LTE',
    value: -8,
    valueHigh: null,
    dueOn: '2025-12-31',
    assessed: null,
    measured: { value: -5, endsOn: '2022-12-31' },
    expected: -5,
  };
  expect(healthOf(falling)).toBe('ON_TRACK');
  await enter(falling, 999);
  const { data } = await (
    await program.as('analyst')
  ).ask<{ targets: { nodes: object[] } }>(
    '{ targets(where: { number: { eq: "health-999" } }) { nodes { health deviation } } }',
  );
  expect(data.targets.nodes).toEqual([{ health: 'ON_TRACK', deviation: 0 }]);
});
