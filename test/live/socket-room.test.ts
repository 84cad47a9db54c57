import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { WebSocket } from 'ws';
import { startTestProgram, type TestProgram } from '../support/program';
import { RawClient } from '../support/sockets/raw-client';
import { until } from '../support/until';

let program: TestProgram;

beforeAll(async () => {
  program = await startTestProgram({ environment: { SOCKETS_PER_ADDRESS: '3', SOCKETS: '5', PROXIES: '1' } });
});

afterAll(() => program.close());

const from = (address: string, language = 'vi') => ({ 'x-forwarded-for': address, 'accept-language': language });

interface Refused {
  readonly status: number | undefined;
  readonly retryAfter: string | undefined;
  readonly error: { readonly message: string; readonly extensions: object };
}

/** How an upgrade is refused. */
async function refusal(headers: Record<string, string>): Promise<Refused> {
  const socket = new WebSocket(`${program.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', { headers });
  socket.on('error', () => undefined);
  const [, response] = (await once(socket, 'unexpected-response')) as [unknown, IncomingMessage];
  let text = '';
  for await (const chunk of response) text += String(chunk);
  const { errors } = JSON.parse(text) as { errors: Refused['error'][] };
  return { status: response.statusCode, retryAfter: response.headers['retry-after'], error: errors[0]! };
}

test('an address has a bounded number of sockets, and so has the program; both say so in the client’s language', async () => {
  const open = await Promise.all([1, 2, 3].map(() => RawClient.open(program.url, from('203.0.113.7'))));
  expect(await refusal(from('203.0.113.7'))).toEqual({
    status: 429,
    retryAfter: '10',
    error: {
      message: expect.stringContaining('Một địa chỉ mạng có tối đa 3 kết nối') as string,
      extensions: { code: 'RATE_LIMITED', limit: 'socketsPerAddress', value: 3, retryAfter: 10 },
    },
  });
  expect((await refusal(from('203.0.113.7', 'en'))).error.message).toMatch(/^A network address has at most 3 /);
  // what a client says of itself stands left of what the proxy adds
  expect((await refusal(from('10.0.0.1, 203.0.113.7'))).error.extensions).toMatchObject({ value: 3 });
  open.push(...(await Promise.all([1, 2].map(() => RawClient.open(program.url, from('203.0.113.8'))))));
  expect((await refusal(from('203.0.113.9', 'en'))).error).toEqual({
    message: expect.stringMatching(/^The server has at most 5 /) as string,
    extensions: { code: 'RATE_LIMITED', limit: 'sockets', value: 5, retryAfter: 10 },
  });
  await open[0]!.cut();
  const again = await until(
    () => RawClient.open(program.url, from('203.0.113.7')).catch(() => null),
    (client) => client !== null,
  );
  await Promise.all([again!, ...open.slice(1)].map((client) => client.cut()));
});
