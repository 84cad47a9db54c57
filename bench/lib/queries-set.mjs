import { QUERIES, whatIf } from '../workloads/index.mjs';
import { CONTENDERS } from '../contenders/index.mjs';
import { check } from './check.mjs';
import { machineFacts } from './machine.mjs';
import { measure } from './measure.mjs';
import { Orders } from './orders.mjs';
import { REPORTS, seedReports } from './seed.mjs';
import { signIn } from './sign-in.mjs';
import { startServers } from './servers.mjs';
import { measureWhatIf } from './what-if.mjs';

const TIMES = 10;
const ACCOUNTS = [...new Set([...QUERIES, whatIf].map(({ account }) => account))];

/** The set `queries`: reading, on the seeded reports and, unless it is quick, the dashboard once more on ten times as many. */
export async function runQueries({ belongings, database, load, pace, isQuick, say }) {
  const servers = await startServers(belongings, database, CONTENDERS);
  const orders = new Orders({ servers, tokens: await signIn(servers.get('tiendo'), ACCOUNTS) });
  const bench = { database, load, orders, pace, say };
  const machine = await machineFacts(database, pace);
  const rows = [];
  const notes = [];
  for (const workload of QUERIES) {
    const checked = await check(orders, workload, await factsOf(database));
    notes.push(...checked.notes);
    rows.push(...(await measure(bench, workload, checked.measured)));
  }
  rows.push(...(await measureWhatIf(bench)));
  if (!isQuick) rows.push(...(await dashboardOnMore(bench)));
  return { machine, rows, notes };
}

/** The dashboard on ten times the reports. Not from tiendo's cache: rows that come in behind its back are no event, so it would answer as before. */
async function dashboardOnMore(bench) {
  bench.say(`seeding ${(TIMES * REPORTS).toLocaleString('en')} reports`);
  await seedReports(bench.database, REPORTS, TIMES * REPORTS);
  const workload = { ...QUERIES.find(({ name }) => name === 'dashboard') };
  const { measured } = await check(
    bench.orders,
    workload,
    {},
    CONTENDERS.filter(({ isCached }) => !isCached),
  );
  const rows = await measure(bench, workload, measured);
  return rows.map((row) => ({ ...row, workload: `${row.workload}10x` }));
}

/** What answers are translated with. */
async function factsOf(database) {
  const units = await database.query('select id, code from unit');
  return { unitCodes: new Map(units.map(({ id, code }) => [id, code])) };
}
