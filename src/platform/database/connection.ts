import type { TurnBounds } from '../lib/turns';
import { SESSION_OPTIONS } from './session-settings';

/** How to reach a database: an address, or the parts of one. */
export type ConnectionTarget =
  | { readonly url: string }
  | {
      readonly host: string;
      readonly port: number;
      readonly user: string;
      readonly database: string;
      readonly password?: string;
    };

/** Connections that a process opens at most: to read, for expensive queries, to write, for commands in batches, for jobs, to listen, and while it migrates. */
export const POOL_SIZES = {
  readers: 12,
  analysts: 3,
  writers: 10,
  batches: 2,
  jobs: 3,
  listeners: 1,
  migrators: 1,
} as const;

/**
 * Of a pool's connections, those that may be busy for accounts at a time, and for one of them: whatever one account asks, others find a connection at once, and two for reading are left to
 * the program itself (whose token is it, what does the log say).
 */
export function sharesOf(pool: 'readers' | 'analysts' | 'writers', size: number): TurnBounds {
  const atOnce = Math.max(1, size - OF_THE_PROGRAM[pool]);
  return { atOnce, perOwner: Math.max(1, atOnce - LEFT_TO_OTHERS[pool]), mostWaiting: Infinity, sliceMs: null };
}

/** Statements of a query that cost more than those of pages: they keep a core busy for as long as they run, and the database has few of those. */
export const HEAVY_SHARES: TurnBounds = { atOnce: 6, perOwner: 1, mostWaiting: Infinity, sliceMs: null };

const OF_THE_PROGRAM = { readers: 2, analysts: 0, writers: 1 } as const;
const LEFT_TO_OTHERS = { readers: 1, analysts: 1, writers: 1 } as const;

/** All of them. */
export const CONNECTIONS_OF_PROCESS = Object.values<number>(POOL_SIZES).reduce((sum, size) => sum + size);

/** The same target as node-postgres wants it, with the settings by which nothing that is read depends on the server's. */
export function clientOptions(target: ConnectionTarget, applicationName: string): Record<string, unknown> {
  return { ...addressOf(target), application_name: applicationName };
}

/** Where a target is, and the options of its sessions: those of its address first, so that ours hold where both name a setting. */
export function addressOf(
  target: ConnectionTarget,
): { options: string } & ({ connectionString: string } | Exclude<ConnectionTarget, { url: string }>) {
  if (!('url' in target)) return { ...target, options: SESSION_OPTIONS };
  const { connectionString, given } = withoutOptions(target.url);
  return { connectionString, options: given === null ? SESSION_OPTIONS : `${given} ${SESSION_OPTIONS}` };
}

/** An address without its parameter `options`, which would take the place of ours, and that. */
function withoutOptions(url: string): { connectionString: string; given: string | null } {
  const [address = '', parameters = ''] = url.split('?', 2);
  const named = new URLSearchParams(parameters);
  const given = named.get('options');
  if (given === null) return { connectionString: url, given };
  named.delete('options');
  return { connectionString: named.size === 0 ? address : `${address}?${named.toString()}`, given };
}
