import pino from 'pino';

/** What the program logs with: JSON lines on standard output. */
export type Logger = pino.Logger;

// whatever is logged as an object, these never appear
const SECRETS = [
  'password',
  'token',
  'authorization',
  'cookie',
  '*.password',
  '*.token',
  '*.authorization',
  '*.cookie',
];

/** An error without what it came on: the driver hangs its whole connection on errors of a database that ends. */
function serialiseError(error: unknown): unknown {
  const serialised: unknown = pino.stdSerializers.err(error as Error);
  if (typeof serialised !== 'object' || serialised === null) return serialised;
  const { client: _, ...rest } = serialised as Readonly<Record<string, unknown>>;
  return rest;
}

/**
 * Standard output, until it cannot be written any more: then what is logged is lost, for nobody reads it, and the
 * program goes on. By itself pino ends the process on such an error and, while it ends, tries to write the rest again
 * and again, for ever: with its terminal closed the program neither served nor went.
 */
function standardOutput(): pino.DestinationStream {
  const output = pino.destination({ dest: 1, sync: false });
  const ignore = (): boolean => true;
  output.on('error', () => Object.assign(output, { write: ignore, flush: ignore, flushSync: ignore, end: ignore }));
  return output;
}

/** The program's log; `destination` is standard output unless told otherwise. */
export function createLogger(level: string, destination: pino.DestinationStream = standardOutput()): Logger {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: SECRETS, censor: '[redacted]' },
    serializers: { err: serialiseError },
  };
  return pino(options, destination);
}
