import type { ApiClient } from '../support/api-client';
import { makeAccount } from '../support/made/made-account';
import { mutated } from '../support/payload';
import { expectPoints } from '../support/refused';
import { Subscriber } from '../support/sockets/subscriber';
import { WorkHouse } from './work-house';

let house: WorkHouse;
let reporter: ApiClient;
let workItemId: string;

beforeAll(async () => {
  house = await WorkHouse.open();
  reporter = await house.program.as('reporter');
  workItemId = await house.itemId('07-01');
});

afterAll(() => house.close());

interface Raised {
  readonly cursor: string;
  readonly obstacle: { readonly id: string };
}

const said = {
  text: 'Chưa có quy chế chia sẻ dữ liệu.',
  proposal: 'Ban hành quy chế.',
  decidedBy: 'PEOPLES_COMMITTEE',
};
const FACTS = `id text proposal decidedBy state raisedOn ageDays decision takenUpOn resolvedOn isSample
  workItem { code } target { number } unit { code } raisedBy { displayName } takenUpBy { displayName } resolvedBy { displayName }
  viewerCan { takeUp resolve }`;
const raise = (input: object = { workItemId, ...said }, client = reporter) =>
  mutated<Raised>(client, 'raiseObstacle', input, 'cursor obstacle { id }');
const deal = (mutation: string, input: object) => mutated(house.secretariat, mutation, input);

async function read(id: string, client = house.secretariat): Promise<Record<string, unknown> | null> {
  const { data } = await client.ask<{ node: Record<string, unknown> | null }>(
    `query ($id: ID!) { node(id: $id) { ... on Obstacle { ${FACTS} } } }`,
    { id },
  );
  return data.node;
}

test('a unit’s reporter raises it, the secretariat takes it up and records what was decided; the past stays', async () => {
  const { obstacle, cursor } = await raise();
  const open = await read(obstacle.id);
  expect(open).toMatchObject({
    ...said,
    state: 'OPEN',
    raisedOn: '2023-11-14',
    ageDays: 0,
    workItem: { code: '07-01' },
    target: null,
    unit: { code: 'so-tttt' },
    decision: null,
    viewerCan: { takeUp: true, resolve: true },
  });
  await deal('takeUpObstacle', { obstacleId: obstacle.id });
  expect(await read(obstacle.id)).toMatchObject({
    state: 'IN_HAND',
    takenUpOn: '2023-11-14',
    viewerCan: { takeUp: false, resolve: true },
  });
  await deal('resolveObstacle', { obstacleId: obstacle.id, decision: 'Giao Sở TT&TT trình quy chế trong tháng 12.' });
  expect(await read(obstacle.id, reporter)).toMatchObject({
    state: 'RESOLVED',
    decision: 'Giao Sở TT&TT trình quy chế trong tháng 12.',
    resolvedOn: '2023-11-14',
    viewerCan: { takeUp: false, resolve: false },
  });
  const { data } = await reporter.ask<{ asOf: { obstacles: { nodes: object[] } } }>(
    `query ($cursor: Cursor!, $id: [ID!]!) { asOf(cursor: $cursor) { obstacles(where: { id: { in: $id } }) { nodes { state decision } } } }`,
    { cursor, id: [obstacle.id] },
  );
  expect(data.asOf.obstacles.nodes).toEqual([{ state: 'OPEN', decision: null }]);
});

test('its age counts calendar days until it is resolved, and lists are filtered and sorted by it', async () => {
  const { obstacle } = await raise();
  await house.view.rows(`update obstacle set raised_on = '2023-10-31' where 'oc_' || id = $1`, [obstacle.id]);
  expect(await read(obstacle.id)).toMatchObject({ ageDays: 14 });
  const { data } = await reporter.ask<{ workItem: { obstacles: { nodes: { id: string }[] } } }>(
    `{ workItem(code: "07-01") { obstacles(where: { ageDays: { gte: 14 }, state: { eq: OPEN } }, orderBy: [{ ageDays: DESC }]) { nodes { id } } } }`,
  );
  expect(data.workItem.obstacles.nodes).toEqual([{ id: obstacle.id }]);
});

test('an obstacle may be of a target, by the reporter of any unit', async () => {
  const { id: targetId } = await house.view.row<{ id: string }>(
    `select 'ta_' || t.id as id from target t join programme p on p.id = t.programme_id where p.code = '07-CTr/TU' order by t.number limit 1`,
  );
  const { obstacle } = await raise({ targetId, text: 'Thiếu số liệu.' }, await house.program.as('other.reporter'));
  expect(await read(obstacle.id)).toMatchObject({ workItem: null, decidedBy: null, proposal: null });
  const { data } = await reporter.ask<{ node: object }>(
    `query ($id: ID!) { node(id: $id) { ... on Target { viewerCan { raiseObstacle } obstacles { nodes { id } } } } }`,
    { id: targetId },
  );
  expect(data.node).toEqual({ viewerCan: { raiseObstacle: true }, obstacles: { nodes: [{ id: obstacle.id }] } });
});

test('a room sees what is in hand, live, and neither what is open nor what was decided', async () => {
  const { client } = await makeAccount(house.program, house.view, { roles: [{ role: 'DISPLAY' }] });
  const { obstacle } = await raise();
  const screen = new Subscriber(house.program.url, client.token);
  const { messages } = screen.subscribe<{ live: { obstacles: { nodes: { id: string }[] } } }>(
    `subscription { live { obstacles(where: { workItem: { code: { eq: "07-01" } } }) { nodes { id state unit { code } raisedBy { id } } } } }`,
  );
  const shown = (found: { id: string }[]) => found.find(({ id }) => id === obstacle.id);
  expect(shown((await messages.next()).data.live.obstacles.nodes)).toBeUndefined();
  await deal('takeUpObstacle', { obstacleId: obstacle.id });
  const seen = await messages.nextUntil(({ data }) => shown(data.live.obstacles.nodes) !== undefined);
  expect(shown(seen.at(-1)!.data.live.obstacles.nodes)).toEqual({
    id: obstacle.id,
    state: 'IN_HAND',
    unit: { code: 'so-tttt' },
    raisedBy: null,
  });
  await deal('resolveObstacle', { obstacleId: obstacle.id, decision: 'Đồng ý.' });
  await messages.nextUntil(({ data }) => shown(data.live.obstacles.nodes) === undefined);
  await screen.close();
  const { data } = await client.ask<{ events: { nodes: { type: string }[] } }>(
    `{ events(last: 50, where: { type: { startsWith: "OBSTACLE" } }) { nodes { type } } }`,
  );
  expect([...new Set(data.events.nodes.map(({ type }) => type))]).toEqual(['OBSTACLE_TAKEN_UP']);
});

test('a retry under one key raises once', async () => {
  const input = { workItemId, text: 'Một lần.', idempotencyKey: 'o1' };
  expect((await raise(input)).obstacle).toEqual((await raise(input)).obstacle);
});

test('an item that is not in force takes none', async () => {
  const draft = await house.draftItem('chua-ban-hanh');
  await house.view.rows(
    `update work_item set lead_unit_id = (select id from unit where code = 'so-tttt') where 'wi_' || id = $1`,
    [draft],
  );
  await expectPoints(house.view, reporter, [
    'raiseObstacle',
    { workItemId: draft, text: 'x' },
    ['CLOSED input.workItemId'],
  ]);
});

test('exactly one subject is named, and it is there', async () => {
  const refused = (input: object, point: string) =>
    expectPoints(house.view, reporter, ['raiseObstacle', { text: 'x', ...input }, [point]]);
  const gone = '00000000-0000-4000-8000-000000000000';
  await refused({}, 'INVALID input.workItemId');
  await refused({ workItemId, targetId: `ta_${gone}` }, 'INVALID input.targetId');
  await refused({ workItemId: `wi_${gone}` }, 'NOT_FOUND input.workItemId');
  await refused({ targetId: `ta_${gone}` }, 'NOT_FOUND input.targetId');
  await refused({ workItemId, text: ' ' }, 'INVALID input.text');
});
