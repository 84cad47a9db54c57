import { serverAudits } from 'graphql-http';
import { answerOf, Wire } from './wire';

let wire: Wire;

beforeAll(async () => {
  wire = await Wire.open();
});

afterAll(() => wire.close());

/**
 * What Apollo Server answers 400 to who takes plain JSON, too: its clients have been told so for years, and whoever wants the statuses of the draft takes the draft's
 * media type. The draft says SHOULD.
 */
const OTHERWISE = [
  'SHOULD use 200 status code on document parsing failure when accepting application/json',
  'SHOULD use 200 status code on document validation failure when accepting application/json',
  'SHOULD use a status code of 200 on variable coercion failure when accepting application/json',
];

/** Asks as an analyst, since strangers learn nothing of the schema, and with the header that a question by GET needs. */
function fetchSignedIn(url: string, init: RequestInit = {}): Promise<Response> {
  const headers = new Headers(init.headers);
  headers.set('authorization', `Bearer ${wire.token}`);
  headers.set('apollo-require-preflight', '1');
  return fetch(url, { ...init, headers });
}

const audits = serverAudits({ url: () => `${wire.program.url}/graphql`, fetchFn: fetchSignedIn });

test('the audits of the draft “GraphQL over HTTP” are all there', () => {
  expect(audits).toHaveLength(60);
  expect(audits.map(({ name }) => name)).toEqual(expect.arrayContaining(OTHERWISE));
});

test.each(audits.filter(({ name }) => !OTHERWISE.includes(name)).map((audit) => [audit.name, audit] as const))(
  '%s',
  async (_name, audit) => {
    const result = await audit.fn();
    expect('reason' in result ? [result.status, result.reason] : [result.status]).toEqual(['ok']);
  },
);

test('a document that cannot be is 400 whichever media type is taken', async () => {
  for (const accept of ['application/json', 'application/graphql-response+json']) {
    const response = await wire.asAnalyst('{ nothingOfThisName }', {}, { accept });
    expect([response.status, (await answerOf(response)).errors]).toMatchObject([
      400,
      [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }],
    ]);
  }
});
