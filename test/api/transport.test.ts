import { Database } from '../../src/platform/database/database';
import type { Answer } from '../support/api-client';
import { DatabaseView } from '../support/database-view';
import { makeAccount } from '../support/made-account';
import { startTestProgram, type TestProgram } from '../support/program';

let program: TestProgram;
let view: DatabaseView;
let token: string;

beforeAll(async () => {
  program = await startTestProgram();
  view = await DatabaseView.open(program.target);
  token = (await makeAccount(program, view, { roles: [{ role: 'ANALYST' }] })).token;
});

afterAll(async () => {
  await view.close();
  await program.close();
});

/** Posts to the GraphQL path; a text is sent as it is, an object as JSON. */
function post(body: string | object, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${program.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

function asAnalyst(query: string, variables: object = {}, headers: Record<string, string> = {}): Promise<Response> {
  return post({ query, variables }, { authorization: `Bearer ${token}`, ...headers });
}

async function answerOf<Data = unknown>(response: Response): Promise<Answer<Data>> {
  return (await response.json()) as Answer<Data>;
}

async function codesOf(response: Response): Promise<string[]> {
  return ((await answerOf(response)).errors ?? []).map(({ extensions }) => extensions.code);
}

const WHO = 'query { viewer { displayName } }';
const ITEMS = 'query { workItems(first: 1) { nodes { code } } }';

describe('what is no operation', () => {
  test.each([
    ['malformed JSON', '{"query": "{ viewer { id } }"'],
    ['an empty body', ''],
    ['JSON that is no object', '"{ viewer { id } }"'],
    ['a batch', JSON.stringify([{ query: WHO }, { query: WHO }])],
    ['a body without a query', '{"variables": {}}'],
    ['a query that is no text', '{"query": 1}'],
    ['variables that are no object', JSON.stringify({ query: WHO, variables: 'x' })],
    ['malformed GraphQL', JSON.stringify({ query: 'query { viewer {' })],
    ['an operation name that is not there', JSON.stringify({ query: WHO, operationName: 'Other' })],
    ['two operations and no name', JSON.stringify({ query: 'query A { viewer { id } } query B { viewer { id } }' })],
  ])('%s is refused as bad input, not as a fault of the server', async (_name, body) => {
    const response = await post(body, { authorization: `Bearer ${token}` });
    expect(response.status).toBe(400);
    expect(await codesOf(response)).toEqual(['BAD_USER_INPUT']);
  });

  test('an unknown field is named without suggesting those that exist', async () => {
    const response = await asAnalyst('query { workItem { id } workItemz(first: 1) { nodes { codee } } }');
    const { errors } = await answerOf(response);
    expect(response.status).toBe(400);
    const text = JSON.stringify(errors);
    expect(text).toContain('workItemz');
    expect(text).not.toMatch(/did you mean/i);
    for (const { extensions } of errors!) expect(extensions.code).toBe('BAD_USER_INPUT');
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
    const { errors } = await answerOf(await asAnalyst(query, variables));
    expect(errors!.length).toBeGreaterThan(0);
    expect(JSON.stringify(errors)).not.toMatch(/did you mean/i);
    for (const { extensions } of errors!) expect(extensions.code).toBe('BAD_USER_INPUT');
  });

  test('a body over 4 MB is refused in the caller’s language', async () => {
    const body = JSON.stringify({ query: WHO, variables: { x: 'a'.repeat(4 * 1024 * 1024) } });
    const vi = await post(body);
    const en = await post(body, { 'accept-language': 'en' });
    expect([vi.status, en.status]).toEqual([413, 413]);
    const messages = [await answerOf(vi), await answerOf(en)].map(({ errors }) => errors![0]!.message);
    expect(messages[0]).toMatch(/quá lớn/);
    expect(messages[1]).toMatch(/too large/);
  });

  test('another method than GET and POST is refused', async () => {
    const response = await fetch(`${program.url}/graphql`, {
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
      const response = await asAnalyst(WHO, {}, { accept: type });
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toContain(type);
      expect((await answerOf<{ viewer: object }>(response)).data.viewer).toBeTruthy();
    },
  );

  test('a query can be asked by GET with the header that pages of other sites cannot send', async () => {
    const url = `${program.url}/graphql?query=${encodeURIComponent(WHO)}`;
    const headers = { authorization: `Bearer ${token}` };
    const answered = await fetch(url, { headers: { ...headers, 'apollo-require-preflight': 'true' } });
    expect(answered.status).toBe(200);
    expect((await answerOf<{ viewer: object }>(answered)).data.viewer).toBeTruthy();
    const refused = await fetch(url, { headers });
    expect(refused.status).toBe(400);
    expect(await codesOf(refused)).toEqual(['BAD_USER_INPUT']);
  });

  test('a mutation is not taken by GET', async () => {
    const before = await view.everything();
    const url = `${program.url}/graphql?query=${encodeURIComponent('mutation { signOut { userErrors { code } } }')}`;
    const response = await fetch(url, {
      headers: { authorization: `Bearer ${token}`, 'apollo-require-preflight': 'true' },
    });
    expect(response.status).toBe(405);
    expect(await view.everything()).toEqual(before);
  });

  test('a form that another site’s page could send is refused', async () => {
    const response = await post(`query=${encodeURIComponent(WHO)}`, {
      'content-type': 'application/x-www-form-urlencoded',
      authorization: `Bearer ${token}`,
    });
    expect(response.status).toBe(400);
  });

  test('answers are never stored on the way and say where the log ends', async () => {
    const response = await asAnalyst(WHO);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect((await answerOf(response)).extensions!.cursor).toMatch(/^\d+\.\d+$/);
  });
});

describe('who is not signed in', () => {
  const NOT_SIGNED_IN = { vi: /chưa đăng nhập/, en: /not signed in/ };

  async function tokens(): Promise<Record<string, string | null>> {
    const roles = [{ role: 'ADMINISTRATOR' as const }];
    const expired = await makeAccount(program, view, { roles });
    const revoked = await makeAccount(program, view, { roles });
    const disabled = await makeAccount(program, view, { roles });
    await view.rows(`update access_token set expires_at = now() - interval '1 s' where account_id = $1`, [expired.id]);
    await view.rows('update access_token set revoked_at = now() where account_id = $1', [revoked.id]);
    await view.rows('update account set disabled_at = now() where id = $1', [disabled.id]);
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
        const answer = await answerOf(await post({ query: ITEMS }, { ...headers, 'accept-language': language }));
        expect(answer.data).toBeNull();
        expect(answer.errors!.map(({ extensions }) => extensions.code)).toEqual(['UNAUTHENTICATED']);
        expect(answer.errors![0]!.message).toMatch(NOT_SIGNED_IN[language]);
        messages.push(answer.errors![0]!.message);
      }
      expect(messages[0]).not.toBe(messages[1]);
      const { data, errors } = await answerOf(await post({ query: '{ viewer { id } __typename }' }, headers));
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
      expect(await codesOf(await post({ query }))).toEqual(['UNAUTHENTICATED']);
      expect((await answerOf(await asAnalyst(query))).errors).toBeUndefined();
    }
  });

  test('a bearer token counts whatever case the word Bearer is written in', async () => {
    const answer = await answerOf<{ viewer: object | null }>(
      await post({ query: WHO }, { authorization: `bearer ${token}` }),
    );
    expect(answer.data.viewer).not.toBeNull();
  });
});

describe('limits', () => {
  const bomb = (depth: number): string =>
    `query { ...F0 } ${Array.from({ length: depth }, (_, n) => `fragment F${n} on Query { ...F${n + 1} ...F${n + 1} }`).join(' ')}
     fragment F${depth} on Query { viewer { id } }`;
  const nested = (levels: number): string =>
    levels === 0 ? 'code' : `programme { workItems(first: 1) { nodes { ${nested(levels - 1)} } } }`;
  const deep = `query { workItem(code: "07-01") { ${nested(5)} } }`;
  const pages = `programmes(first: 200) { nodes { workItems(first: 200) { nodes { progressReports(first: 200) { nodes { id } } } } } }`;

  test.each([
    ['4,001 tokens', `query { ${'viewer { id } '.repeat(1000)} }`],
    ['17 levels', deep],
    ['101 aliases', `query { ${Array.from({ length: 101 }, (_, n) => `a${n}: viewer { id }`).join(' ')} }`],
    [
      '101 directives',
      `query { viewer { id ${'@include(if: true) '.repeat(1)} } ${'viewer @skip(if: false) { id } '.repeat(101)} }`,
    ],
    ['fragments that double themselves', bomb(30)],
    ['nested pages of more than 200,000 rows', `query { ${pages} }`],
    [
      'the same pages in fragments',
      `query { programmes(first: 200) { ...A } }
      fragment A on ProgrammeConnection { nodes { workItems(first: 200) { ... on WorkItemConnection { nodes { progressReports(first: 200) { ...B } } } } } }
      fragment B on ProgressReportConnection { nodes { id } }`,
    ],
    ['the same pages by a variable’s default', `query ($n: Int = 200) { ${pages.replaceAll('200', '$n')} }`],
    [
      'two sign-ins',
      'mutation { a: signIn(input: { email: "a", password: "b" }) { token } b: signIn(input: { email: "a", password: "b" }) { token } }',
    ],
    [
      'a sign-in in a fragment',
      'mutation { ...F ... on Mutation { b: signIn(input: { email: "a", password: "b" }) { token } } } fragment F on Mutation { a: signIn(input: { email: "a", password: "b" }) { token } }',
    ],
    ['eleven mutations', `mutation { ${Array.from({ length: 11 }, (_, n) => `a${n}: signOut { cursor }`).join(' ')} }`],
  ])('%s are refused within a blink, before anything is executed', async (_name, query) => {
    const before = await view.everything();
    const start = performance.now();
    const response = await asAnalyst(query);
    const text = await response.text();
    expect(performance.now() - start).toBeLessThan(1_000);
    expect(text.length).toBeLessThan(64 * 1024);
    const { data, errors } = JSON.parse(text) as Answer<unknown>;
    expect(data ?? null).toBeNull();
    expect(errors!.map(({ extensions }) => extensions.code)).toEqual(['QUERY_TOO_COMPLEX']);
    expect(await view.everything()).toEqual(before);
  });

  test('what stays within a limit is answered', async () => {
    const within = [
      `query { ${Array.from({ length: 100 }, (_, n) => `a${n}: viewer { id }`).join(' ')} }`,
      'query { workItems(first: 200) { nodes { progressReports(first: 200) { nodes { id } } } } }',
      `query { workItem(code: "07-01") { ${nested(4)} } }`,
    ];
    for (const query of within) expect((await answerOf(await asAnalyst(query))).errors).toBeUndefined();
  });

  test.each([
    ['first: 201', 'workItems(first: 201) { totalCount nodes { id } }'],
    ['last: 201', 'workItems(last: 201) { nodes { id } }'],
    ['first: -1', 'workItems(first: -1) { nodes { id } }'],
    ['first and last together', 'workItems(first: 1, last: 1) { nodes { id } }'],
  ])('%s is refused and says so in both languages', async (_name, field) => {
    const vi = await answerOf(await asAnalyst(`query { ${field} }`));
    const en = await answerOf(await asAnalyst(`query { ${field} }`, {}, { 'accept-language': 'en' }));
    for (const { data, errors } of [vi, en]) {
      expect(data).toBeNull();
      for (const { extensions } of errors!) expect(extensions.code).toBe('BAD_USER_INPUT');
    }
    expect(vi.errors![0]!.message).not.toBe(en.errors![0]!.message);
  });

  test('an alias over 63 bytes is refused, one of 63 is answered under its whole name', async () => {
    const longest = 'a'.repeat(63);
    const answered = await answerOf<Record<string, unknown>>(await asAnalyst(`query { ${longest}: viewer { id } }`));
    expect(Object.keys(answered.data)).toEqual([longest]);
    const refused = await asAnalyst(`query { ${longest}a: viewer { id } }`);
    expect(await codesOf(refused)).toEqual(['BAD_USER_INPUT']);
  });

  test('a filter of more than 1,000 values is refused', async () => {
    const query = 'query ($in: [String!]!) { workItems(where: { code: { in: $in } }) { totalCount } }';
    const many = Array.from({ length: 1_001 }, (_, n) => `x${n}`);
    expect(await codesOf(await asAnalyst(query, { in: many }))).toEqual(['BAD_USER_INPUT']);
    const fits = await answerOf(await asAnalyst(query, { in: many.slice(1) }));
    expect(fits.data).toEqual({ workItems: { totalCount: 0 } });
  });

  test.each([
    ['a NUL', '\u0000'],
    ['a lone surrogate', '\ud800'],
    ['quotes', `'"\\;--`],
  ])('%s in a text to be found is no fault of the server', async (_name, code) => {
    const query =
      'query ($c: String!) { workItem(code: $c) { id } workItems(where: { title: { eq: $c } }) { totalCount } }';
    for (const error of await codesOf(await asAnalyst(query, { c: code }))) expect(error).toBe('BAD_USER_INPUT');
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
  try {
    failWith(new Error('Connection terminated unexpectedly'));
    const away = await asAnalyst(WHO);
    expect([away.status, await codesOf(away)]).toEqual([503, ['UNAVAILABLE']]);
    failWith(new Error('select secret from access_token'));
    const broken = await asAnalyst(WHO, {}, { 'accept-language': 'en' });
    const { errors } = await answerOf(broken);
    expect([broken.status, errors![0]!.extensions.code]).toEqual([500, 'INTERNAL']);
    expect(JSON.stringify(errors)).not.toMatch(/secret|access_token/);
    expect(errors![0]!.message).toMatch(/^Internal error\./);
  } finally {
    jest.restoreAllMocks();
  }
});

describe('sessions of pages', () => {
  const SIGN_IN = `mutation ($input: SignInInput!) { signIn(input: $input) { token expiresAt viewer { email roles unit { code } } userErrors { code } } }`;

  async function signIn(): Promise<{ cookie: string; attributes: string; token: string }> {
    const response = await post({
      query: SIGN_IN,
      variables: { input: { email: ' Reporter@Demo.test ', password: 'mat-khau-thu' } },
    });
    const { data } = await answerOf<{ signIn: { token: string } }>(response);
    const [cookie, ...attributes] = response.headers.get('set-cookie')!.split('; ');
    return { cookie: cookie!, attributes: attributes.join('; '), token: data.signIn.token };
  }

  async function viewerWith(headers: Record<string, string>): Promise<unknown> {
    return (await answerOf<{ viewer: unknown }>(await post({ query: WHO }, headers))).data.viewer;
  }

  test('signing in gives a token, says who one is, and sets a cookie that scripts and other sites cannot use', async () => {
    const response = await post({
      query: SIGN_IN,
      variables: { input: { email: 'reporter@demo.test', password: 'mat-khau-thu' } },
    });
    const { data } = await answerOf<{ signIn: { token: string; expiresAt: string; viewer: object } }>(response);
    expect(data.signIn.viewer).toEqual({ email: 'reporter@demo.test', roles: ['REPORTER'], unit: { code: 'so-tttt' } });
    expect(new Date(data.signIn.expiresAt).getTime()).toBeGreaterThan(Date.now());
    const cookie = response.headers.get('set-cookie')!;
    expect(cookie).toContain(`=${data.signIn.token};`);
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Strict/);
    expect(cookie).toMatch(/Path=\//);
  });

  test('a refused sign-in sets no cookie', async () => {
    const response = await post({
      query: SIGN_IN,
      variables: { input: { email: 'reporter@demo.test', password: 'sai' } },
    });
    expect(response.headers.get('set-cookie')).toBeNull();
    expect((await answerOf(response)).data).toEqual({
      signIn: { token: null, expiresAt: null, viewer: null, userErrors: [{ code: 'INVALID' }] },
    });
  });

  test('the cookie counts for pages of this server and for clients that send no Origin', async () => {
    const { cookie } = await signIn();
    expect(await viewerWith({ cookie, origin: program.url })).not.toBeNull();
    expect(await viewerWith({ cookie })).not.toBeNull();
  });

  test.each(['https://evil.example', 'http://127.0.0.1:1', 'null', 'not an origin'])(
    'the cookie does not count for a page of %s',
    async (origin) => {
      const { cookie } = await signIn();
      expect(await viewerWith({ cookie, origin })).toBeNull();
    },
  );

  test('signing out ends the cookie and the token, and only the session that signed out', async () => {
    const [leaving, staying] = [await signIn(), await signIn()];
    const response = await post(
      { query: 'mutation { signOut { cursor userErrors { code } } }' },
      { cookie: leaving.cookie },
    );
    expect((await answerOf<{ signOut: { userErrors: [] } }>(response)).data.signOut.userErrors).toEqual([]);
    expect(response.headers.get('set-cookie')).toMatch(/tiendo_session=;.*Max-Age=0/);
    expect(await viewerWith({ cookie: leaving.cookie })).toBeNull();
    expect(await viewerWith({ authorization: `Bearer ${leaving.token}` })).toBeNull();
    expect(await viewerWith({ cookie: staying.cookie })).not.toBeNull();
  });

  test('tokens and passwords are stored as hashes only', async () => {
    const { token: issued } = await signIn();
    for (const { name } of await view.rows<{ name: string }>(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')`,
    )) {
      const found = await view.rows(
        `select 1 from "${name}" t where t::text like '%' || $1 || '%' or t::text like '%mat-khau-thu%'`,
        [issued],
      );
      expect([name, found.length]).toEqual([name, 0]);
    }
  });
});

describe('a screen’s link', () => {
  const CREATE = `mutation ($input: CreateDisplayInput!) { createDisplay(input: $input) { display { id name revokedAt programme { code } } link cursor userErrors { code path } } }`;
  const REVOKE = `mutation ($id: ID!) { revokeDisplay(input: { displayId: $id }) { display { revokedAt } userErrors { code } } }`;
  interface Created {
    createDisplay: {
      display: { id: string; name: string } | null;
      link: string | null;
      userErrors: { code: string; path: string[] }[];
    };
  }

  async function create(name: string, idempotencyKey?: string): Promise<Created['createDisplay']> {
    const secretariat = await program.as('secretariat');
    const answer = await secretariat.ask<Created>(CREATE, {
      input: { name, programmeCode: '07-CTr/TU', idempotencyKey },
    });
    return answer.data.createDisplay;
  }

  function open(link: string): Promise<Response> {
    return fetch(program.url + link, { redirect: 'manual' });
  }

  async function rolesWith(cookie: string): Promise<string[] | null> {
    const answer = await answerOf<{ viewer: { roles: string[] } | null }>(
      await post({ query: '{ viewer { roles } }' }, { cookie }),
    );
    return answer.data.viewer?.roles ?? null;
  }

  test('opens the screen: keeps the token in the cookie and out of the address', async () => {
    const { link } = await create('Phòng họp A');
    const response = await open(link!);
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toMatch(/^\/screen(\?programme=|$)/);
    expect(response.headers.get('location')).not.toContain(link!.split('/').at(-1));
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    const cookie = response.headers.get('set-cookie')!.split(';')[0]!;
    expect(await rolesWith(cookie)).toEqual(['DISPLAY']);
  });

  test('leads to the screen without a session when it is not known', async () => {
    const response = await open(`/screen/open/${'x'.repeat(43)}`);
    expect(response.status).toBe(303);
    expect(response.headers.get('set-cookie')).toBeNull();
  });

  test('opens nothing any more once the screen is revoked, and neither does the cookie', async () => {
    const { link, display } = await create('Phòng họp B');
    const cookie = (await open(link!)).headers.get('set-cookie')!.split(';')[0]!;
    const secretariat = await program.as('secretariat');
    const revoked = await secretariat.ask<{ revokeDisplay: { display: { revokedAt: string } } }>(REVOKE, {
      id: display!.id,
    });
    expect(revoked.data.revokeDisplay.display.revokedAt).toBeTruthy();
    expect(await rolesWith(cookie)).toBeNull();
    expect((await open(link!)).headers.get('set-cookie')).toBeNull();
    const again = await secretariat.ask<{ revokeDisplay: object }>(REVOKE, { id: display!.id });
    expect(again.data).toEqual(revoked.data);
  });

  test('is stored nowhere, not even under an idempotency key; a retry gets another link to the same screen', async () => {
    const first = await create('Phòng họp C', 'screen-c');
    const retry = await create('Phòng họp C', 'screen-c');
    expect(retry.display).toEqual(first.display);
    const token = first.link!.split('/').at(-1)!;
    const { written } = await view.row<{ written: string }>(
      `select written::text as written from idempotency_key where key = 'screen-c'`,
    );
    expect(written).not.toContain(token);
    for (const { link } of [first, retry]) expect((await open(link!)).headers.get('set-cookie')).toBeTruthy();
  });

  test('is not made again for a screen that was revoked since', async () => {
    const first = await create('Phòng họp D', 'screen-d');
    await (await program.as('secretariat')).ask(REVOKE, { id: first.display!.id });
    const retry = await create('Phòng họp D', 'screen-d');
    expect(retry).toMatchObject({ display: { id: first.display!.id }, link: null, userErrors: [] });
  });

  test('two screens cannot have one name', async () => {
    await create('Phòng họp E');
    const second = await create(' Phòng họp E ');
    expect(second).toMatchObject({ link: null, userErrors: [{ code: 'CONFLICT', path: ['input', 'name'] }] });
  });
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
    const response = await fetch(program.url + path);
    expect(response.status).toBe(status);
    expect(await response.text()).toMatch(text);
  });
});
