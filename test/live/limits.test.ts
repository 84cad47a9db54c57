import { startTestProgram, type TestProgram } from '../support/program';
import { Subscriber } from '../support/sockets/subscriber';

let program: TestProgram;
const open: Subscriber[] = [];

beforeAll(async () => {
  program = await startTestProgram();
});

afterEach(async () => {
  await Promise.all(open.splice(0).map((subscriber) => subscriber.close()));
});

afterAll(() => program.close());

function connect(token: string | null, language = 'vi'): Subscriber {
  const subscriber = new Subscriber(program.url, token, language);
  open.push(subscriber);
  return subscriber;
}

describe('the limits of an operation hold over WebSocket as over HTTP', () => {
  const deep = (levels: number): string =>
    `{ unit(code: "so-tttt") { ${'workItems(first: 1) { nodes { leadUnit { '.repeat(levels)} code ${' } } }'.repeat(levels)} } }`;
  const doubling = [
    '{ ...F0 }',
    ...Array.from({ length: 20 }, (_, index) => `fragment F${index} on Query { ...F${index + 1} ...F${index + 1} }`),
    'fragment F20 on Query { workItem(code: "07-01") { title } }',
  ].join(' ');
  const cases: [string, string, string][] = [
    ['too deep', deep(6), 'QUERY_TOO_COMPLEX'],
    ['too many tokens', `{ ${'__typename '.repeat(4_100)} }`, 'QUERY_TOO_COMPLEX'],
    ['fragments that double', doubling, 'QUERY_TOO_COMPLEX'],
    [
      'too many aliases',
      `{ ${Array.from({ length: 101 }, (_, n) => `a${n}: __typename`).join(' ')} }`,
      'QUERY_TOO_COMPLEX',
    ],
    [
      'many sign-ins',
      `mutation { ${[1, 2].map((n) => `s${n}: signIn(input: { email: "a", password: "b" }) { token }`).join(' ')} }`,
      'QUERY_TOO_COMPLEX',
    ],
    ['a field that is not there', '{ viewer { passwrdHash emial } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['no GraphQL', '{ viewer', 'GRAPHQL_PARSE_FAILED'],
    ['an alias that is too long', `{ ${'a'.repeat(64)}: viewer { id } }`, 'GRAPHQL_VALIDATION_FAILED'],
    ['a variable of the wrong type', 'query ($code: String!) { workItem(code: $code) { id } }', 'BAD_USER_INPUT'],
  ];

  test.each(cases)('%s', async (_, query, code) => {
    const client = await program.as('analyst');
    const overHttp = await client.ask(query, { code: 7 }, 'en');
    expect(overHttp.errors!.map((error) => error.extensions.code)).toContain(code);
    const ending = await endOf(connect(client.token, 'en'), query, { code: 7 });
    expect(ending.codes).toEqual(overHttp.errors!.map((error) => error.extensions.code));
    // who is signed in is told what there is, in the same words
    const told = JSON.parse(ending.text) as { message: string }[];
    expect(told.map(({ message }) => message)).toEqual(overHttp.errors!.map(({ message }) => message));
  });

  test('of a subscription too', async () => {
    const { token } = await program.as('analyst');
    const { codes } = await endOf(connect(token), `subscription { live ${deep(6)} }`, {});
    expect(codes).toEqual(['QUERY_TOO_COMPLEX']);
  });

  /** The errors with which an operation was refused: as an error message, or as an answer. */
  async function endOf(subscriber: Subscriber, query: string, variables: Record<string, unknown>) {
    const { messages } = subscriber.subscribe<unknown>(query, variables);
    const found = await messages.next().then(
      (answer) => answer.errors ?? [],
      (error: Error) => error.cause as { extensions: { code: string } }[],
    );
    return { codes: found.map(({ extensions }) => extensions.code), text: JSON.stringify(found) };
  }
});
