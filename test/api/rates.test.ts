import type { ApiClient } from '../support/api-client';
import { startTestProgram, type TestProgram } from '../support/program';
import { RawClient, type WireMessage } from '../support/sockets/raw-client';

/** A second's worth; the window is ten of them. */
const ROOM = 10;
const WHO = '{ viewer { id } }';
const MUTATION = '{ withdrawProgressReport(input: { progressReportId: "x" }) { userErrors { code } } }';

let program: TestProgram;

beforeAll(async () => {
  const environment = { QUERIES_PER_SECOND: '1', MUTATIONS_PER_SECOND: '1', SUBSCRIPTIONS_PER_SECOND: '1' };
  program = await startTestProgram({ environment });
});

afterAll(() => program.close());

interface Outcome {
  readonly status: number;
  readonly retryAfter: string | null;
  readonly error: { readonly message: string; readonly extensions: { readonly code: string } } | undefined;
}

async function outcomeOf(client: ApiClient, query: string, language = 'vi'): Promise<Outcome> {
  const response = await client.post(JSON.stringify({ query }), language);
  const { errors } = (await response.json()) as { errors?: [NonNullable<Outcome['error']>] };
  return { status: response.status, retryAfter: response.headers.get('retry-after'), error: errors?.[0] };
}

const isRefused = ({ error }: Outcome): boolean => error?.extensions.code === 'RATE_LIMITED';

/** Codes with which operations of a connection end; what is answered has none. */
async function endings(client: RawClient, query: string, count: number): Promise<(WireMessage | null)[]> {
  const ended = new Map<string, WireMessage | null>();
  for (let index = 0; index < count; index += 1) client.start(String(index), query);
  while (ended.size < count) {
    const message = await client.messages.next();
    if (message.type === 'error') ended.set(message.id!, message);
    else if (message.type === 'next') ended.set(message.id!, null);
  }
  return [...ended.values()];
}

test('queries over HTTP: what is too much is refused before it runs, with when to come again, and is nobody else’s matter', async () => {
  const client = await program.as('analyst');
  const outcomes = await Promise.all(Array.from({ length: 3 * ROOM }, () => outcomeOf(client, WHO)));
  expect(outcomes.filter((outcome) => !isRefused(outcome)).length).toBe(ROOM);
  const refused = outcomes.find(isRefused)!;
  expect(refused).toMatchObject({ status: 429, retryAfter: expect.stringMatching(/^\d+$/) as string });
  expect(refused.error).toEqual({
    message: expect.stringMatching(
      /^Quá nhiều truy vấn: mỗi tài khoản tối đa 1 mỗi giây .*Hãy thử lại sau \d+ giây\.$/,
    ) as string,
    extensions: { code: 'RATE_LIMITED', limit: 'queryPerSecond', value: 1, retryAfter: Number(refused.retryAfter) },
  });
  expect(isRefused(await outcomeOf(await program.as('member'), WHO))).toBe(false);
});

test('both transports count together, each kind for itself', async () => {
  const client = await program.as('inspector');
  const raw = await RawClient.signedIn(program.url, client.token!);
  const over = await endings(raw, '{ viewer { roles } }', ROOM);
  expect(over.filter((ending) => ending !== null)).toEqual([]);
  const refused = await outcomeOf(client, '{ viewer { displayName } }', 'en');
  expect(refused).toMatchObject({
    status: 429,
    error: { message: expect.stringMatching(/^Too many queries: /) as string },
  });
  const [again] = await endings(raw, '{ viewer { roles } }', 1);
  expect(again!.payload).toMatchObject([
    {
      message: expect.stringMatching(/Try again in \d+ seconds\.$/) as string,
      extensions: { limit: 'queryPerSecond' },
    },
  ]);
  expect(isRefused(await outcomeOf(client, `mutation ${MUTATION}`))).toBe(false);
  await raw.cut();
});

test('each mutation counts, however many are sent together', async () => {
  const client = await program.as('reporter');
  const nine = Array.from({ length: ROOM - 1 }, (_, index) => `m${index}: ${MUTATION.slice(2, -2)}`).join(' ');
  expect(isRefused(await outcomeOf(client, `mutation { ${nine} }`))).toBe(false);
  const two = await outcomeOf(client, `mutation { a: ${MUTATION.slice(2, -2)} b: ${MUTATION.slice(2, -2)} }`);
  expect(two).toMatchObject({ status: 429, error: { message: expect.stringContaining('lệnh thay đổi') as string } });
  expect(isRefused(await outcomeOf(client, `mutation ${MUTATION}`))).toBe(false);
});

test('subscriptions count when they begin, those that were ended again too', async () => {
  const client = await program.as('head');
  const raw = await RawClient.signedIn(program.url, client.token!);
  const over = await endings(raw, 'subscription { heartbeat { cursor } }', 2 * ROOM);
  const refused = over.filter((ending) => ending !== null);
  expect(refused.length).toBe(ROOM);
  expect(refused[0]!.payload).toMatchObject([{ extensions: { code: 'RATE_LIMITED', limit: 'subscriptionPerSecond' } }]);
  await raw.cut();
});

test('what is no operation counts, too; strangers count by their address', async () => {
  const outcomes = await Promise.all(
    Array.from({ length: 2 * ROOM }, () => outcomeOf(program.stranger(), '{ nothing')),
  );
  expect(outcomes.filter(isRefused).length).toBe(ROOM);
});

test('what is refused for its text or its cost counts, too, on both transports', async () => {
  const client = await program.as('approver');
  const deep = `{ workItems(where: ${'['.repeat(200)}`;
  const sent = await Promise.all(Array.from({ length: ROOM / 2 }, () => outcomeOf(client, deep)));
  expect(new Set(sent.map(({ error }) => error?.extensions.code))).toEqual(new Set(['BAD_USER_INPUT']));
  const page = 'workItems(first: 200) { nodes { progressReports(first: 200) { nodes { id } } } }';
  const dear = `{ ${Array.from({ length: 10 }, (_, index) => `p${index}: ${page}`).join(' ')} }`;
  const raw = await RawClient.signedIn(program.url, client.token!);
  const ended = await endings(raw, dear, ROOM);
  const codes = ended.map((ending) => (ending!.payload as [NonNullable<Outcome['error']>])[0].extensions.code);
  expect(codes.filter((code) => code === 'QUERY_TOO_COMPLEX').length).toBe(ROOM / 2);
  expect(codes.filter((code) => code === 'RATE_LIMITED').length).toBe(ROOM / 2);
  await raw.cut();
});
