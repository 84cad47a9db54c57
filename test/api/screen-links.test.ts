import { until } from '../support/until';
import { answerOf, Wire } from './wire';

let wire: Wire;

beforeAll(async () => {
  wire = await Wire.open();
});

afterAll(() => wire.close());

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
    const secretariat = await wire.program.as('secretariat');
    const answer = await secretariat.ask<Created>(CREATE, {
      input: { name, programmeCode: '07-CTr/TU', idempotencyKey },
    });
    return answer.data.createDisplay;
  }

  function open(link: string): Promise<Response> {
    return fetch(wire.program.url + link, { redirect: 'manual' });
  }

  async function rolesWith(cookie: string): Promise<string[] | null> {
    const answer = await answerOf<{ viewer: { roles: string[] } | null }>(
      await wire.post({ query: '{ viewer { roles } }' }, { cookie }),
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

  test('gives the screen a cookie of its own, which browsers send to its page alone', async () => {
    const { link } = await create('Phòng họp A1');
    const [cookie, ...attributes] = (await open(link!)).headers.get('set-cookie')!.split('; ');
    expect(cookie).toMatch(/^tiendo_screen=/);
    expect(attributes).toEqual(expect.arrayContaining(['Path=/screen', 'HttpOnly', 'SameSite=Strict']));
  });

  test('where a browser holds a person, too, each page is asked as whom it belongs to', async () => {
    const { link } = await create('Phòng họp A2');
    const screen = (await open(link!)).headers.get('set-cookie')!.split(';')[0]!;
    const cookie = `tiendo_session=${wire.token}; ${screen}`;
    const rolesAt = async (path: string) => {
      const response = await fetch(wire.program.url + path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie },
        body: JSON.stringify({ query: '{ viewer { roles } }' }),
      });
      return (await answerOf<{ viewer: { roles: string[] } }>(response)).data.viewer.roles;
    };
    expect([await rolesAt('/graphql'), await rolesAt('/screen/graphql')]).toEqual([['ANALYST'], ['DISPLAY']]);
  });

  test.each(['a person’s token', 'the token of an account that is also a screen’s'])(
    'opens nothing by %s: nobody is signed in by following a link',
    async (kind) => {
      let { token } = wire;
      if (kind !== 'a person’s token') {
        const { link, display } = await create('Phòng họp A3');
        token = link!.split('/').at(-1)!;
        await wire.view.rows(
          `insert into account_role (account_id, role) select account_id, 'SECRETARIAT' from display where 'di_' || id = $1`,
          [display!.id],
        );
      }
      const response = await open(`/screen/open/${token}`);
      expect([response.status, response.headers.get('location')]).toEqual([303, '/screen']);
      expect(response.headers.get('set-cookie')).toBeNull();
    },
  );

  test('is not ended by signing out there: the refusal says who ends it', async () => {
    const { link } = await create('Phòng họp A4');
    const cookie = (await open(link!)).headers.get('set-cookie')!.split(';')[0]!;
    const query = 'mutation { signOut { userErrors { code message } } }';
    const response = await wire.post({ query }, { cookie });
    const { data } = await answerOf<{ signOut: { userErrors: { code: string; message: string }[] } }>(response);
    expect(data.signOut.userErrors).toMatchObject([{ code: 'FORBIDDEN' }]);
    expect(data.signOut.userErrors[0]!.message).toMatch(/Cơ quan thường trực thu hồi/);
    expect(await rolesWith(cookie)).toEqual(['DISPLAY']);
  });

  test('is seen to be used, by the programme’s clock, as soon as the screen asks', async () => {
    const { link, display } = await create('Phòng họp A5');
    const seen = async () => {
      const secretariat = await wire.program.as('secretariat');
      const { data } = await secretariat.ask<{
        node: { lastSeenAt: string | null };
        asOf: { node: { lastSeenAt: null } };
        installation: { serverTime: string };
      }>(
        `query ($id: ID!, $at: DateTime) { node(id: $id) { ... on Display { lastSeenAt } } installation { serverTime }
          asOf(at: $at) { node(id: $id) { ... on Display { lastSeenAt } } } }`,
        { id: display!.id, at: '2023-11-14T08:00:00+07:00' },
      );
      return data;
    };
    expect((await seen()).node.lastSeenAt).toBeNull();
    await open(link!);
    const { node, installation } = await until(seen, (found) => found.node.lastSeenAt !== null);
    const age = Date.parse(installation.serverTime) - Date.parse(node.lastSeenAt!);
    expect(age).toBeGreaterThanOrEqual(0);
    expect(age).toBeLessThan(600_000);
  });

  test('opens nothing any more once the screen is revoked, and neither does the cookie', async () => {
    const { link, display } = await create('Phòng họp B');
    const cookie = (await open(link!)).headers.get('set-cookie')!.split(';')[0]!;
    const secretariat = await wire.program.as('secretariat');
    const revoked = await secretariat.ask<{ revokeDisplay: { display: { revokedAt: string } } }>(REVOKE, {
      id: display!.id,
    });
    expect(revoked.data.revokeDisplay.display.revokedAt).toBeTruthy();
    expect(await rolesWith(cookie)).toBeNull();
    expect((await open(link!)).headers.get('set-cookie')).toBeNull();
    const again = await secretariat.ask<{ revokeDisplay: object }>(REVOKE, { id: display!.id });
    expect(again.data).toEqual(revoked.data);
  });

  test('is stored nowhere and shown once: a retry gets the same screen without a link', async () => {
    const first = await create('Phòng họp C', 'screen-c');
    const retry = await create('Phòng họp C', 'screen-c');
    expect(retry).toMatchObject({ display: first.display, link: null, userErrors: [] });
    expect(await wire.view.rowsWith(first.link!.split('/').at(-1)!)).toEqual([]);
    expect((await open(first.link!)).headers.get('set-cookie')).toBeTruthy();
  });

  test('that was lost is made up for: the screen is revoked, and made again under its name', async () => {
    const lost = await create('Phòng họp D');
    await (await wire.program.as('secretariat')).ask(REVOKE, { id: lost.display!.id });
    const made = await create('Phòng họp D');
    expect(made).toMatchObject({ display: { name: 'Phòng họp D' }, userErrors: [] });
    expect((await open(lost.link!)).headers.get('set-cookie')).toBeNull();
    expect((await open(made.link!)).headers.get('set-cookie')).toBeTruthy();
  });

  test('is an event each time one is made, which does not hold it', async () => {
    const { display } = await create('Phòng họp F');
    const events = await wire.view.rows(
      `select type, data from event_log where 'di_' || subject_id = $1 order by position`,
      [display!.id],
    );
    expect(events).toEqual([
      { type: 'DISPLAY_CREATED', data: { name: 'Phòng họp F' } },
      { type: 'DISPLAY_LINK_MADE', data: { name: 'Phòng họp F' } },
    ]);
  });

  test('two screens cannot have one name', async () => {
    await create('Phòng họp E');
    const second = await create(' Phòng họp E ');
    expect(second).toMatchObject({ link: null, userErrors: [{ code: 'CONFLICT', path: ['input', 'name'] }] });
  });
});
