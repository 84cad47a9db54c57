import cluster from 'node:cluster';
import { join } from 'node:path';
import { announceStart } from './announce-start';
import { WorkerPool } from './cluster/worker-pool';
import { readConfig } from './platform/config/config';
import { startBundledPostgres } from './platform/database/bundled/start-bundled-postgres';
import { CONNECTIONS_OF_PROCESS } from './platform/database/connection';
import { createLogger } from './platform/observability/logger';
import { redactText } from './platform/observability/redact';

/** For PostgreSQL itself, tools, and people who look. */
const OTHER_CONNECTIONS = 20;

/**
 * Several server processes behind one port. This one, the primary, owns the bundled PostgreSQL and the workers, and serves nobody. SIGTERM and SIGINT drain
 * all workers and then stop the database; SIGHUP replaces the workers one after the other.
 */
async function main(): Promise<void> {
  const config = readConfig();
  const logger = createLogger(config.logLevel);
  // while workers are replaced there is one more
  const max_connections = String((config.processes + 1) * CONNECTIONS_OF_PROCESS + OTHER_CONNECTIONS);
  const postgres =
    config.databaseUrl === null
      ? await startBundledPostgres({
          dataDir: config.dataDir,
          purpose: 'server',
          log: (message) => logger.info(message),
          settings: { max_connections },
        })
      : null;
  cluster.setupPrimary({ exec: join(__dirname, 'cluster', 'worker.js') });
  const place = { database: postgres?.connection ?? null };
  const pool = new WorkerPool(config.processes, { place }, config.drainMs, logger);

  let isStopping = false;
  const end = async (code: number): Promise<never> => {
    isStopping = true;
    await pool.stop();
    await postgres?.stop();
    process.exit(code);
  };
  const fail = (error: unknown): never => {
    logger.error({ err: error }, 'could not stop cleanly');
    process.exit(1);
  };
  const stop = (signal: NodeJS.Signals): void => {
    // a second signal ends at once; workers end with this process
    if (isStopping) process.exit(1);
    logger.info(`${signal}: draining`);
    end(0).catch(fail);
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);

  try {
    const facts = await pool.start();
    announceStart(facts, logger);
    logger.info(`${config.processes} workers of process ${process.pid}`);
    process.on('SIGHUP', () => pool.roll());
  } catch {
    // the worker has said why
    if (!isStopping) await end(1);
  }
}

main().catch((error: unknown) => {
  console.error(redactText(error instanceof Error ? error.message : String(error)));
  process.exit(1);
});
