// first of all: a signal that comes while modules are loaded is heard, too
import { heardSignals } from './heard-signals';
import 'reflect-metadata';
import { announceStart, startFactsOf } from './announce-start';
import type { RunningProgram } from './composition';
import { readConfig } from './platform/config/config';
import { endOnUnexpected } from './platform/observability/end-on-unexpected';
import { createLogger } from './platform/observability/logger';
import { startConfigured } from './start-configured';
import { redactText } from './platform/observability/redact';
import { whenAborted } from './stop-signals';

const { asked, hurried } = heardSignals;

async function main(): Promise<void> {
  const config = readConfig();
  const logger = createLogger(config.logLevel);
  endOnUnexpected(logger);
  const program = await startConfigured({ config, logger, place: null, stopping: asked });
  announceStart(startFactsOf(program), logger);
  void whenAborted(hurried).then(() => hurry(program));
  await whenAborted(asked);
  logger.info(`${String(asked.reason)}: draining`);
  try {
    await program.stop(config.drainMs);
  } catch (error) {
    logger.error({ err: error }, 'could not stop cleanly');
    process.exitCode = 1;
  }
}

/** Waits for nobody any more; but the database writes down what it has. */
async function hurry(program: RunningProgram): Promise<void> {
  process.exitCode = 1;
  await program.stopDatabase().catch((error: unknown) => console.error(String(error)));
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
