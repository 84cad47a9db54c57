import type { ApiClient, Answer } from '../support/api-client';
import { DatabaseView } from '../support/database-view';
import { makeAccount } from '../support/made/made-account';
import { metric } from '../support/metrics';
import { startTestProgram, type TestProgram } from '../support/program';
import { RawClient } from '../support/sockets/raw-client';
import { Subscriber } from '../support/sockets/subscriber';

let program: TestProgram;
let view: DatabaseView;
let display: ApiClient;
const open: Subscriber[] = [];

beforeAll(async () => {
  program = await startTestProgram();
  view = await DatabaseView.open(program.target);
  display = (await makeAccount(program, view, { roles: [{ role: 'DISPLAY' }] })).client;
});

afterEach(async () => {
  await Promise.all(open.splice(0).map((subscriber) => subscriber.close()));
});

afterAll(async () => {
  await view.close();
  await program.close();
});

interface Refusal {
  readonly message: string;
  readonly extensions: { readonly code: string };
}

/** The errors of an operation over WebSocket: of an error message, or of an answer. */
async function overSocket(client: ApiClient, query: string, variables: Record<string, unknown>): Promise<Refusal[]> {
  const subscriber = new Subscriber(program.url, client.token, 'en');
  open.push(subscriber);
  return subscriber
    .subscribe<unknown>(query, variables)
    .messages.next()
    .then(
      (answer) => [...(answer.errors ?? [])],
      (error: Error) => error.cause as Refusal[],
    );
}

const codesOf = (errors: readonly Refusal[] | undefined) => (errors ?? []).map(({ extensions }) => extensions.code);
const conditions = (count: number) => ({ or: Array.from({ length: count }, (_, n) => ({ code: { eq: `x${n}` } })) });
// three conditions in few tokens: a document has at most 4,000
const LITERAL = `{ or: [${'{ code: { eq: "x", ne: "y", gt: "z" } } '.repeat(167)}] }`;
const LIST = 'query ($w: WorkItemFilter) { workItems(where: $w) { totalCount } }';

describe('filters that are too large', () => {
  test('of 20,000 conditions are refused with their number, the limit and a way out, and nothing of them is kept', async () => {
    const where = conditions(20_000);
    for (const item of where.or) item.code.eq += 'y'.repeat(150);
    const sent = JSON.stringify({ query: LIST, variables: { w: where } });
    expect(sent.length).toBeGreaterThan(3_400_000);
    const kept = () =>
      Promise.all(['plan', 'answer', 'document'].map((what) => metric(program.url, `tiendo_${what}_bytes`)));
    await display.ask(LIST, { w: conditions(1) });
    const before = await kept();
    const [vi, en] = await Promise.all(
      ['vi', 'en'].map(async (language) => (await (await display.post(sent, language)).json()) as Answer<null>),
    );
    for (const { data, errors } of [vi!, en!]) {
      expect(data ?? null).toBeNull();
      expect(codesOf(errors)).toEqual(['QUERY_TOO_COMPLEX']);
    }
    expect(vi!.errors![0]!.message).toBe(
      'Yêu cầu quá lớn: số giá trị trong nội dung yêu cầu là 60.004, tối đa 20.000. Hãy dùng `in` thay cho nhiều điều kiện `or`, hoặc chia thành nhiều yêu cầu.',
    );
    expect(en!.errors![0]!.message).toBe(
      'The request is too large: the number of values in the body of the request is 60,004, at most 20,000. Use `in` instead of many conditions in `or`, or split the request.',
    );
    expect(await kept()).toEqual(before);
  });

  test.each([
    [
      'one filter that 400 conditions name',
      `query ($f: WorkItemFilter!) { workItems(where: { or: [${'$f '.repeat(400)}] }) { totalCount } }`,
      { f: { title: { contains: 'x'.repeat(2_000) } } },
    ],
    [
      'a code that 100 fields name',
      `query ($c: String!) { ${Array.from({ length: 100 }, (_, n) => `a${n}: workItem(code: $c) { id }`).join(' ')} }`,
      { c: 'x'.repeat(5_000) },
    ],
    ['a text to be found', LIST, { w: { title: { contains: 'x'.repeat(400_001) } } }],
    ['a list of values', LIST, { w: { code: { in: Array.from({ length: 1_000 }, () => 'x'.repeat(500)) } } }],
  ])(
    'texts of more than 400,000 characters, counted wherever they are used, are refused: %s',
    async (_name, query, variables) => {
      const { errors } = await display.ask(query, variables);
      expect(codesOf(errors as Refusal[])).toEqual(['QUERY_TOO_COMPLEX']);
      expect(errors![0]!.message).toContain('400.000');
    },
  );

  test('a text of 400,000 characters is looked for', async () => {
    const where = { title: { contains: 'x'.repeat(400_000) } };
    expect((await display.ask(LIST, { w: where })).data).toEqual({ workItems: { totalCount: 0 } });
  });

  test.each([
    ['in a variable', LIST, { w: conditions(501) }],
    ['in a literal', `{ workItems(where: ${LITERAL}) { totalCount } }`, {}],
    [
      'in several lists',
      `query ($w: WorkItemFilter) { a: workItems(where: $w) { totalCount } b: workItems(where: $w) { totalCount } }`,
      { w: conditions(251) },
    ],
    [
      'in a fragment that is spread twice',
      `query ($w: WorkItemFilter) { a: units(first: 1) { nodes { ...F } } b: units(first: 2) { nodes { ...F } } } fragment F on Unit { workItems(where: $w) { totalCount } }`,
      { w: conditions(251) },
    ],
    ['by a variable’s default', `query ($w: WorkItemFilter = ${LITERAL}) { workItems(where: $w) { totalCount } }`, {}],
    ['that are empty', LIST, { w: { or: Array.from({ length: 501 }, () => ({})) } }],
    [
      'on groups',
      `query ($h: WorkItemHaving) { workItems { groupedAggregates(by: [{ field: LEAD_UNIT }], having: $h) { count } } }`,
      { h: { or: Array.from({ length: 501 }, () => ({ count: { gt: 1 } })) } },
    ],
    [
      'as of a moment',
      `query ($w: WorkItemFilter) { asOf(cursor: "1.1") { workItems(where: $w) { totalCount } } }`,
      { w: conditions(501) },
    ],
    [
      'kept live',
      `subscription ($w: WorkItemFilter) { live { workItems(where: $w) { totalCount } } }`,
      { w: conditions(501) },
    ],
    [
      'on a stream',
      `subscription ($w: EventFilter) { events(where: $w) { cursor } }`,
      { w: { or: Array.from({ length: 501 }, () => ({ type: { eq: 'x' } })) } },
    ],
  ])('more than 500 conditions %s', async (_name, query, variables) => {
    expect(codesOf(await overSocket(display, query, variables))).toEqual(['QUERY_TOO_COMPLEX']);
    if (query.startsWith('subscription')) return;
    const answer = await display.ask(query, variables, 'en');
    expect(codesOf(answer.errors)).toEqual(['QUERY_TOO_COMPLEX']);
    expect(answer.errors![0]!.message).toMatch(/the number of conditions in all filters is 50[12], at most 500\./);
  });

  test('500 conditions are answered, first and again', async () => {
    for (let round = 0; round < 2; round += 1) {
      const answer = await display.ask(LIST, { w: conditions(500) });
      expect(answer).toMatchObject({ data: { workItems: { totalCount: 0 } } });
      expect(answer.errors).toBeUndefined();
    }
  });

  test.each([
    ['side by side', 21, (n: number) => ({ or: Array.from({ length: n }, () => ({ progressReports: { some: {} } })) })],
    [
      'a thousand',
      1_000,
      (n: number) => ({ and: Array.from({ length: n }, () => ({ progressReports: { none: {} } })) }),
    ],
  ])('more than 20 quantifiers %s', async (_name, count, filter) => {
    const answer = await display.ask(LIST, { w: filter(count) }, 'en');
    expect(codesOf(answer.errors)).toEqual(['QUERY_TOO_COMPLEX']);
    expect(answer.errors![0]!.message).toMatch(/at most (20|500)\./);
    expect(codesOf(await overSocket(display, LIST, { w: filter(count) }))).toEqual(['QUERY_TOO_COMPLEX']);
  });

  test('quantifiers within quantifiers cost ten times as much at each level, until the budget ends', async () => {
    const nested = (levels: number): object =>
      levels === 0 ? {} : { progressReports: { every: { workItem: nested(levels - 1) } } };
    const shallow = await display.ask<{ workItems: object }>(LIST, { w: nested(2) });
    expect(shallow.errors).toBeUndefined();
    const deep = await display.ask(LIST, { w: nested(4) }, 'en');
    expect(codesOf(deep.errors)).toEqual(['QUERY_TOO_COMPLEX']);
    expect(deep.errors![0]!.message).toContain('The dearest part is `workItems(where)`');
  });

  test('a filter nested more than 12 levels is refused before its statement is written', async () => {
    const nested = (levels: number): object => (levels === 0 ? { code: { eq: 'x' } } : { not: nested(levels - 1) });
    expect((await display.ask(LIST, { w: nested(11) })).errors).toBeUndefined();
    const before = await metric(program.url, 'tiendo_plan_bytes');
    const answer = await display.ask(LIST, { w: nested(12) }, 'en');
    expect(codesOf(answer.errors)).toEqual(['QUERY_TOO_COMPLEX']);
    expect(answer.errors![0]!.message).toContain('is 13, at most 12.');
    expect(await metric(program.url, 'tiendo_plan_bytes')).toBe(before);
  });

  test('the length of a list of values counts, also when its plan is known', async () => {
    const query = 'query ($c: [String!]) { workItems(where: { code: { in: $c } }) { totalCount } }';
    const cost = async (count: number) => {
      const answer = await display.ask(query, { c: Array.from({ length: count }, (_, n) => `x${n}`) });
      return (answer.extensions as { cost: { requested: number } }).cost.requested;
    };
    const [few, many] = [await cost(10), await cost(1_000)];
    expect([many - few, (await cost(9)) - few, (await cost(999)) - few]).toEqual([100, 0, 100]);
  });
});

describe('what is nested too deeply', () => {
  const inVariables = (levels: number): object => (levels === 0 ? {} : { not: inVariables(levels - 1) });
  const inList = (levels: number) => `{ workItems(where: ${'['.repeat(levels)}${']'.repeat(levels)}) { totalCount } }`;
  const cases: [string, string, object][] = [
    ['variables of 1,000 levels', LIST, { w: inVariables(1_000) }],
    ['a variable that nobody declared', '{ viewer { id } }', { other: inVariables(1_000) }],
    [
      'an input of a mutation',
      'mutation ($i: SignInInput!) { signIn(input: $i) { token } }',
      { i: { email: inVariables(1_000) } },
    ],
    ['a list literal of 3,900 brackets', inList(1_900), {}],
    ['a list literal that never ends', `{ workItems(where: ${'['.repeat(3_900)}`, {}],
    ['an object literal', `{ workItems(where: ${'{not:'.repeat(900)}{}${'}'.repeat(900)}) { totalCount } }`, {}],
    ['the type of a variable', `query ($a: ${'['.repeat(1_900)}Int${']'.repeat(1_900)}) { viewer { id } }`, {}],
    ['a selection', `{ ${'viewer { '.repeat(1_000)} id ${'} '.repeat(1_000)} }`, {}],
  ];

  test.each(cases)('is the client’s mistake, whoever asks, on every transport: %s', async (_name, query, variables) => {
    for (const client of [display, program.stranger()]) {
      const answer = await client.ask(query, variables, 'en');
      expect(codesOf(answer.errors)).toEqual(['BAD_USER_INPUT']);
      expect(answer.errors![0]!.message).toContain('is more than 100, at most 100.');
    }
    const form = new URLSearchParams({ query, variables: JSON.stringify(variables) }).toString();
    if (form.length < 14_000 && !query.startsWith('mutation')) {
      const response = await fetch(`${program.url}/graphql?${form}`, { headers: { 'apollo-require-preflight': '1' } });
      expect(response.status).toBeLessThan(500);
      expect(codesOf(((await response.json()) as Answer<null>).errors)).toEqual(['BAD_USER_INPUT']);
    }
    expect(codesOf(await overSocket(display, query, { ...variables }))).toEqual(['BAD_USER_INPUT']);
  });

  test('a stranger’s frames of 60,000 brackets do not break the server', async () => {
    const client = await RawClient.open(program.url);
    const deep = `${'['.repeat(30_000)}${']'.repeat(30_000)}`;
    client.socket.send(`{"type":"ping","payload":{"deep":${deep}}}`);
    expect(await client.messages.next()).toEqual({ type: 'pong' });
    client.send({ type: 'ping', payload: { n: 7 } });
    expect(await client.messages.next()).toEqual({ type: 'pong', payload: { n: 7 } });
    client.socket.send(`{"type":"connection_init","payload":{"deep":${deep}}}`);
    expect((await client.closed).code).toBe(4401);
  });
});
