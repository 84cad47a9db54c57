import fc from 'fast-check';
import { startTestProgram, type TestProgram } from '../support/program';
import { sized } from '../support/size';

/** Texts that mean something in SQL, in JSON, in patterns, in Unicode, or nowhere. */
const hostile = fc.oneof(
  fc.constantFrom(
    `'; drop table unit; --`,
    `\\'; select pg_sleep(10); --`,
    `$1`,
    `$$; delete from account; $$`,
    `" or 1=1 --`,
    `%_\\%`,
    `.*(a+)+$`,
    `"#o"`,
    `E'\\x27'`,
    'Đường dây nóng',
    '\u202e\u200d\ufeff',
    '\ud83d\ude00',
    '{"a":"\\u0027"}',
  ),
  fc.string({ unit: 'binary', maxLength: 40 }).filter((text) => !text.includes('\u0000')),
);

const QUERY = `query ($code: String!, $title: String, $number: String!, $codes: [String!], $period: String) {
  workItem(code: $code) { code }
  workItems(first: 3, where: { or: [
    { title: { contains: $title } } { code: { in: $codes } } { leadUnit: { name: { startsWith: $title } } }
    { not: { shortName: { eq: $title } } }
  ] }, orderBy: [{ title: ASC }]) { totalCount nodes { code } }
  targets(where: { number: { gt: $number } }) { totalCount }
  progressReports(where: { receiptCode: { gte: $period } }) { groupedAggregates(by: [{ field: UNIT }]) { count } }
}`;

interface Explained {
  readonly errors?: unknown;
  readonly data: { readonly workItems: { readonly totalCount: number } };
  readonly extensions: { readonly explain: { readonly statement: string } };
}

let program: TestProgram;

beforeAll(async () => {
  program = await startTestProgram();
});

afterAll(() => program.close());

async function ask(variables: object): Promise<Explained> {
  const { token } = await program.as('admin');
  const response = await fetch(`${program.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, 'x-explain': '1' },
    body: JSON.stringify({ query: QUERY, variables }),
  });
  return (await response.json()) as Explained;
}

test('whatever clients write, the statement is the same: their texts are parameters, never SQL', async () => {
  const plain = await ask({ code: 'a', title: 'a', number: 'a', codes: ['a'], period: 'a' });
  expect(plain.errors).toBeUndefined();
  await fc.assert(
    fc.asyncProperty(
      hostile,
      hostile,
      hostile,
      fc.array(hostile, { maxLength: 5 }),
      async (code, title, number, codes) => {
        const answer = await ask({ code, title, number, codes, period: title });
        expect(answer.errors).toBeUndefined();
        expect(answer.extensions.explain.statement).toBe(plain.extensions.explain.statement);
      },
    ),
    { numRuns: sized(30, 100) },
  );
});
