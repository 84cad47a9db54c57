import { getIntrospectionQuery } from 'graphql';
import { request } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { buildPages, chromiumPath } from '../support/processes/browser';
import { Wire } from './wire';

let wire: Wire;

beforeAll(async () => {
  // the run builds the pages by itself where there is a browser
  if (chromiumPath === null) buildPages();
  wire = await Wire.open();
}, 120_000);

afterAll(() => wire.close());

interface Received {
  readonly status: number;
  readonly headers: Record<string, string | string[] | undefined>;
  /** As they came over the wire. */
  readonly bytes: Buffer;
  readonly text: string;
}

const PLAIN = (bytes: Buffer) => bytes;
const DECODERS: Record<string, (bytes: Buffer) => Buffer> = { gzip: gunzipSync, br: brotliDecompressSync };

/** Sends a request and gives the bytes as they came: fetch would unpack them unseen. */
function send(path: string, headers: Record<string, string>, body?: object): Promise<Received> {
  const { hostname, port } = new URL(wire.program.url);
  const method = body === undefined ? 'GET' : 'POST';
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path, method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const bytes = Buffer.concat(chunks);
        const decode = DECODERS[response.headers['content-encoding'] ?? ''] ?? PLAIN;
        resolve({ status: response.statusCode!, headers: response.headers, bytes, text: decode(bytes).toString() });
      });
    });
    sent.on('error', reject);
    sent.end(body === undefined ? undefined : JSON.stringify(body));
  });
}

function ask(query: string, encodings: string | null, headers: Record<string, string> = {}): Promise<Received> {
  const authorization = `Bearer ${wire.token}`;
  const accepted: Record<string, string> = encodings === null ? {} : { 'accept-encoding': encodings };
  return send('/graphql', { 'content-type': 'application/json', authorization, ...accepted, ...headers }, { query });
}

const ITEMS = '{ workItems(first: 100) { nodes { code title health leadUnit { name } } } }';
const dataOf = ({ text }: Received) => (JSON.parse(text) as { data: unknown }).data;

describe('an answer over 1 KB is compressed as its client takes it', () => {
  test.each([
    ['gzip, deflate, br', 'gzip'],
    ['gzip', 'gzip'],
    ['br', 'br'],
    ['br;q=1, gzip;q=0', 'br'],
    ['GZIP', 'gzip'],
    ['*', 'gzip'],
    ['identity', undefined],
    ['deflate', undefined],
    ['gzip;q=0, br;q=0', undefined],
    ['xgzip', undefined],
    [null, undefined],
  ])('%s: %s', async (accepted, encoding) => {
    const plain = await ask(ITEMS, null);
    // once when it is not at hand, and once when it is
    for (const control of ['no-cache', '', '']) {
      const received = await ask(ITEMS, accepted, control === '' ? {} : { 'cache-control': control });
      expect(received.headers['content-encoding']).toBe(encoding);
      expect(received.headers.vary).toMatch(/accept-encoding/);
      expect(dataOf(received)).toEqual(dataOf(plain));
      expect(Number(received.headers['content-length'])).toBe(received.bytes.length);
      if (encoding !== undefined) expect(received.bytes.length).toBeLessThan(plain.bytes.length / 2);
    }
  });

  test('a shorter one is not', async () => {
    const received = await ask('{ viewer { displayName } }', 'gzip, br');
    expect([received.status, received.headers['content-encoding']]).toEqual([200, undefined]);
  });

  test('what is asked by GET keeps its tag whichever way it is compressed', async () => {
    const path = `/graphql?query=${encodeURIComponent(ITEMS)}`;
    const headers = { authorization: `Bearer ${wire.token}`, 'apollo-require-preflight': '1' };
    const plain = await send(path, headers);
    const packed = await send(path, { ...headers, 'accept-encoding': 'br' });
    expect(packed.headers).toMatchObject({ 'content-encoding': 'br', etag: plain.headers.etag });
    const again = await send(path, {
      ...headers,
      'accept-encoding': 'br',
      'if-none-match': String(plain.headers.etag),
    });
    expect([again.status, again.bytes.length]).toEqual([304, 0]);
  });

  test.each([
    ['br', 140],
    ['gzip, deflate, br, zstd', 140],
    ['gzip', 260],
  ])(
    'introspection of the whole schema, to a client of %s, takes at most %i KB on the wire',
    async (accepted, most) => {
      const received = await ask(getIntrospectionQuery(), accepted);
      expect(dataOf(received)).toHaveProperty('__schema.types');
      expect(received.bytes.length).toBeLessThan(most * 1024);
    },
  );
});

test('what a mutation answers is never compressed: its length would tell of the secret in it', async () => {
  const input = { email: 'analyst@demo.test', password: 'mat-khau-thu' };
  const fields = Array.from({ length: 40 }, (_, number) => `a${number}: viewer { displayName roles }`).join(' ');
  const query = `mutation ($input: SignInInput!) { signIn(input: $input) { token ${fields} userErrors { message } } }`;
  const headers = { 'content-type': 'application/json', 'accept-encoding': 'gzip, br' };
  const received = await send('/graphql', headers, { query, variables: { input } });
  expect(received.bytes.length).toBeGreaterThan(1_024);
  expect(received.headers['content-encoding']).toBeUndefined();
});

test('the printed schema is compressed, tagged, and the same in every form', async () => {
  const plain = await send('/schema.graphql', {});
  for (const [encoding, most] of [
    ['br', 100],
    ['gzip', 240],
  ] as const) {
    const received = await send('/schema.graphql', { 'accept-encoding': encoding });
    expect(received.headers['content-encoding']).toBe(encoding);
    expect(received.text).toBe(plain.text);
    expect(received.bytes.length).toBeLessThan(most * 1024);
  }
  const again = await send('/schema.graphql', { 'if-none-match': `"x", ${String(plain.headers.etag)}` });
  expect([again.status, again.bytes.length]).toEqual([304, 0]);
});

describe('the pages', () => {
  test('are sent as the build compressed them', async () => {
    const plain = await send('/report', {});
    const script = /src="(\/assets\/[^"]+\.js)"/.exec(plain.text)![1]!;
    const whole = await send(script, {});
    for (const [accepted, encoding] of [
      ['gzip, deflate, br', 'br'],
      ['gzip', 'gzip'],
      ['br;q=0, gzip', 'gzip'],
    ] as const) {
      const received = await send(script, { 'accept-encoding': accepted });
      expect(received.headers['content-encoding']).toBe(encoding);
      expect(received.headers.vary).toMatch(/accept-encoding/i);
      expect(received.text).toBe(whole.text);
      expect(received.headers['content-type']).toMatch(/javascript/);
    }
    expect((await send(script, { 'accept-encoding': 'br;q=0, gzip;q=0' })).headers['content-encoding']).toBeUndefined();
  });

  test('keep their policy when they are asked for again', async () => {
    const page = await send('/report', {});
    const again = await send('/report', { 'if-none-match': String(page.headers.etag) });
    expect(again.status).toBe(304);
    expect(again.headers['content-security-policy']).toBe(page.headers['content-security-policy']);
  });
});
