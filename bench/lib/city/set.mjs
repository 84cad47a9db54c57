import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DEMO_PASSWORD } from '../../contenders/index.mjs';
import { dashboard } from '../../workloads/dashboard.mjs';
import { ask } from '../ask.mjs';
import { machineFacts } from '../machine.mjs';
import { BENCH } from '../paths.mjs';
import { ServerProcess } from '../processes.mjs';
import { signIn } from '../sign-in.mjs';
import { ITEMS, QUARTERS } from './histories.mjs';
import { ProgressLine } from './progress-line.mjs';

/** Programmes of a term, and of a look. */
const PROGRAMMES = { full: 10, quick: 2 };
/** Bytes that neither the process that loads nor the server may need. */
const MOST_BYTES = 500_000_000;
const ASKED = 200;

/** The set `load`: a city's term is loaded by a process of its own; then a server starts on it and answers the dashboard of each programme. */
export async function runLoad({ belongings, database, isQuick, say }) {
  const programmes = isQuick ? PROGRAMMES.quick : PROGRAMMES.full;
  say(`loading ${programmes} programmes × ${ITEMS} items × ${QUARTERS} quarters`);
  const loaded = await load(belongings, await database.urlFor('tiendo'), programmes);
  await database.query('vacuum (analyze)');
  await assertWhole(database, programmes);
  say('starting a server on it');
  const began = performance.now();
  const server = await belongings.keep(ServerProcess.start('tiendo', await database.urlFor('tiendo')));
  const startSeconds = (performance.now() - began) / 1000;
  const answered = await askDashboards(server, await codesOf(database));
  const rows = [
    { workload: 'load', contender: 'loading', seconds: loaded.seconds, peakKiB: loaded.peakKiB, mostBytes: MOST_BYTES },
    {
      workload: 'load',
      contender: 'server',
      seconds: startSeconds,
      peakKiB: await peakKiB(server),
      mostBytes: MOST_BYTES,
    },
  ];
  return { machine: await machineFacts(database), rows, notes: [...(await sizes(database)), answered, verdict(rows)] };
}

/** Whether both stayed under what they may hold; the run fails where they did not, or nobody would look. */
function verdict(rows) {
  const over = rows.filter(({ peakKiB }) => peakKiB !== null && peakKiB * 1024 >= MOST_BYTES);
  if (over.length === 0) return `both stayed under ${MOST_BYTES / 1e6} MB`;
  process.exitCode = 1;
  return `over ${MOST_BYTES / 1e6} MB: ${over.map(({ contender }) => contender).join(', ')}`;
}

/** Has a process load everything; gives its seconds and the most memory that it held. */
async function load(belongings, url, programmes) {
  const child = fork(join(BENCH, 'lib/city/loading-process.mjs'), [url, String(programmes), DEMO_PASSWORD]);
  await belongings.keep(Promise.resolve({ stop: () => end(child) }));
  const line = new ProgressLine();
  let taken = null;
  child.on('message', (message) => (message.done === undefined ? (taken = message) : line.show(message)));
  await once(child, 'exit');
  if (taken === null) throw new Error('The process that loads ended before it was done.');
  return taken;
}

async function end(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}

/** Every item has an accepted report for every quarter, and milestones, roles and a member who directs it. */
async function assertWhole(database, programmes) {
  const [{ whole }] = await database.query(
    `select count(*)::integer as whole from work_item i
     where (select count(*) from progress_report r where r.work_item_id = i.id and r.state = 'ACCEPTED' and r.superseded_at is null) = $1
       and exists (select from milestone m where m.work_item_id = i.id) and exists (select from unit_role u where u.work_item_id = i.id)
       and exists (select from work_item_oversight o where o.work_item_id = i.id)`,
    [QUARTERS],
  );
  if (whole !== programmes * ITEMS) throw new Error(`Of ${programmes * ITEMS} items ${whole} are whole.`);
}

async function codesOf(database) {
  const rows = await database.query(
    'select p.code from programme p where exists (select from work_item i where i.programme_id = p.id) order by p.number',
  );
  return rows.map(({ code }) => code);
}

/** Asks for the dashboards in turn, uncached, one after the other; an answer without all items ends the run. */
async function askDashboards(server, codes) {
  const { analyst } = await signIn(server, ['analyst']);
  const headers = {
    'content-type': 'application/json',
    authorization: `Bearer ${analyst}`,
    'cache-control': 'no-cache',
  };
  const times = [];
  for (let asked = 0; asked < ASKED; asked += 1) {
    const body = JSON.stringify({ query: dashboard.tiendo.query, variables: { code: codes[asked % codes.length] } });
    const began = performance.now();
    const { data, errors } = await ask({ port: server.port, path: '/graphql', headers, body });
    times.push(performance.now() - began);
    const items = data?.programme?.workItems.nodes ?? [];
    const isWhole = items.length === ITEMS && items.every((item) => item.progressReports.nodes.length === 3);
    if (!isWhole) throw new Error(`The dashboard is not whole: ${JSON.stringify(errors ?? items.length)}`);
  }
  const [first, ...others] = times;
  const sorted = others.sort((left, right) => left - right);
  const at = (share) => sorted[Math.floor(sorted.length * share)].toFixed(1);
  return `the server answered the dashboards of ${codes.length} programmes ${ASKED} times, uncached: first ${first.toFixed(0)} ms, p50 ${at(0.5)} ms, p99 ${at(0.99)} ms`;
}

async function sizes(database) {
  const tables = await database.query(
    `select c.oid::regclass::text as name from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace order by 1`,
  );
  const counts = [];
  for (const { name } of tables) {
    const [{ rows }] = await database.query(`select count(*)::integer as rows from ${name}`);
    counts.push({ name, rows });
  }
  const [{ bytes }] = await database.query('select pg_database_size(current_database()) as bytes');
  const sum = (wanted) => counts.filter(wanted).reduce((total, { rows }) => total + rows, 0);
  const isHistory = ({ name }) => name.endsWith('_history');
  const most = counts.filter((table) => !isHistory(table)).sort((left, right) => right.rows - left.rows);
  const number = (value) => value.toLocaleString('en');
  return [
    `${number(sum((table) => !isHistory(table)))} rows, ${number(sum(isHistory))} versions of them in the history, ${Math.round(bytes / 2 ** 20)} MiB in the database`,
    `most: ${most
      .slice(0, 8)
      .map(({ name, rows }) => `${name} ${number(rows)}`)
      .join(', ')}`,
  ];
}

/** KiB that the server held at the most; null where the system does not tell. */
async function peakKiB(server) {
  const status = await readFile(`/proc/${server.child.pid}/status`, 'utf8').catch(() => '');
  const found = /^VmHWM:\s+(\d+) kB/m.exec(status);
  return found === null ? null : Number(found[1]);
}
