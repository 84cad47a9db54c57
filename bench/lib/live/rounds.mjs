import { setTimeout as delay } from 'node:timers/promises';
import { PER_SECOND } from './pace.mjs';
import { quietly } from './quietly.mjs';
import { COMMITS } from './statements.mjs';

/** A rate needs two moments at least. */
const LEAST_BURSTS = 3;

/**
 * As fast as it goes. Gives deliveries by second, the server's processor time for a thousand of them, and how many changes there were. Up to two bursts are under way at
 * a time: while one is delivered the next is made, so that it is not the making that is measured.
 */
export async function saturated({ subscribers, changes, server, workload }, { burst, windowMs }) {
  await subscribers.restart();
  const cpuBefore = await server.cpuMs();
  const messagesBefore = await subscribers.messages();
  const started = performance.now();
  const hasTime = (made) => made < LEAST_BURSTS || performance.now() - started < windowMs;
  const reached = await (workload.kind === 'stream'
    ? inBursts({ subscribers, changes }, burst, hasTime)
    : oneByOne({ subscribers, changes }, hasTime));
  const cpuAfter = await server.cpuMs();
  const deliveries = (await subscribers.messages()) - messagesBefore;
  const [first, last] = [reached[0], reached.at(-1)];
  return {
    perSecond: ((last.messages - first.messages) / (last.moment - first.moment)) * 1000,
    serverCpuMs: cpuBefore === null || cpuAfter === null ? null : ((cpuAfter - cpuBefore) / deliveries) * 1000,
    changes: reached.length * burst,
    tookMs: performance.now() - started,
  };
}

/** Every change is delivered: the next burst is made when everybody has got the one before the last. */
async function inBursts({ subscribers, changes }, burst, hasTime) {
  const reached = [];
  let before = null;
  for (let made = 1; hasTime(made - 1); made++) {
    const all = quietly(subscribers.reach(made * burst));
    await changes.announce(burst);
    if (before !== null) reached.push(await before);
    before = all;
  }
  reached.push(await before);
  return reached;
}

/**
 * What shows a state may leave changes out when they come faster than it can be shown: the next one is made when the first subscriber shows the last, and everybody the
 * one before.
 */
async function oneByOne({ subscribers, changes }, hasTime) {
  const reached = [];
  let before = null;
  for (let made = 0; hasTime(made); made++) {
    const { serial, made: done } = changes.alter();
    const all = quietly(subscribers.reach(serial));
    await Promise.all([done, subscribers.first(serial)]);
    if (before !== null) reached.push(await before);
    before = all;
  }
  reached.push(await before);
  return reached;
}

/**
 * Ten changes a second, written the usual way. Gives the times from the commit to each subscriber (median and 99th of a hundred), and those to the last one of each
 * change.
 */
export async function paced({ subscribers, changes, workload, database }, count) {
  await subscribers.restart();
  await subscribers.record(changes.next, count);
  const started = performance.now();
  const written = [];
  for (let change = 0; change < count; change++) {
    await delay(Math.max(0, started + (change * 1000) / PER_SECOND - performance.now()));
    const { serial, ids } = changes.write();
    written.push({ serial, ids: quietly(ids) });
    // of two at once the later one may be shown first
    if (workload.kind === 'state') await ids;
  }
  const ids = await Promise.all(written.map((change) => change.ids));
  await subscribers.reach(workload.kind === 'stream' ? count : written.at(-1).serial);
  const moments = await subscribers.recorded(count);
  const rows = await database.query(COMMITS(changes.table), [ids.flat()]);
  const commits = new Map(rows.map(({ id, moment }) => [id, moment]));
  const times = moments.map((row, change) =>
    row.map((moment, index) => moment - commits.get(ids[change][index % workload.groups])),
  );
  if (times.flat().some((time) => !(time > -1)))
    throw new Error(`${changes.contender.name}: a change of ${workload.name} did not reach every subscriber.`);
  const sorted = times.flat().sort((one, other) => one - other);
  return {
    p50ms: at(sorted, 0.5),
    p99ms: at(sorted, 0.99),
    lasts: times.map((row) => Math.max(...row)),
    changes: count,
  };
}

/** The value below which a share of the sorted ones lies. */
export function at(sorted, share) {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}
