import { ApolloClient, ApolloLink, gql, HttpLink, InMemoryCache } from '@apollo/client';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';
import { createHash } from 'node:crypto';
import { answerOf, Wire } from './wire';

let wire: Wire;

beforeAll(async () => {
  wire = await Wire.open();
});

afterAll(() => wire.close());

const hashOf = (query: string) => createHash('sha256').update(query).digest('hex');
const persisted = (query: string) => ({ persistedQuery: { version: 1, sha256Hash: hashOf(query) } });

interface Sent {
  readonly query?: string;
  readonly extensions?: { persistedQuery?: object };
}

/** Apollo Client with its own link of persisted queries, and what it sent. */
function apolloClient(headers: Record<string, string>): { client: ApolloClient; sent: Sent[] } {
  const sent: Sent[] = [];
  const http = new HttpLink({
    uri: `${wire.program.url}/graphql`,
    headers: { authorization: `Bearer ${wire.token}`, ...headers },
    fetch: (url, init) => {
      sent.push(JSON.parse(init!.body as string) as Sent);
      return fetch(url, init);
    },
  });
  const link = ApolloLink.from([new PersistedQueryLink({ sha256: hashOf }), http]);
  return { client: new ApolloClient({ link, cache: new InMemoryCache() }), sent };
}

test.each([
  ['that names no language', {}],
  ['in Vietnamese', { 'accept-language': 'vi' }],
  ['in English', { 'accept-language': 'en' }],
  ['that takes plain JSON alone', { accept: 'application/json' }],
])('Apollo Client %s sends the hash, then the text once, then the hash alone', async (name, headers) => {
  const query = gql(`query Persisted${hashOf(name).slice(0, 8)} { viewer { displayName } }`);
  const { client, sent } = apolloClient(headers);
  for (let round = 0; round < 2; round += 1) {
    const { data, error } = await client.query({ query, fetchPolicy: 'network-only' });
    expect(error).toBeUndefined();
    expect(data).toMatchObject({ viewer: { displayName: expect.any(String) as string } });
  }
  expect(sent.map((body) => [body.query !== undefined, body.extensions?.persistedQuery !== undefined])).toEqual([
    [false, true],
    [true, true],
    [false, true],
  ]);
  client.stop();
});

test.each(['vi', 'en'])(
  'a hash that is not known is answered in the words of the protocol, also in %s',
  async (language) => {
    const extensions = persisted(`{ never_sent_${language}: __typename }`);
    const response = await wire.post({ extensions }, { 'accept-language': language });
    const { errors } = await answerOf(response);
    expect([response.status, errors]).toEqual([
      200,
      [{ message: 'PersistedQueryNotFound', extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }],
    ]);
  },
);

test('a text that does not belong to its hash is refused and not kept', async () => {
  const extensions = persisted('{ wanted: __typename }');
  const refused = await wire.post({ query: '{ other: __typename }', extensions });
  expect((await answerOf(refused)).errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  expect((await answerOf(await wire.post({ extensions }))).errors).toMatchObject([
    { extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } },
  ]);
});

test('a hash that is no text is not known either', async () => {
  const response = await wire.post({ extensions: { persistedQuery: { version: 1, sha256Hash: { a: 1 } } } });
  expect((await answerOf(response)).errors).toMatchObject([{ extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }]);
});

test('strangers are answered, and keep nothing in the server', async () => {
  const query = '{ ofStrangers: __typename }';
  const extensions = persisted(query);
  expect((await answerOf(await wire.post({ query, extensions }))).data).toEqual({ ofStrangers: 'Query' });
  const again = await answerOf(await wire.post({ extensions }));
  expect(again.errors).toMatchObject([{ extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }]);
});

test('a persisted query is answered with the rights of who sends the hash', async () => {
  const query = '{ workItems(first: 1) { nodes { code } } }';
  const extensions = persisted(query);
  const authorization = `Bearer ${wire.token}`;
  expect((await answerOf(await wire.post({ query, extensions }, { authorization }))).errors).toBeUndefined();
  const answered = await answerOf(await wire.post({ extensions }, { authorization }));
  expect(answered.data).toMatchObject({ workItems: { nodes: [{ code: expect.any(String) as string }] } });
  const stranger = await answerOf(await wire.post({ extensions }));
  expect(stranger.errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
});
