import { answerOf, WHO, Wire } from './wire';

let wire: Wire;

beforeAll(async () => {
  wire = await Wire.open();
});

afterAll(() => wire.close());

describe('sessions of pages', () => {
  const SIGN_IN = `mutation ($input: SignInInput!) { signIn(input: $input) { token expiresAt viewer { email roles unit { code } } userErrors { code } } }`;

  async function signIn(): Promise<{ cookie: string; attributes: string; token: string }> {
    const response = await wire.post({
      query: SIGN_IN,
      variables: { input: { email: ' Reporter@Demo.test ', password: 'mat-khau-thu' } },
    });
    const { data } = await answerOf<{ signIn: { token: string } }>(response);
    const [cookie, ...attributes] = response.headers.get('set-cookie')!.split('; ');
    return { cookie: cookie!, attributes: attributes.join('; '), token: data.signIn.token };
  }

  async function viewerWith(headers: Record<string, string>): Promise<unknown> {
    return (await answerOf<{ viewer: unknown }>(await wire.post({ query: WHO }, headers))).data.viewer;
  }

  test('signing in gives a token, says who one is, and sets a cookie that scripts and other sites cannot use', async () => {
    const response = await wire.post({
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
    const response = await wire.post({
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
    expect(await viewerWith({ cookie, origin: wire.program.url })).not.toBeNull();
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
    const response = await wire.post(
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
    for (const { name } of await wire.view.rows<{ name: string }>(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')`,
    )) {
      const found = await wire.view.rows(
        `select 1 from "${name}" t where t::text like '%' || $1 || '%' or t::text like '%mat-khau-thu%'`,
        [issued],
      );
      expect([name, found.length]).toEqual([name, 0]);
    }
  });
});
