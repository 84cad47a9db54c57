import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';

/** Everything that can be set from outside, validated once at start. Nobody else reads the environment. */
export interface Config {
  readonly host: string;
  readonly port: number;
  /** A server of one's own; null: the bundled PostgreSQL under `dataDir`. */
  readonly databaseUrl: string | null;
  readonly dataDir: string;
  /** Addresses of the NATS that tells processes of each other's events, separated by commas; null: PostgreSQL does. */
  readonly natsUrl: string | null;
  /** How many processes `npm run start:cluster` keeps running. */
  readonly processes: number;
  /** The time over which a stop sends WebSocket clients away, so that they do not all come back at once. */
  readonly drainMs: number;
  /** Whether to load the programme, its sample rows and the demo accounts; null: only into a fresh bundled database. */
  readonly demo: boolean | null;
  readonly demoPassword: string | null;
  /** The moment at which the program's clock starts; null: real time (the demo has its own moment). */
  readonly clock: Date | null;
  /** Whether strangers may introspect the schema. */
  readonly introspection: boolean;
  /** Proxies of one's own in front of the program: so many entries of X-Forwarded-For are believed. */
  readonly proxies: number;
  /** The address under which people reach the program, as its origin; null: whatever address they used. With https, cookies are for https alone. */
  readonly publicUrl: string | null;
  /** Origins of other sites whose pages may ask by token. */
  readonly corsOrigins: readonly string[];
  /** WebSocket connections that one account may have at a time, in one process. */
  readonly socketsPerAccount: number;
  /** WebSocket connections from one address at a time, and in all, in one process. */
  readonly socketsPerAddress: number;
  readonly sockets: number;
  /** Operations of each kind that one account may begin in a second, in one process. */
  readonly ratesPerSecond: { readonly query: number; readonly mutation: number; readonly subscription: number };
  /** The time in which a request must have come, headers and body, and in which an answer must be taken or go on being taken. */
  readonly requestMs: number;
  /** The time that a statement of a query may take; those of expensive queries twice that. */
  readonly queryMs: number;
  /** Bearer token for `/metrics`; null: only the machine itself may read them. */
  readonly metricsToken: string | null;
  /** Whether messages of subscriptions are written straight to the sockets; else by the public interface of ws, at the price of a copy each. */
  readonly ownFrames: boolean;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
}

/** A setting that cannot be used; the message names the variable and what it accepts. */
class ConfigError extends Error {}

/** Reads and checks the settings. Throws ConfigError naming the variable and the way out. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const config: Config = {
    host: text(environment.HOST) ?? '127.0.0.1',
    port: port(text(environment.PORT) ?? '4000'),
    databaseUrl: databaseUrl(text(environment.DATABASE_URL)),
    dataDir: resolve(text(environment.DATA_DIR) ?? 'data'),
    natsUrl: natsUrl(text(environment.NATS_URL)),
    processes: processes(text(environment.PROCESSES)),
    drainMs: drainMs(text(environment.DRAIN_SECONDS) ?? '10'),
    demo: flag('DEMO', text(environment.DEMO)),
    demoPassword: text(environment.DEMO_PASSWORD),
    clock: moment(text(environment.CLOCK)),
    introspection: flag('INTROSPECTION', text(environment.INTROSPECTION)) ?? false,
    proxies: proxies(text(environment.PROXIES) ?? '0'),
    publicUrl: publicUrl(text(environment.PUBLIC_URL)),
    corsOrigins: corsOrigins(text(environment.CORS_ORIGINS)),
    socketsPerAccount: positive('SOCKETS_PER_ACCOUNT', text(environment.SOCKETS_PER_ACCOUNT) ?? '200'),
    ...limits(environment),
    ownFrames: frames(text(environment.LIVE_FRAMES) ?? 'own'),
    logLevel: logLevel(text(environment.LOG_LEVEL) ?? 'info'),
  };
  return Object.freeze(config);
}

/** How much, and for how long, others may ask. */
function limits(environment: NodeJS.ProcessEnv) {
  const set = (name: string, usual: string): string => text(environment[name]) ?? usual;
  return {
    socketsPerAddress: positive('SOCKETS_PER_ADDRESS', set('SOCKETS_PER_ADDRESS', '10000')),
    sockets: positive('SOCKETS', set('SOCKETS', '50000')),
    ratesPerSecond: {
      query: positive('QUERIES_PER_SECOND', set('QUERIES_PER_SECOND', '10000')),
      mutation: positive('MUTATIONS_PER_SECOND', set('MUTATIONS_PER_SECOND', '100')),
      subscription: positive('SUBSCRIPTIONS_PER_SECOND', set('SUBSCRIPTIONS_PER_SECOND', '5000')),
    },
    requestMs: seconds('REQUEST_SECONDS', set('REQUEST_SECONDS', '15')),
    queryMs: seconds('QUERY_SECONDS', set('QUERY_SECONDS', '15')),
    metricsToken: metricsToken(text(environment.METRICS_TOKEN)),
  };
}

function text(value: string | undefined): string | null {
  return value === undefined || value.trim() === '' ? null : value.trim();
}

function port(value: string): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 0 || number > 65_535)
    throw new ConfigError(`PORT must be 0-65535, not "${value}".`);
  return number;
}

function databaseUrl(value: string | null): string | null {
  if (value === null || /^postgres(ql)?:\/\//.test(value)) return value;
  throw new ConfigError('DATABASE_URL must begin with postgres:// or postgresql://.');
}

function natsUrl(value: string | null): string | null {
  if (
    value === null ||
    value.split(',').every((address) => /^(nats|tls):\/\/[^/]+$/.test(address) && URL.canParse(address))
  )
    return value;
  throw new ConfigError('NATS_URL must be nats://host:4222 or tls://host:4222; several are separated by commas.');
}

function processes(value: string | null): number {
  if (value === null) return Math.max(availableParallelism(), 2);
  if (/^\d{1,3}$/.test(value) && Number(value) > 0) return Number(value);
  throw new ConfigError(`PROCESSES must be 1-999, not "${value}".`);
}

function drainMs(value: string): number {
  const seconds = Number(value);
  if (!(seconds >= 0 && seconds <= 3600)) throw new ConfigError(`DRAIN_SECONDS must be 0-3600, not "${value}".`);
  return seconds * 1000;
}

function proxies(value: string): number {
  if (/^\d$/.test(value)) return Number(value);
  throw new ConfigError(`PROXIES must be 0-9, not "${value}".`);
}

function publicUrl(value: string | null): string | null {
  if (value === null) return null;
  const origin = originOf(value.replace(/\/$/, ''));
  if (origin !== null) return origin;
  throw new ConfigError(`PUBLIC_URL must be an address without a path such as https://tiendo.example, not "${value}".`);
}

function corsOrigins(value: string | null): readonly string[] {
  const parts = value === null ? [] : value.split(',').map((part) => part.trim());
  for (const part of parts) {
    // `*` would let every page on the network ask with whatever token it got hold of
    if (originOf(part) !== null) continue;
    throw new ConfigError(
      `CORS_ORIGINS must be origins such as https://bi.example, separated by commas, not "${part}".`,
    );
  }
  return parts.map((part) => part.toLowerCase());
}

/** The origin that a text is, exactly; null for anything else. */
function originOf(value: string): string | null {
  if (!/^https?:/.test(value) || !URL.canParse(value)) return null;
  const { origin } = new URL(value);
  return origin === value.toLowerCase() ? origin : null;
}

function flag(name: string, value: string | null): boolean | null {
  if (value === null) return null;
  if (value === '1' || value === '0') return value === '1';
  throw new ConfigError(`${name} must be 1 or 0, not "${value}".`);
}

function positive(name: string, value: string): number {
  const number = Number(value);
  if (Number.isSafeInteger(number) && number > 0) return number;
  throw new ConfigError(`${name} must be a whole number above 0, not "${value}".`);
}

function seconds(name: string, value: string): number {
  const number = Number(value);
  if (number >= 1 && number <= 3600) return Math.round(number * 1000);
  throw new ConfigError(`${name} must be 1-3600, not "${value}".`);
}

function metricsToken(value: string | null): string | null {
  if (value === null || /^[\w.~+/=-]{16,512}$/.test(value)) return value;
  throw new ConfigError('METRICS_TOKEN must be 16-512 letters, digits and . ~ + / = - _ without spaces.');
}

function frames(value: string): boolean {
  if (value === 'own' || value === 'public') return value === 'own';
  throw new ConfigError(`LIVE_FRAMES must be own or public, not "${value}".`);
}

function moment(value: string | null): Date | null {
  if (value === null) return null;
  const parsed = new Date(value);
  if (Number.isNaN(parsed.getTime()) || !/T.*(Z|[+-]\d{2}:\d{2})$/.test(value)) {
    throw new ConfigError(`CLOCK must be a moment with offset such as 2023-11-14T08:00:00+07:00, not "${value}".`);
  }
  return parsed;
}

function logLevel(value: string): Config['logLevel'] {
  if (['debug', 'info', 'warn', 'error', 'silent'].includes(value)) return value as Config['logLevel'];
  throw new ConfigError(`LOG_LEVEL must be debug, info, warn, error or silent, not "${value}".`);
}
