import { COMMANDS, FACTS, factsOf } from '../workloads/commands.mjs';
import { INSERT_REPORT, insertValues, PLAIN_TABLE } from '../workloads/insert-report.mjs';
import { ask } from './ask.mjs';
import { machineFacts } from './machine.mjs';
import { ServerProcess } from './processes.mjs';
import { copyReports } from './seed.mjs';
import { placeOf, reportRow } from '../workloads/submit.mjs';
import { seedPlaces } from './seed-places.mjs';
import { signIn } from './sign-in.mjs';
import { callsDuring, whileCounting } from './statements.mjs';

/** Calls of each command that are timed, one after the other, every other one a bare insert beside it. */
const CALLS = { full: 200, quick: 40 };
const COUNTED = 10;

/** The set `commands`: ten commands beside reports, one alone at a time, next to a bare insert over the same kind of connection. */
export async function runCommands({ belongings, database, isQuick, say }) {
  const url = await database.urlFor('tiendo');
  say('loading the demo');
  const server = await belongings.keep(ServerProcess.start('tiendo', url));
  await copyReports(database, PLAIN_TABLE);
  const places = await seedPlaces(database);
  const tokens = await signIn(server, [...new Set(COMMANDS.map(({ account }) => account))]);
  const asking = new Asking(server, tokens, database, places);
  await asking.learn();
  say('warming up');
  for (let n = 0; n < 30; n++) await asking.round();
  const machine = await machineFacts(database);
  const counts = await whileCounting(database, () => asking.count());
  const calls = isQuick ? CALLS.quick : CALLS.full;
  say(`${calls} calls of each`);
  for (let n = 0; n < calls; n++) await asking.round((name, ms) => asking.note(name, ms));
  return { machine, rows: asking.rows(counts), notes: [] };
}

/** Who calls, and what the calls took. */
class Asking {
  times = new Map();
  seen = {};
  serial = 0;
  facts = {};

  constructor(server, tokens, database, places) {
    Object.assign(this, { server, tokens, database, places });
  }

  async learn() {
    this.facts = factsOf(await this.send('admin', FACTS, {}));
  }

  note(name, ms) {
    this.times.set(name, [...(this.times.get(name) ?? []), ms]);
  }

  /** One call of each command and a bare insert before each. */
  async round(note = () => undefined) {
    const n = (this.serial += 1);
    for (const command of COMMANDS) {
      note('limit', await timed(() => this.insert()));
      note(command.name, await timed(() => this.call(command, n)));
    }
  }

  /** Statements of a call of each, as the database counts them; the program's own background work is among them. */
  async count() {
    const counts = new Map();
    for (const { name } of COMMANDS) counts.set(name, 0);
    for (let turn = 0; turn < COUNTED; turn++) {
      const n = (this.serial += 1);
      for (const command of COMMANDS) {
        const { calls } = await callsDuring(this.database, 'tiendo', () => this.call(command, n));
        counts.set(command.name, counts.get(command.name) + calls / COUNTED);
      }
    }
    return counts;
  }

  async call({ name, account, query, inputOf }, n) {
    const data = await this.send(account, query, { input: inputOf(n, { ...this.facts, seen: this.seen }) });
    if (data[name].userErrors.length > 0) throw new Error(`${name}: ${JSON.stringify(data[name].userErrors)}`);
    this.seen[name] = data[name];
  }

  async insert() {
    const place = placeOf((this.inserted = (this.inserted ?? -1) + 1), this.places);
    await this.database.query(INSERT_REPORT, insertValues(reportRow(place)));
  }

  async send(account, query, variables) {
    const { data, errors } = await ask({
      port: this.server.port,
      path: '/graphql',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${this.tokens[account]}` },
      body: JSON.stringify({ query, variables }),
    });
    if (errors !== undefined) throw new Error(JSON.stringify(errors));
    return data;
  }

  rows(counts) {
    const limit = quantile(this.times.get('limit'), 0.5);
    return [...this.times].map(([contender, times]) => ({
      workload: 'commands',
      contender,
      concurrency: 1,
      p50ms: quantile(times, 0.5),
      p99ms: quantile(times, 0.99),
      timesLimit: quantile(times, 0.5) / limit,
      statements: counts.get(contender) ?? null,
    }));
  }
}

async function timed(work) {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

function quantile(values, share) {
  return [...values].sort((one, other) => one - other)[Math.floor((values.length - 1) * share)];
}
