import { setTimeout as delay } from 'node:timers/promises';
import { callsDuring } from '../statements.mjs';
import { Changes, roomOf, tableOf } from './changes.mjs';
import { checkDelivery, untilSubscribed } from './check.mjs';
import { MOST_ANNOUNCED, MOST_ANNOUNCED_OF_MANY } from './pool.mjs';
import { saturated } from './rounds.mjs';
import { Subscribers } from './subscribers.mjs';

/** Deliveries of a burst are to take about this long. */
const BURST_MS = 100;
/** Subscribers rest before what they cost is read. */
const REST_MS = 500;
/** Fewer subscribers are lost in what a server holds anyhow. */
const LEAST_FOR_MEMORY = 1_000;

/** Has a contender's subscribers subscribe, checks what they get, and warms it up while the database counts statements: what its rounds need. */
export async function begin(bench, workload, count, contender) {
  const { database, servers, tokens, live, pool, counters, belongings, facts } = bench;
  const followed = workload.kind === 'stream' ? live.followed.slice(0, workload.groups) : [live.dashboard];
  const server = servers.get(contender.server);
  const counter = counters[tableOf(contender)];
  const changes = new Changes({ contender, workload, server, database, tokens, followed, pool, counter });
  const isWeighed = count >= LEAST_FOR_MEMORY && !contender.reads;
  const before = isWeighed ? await heldKiB(server) : null;
  const subscribers = await belongings.keep(Promise.resolve(Subscribers.start(contender.name, count)));
  const run = { contender, workload, server, changes, subscribers, database, followed, facts, rounds: [], paced: [] };
  const targetOf = targetsOf({ contender, workload, followed, tokens });
  await subscribers.open({ port: server.port, kind: workload.kind, targetOf });
  await untilSubscribed(run);
  if (isWeighed) {
    await delay(REST_MS);
    run.memoryKiB = ((await heldKiB(server)) - before) / count;
  }
  run.bytes = await checkDelivery(run);
  await warmUp(bench, run);
  return run;
}

/** A first measurement, from which the size of the bursts and the statements of a change follow. */
async function warmUp({ database, pace }, run) {
  const { contender, workload, subscribers } = run;
  const warm = (burst) => saturated(run, { burst, windowMs: pace.warmMs });
  const { result: first, calls } = await callsDuring(database, contender.server, () => warm(1));
  if (contender.dialect !== 'limit') run.statements = calls / first.changes;
  const most = workload.groups === 1 ? MOST_ANNOUNCED : MOST_ANNOUNCED_OF_MANY;
  const changes = (first.perSecond * BURST_MS) / 1000 / subscribers.count;
  run.burst = workload.kind === 'stream' ? Math.max(1, Math.min(most, Math.round(changes))) : 1;
  if (run.burst > 1) await warm(run.burst);
}

/** What each subscriber connects to and sends. */
function targetsOf({ contender, workload, followed, tokens }) {
  return (index) => {
    const programme = followed[index % followed.length];
    if (contender.dialect === 'limit') return { path: roomOf(contender, programme), init: null, subscribe: null };
    const { query, ownVariables } = workload[contender.dialect];
    const variables = workload.variables(programme);
    const payload =
      contender.dialect === 'tiendo' ? { authorization: `Bearer ${tokens[workload.account]}` } : undefined;
    return {
      path: '/graphql',
      init: JSON.stringify({ type: 'connection_init', payload }),
      subscribe: JSON.stringify({
        id: '1',
        type: 'subscribe',
        payload: { query, variables: ownVariables?.(variables) ?? variables },
      }),
    };
  };
}

/** What its JavaScript holds, garbage aside: that of the process as a whole says little, since it gives back late. */
async function heldKiB(server) {
  const { heapUsed, external } = await server.memoryUsage();
  return (heapUsed + external) / 1024;
}
