import { once } from 'node:events';
import { connect } from 'node:net';
import { Client } from 'pg';
import type { ApiClient } from '../support/api-client';
import { startTestProgram, type TestProgram } from '../support/program';
import { RawClient } from '../support/sockets/raw-client';
import { done, SUBMIT } from '../support/report-operations';
import { workItemId } from '../support/report-steps';
import { Subscriber } from '../support/sockets/subscriber';
import { until } from '../support/until';

const PROGRESS = 'subscription { live { workItem(code: "07-01") { percentComplete } } }';

let program: TestProgram;
let reporter: ApiClient;

beforeEach(async () => {
  program = await startTestProgram();
  reporter = await program.as('reporter');
});

test('a stop sends clients away to come back, says not ready, and finishes what is under way', async () => {
  const subscribers = Array.from({ length: 5 }, () => new Subscriber(program.url, reporter.token));
  await Promise.all(subscribers.map((subscriber) => subscriber.subscribe(PROGRESS).messages.next()));
  // it will not go by itself: the server waits for it a while
  const stubborn = await RawClient.signedIn(program.url, reporter.token!);
  stubborn.ignoreClose();

  const holder = new Client(program.target);
  await holder.connect();
  await holder.query(`begin; select from work_item where code = '07-01' for update`);
  const underWay = done(reporter, SUBMIT, {
    workItemId: await workItemId(reporter, '07-01'),
    period: '2023-Q4',
    percentComplete: 80,
    summary: 'Nộp khi máy chủ đang dừng',
  });
  await until(
    async () => (await holder.query<{ waits: boolean }>(WAITS)).rows[0]!.waits,
    (waits) => waits,
  );
  expect((await fetch(`${program.url}/readyz`)).status).toBe(200);

  const stopped = program.close();
  expect((await fetch(`${program.url}/readyz`)).status).toBe(503);
  expect((await fetch(`${program.url}/healthz`)).status).toBe(200);
  const closings = await Promise.all(subscribers.map(({ closed }) => closed));
  expect(closings.map(({ code }) => code)).toEqual(closings.map(() => 1012));
  await holder.query('commit');
  expect((await underWay).receipt!.code).toMatch(/^07-01-2023Q4-/);
  await holder.end();
  await stopped;
  await expect(fetch(`${program.url}/healthz`)).rejects.toThrow();
});

const WAITS = `select exists (select from pg_locks where not granted) as waits`;

test('while it stops, connections take no new operations', async () => {
  const all = await Promise.all(Array.from({ length: 8 }, () => RawClient.signedIn(program.url, reporter.token!)));
  // clients are sent away at moments of their own within this time
  const stopped = program.program.stop(3_000);
  for (const raw of all) raw.start('late', '{ viewer { id } }');
  const closings = await Promise.all(all.map(({ closed }) => closed));
  expect(closings.map(({ code }) => code)).toEqual(all.map(() => 1012));
  expect(all.flatMap(({ messages }) => messages.all.slice(1))).toEqual([]);
  await stopped;
});

test('clients that neither finish a request nor answer the close do not hold up the end', async () => {
  const { hostname, port } = new URL(program.url);
  const unfinished = connect(Number(port), hostname);
  await once(unfinished, 'connect');
  unfinished.on('error', () => undefined);
  unfinished.write(
    'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{',
  );
  const silent = await RawClient.open(program.url);
  silent.ignoreClose();
  await program.close();
  unfinished.destroy();
  await silent.cut();
}, 25_000);
