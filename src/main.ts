import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startProgram } from './composition';
import { readConfig } from './platform/config/config';
import { dateOf } from './platform/lib/clock';
import { createLogger } from './platform/observability/logger';

const ROOT = join(__dirname, '..', '..');
const DRAIN_MS = 10_000;

async function main(): Promise<void> {
  const config = readConfig();
  const logger = createLogger(config.logLevel);
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
  const program = await startProgram(config, logger, version, ROOT);
  const stop = (signal: NodeJS.Signals): void => {
    // a second signal ends at once
    process.once(signal, () => process.exit(1));
    logger.info(`${signal}: draining`);
    program.stop(DRAIN_MS).then(
      () => process.exit(0),
      (error: unknown) => {
        logger.error({ err: error }, 'could not stop cleanly');
        process.exit(1);
      },
    );
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);

  const { databaseFacts, clock, address } = program;
  logger.info(
    `PostgreSQL ${databaseFacts.version}, fsync ${databaseFacts.fsync ? 'on' : 'OFF'}, synchronous_commit ${databaseFacts.synchronousCommit}`,
  );
  if (!databaseFacts.fsync || databaseFacts.synchronousCommit === 'off') {
    logger.warn('Committed reports can be lost in a power cut: fsync or synchronous_commit is off.');
  }
  const shown = address.host.includes(':') ? `[${address.host}]` : address.host;
  console.log(
    `tiendo: http://${shown}:${address.port}  (ngày của chương trình / programme date ${dateOf(clock.now())})`,
  );
  if (program.madeUpPassword !== null) {
    console.log(`Mật khẩu các tài khoản mẫu / password of the demo accounts: ${program.madeUpPassword}`);
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
});
