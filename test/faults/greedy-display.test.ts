import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { POOL_SIZES, sharesOf } from '../../src/platform/database/connection';
import type { ApiClient } from '../support/api-client';
import { buildProgram, type BuiltProgram, type ChildProgram } from '../support/processes/child-program';
import { cloneDatabase, type TestTarget } from '../support/database';
import { DatabaseView } from '../support/database-view';
import { makeAccount } from '../support/made/made-account';
import { metric } from '../support/metrics';
import { RawClient } from '../support/sockets/raw-client';
import { DEMO_TEMPLATE } from '../support/test-server';
import { isLong } from '../support/size';

/** Connections of the one that asks too much, half of them over HTTP; its requests and the others' are bounded in number, and the long run takes more of both. */
const CONNECTIONS = 20;
const MOST_REQUESTS = isLong ? 4_000 : 200;
const HONEST = isLong ? 400 : 30;

/** Connections that one account may keep busy: of those for reading, and of those for dear questions. */
const SHARE = (['readers', 'analysts'] as const)
  .map((pool) => sharesOf(pool, POOL_SIZES[pool]).perOwner)
  .reduce((sum, share) => sum + share);
const MB = 1024 * 1024;

/** What the process may have grown by when the attack is over, and how long that may take: V8 gives back at the latest 100 seconds after it last collected everything. */
const MOST_GROWN_MB = 100;
const RETURNS_IN_MS = 150_000;

/** What may become of a request that asks too much: never a fault of the server. */
const ALLOWED = new Set(['RATE_LIMITED', 'QUERY_TOO_COMPLEX', 'BAD_USER_INPUT']);

let target: TestTarget;
let drop: () => Promise<void>;
let view: DatabaseView;
let built: BuiltProgram;
let program: ChildProgram;
let overview: string;

beforeAll(async () => {
  ({ target, drop } = await cloneDatabase(DEMO_TEMPLATE));
  view = await DatabaseView.open(target);
  built = await buildProgram();
  program = await built.start(target);
  overview = await readFile(join(__dirname, '../../schema/operations/screen-overview.graphql'), 'utf8');
}, 60_000);

afterAll(async () => {
  await program.stop();
  await built.remove();
  await view.close();
  await drop();
});

/** A request that is dear to plan and to run; no two numbers have the same plan. */
function greedyRequest(size: number, number: number) {
  const codes = Array.from({ length: size }, (_, n) => ({ code: { [isSet(number, n) ? 'lt' : 'eq']: '#' } }));
  const reports = Array.from({ length: size / 10 }, (_, n) => ({
    progressReports: { some: { percentComplete: { gt: n } } },
  }));
  return { where: { or: [...codes, ...reports] } };
}

function isSet(number: number, bit: number): boolean {
  return bit < 31 && ((number >> bit) & 1) === 1;
}

const GREEDY = 'workItems(where: $where) { nodes { greedy: code progressReports(first: 5) { nodes { period } } } }';
const asQuery = `query ($where: WorkItemFilter) { ${GREEDY} }`;
const asLive = `subscription ($where: WorkItemFilter) { live { ${GREEDY} } }`;

interface Refusable {
  readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
}

const codesOf = ({ errors = [] }: Refusable): string[] => errors.map(({ extensions }) => extensions.code);

/** The largest size of such a request that is let in. */
async function largestAllowed(client: ApiClient): Promise<number> {
  for (let size = 800; ; size = Math.floor(size / 2)) {
    if (codesOf(await client.ask(asQuery, greedyRequest(size, 0))).length === 0) return size;
    if (size < 50) throw new Error('Nothing of the kind is let in.');
  }
}

/** Sends without pause on all connections until it is told to stop, or has sent enough. */
class Attack {
  readonly codes = new Map<string, number>();
  sent = 0;
  private isOver = false;

  constructor(
    private readonly client: ApiClient,
    private readonly size: number,
  ) {}

  stop(): void {
    this.isOver = true;
  }

  async run(): Promise<void> {
    const half = Array.from({ length: CONNECTIONS / 2 });
    await Promise.all([...half.map(() => this.overHttp()), ...half.map(() => this.overSocket())]);
  }

  private next(): object | null {
    if (this.isOver || this.sent >= MOST_REQUESTS) return null;
    this.sent += 1;
    return greedyRequest(this.size, this.sent);
  }

  private note(answer: Refusable): void {
    for (const code of new Set(['answered', ...codesOf(answer)].slice(-1))) {
      this.codes.set(code, (this.codes.get(code) ?? 0) + 1);
    }
  }

  private async overHttp(): Promise<void> {
    for (let variables = this.next(); variables !== null; variables = this.next()) {
      this.note(await this.client.ask(asQuery, variables));
    }
  }

  private async overSocket(): Promise<void> {
    const socket = await RawClient.signedIn(program.url, this.client.token!);
    for (let variables = this.next(); variables !== null; variables = this.next()) {
      const id = String(this.sent);
      socket.start(id, asLive, variables);
      const messages = await socket.messages.nextUntil((message) => message.id === id);
      const { type, payload } = messages.at(-1)!;
      this.note(type === 'error' ? ({ errors: payload } as Refusable) : (payload as Refusable));
      socket.send({ id, type: 'complete' });
    }
    await socket.cut();
  }
}

/** Most of the attacker's statements that were under way at one moment, as long as something goes on. */
async function mostStatements(while_: () => boolean): Promise<number> {
  let most = 0;
  while (while_()) {
    const { count } = await view.row<{ count: number }>(
      `select count(*)::integer as count from pg_stat_activity
       where datname = current_database() and state = 'active' and application_name like 'tiendo%' and query like '%greedy%'`,
    );
    most = Math.max(most, count);
  }
  return most;
}

/** Goes on asking as everybody does until the process has given back what it had taken, or the time for that is over. */
async function whenReturned(before: number, ask: () => Promise<number>): Promise<{ grown: number; seconds: number }> {
  const began = performance.now();
  for (;;) {
    await ask();
    const grown = Math.round(((await metric(program.url, 'process_resident_memory_bytes')) - before) / MB);
    const waited = performance.now() - began;
    if (grown <= MOST_GROWN_MB || waited > RETURNS_IN_MS) return { grown, seconds: Math.round(waited / 1_000) };
  }
}

function quantile(values: readonly number[], part: number): number {
  return Math.round([...values].sort((left, right) => left - right)[Math.floor(values.length * part)]!);
}

test(
  'beside a display that asks all it may on twenty connections everybody else is answered, and it keeps to its share',
  async () => {
    const display = await makeAccount(program, view, { roles: [{ role: 'DISPLAY' }] });
    const member = await program.as('member');
    const size = await largestAllowed(display.client);
    const ask = async (): Promise<number> => {
      const began = performance.now();
      const answer = await member.ask<{ programme: object | null }>(overview, {
        programme: '07-CTr/TU',
        items: [`07-01`, `07-${String((began | 0) % 30).padStart(2, '0')}`],
      });
      expect(answer.errors).toBeUndefined();
      expect(answer.data.programme).not.toBeNull();
      return performance.now() - began;
    };
    const alone: number[] = [];
    for (let warm = 0; warm < 10; warm += 1) alone.push(await ask());
    const before = await metric(program.url, 'process_resident_memory_bytes');

    const attack = new Attack(display.client, size);
    let isGoing = true;
    const attacking = attack.run();
    const most = mostStatements(() => isGoing);
    const waits: number[] = [];
    for (let count = 0; count < HONEST; count += 1) waits.push(await ask());
    attack.stop();
    await attacking;
    isGoing = false;

    expect(await most).toBeLessThanOrEqual(SHARE);
    for (const code of attack.codes.keys()) if (code !== 'answered') expect(ALLOWED).toContain(code);
    const atOnce = Math.round(((await metric(program.url, 'process_resident_memory_bytes')) - before) / MB);
    const { grown, seconds } = await whenReturned(before, ask);
    const [p50, p95] = [quantile(waits, 0.5), quantile(waits, 0.95)];
    const met = [...attack.codes].map(([code, count]) => `${code} ${count}`).join(', ');
    process.stdout.write(
      `a greedy display: ${attack.sent} requests of ${size} conditions (${met}); others waited ${p50} ms, p95 ${p95} ms (goal 250; alone ${quantile(alone, 0.5)} ms); memory +${atOnce} MB at the end, +${grown} MB after ${seconds} s (goal ${MOST_GROWN_MB})\n`,
    );
    expect(grown).toBeLessThanOrEqual(MOST_GROWN_MB);
  },
  isLong ? 600_000 : 60_000,
);
