import type { IncomingMessage } from 'node:http';
import { mayReadMetrics } from './may-read-metrics';

const TOKEN = 'so-lieu-van-hanh-01';

function request(remoteAddress: string, headers: Record<string, string>): IncomingMessage {
  return { socket: { remoteAddress }, headers } as unknown as IncomingMessage;
}

test.each(['127.0.0.1', '127.8.9.1', '::1', '::ffff:127.0.0.1'])('without a token: whoever asks from %s', (address) => {
  for (const host of ['localhost:4000', '127.0.0.1:4000', '[::1]:4000', 'LOCALHOST'])
    expect(mayReadMetrics(request(address, { host }), null)).toBe(true);
});

test.each(['10.0.0.7', '::ffff:10.0.0.7', 'fe80::1', '1127.0.0.1', ''])(
  'without a token: nobody from "%s"',
  (address) => {
    expect(mayReadMetrics(request(address, { host: 'localhost' }), null)).toBe(false);
  },
);

test.each([
  ['x-forwarded-for', '203.0.113.7'],
  ['x-forwarded-for', '127.0.0.1'],
  ['x-forwarded-for', ''],
  ['forwarded', 'for=127.0.0.1'],
  ['x-real-ip', '127.0.0.1'],
  ['via', '1.1 proxy'],
])('what a proxy on the machine passes on is not from here: %s: %s', (name, value) => {
  expect(mayReadMetrics(request('127.0.0.1', { host: 'localhost', [name]: value }), null)).toBe(false);
});

test.each(['tiendo.hanoi.example', 'localhost.evil.example', '127.0.0.1.evil.example', 'evil'])(
  'nor what comes for %s',
  (host) => expect(mayReadMetrics(request('127.0.0.1', { host }), null)).toBe(false),
);

test('with a token: who has it, from wherever, and nobody else, not even on the machine', () => {
  const authorization = `Bearer ${TOKEN}`;
  expect(mayReadMetrics(request('10.0.0.7', { authorization }), TOKEN)).toBe(true);
  expect(mayReadMetrics(request('127.0.0.1', { host: 'localhost' }), TOKEN)).toBe(false);
  for (const wrong of [`${authorization}x`, 'Bearer ', TOKEN, `Basic ${TOKEN}`])
    expect(mayReadMetrics(request('127.0.0.1', { host: 'localhost', authorization: wrong }), TOKEN)).toBe(false);
});
