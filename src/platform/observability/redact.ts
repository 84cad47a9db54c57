/** What takes the place of whatever must not be read in a log. */
export const CENSORED = '[redacted]';

/** What the driver and TypeORM hang on an error that helps whoever looks into it and holds no value of a statement. */
const TOLD = ['code', 'severity', 'schema', 'table', 'column', 'dataType', 'constraint', 'routine', 'syscall', 'errno'];

/** SQLSTATE of data exceptions and of checks: their messages repeat the value that was refused. */
const REPEATS_VALUES = /^22[0-9A-Z]{3}$/;

/** Errors within errors are told to this depth. */
const DEEPEST = 4;

const IN_TEXTS: readonly (readonly [pattern: RegExp, by: string])[] = [
  // postgresql://name:password@host, nats://token@host
  [/([a-z][a-z0-9+.-]*:\/\/)[^\s/?#@"'\\]+@/gi, `$1${CENSORED}@`],
  [/(\/screen\/open\/)[\w%~.-]+/g, `$1${CENSORED}`],
  [/([?&](?:query|variables|extensions|token|password|key)=)[^&\s"'\\]*/gi, `$1${CENSORED}`],
  [/(\bBearer\s+)[\w~+/.=-]+/gi, `$1${CENSORED}`],
  [/(\btiendo_\w+=)[^;\s"'\\]+/g, `$1${CENSORED}`],
  [/\$argon2[a-z]*\$[\w$=,+/.-]+/g, CENSORED],
];

/** A text without what opens anything: passwords and tokens in addresses, headers and cookies, hashes of passwords. Safe for lines of JSON. */
export function redactText(text: string): string {
  return IN_TEXTS.reduce((clean, [pattern, by]) => clean.replace(pattern, by), text);
}

/**
 * An error as a log tells it: its kind, message and place, and the facts that hold no value. Whatever else is hung on it stays out: the parameters and the text
 * of a statement, the rejected row, the connection on which it came, the input that was checked.
 */
export function serialiseError(error: unknown, depth = 0): unknown {
  if (!(error instanceof Error)) return typeof error === 'string' ? error : (JSON.stringify(error) ?? String(error));
  const own = error as Error & Readonly<Record<string, unknown>>;
  const message = messageOf(own);
  const told = TOLD.filter((name) => ['string', 'number'].includes(typeof own[name])).map((name) => [name, own[name]]);
  const within = [own.cause, own.originalError, own.driverError].find((cause) => cause instanceof Error);
  const others = Array.isArray(own.errors) ? own.errors.filter((other) => other instanceof Error) : [];
  return {
    type: error.constructor.name,
    message,
    ...Object.fromEntries(told),
    stack: (error.stack ?? '').replace(error.message, message),
    ...(within !== undefined && depth < DEEPEST && { cause: serialiseError(within, depth + 1) }),
    ...(others.length > 0 && depth < DEEPEST && { errors: others.map((other) => serialiseError(other, depth + 1)) }),
  };
}

function messageOf({ message, code, driverError }: Error & Readonly<Record<string, unknown>>): string {
  const state = code ?? (driverError as { code?: unknown } | undefined)?.code;
  const repeats = typeof state === 'string' && REPEATS_VALUES.test(state);
  return redactText(
    repeats
      ? message.replace(/"[^"]*"|: .*$/gs, (part) => (part.startsWith('"') ? `"${CENSORED}"` : `: ${CENSORED}`))
      : message,
  );
}
