import { cpus, loadavg, totalmem } from 'node:os';

/** What the figures were taken on. Absolute ones mean nothing elsewhere. Where nothing is repeated there is no pace. */
export async function machineFacts(database, pace = null) {
  const [{ reports }] = await database.query('select count(*)::integer as reports from progress_report');
  const processors = cpus();
  return {
    cpu: processors[0]?.model.trim() ?? 'unknown',
    cores: processors.length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    loadAverage: Number(loadavg()[0].toFixed(2)),
    node: process.version,
    ...(await database.facts()),
    date: new Date().toISOString(),
    reports,
    ...(pace !== null && { rounds: pace.rounds, windowMs: pace.windowMs }),
  };
}

/** The same in a few lines. */
export function machineText(machine) {
  const {
    cpu,
    cores,
    memoryGiB,
    loadAverage,
    node,
    postgres,
    fsync,
    synchronousCommit,
    sharedBuffers,
    date,
    reports,
    rounds,
    windowMs,
  } = machine;
  return [
    `${date}, ${cpu}, ${cores} cores, ${memoryGiB} GiB, load ${loadAverage} before the rounds, Node ${node}`,
    `PostgreSQL ${postgres}, fsync ${fsync}, synchronous_commit ${synchronousCommit}, shared_buffers ${sharedBuffers}; ${reports} reports`,
    rounds === undefined
      ? 'one run; the process that loads, the server, the client and the database share the cores'
      : `medians of ${rounds} interleaved rounds of ${windowMs / 1000} s; clients, contender and database share the cores`,
  ].join('\n');
}
