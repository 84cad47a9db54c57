import 'reflect-metadata';
import { announceStart, startFactsOf } from './announce-start';
import { readConfig } from './platform/config/config';
import { endOnUnexpected } from './platform/observability/end-on-unexpected';
import { createLogger } from './platform/observability/logger';
import { startConfigured } from './start-configured';
import { redactText } from './platform/observability/redact';

async function main(): Promise<void> {
  const config = readConfig();
  const logger = createLogger(config.logLevel);
  endOnUnexpected(logger);
  const program = await startConfigured(config, logger);
  const stop = (signal: NodeJS.Signals): void => {
    // a second signal ends at once
    process.once(signal, () => process.exit(1));
    logger.info(`${signal}: draining`);
    program.stop(config.drainMs).then(
      () => process.exit(0),
      (error: unknown) => {
        logger.error({ err: error }, 'could not stop cleanly');
        process.exit(1);
      },
    );
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  announceStart(startFactsOf(program), logger);
}

main().catch((error: unknown) => {
  console.error(redactText(error instanceof Error ? error.message : String(error)));
  process.exit(1);
});
