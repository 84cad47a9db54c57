import { WebSocket } from 'ws';
import { startTestProgram, type TestProgram } from '../support/program';
import { DEMO_PASSWORD } from '../support/test-server';

const BI = 'https://bi.example';
const PUBLIC = 'https://tiendo.example';

let program: TestProgram;

beforeAll(async () => {
  program = await startTestProgram({
    environment: { CORS_ORIGINS: `${BI}, http://127.0.0.1:5173`, PUBLIC_URL: PUBLIC },
  });
});

afterAll(() => program.close());

const WHO = JSON.stringify({ query: '{ viewer { displayName } }' });

function post(headers: Record<string, string>, body = WHO): Promise<Response> {
  return fetch(`${program.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
}

function preflight(origin: string): Promise<Response> {
  return fetch(`${program.url}/graphql`, {
    method: 'OPTIONS',
    headers: {
      origin,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization,content-type',
    },
  });
}

async function signIn(headers: Record<string, string> = {}): Promise<{ token: string; cookie: string | null }> {
  const query = 'mutation ($input: SignInInput!) { signIn(input: $input) { token } }';
  const variables = { input: { email: 'analyst@demo.test', password: DEMO_PASSWORD } };
  const response = await post(headers, JSON.stringify({ query, variables }));
  const { data } = (await response.json()) as { data: { signIn: { token: string } } };
  return { token: data.signIn.token, cookie: response.headers.get('set-cookie') };
}

async function viewer(headers: Record<string, string>): Promise<unknown> {
  const { data } = (await (await post(headers)).json()) as { data: { viewer: unknown } };
  return data.viewer;
}

/** How an upgrade with this Origin ends: open, or the status of its refusal. */
function upgrade(origin: string): Promise<number | 'open'> {
  const socket = new WebSocket(`${program.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', { origin });
  return new Promise((resolve) => {
    socket.on('open', () => {
      socket.close();
      resolve('open');
    });
    socket.on('unexpected-response', (_request, { statusCode }) => {
      socket.terminate();
      resolve(statusCode!);
    });
    socket.on('error', () => undefined);
  });
}

describe('pages of the origins that are named', () => {
  test.each([BI, 'http://127.0.0.1:5173'])('%s may ask with a token of their own', async (origin) => {
    const asked = await preflight(origin);
    expect([asked.status, await asked.text()]).toEqual([204, '']);
    expect(asked.headers.get('access-control-allow-origin')).toBe(origin);
    expect(asked.headers.get('access-control-allow-methods')).toMatch(/POST/);
    const allowed = asked.headers.get('access-control-allow-headers')!.split(/, */);
    expect(allowed).toEqual(expect.arrayContaining(['authorization', 'content-type', 'apollo-require-preflight']));
    const { token } = await signIn();
    const answered = await post({ origin, authorization: `Bearer ${token}` });
    expect(answered.status).toBe(200);
    expect(answered.headers.get('access-control-allow-origin')).toBe(origin);
    expect(answered.headers.get('vary')).toMatch(/origin/i);
    expect(await upgrade(origin)).toBe('open');
  });

  test('are never asked with the cookie of whoever looks at them, and are given none', async () => {
    const { cookie } = await signIn();
    const session = cookie!.split(';')[0]!;
    expect(await viewer({ cookie: session })).not.toBeNull();
    expect(await viewer({ cookie: session, origin: BI })).toBeNull();
    expect((await preflight(BI)).headers.get('access-control-allow-credentials')).toBeNull();
    expect((await signIn({ origin: BI })).cookie).toBeNull();
  });

  test('no others may', async () => {
    for (const origin of ['https://evil.example', 'http://bi.example', `${BI}.evil`, 'null']) {
      const asked = await preflight(origin);
      expect([origin, asked.headers.get('access-control-allow-origin')]).toEqual([origin, null]);
      expect([origin, asked.status >= 400]).toEqual([origin, true]);
      expect((await post({ origin })).headers.get('access-control-allow-origin')).toBeNull();
      expect([origin, await upgrade(origin)]).toEqual([origin, 403]);
    }
  });
});

describe('behind https', () => {
  test('a session’s cookie is for this host over https alone', async () => {
    const { cookie } = await signIn();
    expect(cookie).toMatch(/^__Host-tiendo_session=[^;]+; Path=\/; HttpOnly; SameSite=Strict; Secure; Expires=/);
    const value = /=([^;]+)/.exec(cookie!)![1]!;
    expect(await viewer({ cookie: `__Host-tiendo_session=${value}` })).not.toBeNull();
    // what a neighbour under the same domain could have planted
    expect(await viewer({ cookie: `tiendo_session=${value}` })).toBeNull();
  });

  test('signing out ends that very cookie', async () => {
    const { cookie } = await signIn();
    const query = 'mutation { signOut { userErrors { code } } }';
    const response = await post({ cookie: cookie!.split(';')[0]! }, JSON.stringify({ query }));
    expect(response.headers.get('set-cookie')).toMatch(/^__Host-tiendo_session=; .*Secure; Max-Age=0/);
  });

  test('a screen’s cookie is for https alone, too', async () => {
    const { data } = await (
      await program.as('secretariat')
    ).ask<{ createDisplay: { link: string } }>(
      'mutation ($input: CreateDisplayInput!) { createDisplay(input: $input) { link } }',
      { input: { name: 'Phòng họp', programmeCode: '07-CTr/TU' } },
    );
    const opened = await fetch(program.url + data.createDisplay.link, { redirect: 'manual' });
    expect(opened.headers.get('set-cookie')).toMatch(
      /^tiendo_screen=[^;]+; Path=\/screen; HttpOnly; SameSite=Strict; Secure/,
    );
  });

  test('pages of the public address are our own, whatever host the proxy passes on', async () => {
    const { cookie } = await signIn();
    const session = cookie!.split(';')[0]!;
    expect(await viewer({ cookie: session, origin: PUBLIC })).not.toBeNull();
    expect(await upgrade(PUBLIC)).toBe('open');
  });
});

test.each([
  '/graphql',
  '/screen/graphql',
  '/healthz',
  '/readyz',
  '/installation.json',
  '/schema.graphql',
  '/screen/open/short',
  '/nothing-here',
])('%s tells browsers to guess no type, to frame nothing and to say nothing of where one came from', async (path) => {
  const { headers } = await fetch(program.url + path, { redirect: 'manual' });
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('content-security-policy')).toMatch(/frame-ancestors 'none'/);
  expect(headers.get('referrer-policy')).toBe('no-referrer');
});
