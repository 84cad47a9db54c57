import 'reflect-metadata';
import cluster from 'node:cluster';
import { once } from 'node:events';
import { startFactsOf } from '../announce-start';
import { readConfig } from '../platform/config/config';
import { endOnUnexpected } from '../platform/observability/end-on-unexpected';
import { createLogger } from '../platform/observability/logger';
import { startConfigured } from '../start-configured';
import type { FromWorker, ToWorker } from './worker-messages';
import { redactText } from '../platform/observability/redact';

/** One of the processes that serve; `cluster.ts` starts it, and ends it by SIGTERM. When that one dies, this one ends at once. */
async function main(): Promise<void> {
  // a terminal's Ctrl-C or hang-up reaches the whole group, but the primary says when to stop
  for (const signal of ['SIGINT', 'SIGHUP']) process.on(signal, () => undefined);
  const config = readConfig();
  const logger = createLogger(config.logLevel).child({ pid: process.pid });
  endOnUnexpected(logger);
  const [{ place }] = (await once(process, 'message')) as [ToWorker];
  const program = await startConfigured({ config, logger, place, stopping: new AbortController().signal });

  let isStopping = false;
  process.on('SIGTERM', () => {
    if (isStopping) return;
    isStopping = true;
    program.stop(config.drainMs).then(leave, (error: unknown) => {
      logger.error({ err: error }, 'could not stop cleanly');
      process.exit(1);
    });
  });
  const message: FromWorker = { ready: startFactsOf(program) };
  process.send!(message);
}

/** Ends once the primary knows of it: a connection that it has just handed over goes to another worker then. */
function leave(): void {
  process.once('disconnect', () => process.exit(0));
  cluster.worker!.disconnect();
}

main().catch((error: unknown) => {
  console.error(redactText(error instanceof Error ? error.message : String(error)));
  process.exit(1);
});
