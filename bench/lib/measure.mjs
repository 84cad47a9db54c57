import { untilIdle } from './idle.mjs';
import { countStatements, whileCounting } from './statements.mjs';

/** How long a run takes: five rounds of three seconds for each contender, or a quick look. */
export const FULL = { rounds: 5, windowMs: 3_000, warmMs: 1_500 };
export const QUICK = { rounds: 3, windowMs: 1_000, warmMs: 400 };

/** A round's first moments are not counted: connections open, caches of the processor fill. */
const LEAD_MS = 200;

/**
 * Measures a workload in interleaved rounds: each round loads every contender once, the others rest; another one begins each round. Gives a row for each
 * contender with the medians of its rounds.
 */
export async function measure({ database, load, orders, pace, say }, workload, contenders) {
  const runs = new Map(contenders.map((contender) => [contender, { rounds: [], statements: null }]));
  const name = `${workload.name}, ${workload.concurrency} at a time`;
  say(`${name}: warming up`);
  await whileCounting(database, async () => {
    for (const contender of contenders)
      runs.get(contender).statements = await prepare({ database, load, orders, pace }, workload, contender);
  });
  for (let round = 0; round < pace.rounds; round++) {
    say(`${name}: round ${round + 1} of ${pace.rounds}`);
    const first = (round * 2) % contenders.length;
    for (const contender of [...contenders.slice(first), ...contenders.slice(0, first)]) {
      runs.get(contender).rounds.push(await oneRound({ database, load, orders, pace }, workload, contender));
    }
  }
  return contenders.map((contender) => row(workload, contender, runs.get(contender)));
}

/** Warms a contender up and counts its statements. */
async function prepare({ database, load, orders, pace }, workload, contender) {
  const warm = await load.run({ ...orders.load(contender, workload), windowMs: pace.warmMs });
  orders.note(contender, workload, warm);
  const requests = workload.countedRequests ?? workload.concurrency * 2;
  const { counted, statements } = await countStatements(database, load, contender.server, {
    ...orders.load(contender, workload),
    requests,
  });
  orders.note(contender, workload, counted);
  return statements;
}

async function oneRound({ database, load, orders, pace }, workload, contender) {
  const server = orders.servers.get(contender.server);
  const windowMs = Math.max(pace.windowMs, workload.leastWindowMs ?? 0);
  const cpuBefore = await server.cpuMs();
  const counted = await load.run({ ...orders.load(contender, workload), leadMs: workload.leadMs ?? LEAD_MS, windowMs });
  orders.note(contender, workload, counted);
  await untilIdle(database);
  const cpuAfter = await server.cpuMs();
  return {
    perSecond: counted.perSecond,
    p50ms: counted.p50ms,
    p99ms: counted.p99ms,
    serverCpuMs: cpuBefore === null || cpuAfter === null ? null : (cpuAfter - cpuBefore) / counted.answered,
    memoryKiB: await server.memoryKiB(),
  };
}

function row(workload, contender, { rounds, statements }) {
  return {
    workload: workload.name,
    contender: contender.name,
    concurrency: workload.concurrency,
    perSecond: medianOf(rounds, 'perSecond'),
    p50ms: medianOf(rounds, 'p50ms'),
    p99ms: medianOf(rounds, 'p99ms'),
    statements,
    serverCpuMs: medianOf(rounds, 'serverCpuMs'),
    memoryKiB: rounds.at(-1).memoryKiB,
  };
}

/** Median of what the rounds have under a name; null when one of them does not know it. */
export function medianOf(rounds, name) {
  const values = rounds.map((round) => round[name]).sort((one, other) => one - other);
  if (values.includes(null)) return null;
  const middle = values.length / 2;
  return values.length % 2 === 1 ? values[Math.floor(middle)] : (values[middle - 1] + values[middle]) / 2;
}
