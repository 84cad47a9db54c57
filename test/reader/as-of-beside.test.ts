import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { Past } from './past';

let past: Past;

beforeAll(async () => {
  past = await Past.open();
});

afterAll(() => past.close());

const REFUSED = { extensions: { code: 'BAD_USER_INPUT' } };
const THEN = '2022-06-30T17:00:00+07:00';

/** Years side by side, as an analyst asks for them: two lie outside the history, one lies ahead, one list is too long, one moment is none. */
const YEARS = `query ($ahead: DateTime) {
  y2019: asOf(at: "2019-12-31T00:00:00Z") { programmes { totalCount } }
  y2022: asOf(at: "${THEN}") { programme(code: "07-CTr/TU") { code } }
  today: programme(code: "07-CTr/TU") { code }
  y2020: asOf(at: "2020-12-31T00:00:00Z") { programmes { totalCount } }
  ahead: asOf(at: $ahead) { programmes { totalCount } }
  long: asOf(at: "${THEN}") { programmes(first: 1000) { nodes { code } } }
  neither: asOf { programmes { totalCount } }
  __typename
}`;
const AHEAD = { ahead: '2030-01-01T00:00:00Z' };
const CODE = { code: '07-CTr/TU' };
const DATA = {
  y2019: null,
  y2022: { programme: CODE },
  today: CODE,
  y2020: null,
  ahead: null,
  long: null,
  neither: null,
  __typename: 'Query',
};
const REFUSED_KEYS = ['ahead', 'long', 'neither', 'y2019', 'y2020'];

interface Answered {
  readonly data?: unknown;
  readonly errors?: readonly { path?: readonly (string | number)[]; extensions?: unknown }[];
}

function expectRefusals({ errors }: Answered, before: readonly string[] = []): void {
  const paths = errors!.map(({ path }) => path);
  expect([...paths].sort()).toEqual(REFUSED_KEYS.map((key) => [...before, key]));
  for (const error of errors!) expect(error).toMatchObject(REFUSED);
}

/** The first message of an operation over WebSocket. */
async function overSocket(query: string): Promise<Answered> {
  const client = createClient({
    url: `${past.program.url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: { authorization: `Bearer ${past.secretariat.token}` },
  });
  try {
    const messages = client.iterate({ query, variables: AHEAD });
    return (await messages.next()).value as Answered;
  } finally {
    await client.dispose();
  }
}

test('over HTTP each wrong moment is null with an error of its own, in the order that was asked for', async () => {
  const answer = await past.secretariat.ask<object>(YEARS, AHEAD);
  expect(JSON.stringify(answer.data)).toBe(JSON.stringify(DATA));
  expectRefusals(answer);
});

test('over WebSocket, too', async () => {
  const answer = await overSocket(YEARS);
  expect(answer.data).toEqual(DATA);
  expectRefusals(answer);
});

test('kept live, the errors lie below `live`', async () => {
  const answer = await overSocket(YEARS.replace('{', '{ live {').concat('}').replace('query', 'subscription'));
  expect(answer.data).toEqual({ live: DATA });
  expectRefusals(answer, ['live']);
});

test('an id of a moment that never was is refused at its own field, too', async () => {
  const { data } = await past.secretariat.ask<{ workItem: { id: string } }>('{ workItem(code: "07-01") { id } }');
  const { id } = data.workItem;
  const answer = await past.secretariat.ask(`{ was: node(id: "${id}@9.9") { id } is: node(id: "${id}") { id } }`);
  expect(answer.data).toEqual({ was: null, is: { id } });
  expect(answer.errors).toMatchObject([{ path: ['was'], ...REFUSED }]);
});

test('what may not be null takes the whole answer with it, and says which it was', async () => {
  const answer = await past.secretariat.ask(
    `{ workItems(first: 1000) { totalCount } y2019: asOf(at: "2019-12-31T00:00:00Z") { programmes { totalCount } } }`,
  );
  expect(answer.data).toBeNull();
  expect(answer.errors).toMatchObject([{ path: ['workItems'], ...REFUSED }]);
});

test('what was answered beside a refusal is read anew the next time', async () => {
  const query = `{ displays { totalCount } y2019: asOf(at: "2019-12-31T00:00:00Z") { __typename } }`;
  const before = await past.secretariat.ask<{ displays: { totalCount: number } }>(query);
  await past.secretariat.ask(
    'mutation ($input: CreateDisplayInput!) { createDisplay(input: $input) { userErrors { code } } }',
    { input: { name: 'Phòng mới', programmeCode: '07-CTr/TU' } },
  );
  const after = await past.secretariat.ask<{ displays: { totalCount: number } }>(query);
  expect(after.data.displays.totalCount).toBe(before.data.displays.totalCount + 1);
});
