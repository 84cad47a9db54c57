import { answerOf, Wire } from './wire';

let wire: Wire;

beforeAll(async () => {
  wire = await Wire.open();
});

afterAll(() => wire.close());

const SCREENS = '{ displays { totalCount } }';

async function get(query: string, headers: Record<string, string> = {}): Promise<Response> {
  const secretariat = await wire.program.as('secretariat');
  return fetch(`${wire.program.url}/graphql?query=${encodeURIComponent(query)}`, {
    headers: { authorization: `Bearer ${secretariat.token}`, 'apollo-require-preflight': '1', ...headers },
  });
}

let screens = 0;
async function addScreen(): Promise<void> {
  screens += 1;
  const secretariat = await wire.program.as('secretariat');
  const { data } = await secretariat.ask<{ createDisplay: { userErrors: object[] } }>(
    'mutation ($input: CreateDisplayInput!) { createDisplay(input: $input) { userErrors { code } } }',
    { input: { name: `Phòng ${screens}`, programmeCode: '07-CTr/TU' } },
  );
  expect(data.createDisplay.userErrors).toEqual([]);
}

describe('the tag of an answer that was asked by GET', () => {
  test.each([
    ['a query', SCREENS],
    ['a query with the alias “extensions”', '{ a: viewer { id } extensions: displays { totalCount } }'],
    ['a query with aliases that look like the end of an answer', '{ data: displays { extensions: totalCount } }'],
  ])('of %s stands for its data: 304 until the data changes', async (_name, query) => {
    const first = await get(query);
    const tag = first.headers.get('etag')!;
    expect((await get(query, { 'if-none-match': tag })).status).toBe(304);
    await addScreen();
    const changed = await get(query, { 'if-none-match': tag });
    expect(changed.status).toBe(200);
    expect((await answerOf(changed)).data).not.toEqual((await answerOf(first)).data);
    expect(changed.headers.get('etag')).not.toBe(tag);
  });

  test('does not move with the log: what else happens leaves it', async () => {
    const query = '{ programme(code: "07-CTr/TU") { code } }';
    const tag = (await get(query)).headers.get('etag')!;
    await addScreen();
    expect((await get(query, { 'if-none-match': tag })).status).toBe(304);
  });

  test('is found in lists, with and without the mark of a weak one, and by a star', async () => {
    const tag = (await get(SCREENS)).headers.get('etag')!;
    expect(tag).toMatch(/^W\/"/);
    const strong = tag.slice(2);
    for (const given of [`"x", ${tag}`, `${tag}, "x"`, strong, `W/"x",${strong}`, '*']) {
      const response = await get(SCREENS, { 'if-none-match': given });
      expect([given, response.status, await response.text()]).toEqual([given, 304, '']);
      expect(response.headers.get('etag')).toBe(tag);
    }
    for (const other of ['"x"', `${tag}x`, strong.slice(1, -1)]) {
      expect([other, (await get(SCREENS, { 'if-none-match': other })).status]).toEqual([other, 200]);
    }
  });

  test('counts for one caller, language and form of the answer alone', async () => {
    const vary = (await get(SCREENS)).headers.get('vary')!.toLowerCase().split(/, */);
    expect(vary).toEqual(expect.arrayContaining(['authorization', 'cookie', 'accept', 'accept-language']));
  });

  test('differs where the messages differ', async () => {
    const query = '{ viewer { id } node(id: "wi_00000000-0000-0000-0000-000000000000@9.9") { id } }';
    const [vi, en] = [await get(query), await get(query, { 'accept-language': 'en' })];
    expect([vi.status, en.status]).toEqual([200, 200]);
    expect(vi.headers.get('etag')).not.toBe(en.headers.get('etag'));
  });
});
