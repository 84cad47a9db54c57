import type { Logger } from './logger';

/**
 * Ends the process on an error that nobody expected, told by the log: Node itself would print it with all that hangs on it, parameters of statements among
 * them.
 */
export function endOnUnexpected(logger: Logger): void {
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(event, (error: unknown) => {
      logger.fatal({ err: error }, 'unexpected error');
      process.exit(1);
    });
  }
}
