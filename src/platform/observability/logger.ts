import pino from 'pino';
import { CENSORED, redactText, serialiseError } from './redact';

/** What the program logs with: JSON lines on standard output. */
export type Logger = pino.Logger;

// whatever is logged as an object, these never appear
const SECRET = ['password', 'token', 'authorization', 'cookie', 'parameters', 'query', 'variables', 'input'];
const SECRETS = SECRET.flatMap((name) => [name, `*.${name}`]);

/** The program's log; `destination` is standard output unless told otherwise. Every line is cleaned of what opens anything, whoever wrote it. */
export function createLogger(level: string, destination: pino.DestinationStream = pino.destination(1)): Logger {
  const options: pino.LoggerOptions = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: SECRETS, censor: CENSORED },
    serializers: { err: (error: unknown) => serialiseError(error) },
  };
  return pino(options, { write: (line) => destination.write(redactText(line)) });
}
