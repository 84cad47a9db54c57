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

/** The program's log; `destination` is standard output unless told otherwise. */
export function createLogger(level: string, destination?: pino.DestinationStream): Logger {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: SECRETS, censor: '[redacted]' },
    serializers: { err: serialiseError },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}
