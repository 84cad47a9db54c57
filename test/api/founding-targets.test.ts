import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseView } from '../support/database-view';
import { startTestProgram, type TestProgram } from '../support/program';

const QUERY = readFileSync(join(__dirname, '../../schema/operations/founding/shared-indicators.graphql'), 'utf8');

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

interface Shared {
  readonly shared: {
    readonly nodes: readonly {
      readonly code: string;
      readonly agreement: string;
      readonly targets: readonly {
        readonly programme: { readonly code: string };
        readonly wording: string;
        readonly source: { readonly citations: readonly string[] };
      }[];
    }[];
  };
  readonly contradictory: { readonly totalCount: number };
}

test('programmes 02 and 07 stand side by side on their shared indicators, with both clauses and sources', async () => {
  const { data, errors } = await (await program.as('secretariat')).ask<Shared>(QUERY);
  expect(errors).toBeUndefined();
  const { nodes } = data.shared;
  expect(nodes.map(({ code, agreement }) => [code, agreement])).toEqual([
    ['kinh-te-so', 'SAME'],
    ['nang-suat-lao-dong', 'SAME'],
  ]);
  for (const { targets } of nodes) {
    expect(targets.map(({ programme }) => programme.code).sort()).toEqual(['02-CTr/TU', '07-CTr/TU']);
    expect(targets.every(({ wording, source }) => wording !== '' && source.citations.length > 0)).toBe(true);
  }
  expect(data.contradictory.totalCount).toBe(0);
});

/** A promise: how it compares, with which values, due when. */
type Promised = readonly [comparator: string, value: number | null, valueHigh: number | null, dueOn: string];

const DUE = '2025-12-31';
const PROMISES: readonly Promised[] = [
  ['GT', 30, null, DUE],
  ['GTE', 30, null, DUE],
  ['LT', 30, null, DUE],
  ['LTE', 30, null, DUE],
  ['EQ', 30, null, DUE],
  ['EQ', 31, null, DUE],
  ['EQ', 32, null, DUE],
  ['RANGE', 20, 25, DUE],
  ['RANGE', 25, 30, DUE],
  ['APPROX', 30, null, DUE],
  ['APPROX', 40, null, DUE],
  ['RANK', 1, null, DUE],
  ['QUALITATIVE', null, null, DUE],
  ['EQ', 50, null, '2030-12-31'],
];

/** Whether a value keeps a promise; null where nothing can be measured. */
function keeps([comparator, value, valueHigh]: Promised, measured: number): boolean | null {
  if (value === null) return null;
  switch (comparator) {
    case 'GT':
      return measured > value;
    case 'GTE':
      return measured >= value;
    case 'LT':
      return measured < value;
    case 'LTE':
      return measured <= value;
    case 'EQ':
      return measured === value;
    case 'RANGE':
      return measured >= value && measured <= valueHigh!;
    case 'APPROX':
      return Math.abs(measured - value) <= 0.05 * value;
    default:
      return null;
  }
}

/** The slow reference: tries values on a fine line. */
function agreementOf(one: Promised, other: Promised): string {
  if (JSON.stringify(one) === JSON.stringify(other)) return 'SAME';
  if (one[3] !== other[3] || keeps(one, 0) === null || keeps(other, 0) === null) return 'DIFFERENT';
  const values = Array.from({ length: 2401 }, (_, step) => step / 40);
  return values.some((value) => keeps(one, value) && keeps(other, value)) ? 'DIFFERENT' : 'CONTRADICTORY';
}

test('two targets of two programmes on one indicator contradict exactly when no value reaches both', async () => {
  const pairs = PROMISES.flatMap((one, from) => PROMISES.slice(from).map((other) => [one, other] as const));
  for (const [index, pair] of pairs.entries()) {
    const { id } = await view.row<{ id: string }>(
      `insert into indicator (code, name, name_en) values ($1, 'x', 'x') returning id`,
      [`pair-${String(index).padStart(3, '0')}`],
    );
    for (const [at, [comparator, value, valueHigh, dueOn]] of pair.entries()) {
      await view.rows(
        `insert into target (programme_id, number, name, name_en, short_name, short_name_en, comparator, value, value_high, wording, due_on, indicator_id)
         select id, $1, 'x', 'x', 'x', 'x', $2, $3, $4, 'x', $5, $6 from programme where code = $7`,
        [`${index}-${at}`, comparator, value, valueHigh, dueOn, id, at === 0 ? '02-CTr/TU' : '07-CTr/TU'],
      );
    }
  }
  const { data } = await (
    await program.as('analyst')
  ).ask<{ indicators: { nodes: { agreement: string }[] } }>(
    '{ indicators(first: 200, where: { code: { startsWith: "pair-" } }) { nodes { agreement } } }',
  );
  const found = data.indicators.nodes.map(({ agreement }, index) => [...pairs[index]!, agreement]);
  expect(found).toEqual(pairs.map((pair) => [...pair, agreementOf(...pair)]));
  expect(new Set(data.indicators.nodes.map(({ agreement }) => agreement))).toEqual(
    new Set(['SAME', 'DIFFERENT', 'CONTRADICTORY']),
  );
});

test('two targets of one programme on one indicator are no contradiction between programmes', async () => {
  const { id } = await view.row<{ id: string }>(
    `insert into indicator (code, name, name_en) values ('alone', 'x', 'x') returning id`,
  );
  await view.rows(
    `insert into target (programme_id, number, name, name_en, short_name, short_name_en, comparator, value, wording, due_on, indicator_id)
     select p.id, 'alone' || v, 'x', 'x', 'x', 'x', 'EQ', v, 'x', '2025-12-31', $1 from programme p, generate_series(1, 2) v where code = '07-CTr/TU'`,
    [id],
  );
  const { data } = await (await program.as('analyst')).ask('{ indicator(code: "alone") { agreement } }');
  expect(data).toEqual({ indicator: { agreement: 'SINGLE' } });
});
