import { startTestProgram, type TestProgram } from '../support/program';
import { Subscriber } from '../support/sockets/subscriber';

let program: TestProgram;
let token: string;

beforeAll(async () => {
  program = await startTestProgram();
  token = (await program.as('inspector')).token!;
});

afterAll(() => program.close());

type Asked = readonly [name: string, query: string, variables: object, vi: readonly RegExp[], en: readonly RegExp[]];

const items = (where: string) => `{ workItems(where: ${where}) { totalCount } }`;
const BY_VARIABLE = 'query ($where: WorkItemFilter) { workItems(where: $where) { totalCount } }';

const ASKED: readonly Asked[] = [
  [
    'more equal fields than are looked through',
    `{ viewer { ${'id '.repeat(900)} } }`,
    {},
    [/lặp lại quá nhiều trường/],
    [/repeats too many equal fields/],
  ],
  [
    'a value that is none',
    items('{ health: { eq: LATE } }'),
    {},
    [/“LATE”.*Health.*Có thể dùng: .*OVERDUE/],
    [/“LATE”.*Health.*There are: .*OVERDUE/],
  ],
  [
    'such a value in a variable',
    BY_VARIABLE,
    { where: { health: { eq: 'LATE' } } },
    [/Tại \$where\.health\.eq/, /“LATE”.*Có thể dùng: .*OVERDUE/],
    [/At \$where\.health\.eq/, /There are: .*OVERDUE/],
  ],
  [
    'a filter that is misspelt',
    items('{ helth: { eq: OVERDUE } }'),
    {},
    [/“helth”.*Có phải health/],
    [/“helth”.*Did you mean health/],
  ],
  [
    'such a filter in a variable',
    BY_VARIABLE,
    { where: { helth: {} } },
    [/Tại \$where.*“helth”.*Có phải health/],
    [/At \$where.*“helth”.*Did you mean health/],
  ],
  [
    'an operator that is none',
    items('{ code: { like: "07" } }'),
    {},
    [/“like”.*Có thể dùng: .*contains/],
    [/“like”.*There are: .*contains/],
  ],
  [
    'a date written otherwise',
    items('{ dueOn: { eq: "30/06/2022" } }'),
    {},
    [/"30\/06\/2022".*Date.*"2022-06-30"/],
    [/"30\/06\/2022".*Date.*"2022-06-30"/],
  ],
  [
    'such a date in a variable',
    BY_VARIABLE,
    { where: { dueOn: { eq: '30/06/2022' } } },
    [/Tại \$where\.dueOn\.eq \(giá trị "30\/06\/2022"\)/, /"2022-06-30"/],
    [/At \$where\.dueOn\.eq/, /"2022-06-30"/],
  ],
  [
    'an argument that is none',
    '{ workItems(limit: 3) { totalCount } }',
    {},
    [/workItems.*“limit”.*Có thể dùng: .*first/],
    [/workItems.*“limit”.*There are: .*first/],
  ],
  [
    'a field that is none',
    '{ workItems { nodes { tite } } }',
    {},
    [/WorkItem.*“tite”.*Có phải title/],
    [/WorkItem.*“tite”.*Did you mean title/],
  ],
  ['a text for a number', '{ workItems(first: "ba") { totalCount } }', {}, [/"ba".*Int/], [/"ba".*Int/]],
  [
    'a moment without an offset',
    '{ asOf(at: "2023-11-14") { __typename } }',
    {},
    [/DateTime.*\+07:00/],
    [/DateTime.*\+07:00/],
  ],
  ['fields that are missing', '{ workItems }', {}, [/“workItems”.*\{ … \}.*nodes/], [/“workItems”.*\{ … \}.*nodes/]],
  ['an argument that is missing', '{ unit { name } }', {}, [/“unit”.*“code”/], [/“unit”.*“code”/]],
  [
    'a variable that is not declared',
    '{ unit(code: $c) { name } }',
    {},
    [/\$c.*chưa được khai báo/],
    [/\$c.*not declared/],
  ],
  [
    'a variable that is not sent',
    'query ($c: String!) { unit(code: $c) { name } }',
    {},
    [/\$c.*bắt buộc/],
    [/\$c.*required/],
  ],
  ['a query that breaks off', '{ viewer { id }', {}, [/Sai cú pháp: gặp chỗ kết thúc/], [/Syntax: the end/]],
];

/** What graphql-js itself says, in English. */
const ITS_OWN =
  /Cannot query|Unknown argument|is not defined by|does not exist in|Expected|Syntax Error|must have a|got invalid/;

async function messages(query: string, variables: object, language: string, as: string | null): Promise<string[]> {
  const response = await fetch(`${program.url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'accept-language': language,
      ...(as !== null && { authorization: `Bearer ${as}` }),
    },
    body: JSON.stringify({ query, variables }),
  });
  const { errors } = (await response.json()) as { errors: { message: string }[] };
  return errors.map(({ message }) => message);
}

async function overSocket(query: string, variables: object, language: string): Promise<string> {
  const subscriber = new Subscriber(program.url, token, language);
  const asked = query.replace(/^(query)?/, 'subscription ').replace(/\{/, '{ live {') + ' }';
  try {
    const answer = await subscriber.subscribe(asked, variables as Record<string, unknown>).messages.next();
    return answer.errors!.map(({ message }) => message).join(' ');
  } catch (error) {
    return ((error as Error).cause as { message: string }[]).map(({ message }) => message).join(' ');
  } finally {
    await subscriber.close();
  }
}

describe.each(ASKED)('%s', (_name, query, variables, vi, en) => {
  test.each([
    ['vi', vi],
    ['en', en],
  ])('is explained in %s: what, where, what was perhaps meant, what may be', async (language, forms) => {
    const text = (await messages(query, variables, language, token)).join(' ');
    for (const form of forms) expect(text).toMatch(form);
    if (language === 'vi') expect(text).not.toMatch(ITS_OWN);
  });
});

test.each(ASKED.filter(([, query]) => /^(query .*\{|\{)/.test(query) && !query.includes('asOf')).slice(0, 9))(
  '%s is explained over WebSocket as over HTTP',
  async (_name, query, variables, vi) => {
    const text = await overSocket(query, variables, 'vi');
    for (const form of vi) expect(text).toMatch(form);
    expect(text).not.toMatch(ITS_OWN);
  },
);

test('strangers are told that it is wrong, and nothing of what there is', async () => {
  for (const [, query, variables] of ASKED) {
    const text = (await messages(query, variables, 'vi', null)).join(' ');
    expect(text).not.toMatch(/Có phải|Có thể dùng|OVERDUE/);
    expect(text).not.toMatch(ITS_OWN);
  }
});
