// first of all: a signal that comes while modules are loaded is heard, too
import { listenForStop, unlessStopped, whenAborted } from './stop-signals';
import cluster from 'node:cluster';
import { join } from 'node:path';
import { announceStart } from './announce-start';
import { hasLostTerminal } from './cluster/lost-terminal';
import { WorkerPool } from './cluster/worker-pool';
import { type Config, readConfig } from './platform/config/config';
import { type BundledPostgres, startBundledPostgres } from './platform/database/bundled/start-bundled-postgres';
import { CONNECTIONS_OF_PROCESS } from './platform/database/connection';
import { createLogger, type Logger } from './platform/observability/logger';
import { redactText } from './platform/observability/redact';

/** For PostgreSQL itself, tools, and people who look. */
const OTHER_CONNECTIONS = 20;

const { asked, hurried, hear } = listenForStop(['SIGINT', 'SIGTERM']);
let pool: WorkerPool | null = null;
process.on('SIGHUP', () => {
  if (hasLostTerminal()) hear('SIGHUP');
  else pool?.roll();
});

/**
 * Several server processes behind one port. This one, the primary, owns the bundled PostgreSQL and the workers, and
 * serves nobody. SIGTERM, SIGINT and the end of its terminal drain all workers and then stop the database; any other
 * SIGHUP replaces the workers one after the other.
 */
async function main(): Promise<void> {
  const config = readConfig();
  const logger = createLogger(config.logLevel);
  const postgres = await findBundled(config, logger);
  cluster.setupPrimary({ exec: join(__dirname, 'cluster', 'worker.js') });
  const place = { database: postgres?.connection ?? null };
  const workers = new WorkerPool(config.processes, { place }, config.drainMs, logger);
  pool = workers;
  void whenAborted(hurried).then(() => hurry(workers, postgres));
  try {
    await unlessStopped(workers.start(), asked).then(
      (facts) => {
        announceStart(facts, logger);
        logger.info(`${config.processes} workers of process ${process.pid}`);
      },
      () => {
        // a worker that could not start has said why
        if (!asked.aborted) process.exitCode = 1;
      },
    );
    if (process.exitCode === undefined) await whenAborted(asked);
    if (asked.aborted) logger.info(`${String(asked.reason)}: draining`);
    await workers.stop();
  } catch (error) {
    logger.error({ err: error }, 'could not stop cleanly');
    process.exitCode = 1;
  } finally {
    await postgres?.stop();
  }
}

/** The bundled database, started here unless DATABASE_URL names another one. */
async function findBundled(
  { databaseUrl, dataDir, processes }: Config,
  logger: Logger,
): Promise<BundledPostgres | null> {
  if (databaseUrl !== null) return null;
  // while workers are replaced there is one more
  const max_connections = String((processes + 1) * CONNECTIONS_OF_PROCESS + OTHER_CONNECTIONS);
  const log = (message: string): void => logger.info(message);
  return startBundledPostgres({ dataDir, purpose: 'server', log, settings: { max_connections }, stopping: asked });
}

/** Waits for nobody any more; but the database writes down what it has. */
async function hurry(workers: WorkerPool, postgres: BundledPostgres | null): Promise<void> {
  process.exitCode = 1;
  workers.kill();
  await postgres?.stop().catch((error: unknown) => console.error(String(error)));
  process.exit();
}

main().then(
  () => process.exit(),
  (error: unknown) => {
    // a start that was given up because of a signal has not failed
    if (asked.aborted) process.exit();
    console.error(redactText(error instanceof Error ? error.message : String(error)));
    process.exit(1);
  },
);
