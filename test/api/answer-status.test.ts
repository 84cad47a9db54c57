import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { answerOf, ITEMS, WHO, Wire } from './wire';

let wire: Wire;

beforeAll(async () => {
  wire = await Wire.open();
});

afterAll(() => wire.close());

const DRAFT = 'application/graphql-response+json';
const ALIASES = `query { ${Array.from({ length: 101 }, (_, n) => `a${n}: viewer { id }`).join(' ')} }`;
const BEYOND = `query ($t: [String!]!) { workItems(where: { code: { in: $t } }) { totalCount } }`;

interface Case {
  readonly query: string;
  readonly variables?: object;
  readonly token?: string | null;
  readonly code: string;
  readonly status: number;
  /** In plain JSON. */
  readonly plainStatus: number;
}

const CASES: readonly (Case & { name: string })[] = [
  { name: 'no GraphQL', query: '{ viewer {', code: 'GRAPHQL_PARSE_FAILED', status: 400, plainStatus: 400 },
  {
    name: 'an unknown field',
    query: '{ vewer { id } }',
    code: 'GRAPHQL_VALIDATION_FAILED',
    status: 400,
    plainStatus: 400,
  },
  { name: 'too many aliases', query: ALIASES, code: 'QUERY_TOO_COMPLEX', status: 400, plainStatus: 200 },
  {
    name: 'a wrong token',
    query: ITEMS,
    token: 'A'.repeat(43),
    code: 'UNAUTHENTICATED',
    status: 401,
    plainStatus: 200,
  },
  { name: 'no token', query: ITEMS, token: null, code: 'UNAUTHENTICATED', status: 401, plainStatus: 200 },
  {
    name: 'a page that is too long',
    query: '{ workItems(first: 201) { totalCount } }',
    code: 'BAD_USER_INPUT',
    status: 400,
    plainStatus: 200,
  },
  {
    name: 'a list that is too long',
    query: BEYOND,
    variables: { t: Array.from({ length: 1_001 }, (_, n) => `x${n}`) },
    code: 'BAD_USER_INPUT',
    status: 400,
    plainStatus: 200,
  },
  {
    name: 'a subscription',
    query: 'subscription { heartbeat { today } }',
    code: 'BAD_USER_INPUT',
    status: 400,
    plainStatus: 200,
  },
];

function ask(
  { query, variables, token }: Pick<Case, 'query' | 'variables' | 'token'>,
  accept: string,
): Promise<Response> {
  const bearer = token === undefined ? wire.token : token;
  return wire.post({ query, variables }, { accept, ...(bearer !== null && { authorization: `Bearer ${bearer}` }) });
}

describe('what brought no data says so by its status, to who takes the media type of the draft', () => {
  test.each(CASES)('$name: $status', async (asked) => {
    const response = await ask(asked, `${DRAFT}, application/json;q=0.9`);
    const answer = await answerOf(response);
    expect(answer.errors!.map(({ extensions }) => extensions.code)).toContain(asked.code);
    expect(response.status).toBe(asked.status);
    expect(response.headers.get('content-type')).toContain(DRAFT);
    expect(answer).not.toHaveProperty('data');
  });

  test('what brought some data is 200, with its errors', async () => {
    const query = '{ viewer { displayName } y2019: asOf(at: "2019-12-31T00:00:00Z") { __typename } }';
    const response = await ask({ query }, DRAFT);
    const answer = await answerOf(response);
    expect([response.status, answer.data]).toMatchObject([200, { viewer: {}, y2019: null }]);
    expect(answer.errors).toHaveLength(1);
  });

  test('a refusal before there is an operation comes in the same media type', async () => {
    const response = await wire.post('{', { accept: DRAFT });
    expect([response.status, response.headers.get('content-type')]).toEqual([400, `${DRAFT}; charset=utf-8`]);
  });
});

describe('who takes plain JSON gets the same codes, and 200 where clients of old expect it', () => {
  test.each(CASES)('$name: $plainStatus', async (asked) => {
    const response = await ask(asked, 'application/json');
    const { errors } = await answerOf(response);
    expect([response.status, errors![0]!.extensions.code]).toEqual([asked.plainStatus, asked.code]);
  });
});

describe('over WebSocket the codes are the same', () => {
  test.each([
    ['no GraphQL', '{ viewer {', 'GRAPHQL_PARSE_FAILED'],
    ['an unknown field', '{ vewer { id } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['too many aliases', ALIASES, 'QUERY_TOO_COMPLEX'],
    ['a position beyond the log', 'subscription { events(after: "1.999999") { cursor } }', 'CURSOR_EXPIRED'],
    ['a position of a lost future', 'subscription { events(after: "9.1") { cursor } }', 'CURSOR_EXPIRED'],
  ])('%s', async (_name, query, code) => {
    const client = createClient({
      url: `${wire.program.url.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: { authorization: `Bearer ${wire.token}` },
    });
    const errors = await new Promise<readonly { extensions: { code: string } }[]>((resolve) => {
      client.subscribe(
        { query },
        {
          next: (result) => resolve((result.errors ?? []) as unknown as { extensions: { code: string } }[]),
          error: (thrown) => resolve(thrown as { extensions: { code: string } }[]),
          complete: () => undefined,
        },
      );
    });
    await client.dispose();
    expect(errors.map(({ extensions }) => extensions.code)).toEqual([code]);
  });
});

test('a known query is answered in plain JSON whichever way that is asked for', async () => {
  for (const accept of [
    '*/*',
    'application/json',
    'application/json; charset=utf-8',
    'application/json, text/plain;q=0.5',
  ]) {
    for (let round = 0; round < 2; round += 1) {
      const response = await ask({ query: WHO }, accept);
      expect([accept, response.status, response.headers.get('content-type')]).toEqual([
        accept,
        200,
        'application/json; charset=utf-8',
      ]);
    }
  }
});
