import type { Answer } from '../support/api-client';
import { answerOf, codesOf, Wire } from './wire';

let wire: Wire;

beforeAll(async () => {
  wire = await Wire.open();
});

afterAll(() => wire.close());

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
  ])('%s are refused in few words, before anything is executed', async (_name, query) => {
    const before = await wire.view.everything();
    const response = await wire.asAnalyst(query);
    const text = await response.text();
    expect(text.length).toBeLessThan(64 * 1024);
    const { data, errors } = JSON.parse(text) as Answer<unknown>;
    expect(data ?? null).toBeNull();
    expect(errors!.map(({ extensions }) => extensions.code)).toEqual(['QUERY_TOO_COMPLEX']);
    expect(await wire.view.everything()).toEqual(before);
  });

  test('what stays within a limit is answered', async () => {
    const within = [
      `query { ${Array.from({ length: 100 }, (_, n) => `a${n}: viewer { id }`).join(' ')} }`,
      'query { workItems(first: 200) { nodes { progressReports(first: 200) { nodes { id } } } } }',
      `query { workItem(code: "07-01") { ${nested(4)} } }`,
    ];
    for (const query of within) expect((await answerOf(await wire.asAnalyst(query))).errors).toBeUndefined();
  });

  test.each([
    ['first: 201', 'workItems(first: 201) { totalCount nodes { id } }'],
    ['last: 201', 'workItems(last: 201) { nodes { id } }'],
    ['first: -1', 'workItems(first: -1) { nodes { id } }'],
    ['first and last together', 'workItems(first: 1, last: 1) { nodes { id } }'],
  ])('%s is refused and says so in both languages', async (_name, field) => {
    const vi = await answerOf(await wire.asAnalyst(`query { ${field} }`));
    const en = await answerOf(await wire.asAnalyst(`query { ${field} }`, {}, { 'accept-language': 'en' }));
    for (const { data, errors } of [vi, en]) {
      expect(data).toBeNull();
      for (const { extensions } of errors!) expect(extensions.code).toBe('BAD_USER_INPUT');
    }
    expect(vi.errors![0]!.message).not.toBe(en.errors![0]!.message);
  });

  test('an alias over 63 bytes is refused, one of 63 is answered under its whole name', async () => {
    const longest = 'a'.repeat(63);
    const answered = await answerOf<Record<string, unknown>>(
      await wire.asAnalyst(`query { ${longest}: viewer { id } }`),
    );
    expect(Object.keys(answered.data)).toEqual([longest]);
    const refused = await wire.asAnalyst(`query { ${longest}a: viewer { id } }`);
    expect(await codesOf(refused)).toEqual(['GRAPHQL_VALIDATION_FAILED']);
  });

  test('a filter of more than 1,000 values is refused', async () => {
    const query = 'query ($in: [String!]!) { workItems(where: { code: { in: $in } }) { totalCount } }';
    const many = Array.from({ length: 1_001 }, (_, n) => `x${n}`);
    expect(await codesOf(await wire.asAnalyst(query, { in: many }))).toEqual(['BAD_USER_INPUT']);
    const fits = await answerOf(await wire.asAnalyst(query, { in: many.slice(1) }));
    expect(fits.data).toEqual({ workItems: { totalCount: 0 } });
  });

  test.each([
    ['a NUL', '\u0000'],
    ['a lone surrogate', '\ud800'],
    ['quotes', `'"\\;--`],
  ])('%s in a text to be found is no fault of the server', async (_name, code) => {
    const query =
      'query ($c: String!) { workItem(code: $c) { id } workItems(where: { title: { eq: $c } }) { totalCount } }';
    for (const error of await codesOf(await wire.asAnalyst(query, { c: code }))) expect(error).toBe('BAD_USER_INPUT');
  });
});
