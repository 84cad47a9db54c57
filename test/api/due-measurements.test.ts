import type { ApiClient } from '../support/api-client';
import { makeAccount } from '../support/made/made-account';
import { mutated } from '../support/payload';
import { Subscriber } from '../support/sockets/subscriber';
import { WorkHouse } from './work-house';

let house: WorkHouse;
let analyst: ApiClient;

beforeAll(async () => {
  house = await WorkHouse.open();
  analyst = await house.program.as('analyst');
});

afterAll(() => house.close());

interface Row {
  readonly id: string;
  readonly indicator: { readonly code: string };
  readonly period: string;
  readonly state: string;
}

const ROWS = `dueMeasurements(first: 200) { totalCount nodes { id indicator { code } target { number } period unit { code } dueOn state } }`;

test('what is due is a list like any other: filtered, ordered, counted, grouped, and each row found by its id', async () => {
  const { data } = await analyst.ask<Record<string, { totalCount: number; nodes: Row[] }>>(`{
    all: ${ROWS}
    overdue: dueMeasurements(where: { state: { eq: OVERDUE }, unit: { code: { eq: "so-khcn" } } }, orderBy: [{ indicator: { code: DESC } }]) {
      totalCount nodes { id indicator { code } period state }
    }
  }`);
  const { all, overdue } = data;
  expect(all!.totalCount).toBeGreaterThan(0);
  expect(overdue!.totalCount).toBe(
    all!.nodes.filter(
      (row) => row.state === 'OVERDUE' && (row as Row & { unit: { code: string } | null }).unit?.code === 'so-khcn',
    ).length,
  );
  const codes = overdue!.nodes.map(({ indicator }) => indicator.code);
  expect(codes).toEqual([...codes].sort().reverse());
  const groups = await analyst.ask<{ dueMeasurements: { groupedAggregates: { count: number }[] } }>(
    '{ dueMeasurements { groupedAggregates(by: [{ field: STATE }]) { keys { value label } count } } }',
  );
  expect(groups.data.dueMeasurements.groupedAggregates.reduce((sum, { count }) => sum + count, 0)).toBe(
    all!.totalCount,
  );
  const found = await analyst.ask('query ($id: ID!) { node(id: $id) { id ... on DueMeasurement { period } } }', {
    id: all!.nodes[0]!.id,
  });
  expect(found.data).toEqual({ node: { id: all!.nodes[0]!.id, period: all!.nodes[0]!.period } });
});

test('what several targets ask for is one row, which each of their programmes has', async () => {
  const { data } = await analyst.ask<{
    programmes: { nodes: { code: string; dueMeasurements: { id: string }[] }[] };
  }>(`{ programmes(first: 50) { nodes { code dueMeasurements { id } } } }`);
  const all = await analyst.ask<{
    dueMeasurements: { nodes: { id: string; target: { programme: { code: string } } }[] };
  }>('{ dueMeasurements(first: 200) { nodes { id target { programme { code } } } } }');
  const of = new Map(
    data.programmes.nodes.map(({ code, dueMeasurements }) => [code, dueMeasurements.map(({ id }) => id)]),
  );
  for (const { id, target } of all.data.dueMeasurements.nodes) expect(of.get(target.programme.code)).toContain(id);
  const rows = new Set([...of.values()].flat());
  expect(rows).toEqual(new Set(all.data.dueMeasurements.nodes.map(({ id }) => id)));
  // the demo has values that two programmes ask for
  expect([...of.values()].flat().length).toBeGreaterThan(rows.size);
});

test('a value that is accepted leaves the list of whoever watches it, and stands in it still as of before', async () => {
  const { client } = await makeAccount(house.program, house.view, { roles: [{ role: 'DISPLAY' }] });
  const WATCHED = `dueMeasurements(where: { indicator: { code: { eq: "nang-suat-lao-dong" } }, period: { eq: "2021" } }) { nodes { state } }`;
  const { data: before } = await analyst.ask<{ installation: { cursor: string } }>('{ installation { cursor } }');
  const screen = new Subscriber(house.program.url, client.token);
  const { messages } = screen.subscribe<{ live: object }>(`subscription { live { ${WATCHED} } }`);
  expect((await messages.next()).data.live).toEqual({ dueMeasurements: { nodes: [{ state: 'OVERDUE' }] } });
  const { id: indicatorId } = await house.view.row<{ id: string }>(
    `select 'in_' || id as id from indicator where code = 'nang-suat-lao-dong'`,
  );
  const given = { indicatorId, period: '2021', value: 6.1, source: 'Cục Thống kê' };
  await mutated(house.secretariat, 'recordMeasurement', given, '');
  expect((await messages.next()).data.live).toEqual({ dueMeasurements: { nodes: [] } });
  await screen.close();
  const { data } = await analyst.ask(
    `query ($cursor: Cursor!) { ${WATCHED} asOf(cursor: $cursor) { ${WATCHED} } }`,
    before.installation,
  );
  expect(data).toEqual({
    dueMeasurements: { nodes: [] },
    asOf: { dueMeasurements: { nodes: [{ state: 'OVERDUE' }] } },
  });
});
