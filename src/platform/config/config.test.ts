import { availableParallelism } from 'node:os';
import { readConfig } from './config';

test('nothing set: PostgreSQL is the bus, as many processes as cores but two at least, ten seconds to drain', () => {
  expect(readConfig({})).toMatchObject({
    natsUrl: null,
    processes: Math.max(2, availableParallelism()),
    drainMs: 10_000,
  });
});

test.each(['nats://bus:4222', 'tls://bus', 'nats://name:secret@10.0.0.1:4222,nats://[::1]:4222'])(
  'NATS_URL may be %s',
  (value) => expect(readConfig({ NATS_URL: value }).natsUrl).toBe(value),
);

test.each([
  ['NATS_URL', 'bus:4222'],
  ['NATS_URL', 'http://bus:4222'],
  ['NATS_URL', 'nats://bus:4222,'],
  ['NATS_URL', 'nats://bus:port'],
  ['PROCESSES', '0'],
  ['PROCESSES', 'two'],
  ['PROXIES', '-1'],
  ['PROXIES', 'all'],
  ['PUBLIC_URL', 'tiendo.example'],
  ['PUBLIC_URL', 'https://tiendo.example/tiendo'],
  ['PUBLIC_URL', 'ftp://tiendo.example'],
  ['CORS_ORIGINS', '*'],
  ['CORS_ORIGINS', 'https://bi.example,'],
  ['CORS_ORIGINS', 'https://bi.example/report'],
  ['CORS_ORIGINS', 'null'],
  ['DRAIN_SECONDS', '-1'],
  ['DRAIN_SECONDS', 'soon'],
  ['REQUEST_SECONDS', '0'],
  ['REQUEST_SECONDS', 'ever'],
  ['QUERY_SECONDS', '3601'],
  ['SOCKETS', '0'],
  ['SOCKETS_PER_ADDRESS', '1.5'],
  ['QUERIES_PER_SECOND', '0'],
  ['MUTATIONS_PER_SECOND', '-1'],
  ['SUBSCRIPTIONS_PER_SECOND', 'many'],
  ['METRICS_TOKEN', 'short'],
  ['METRICS_TOKEN', 'with spaces in between'],
])('%s=%s is refused by a sentence that names it', (name, value) => {
  expect(() => readConfig({ [name]: value })).toThrow(new RegExp(`^${name} must be `));
});

test('a refused METRICS_TOKEN is not repeated', () => {
  expect(() => readConfig({ METRICS_TOKEN: 'bí mật' })).toThrow(/^(?!.*bí mật)/);
});

test('a refused NATS_URL is not repeated, for there may be a password in it', () => {
  expect(() => readConfig({ NATS_URL: 'http://name:secret@bus' })).toThrow(/^(?!.*secret)/);
});

test('DRAIN_SECONDS may have a fraction', () => {
  expect(readConfig({ DRAIN_SECONDS: '0.5', PROCESSES: '3' })).toMatchObject({ drainMs: 500, processes: 3 });
});

test('addresses are read as the origins that browsers send', () => {
  const set = { PUBLIC_URL: 'https://Tiendo.example/', CORS_ORIGINS: 'https://bi.example, http://127.0.0.1:5173' };
  expect(readConfig(set)).toMatchObject({
    publicUrl: 'https://tiendo.example',
    corsOrigins: ['https://bi.example', 'http://127.0.0.1:5173'],
  });
  expect(readConfig({})).toMatchObject({ publicUrl: null, corsOrigins: [] });
});
