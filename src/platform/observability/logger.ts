import pino from 'pino';
import { CENSORED, redactText, serialiseError } from './redact';

/** What the program logs with: JSON lines on standard output. */
export type Logger = pino.Logger;

// whatever is logged as an object, these never appear
const SECRET = ['password', 'token', 'authorization', 'cookie', 'parameters', 'query', 'variables', 'input'];
const SECRETS = SECRET.flatMap((name) => [name, `*.${name}`]);

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

/** The program's log; `destination` is standard output by default. Every line is cleaned of what opens anything, whoever wrote it. */
export function createLogger(level: string, destination: pino.DestinationStream = standardOutput()): Logger {
  const options: pino.LoggerOptions = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: SECRETS, censor: CENSORED },
    serializers: { err: (error: unknown) => serialiseError(error) },
  };
  return pino(options, { write: (line) => destination.write(redactText(line)) });
}
