import { type ClientRequest, request } from 'node:http';
import { answerOf, WHO, Wire } from './wire';

let wire: Wire;

beforeAll(async () => {
  wire = await Wire.open();
});

afterAll(() => wire.close());

const SIGN_IN = `mutation ($input: SignInInput!) { signIn(input: $input) { token userErrors { code path message } } }`;
const JSON_TYPE = 'application/json';

interface Received {
  readonly status: number;
  readonly body: { data?: unknown; errors?: { message: string; extensions: { code: string } }[] };
}

/** Sends bytes as they are, and a path as it is written. */
function send(
  path: string,
  headers: Record<string, string>,
  body: Buffer | null,
  method = body === null ? 'GET' : 'POST',
): Promise<Received> {
  const { hostname, port } = new URL(wire.program.url);
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path, method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString();
        resolve({ status: response.statusCode!, body: JSON.parse(text) as Received['body'] });
      });
    });
    sent.on('error', reject);
    sent.end(body ?? undefined);
  });
}

function post(body: Buffer, type: string, headers: Record<string, string> = {}): Promise<Received> {
  return send('/graphql', { 'content-type': type, authorization: `Bearer ${wire.token}`, ...headers }, body);
}

async function secretariatToken(): Promise<string> {
  return (await wire.program.as('secretariat')).token!;
}

const CREATE = `mutation ($input: CreateDisplayInput!) { createDisplay(input: $input) { display { id } userErrors { code path message } } }`;
const naming = (name: string) =>
  JSON.stringify({ query: CREATE, variables: { input: { name, programmeCode: '07-CTr/TU' } } });

describe('words in another character set are refused and never stored as broken letters', () => {
  const LATIN = Buffer.from(naming('Ph\u00f2ng h\u00e0nh ch\u00ednh'), 'latin1');
  const UTF16 = Buffer.from(`\ufeff${naming('Phòng họp số 9')}`, 'utf16le');

  test.each([
    ['ISO-8859-1 that is declared', LATIN, `${JSON_TYPE}; charset=ISO-8859-1`, 415],
    ['ISO-8859-1 in quotes', LATIN, `${JSON_TYPE}; charset="iso-8859-1"`, 415],
    ['ISO-8859-1 that is not declared', LATIN, JSON_TYPE, 400],
    ['ISO-8859-1 that is declared as UTF-8', LATIN, `${JSON_TYPE}; charset=utf-8`, 400],
    ['UTF-16 that is declared', UTF16, `${JSON_TYPE}; charset=utf-16`, 415],
    ['UTF-16 that is not declared', UTF16, JSON_TYPE, 400],
    ['UTF-8 that is cut off', Buffer.from(naming('Phòng')).subarray(0, -30), JSON_TYPE, 400],
  ])('%s', async (_name, body, type, status) => {
    const headers = { authorization: `Bearer ${await secretariatToken()}` };
    const before = await wire.view.everything();
    const messages: string[] = [];
    for (const language of ['vi', 'en']) {
      const received = await post(body, type, { ...headers, 'accept-language': language });
      expect([received.status, received.body.errors!.map(({ extensions }) => extensions.code)]).toEqual([
        status,
        ['BAD_USER_INPUT'],
      ]);
      expect(received.body).not.toHaveProperty('data');
      messages.push(received.body.errors![0]!.message);
    }
    expect(messages[0]).not.toBe(messages[1]);
    expect(await wire.view.everything()).toEqual(before);
  });

  test('the way out is named', async () => {
    const { body } = await post(LATIN, JSON_TYPE);
    expect(body.errors![0]!.message).toMatch(/Hãy gửi lại bằng UTF-8/);
  });

  test('a letter that was lost before is refused at its field', async () => {
    const secretariat = await wire.program.as('secretariat');
    const { data } = await secretariat.ask<{
      createDisplay: { display: null; userErrors: { code: string; path: string[] }[] };
    }>(CREATE, { input: { name: 'Ph\ufffdng h\ufffdp', programmeCode: '07-CTr/TU' } });
    expect(data.createDisplay).toMatchObject({
      display: null,
      userErrors: [{ code: 'INVALID', path: ['input', 'name'] }],
    });
  });
});

describe('a media type is read as one', () => {
  const body = Buffer.from(JSON.stringify({ query: WHO }));

  test.each([
    'Application/Json',
    'APPLICATION/JSON; Charset=UTF-8',
    'application/json;charset="utf-8"',
    'application/json ; charset=utf8',
    'application/json; charset=us-ascii',
  ])('%s is JSON', async (type) => {
    const { status, body: answer } = await post(body, type);
    expect([status, answer.errors]).toEqual([200, undefined]);
  });

  test.each([
    'application/jsonfoo',
    'text/json',
    'text/plain; x=application/json',
    'application/graphql+json',
    'application/x-www-form-urlencoded',
    'json',
    'application/json charset=utf-8',
  ])('%s is none and refused with 415', async (type) => {
    const { status, body: answer } = await post(body, type);
    expect([status, answer.errors![0]!.extensions.code]).toEqual([415, 'BAD_USER_INPUT']);
  });

  test('a body without a type, or compressed, is refused with 415', async () => {
    const untyped = await send('/graphql', {}, body);
    const compressed = await post(body, JSON_TYPE, { 'content-encoding': 'gzip' });
    expect([untyped.status, compressed.status]).toEqual([415, 415]);
  });

  test('a byte order mark before the JSON is passed over', async () => {
    const { status, body: answer } = await post(Buffer.concat([Buffer.from('\ufeff'), body]), JSON_TYPE);
    expect([status, answer.errors]).toEqual([200, undefined]);
  });
});

describe('a question in the address', () => {
  const ask = (search: string) =>
    send(`/graphql?${search}`, { 'apollo-require-preflight': '1', authorization: `Bearer ${wire.token}` }, null);

  test.each([
    ['an escape that is none', 'query={viewer{id}}&operationName=%zz'.replace(/[{}]/g, encodeURIComponent)],
    ['an escape that is cut off', `query=${encodeURIComponent(WHO)}%`],
    [
      'ISO-8859-1 in escapes',
      `query=${encodeURIComponent('{ workItems(where: { title: { eq: "Ho')}%E0n${encodeURIComponent('" } }) { totalCount } }')}`,
    ],
  ])('with %s is refused with 400', async (_name, search) => {
    const { status, body } = await ask(search);
    expect([status, body.errors!.map(({ extensions }) => extensions.code)]).toEqual([400, ['BAD_USER_INPUT']]);
  });

  test('in UTF-8 is answered, with + for a space', async () => {
    const query = '{ workItems(where: { title: { contains: "Hoàn thành ✓" } }) { totalCount } }';
    const { status, body } = await ask(`query=${encodeURIComponent(query).replaceAll('%20', '+')}`);
    expect([status, body.errors]).toEqual([200, undefined]);
  });
});

test('what else never becomes an operation is refused in the caller’s language, with a way out', async () => {
  const body = Buffer.from(JSON.stringify([{ query: WHO }]));
  const asked = (language: string) => [
    post(body, JSON_TYPE, { 'accept-language': language }),
    send(`/graphql?query=${encodeURIComponent(WHO)}`, { 'accept-language': language }, null),
  ];
  const said = await Promise.all(['vi', 'en'].flatMap(asked));
  expect(said.map(({ status }) => status)).toEqual([400, 400, 400, 400]);
  const [batchVi, getVi, batchEn, getEn] = said.map(({ body: answer }) => answer.errors![0]!.message);
  expect([batchVi, batchEn]).toEqual([expect.stringMatching(/alias/), expect.stringMatching(/alias/)]);
  expect([getVi, getEn]).toEqual([
    expect.stringMatching(/^Truy vấn bằng GET cần tiêu đề `apollo-require-preflight/),
    expect.stringMatching(/^A question by GET needs the header `apollo-require-preflight/),
  ]);
});

test('a password with a lost letter is refused at its field, not tried', async () => {
  const response = await wire.post({
    query: SIGN_IN,
    variables: { input: { email: 'a@demo.test', password: 'm\ufffdt' } },
  });
  const { data } = await answerOf<{ signIn: { userErrors: { code: string; path: string[] }[] } }>(response);
  expect(data.signIn.userErrors).toMatchObject([{ code: 'INVALID', path: ['input', 'password'] }]);
});

describe('bodies that would keep the process busy, or full', () => {
  const variables = (text: string) => Buffer.from(`{"query":"{ viewer { id } }","variables":${text}}`);

  test.each([
    ['of a million brackets', variables('['.repeat(1_000_000)), 'BAD_USER_INPUT'],
    ['nested 300,000 levels', variables('{"a":'.repeat(300_000) + '1' + '}'.repeat(300_000)), 'BAD_USER_INPUT'],
    ['of 150,000 objects', variables(`{"x":[${'{"b":{}},'.repeat(150_000)}1]}`), 'QUERY_TOO_COMPLEX'],
  ])('%s are refused before they are parsed, also from strangers', async (_name, body, code) => {
    const received = await send('/graphql', { 'content-type': JSON_TYPE }, body);
    expect([received.status, received.body.errors!.map(({ extensions }) => extensions.code)]).toEqual([400, [code]]);
  });

  test('large bodies that never end are kept up to 64 MB of an address; small ones are answered beside them, and large ones when they are gone', async () => {
    const { hostname, port } = new URL(wire.program.url);
    const headers = { 'content-type': JSON_TYPE };
    const large = variables(JSON.stringify('x'.repeat(4_000_000)));
    const unfinished: ClientRequest[] = Array.from({ length: 17 }, () => {
      const open = request({ hostname, port, path: '/graphql', method: 'POST', headers, agent: false });
      open.on('error', () => undefined);
      open.write(large);
      return open;
    });
    let refused = await send('/graphql', headers, large);
    while (refused.status !== 429) refused = await send('/graphql', headers, large);
    expect(refused.body.errors).toMatchObject([
      { extensions: { code: 'RATE_LIMITED', limit: 'bodyMegabytes', value: 64, retryAfter: 1 } },
    ]);
    expect((await post(variables('{}'), JSON_TYPE)).status).toBe(200);
    for (const open of unfinished) open.destroy();
    let answered = await send('/graphql', headers, large);
    while (answered.status === 429) answered = await send('/graphql', headers, large);
    expect(answered.body.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });
});
