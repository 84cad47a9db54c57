import { Database } from '../../src/platform/database/database';
import { DatabaseView } from '../support/database-view';
import { makeAccount } from '../support/made/made-account';
import { startTestProgram } from '../support/program';
import { answerOf, codesOf, ITEMS, WHO, Wire } from './wire';

let wire: Wire;

beforeAll(async () => {
  wire = await Wire.open();
});

afterAll(() => wire.close());

describe('what is no operation', () => {
  test.each([
    ['malformed JSON', '{"query": "{ viewer { id } }"'],
    ['an empty body', ''],
    ['JSON that is no object', '"{ viewer { id } }"'],
    ['a batch', JSON.stringify([{ query: WHO }, { query: WHO }])],
    ['a body without a query', '{"variables": {}}'],
    ['a query that is no text', '{"query": 1}'],
    ['variables that are no object', JSON.stringify({ query: WHO, variables: 'x' })],
    ['an operation name that is not there', JSON.stringify({ query: WHO, operationName: 'Other' })],
    ['two operations and no name', JSON.stringify({ query: 'query A { viewer { id } } query B { viewer { id } }' })],
  ])('%s is refused as bad input, not as a fault of the server', async (_name, body) => {
    const response = await wire.post(body, { authorization: `Bearer ${wire.token}` });
    expect(response.status).toBe(400);
    expect(await codesOf(response)).toEqual(['BAD_USER_INPUT']);
  });

  test('malformed GraphQL is told apart from a mistake in what was asked', async () => {
    const response = await wire.asAnalyst('query { viewer {');
    expect([response.status, await codesOf(response)]).toEqual([400, ['GRAPHQL_PARSE_FAILED']]);
  });

  test('an unknown field is named without suggesting those that exist', async () => {
    const response = await wire.asAnalyst('query { workItem { id } workItemz(first: 1) { nodes { codee } } }');
    const { errors } = await answerOf(response);
    expect(response.status).toBe(400);
    const text = JSON.stringify(errors);
    expect(text).toContain('workItemz');
    expect(text).not.toMatch(/did you mean/i);
    for (const { extensions } of errors!) expect(extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
  });

  test.each([
    [
      'a field of an input',
      'mutation ($i: SignInInput!) { signIn(input: $i) { token } }',
      { i: { emial: 'a', password: 'b' } },
    ],
    [
      'a value of an enum',
      'query ($h: Health) { workItems(where: { health: { eq: $h } }) { totalCount } }',
      { h: 'ON_TRAK' },
    ],
  ])('%s in variables is refused without suggesting those that exist', async (_name, query, variables) => {
    const { errors } = await answerOf(await wire.asAnalyst(query, variables));
    expect(errors!.length).toBeGreaterThan(0);
    expect(JSON.stringify(errors)).not.toMatch(/did you mean/i);
    for (const { extensions } of errors!) expect(extensions.code).toBe('BAD_USER_INPUT');
  });

  test('a body over 4 MB is refused in the caller’s language', async () => {
    const body = JSON.stringify({ query: WHO, variables: { x: 'a'.repeat(4 * 1024 * 1024) } });
    const vi = await wire.post(body);
    const en = await wire.post(body, { 'accept-language': 'en' });
    expect([vi.status, en.status]).toEqual([413, 413]);
    const messages = [await answerOf(vi), await answerOf(en)].map(({ errors }) => errors![0]!.message);
    expect(messages[0]).toMatch(/quá lớn/);
    expect(messages[1]).toMatch(/too large/);
  });

  test('another method than GET and POST is refused', async () => {
    const response = await fetch(`${wire.program.url}/graphql`, {
      method: 'PUT',
      headers: { 'apollo-require-preflight': '1' },
    });
    expect(response.status).toBe(405);
  });
});

describe('both ways of GraphQL over HTTP', () => {
  test.each(['application/graphql-response+json', 'application/json'])(
    'an answer comes as %s when asked for',
    async (type) => {
      const response = await wire.asAnalyst(WHO, {}, { accept: type });
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toContain(type);
      expect((await answerOf<{ viewer: object }>(response)).data.viewer).toBeTruthy();
    },
  );

  test('a query can be asked by GET with the header that pages of other sites cannot send', async () => {
    const url = `${wire.program.url}/graphql?query=${encodeURIComponent(WHO)}`;
    const headers = { authorization: `Bearer ${wire.token}` };
    const answered = await fetch(url, { headers: { ...headers, 'apollo-require-preflight': 'true' } });
    expect(answered.status).toBe(200);
    expect((await answerOf<{ viewer: object }>(answered)).data.viewer).toBeTruthy();
    const refused = await fetch(url, { headers });
    expect(refused.status).toBe(400);
    expect(await codesOf(refused)).toEqual(['BAD_USER_INPUT']);
  });

  test('a mutation is not taken by GET', async () => {
    const before = await wire.view.everything();
    const url = `${wire.program.url}/graphql?query=${encodeURIComponent('mutation { signOut { userErrors { code } } }')}`;
    const response = await fetch(url, {
      headers: { authorization: `Bearer ${wire.token}`, 'apollo-require-preflight': 'true' },
    });
    expect(response.status).toBe(405);
    expect(await wire.view.everything()).toEqual(before);
  });

  test('a form that another site’s page could send is refused', async () => {
    const response = await wire.post(`query=${encodeURIComponent(WHO)}`, {
      'content-type': 'application/x-www-form-urlencoded',
      authorization: `Bearer ${wire.token}`,
    });
    expect(response.status).toBe(415);
  });

  test('answers are never stored on the way and say where the log ends', async () => {
    const response = await wire.asAnalyst(WHO);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect((await answerOf(response)).extensions!.cursor).toMatch(/^\d+\.\d+$/);
  });
});

describe('who is not signed in', () => {
  const NOT_SIGNED_IN = { vi: /chưa đăng nhập/, en: /not signed in/ };

  async function tokens(): Promise<Record<string, string | null>> {
    const roles = [{ role: 'ADMINISTRATOR' as const }];
    const expired = await makeAccount(wire.program, wire.view, { roles });
    const revoked = await makeAccount(wire.program, wire.view, { roles });
    const disabled = await makeAccount(wire.program, wire.view, { roles });
    await wire.view.rows(`update access_token set expires_at = now() - interval '1 s' where account_id = $1`, [
      expired.id,
    ]);
    await wire.view.rows('update access_token set revoked_at = now() where account_id = $1', [revoked.id]);
    await wire.view.rows('update account set disabled_at = now() where id = $1', [disabled.id]);
    return {
      'no token': null,
      'a wrong token': 'A'.repeat(43),
      'an expired token': expired.token,
      'a revoked token': revoked.token,
      'the token of a disabled account': disabled.token,
    };
  }

  test.each(['no token', 'a wrong token', 'an expired token', 'a revoked token', 'the token of a disabled account'])(
    'with %s nothing but the viewer is answered, in both languages',
    async (kind) => {
      const given = (await tokens())[kind];
      const headers: Record<string, string> = given === null ? {} : { authorization: `Bearer ${given}` };
      const messages: string[] = [];
      for (const language of ['vi', 'en'] as const) {
        const answer = await answerOf(await wire.post({ query: ITEMS }, { ...headers, 'accept-language': language }));
        expect(answer.data).toBeNull();
        expect(answer.errors!.map(({ extensions }) => extensions.code)).toEqual(['UNAUTHENTICATED']);
        expect(answer.errors![0]!.message).toMatch(NOT_SIGNED_IN[language]);
        messages.push(answer.errors![0]!.message);
      }
      expect(messages[0]).not.toBe(messages[1]);
      const { data, errors } = await answerOf(await wire.post({ query: '{ viewer { id } __typename }' }, headers));
      expect(errors).toBeUndefined();
      expect(data).toEqual({ viewer: null, __typename: 'Query' });
    },
  );

  test('strangers may not introspect, whatever alias they use; signed-in accounts may', async () => {
    for (const query of [
      '{ __schema { types { name } } }',
      '{ viewer { id } x: __type(name: "Query") { name } }',
      'fragment F on Query { __schema { types { name } } } { ...F }',
    ]) {
      expect(await codesOf(await wire.post({ query }))).toEqual(['UNAUTHENTICATED']);
      expect((await answerOf(await wire.asAnalyst(query))).errors).toBeUndefined();
    }
  });

  test('a bearer token counts whatever case the word Bearer is written in', async () => {
    const answer = await answerOf<{ viewer: object | null }>(
      await wire.post({ query: WHO }, { authorization: `bearer ${wire.token}` }),
    );
    expect(answer.data.viewer).not.toBeNull();
  });
});

test('a fault of the server shows an id and nothing else', async () => {
  const own = await startTestProgram();
  const ownView = await DatabaseView.open(own.target);
  try {
    const { client } = await makeAccount(own, ownView, { roles: [{ role: 'ANALYST' }] });
    await ownView.rows('drop table trajectory_point cascade');
    const query = '{ indicators(first: 1) { totalCount } targets(first: 2) { nodes { trajectory { expected } } } }';
    const vi = await client.ask(query);
    const en = await client.ask(query, {}, 'en');
    expect(vi.data).toBeNull();
    for (const error of [...vi.errors!, ...en.errors!]) {
      expect(error.extensions).toEqual({
        code: 'INTERNAL',
        errorId: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
      });
      expect(JSON.stringify(error)).not.toMatch(/trajectory_point|relation|select|\.ts|node_modules|42P01/);
    }
    expect(vi.errors![0]!.message).toMatch(/^Lỗi nội bộ\./);
    expect(en.errors![0]!.message).toMatch(/^Internal error\./);
  } finally {
    await ownView.close();
    await own.close();
  }
});

test('when it cannot be found out who asks, the answer is an error of GraphQL in the caller’s language', async () => {
  const original = Database.prototype.query;
  const failWith = (error: Error) =>
    jest.spyOn(Database.prototype, 'query').mockImplementation(function (this: Database, text, values) {
      return text.includes('access_token') ? Promise.reject(error) : original.call(this, text, values);
    });
  // whom nobody remembers: a token that was just asked about is known for a second
  const { token } = await makeAccount(wire.program, wire.view, { roles: [{ role: 'ANALYST' }] });
  const ask = (headers: Record<string, string>) =>
    wire.post({ query: WHO }, { authorization: `Bearer ${token}`, ...headers });
  try {
    failWith(new Error('Connection terminated unexpectedly'));
    const away = await ask({});
    expect([away.status, await codesOf(away)]).toEqual([503, ['UNAVAILABLE']]);
    failWith(new Error('select secret from access_token'));
    const broken = await ask({ 'accept-language': 'en' });
    const { errors } = await answerOf(broken);
    expect([broken.status, errors![0]!.extensions.code]).toEqual([500, 'INTERNAL']);
    expect(JSON.stringify(errors)).not.toMatch(/secret|access_token/);
    expect(errors![0]!.message).toMatch(/^Internal error\./);
  } finally {
    jest.restoreAllMocks();
  }
});

describe('what else is served', () => {
  test.each([
    ['/healthz', 200, /^ok/],
    ['/readyz', 200, /^ready/],
    ['/metrics', 200, /process_cpu/],
    ['/schema.graphql', 200, /^type|"""|interface/m],
    ['/nothing-here', 404, /Không có trang này/],
    ['/screen/open/short', 404, /./],
  ])('%s answers %i', async (path, status, text) => {
    const response = await fetch(wire.program.url + path);
    expect(response.status).toBe(status);
    expect(await response.text()).toMatch(text);
  });
});
