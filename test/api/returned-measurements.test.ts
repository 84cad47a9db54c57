import type { ApiClient } from '../support/api-client';
import { makeAccount } from '../support/made/made-account';
import { mutated } from '../support/payload';
import { WorkHouse } from './work-house';

let house: WorkHouse;
let reporter: ApiClient;
let indicatorId: string;

beforeAll(async () => {
  house = await WorkHouse.open();
  reporter = await house.program.as('reporter');
  ({ id: indicatorId } = await house.view.row<{ id: string }>(
    `select 'in_' || id as id from indicator where code = 'kinh-te-so'`,
  ));
});

afterAll(() => house.close());

interface Given {
  readonly measurement: { readonly id: string };
}
const record = (client: ApiClient, input: object = {}) =>
  mutated<Given>(
    client,
    'recordMeasurement',
    { indicatorId, period: '2023-07', value: 24, source: 'Sở TT&TT', ...input },
    'measurement { id }',
  );
const giveBack = (measurementId: string) =>
  mutated(house.secretariat, 'returnMeasurement', { measurementId, reason: ' Thiếu nguồn. ' }, '');
const FACTS = `{ state returnReason returnedAt returnedBy { displayName } viewerCan { accept correct return } }`;
const read = async (client: ApiClient, id: string) =>
  (
    await client.ask<{ node: Record<string, unknown> | null }>(
      `query ($id: ID!) { node(id: $id) { ... on Measurement ${FACTS} } }`,
      { id },
    )
  ).data.node;

test('the secretariat sends it back with the reason; its unit sees why, others do not, and another one takes its place', async () => {
  const { measurement } = await record(reporter);
  expect(await read(house.secretariat, measurement.id)).toMatchObject({
    state: 'PROVISIONAL',
    viewerCan: { accept: true, correct: false, return: true },
  });
  await giveBack(measurement.id);
  expect(await read(reporter, measurement.id)).toEqual({
    state: 'RETURNED',
    returnReason: 'Thiếu nguồn.',
    returnedAt: expect.any(String) as string,
    returnedBy: { displayName: expect.any(String) as string },
    viewerCan: { accept: false, correct: false, return: false },
  });
  expect(await read(await house.program.as('analyst'), measurement.id)).toBeNull();
  const told = async (client: ApiClient) => {
    const { data } = await client.ask<{ events: { nodes: { data: { reason: string } }[] } }>(
      `{ events(last: 5, where: { type: { eq: "MEASUREMENT_RETURNED" } }) { nodes { data } } }`,
    );
    return data.events.nodes.map(({ data: { reason } }) => reason);
  };
  expect([await told(reporter), await told(await house.program.as('analyst'))]).toEqual([['Thiếu nguồn.'], []]);
  const again = await record(reporter);
  await mutated(house.secretariat, 'acceptMeasurement', { measurementId: again.measurement.id }, '');
  expect(await read(reporter, again.measurement.id)).toMatchObject({ state: 'ACCEPTED', returnReason: null });
});

test('what counts is corrected, not returned; what was returned is neither returned again nor accepted', async () => {
  const refused = (mutation: string, measurementId: string) =>
    house.refused(mutation, { measurementId, ...(mutation === 'returnMeasurement' && { reason: 'x' }) }, [
      'CONFLICT input.measurementId',
    ]);
  const counts = await record(house.secretariat, { period: '2023-08' });
  await refused('returnMeasurement', counts.measurement.id);
  const { measurement } = await record(reporter, { period: '2023-08' });
  await giveBack(measurement.id);
  await refused('returnMeasurement', measurement.id);
  await refused('acceptMeasurement', measurement.id);
});

test('nobody returns an own measurement, with whatever roles, and a reason is needed', async () => {
  const account = await makeAccount(house.program, house.view, { roles: [{ role: 'REPORTER', unit: 'so-yt' }] });
  const { measurement } = await record(account.client);
  await house.refused('returnMeasurement', { measurementId: measurement.id, reason: ' ' }, ['INVALID input.reason']);
  await house.view.rows(`insert into account_role (account_id, role) values ($1, 'SECRETARIAT')`, [account.id]);
  const input = { measurementId: measurement.id, reason: 'x' };
  await house.refused('returnMeasurement', input, ['FORBIDDEN input.measurementId'], { client: account.client });
});

interface Due {
  readonly period: string;
  readonly state: string;
  readonly dueOn: string;
  readonly unit: { readonly code: string };
}

test('what is due goes from overdue to waiting to returned, each time owed by whom it waits for, and is due no more once accepted', async () => {
  const trajectory = await house.view.row<{ id: string }>(
    `select 'in_' || i.id as id from indicator i where i.code = 'nang-suat-lao-dong'`,
  );
  const due = async (): Promise<Due[]> => {
    const { data } = await house.secretariat.ask<{ indicator: { dueMeasurements: Due[] } }>(
      `{ indicator(code: "nang-suat-lao-dong") { dueMeasurements { period state dueOn unit { code } } } }`,
    );
    return data.indicator.dueMeasurements;
  };
  const owed = (state: string, code: string) => [{ period: '2021', state, dueOn: '2022-01-30', unit: { code } }];
  expect(await due()).toEqual(owed('OVERDUE', 'so-khcn'));
  const first = await record(reporter, { indicatorId: trajectory.id, period: '2021', value: 5.9 });
  expect(await due()).toEqual(owed('PROVISIONAL', 'so-tttt'));
  await giveBack(first.measurement.id);
  expect(await due()).toEqual(owed('RETURNED', 'so-tttt'));
  const { data } = await reporter.ask<{ unit: { dueMeasurements: object[] } }>(
    `{ unit(code: "so-tttt") { dueMeasurements { indicator { code } target { number } } } }`,
  );
  expect(data.unit.dueMeasurements).toEqual([{ indicator: { code: 'nang-suat-lao-dong' }, target: { number: '2' } }]);
  const second = await record(reporter, { indicatorId: trajectory.id, period: '2021', value: 6.1 });
  await mutated(house.secretariat, 'acceptMeasurement', { measurementId: second.measurement.id }, '');
  expect(await due()).toEqual([]);
});
