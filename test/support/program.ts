import { join } from 'node:path';
import 'reflect-metadata';
import { type RunningProgram, startProgram } from '../../src/composition';
import { domains } from '../../src/domains';
import type { Domain } from '../../src/platform/domain';
import { readConfig } from '../../src/platform/config/config';
import { createLogger } from '../../src/platform/observability/logger';
import { ApiClient } from './api-client';
import { cloneDatabase, type TestTarget } from './database';
import { DEMO_PASSWORD, DEMO_TEMPLATE } from './test-server';

/** A demo account by the part of its e-mail before the @. */
export type DemoName =
  'admin' | 'secretariat' | 'head' | 'member' | 'reporter' | 'approver' | 'other.reporter' | 'analyst' | 'inspector';

/** The program as it runs, on a clone of the demo database, with real HTTP and WebSocket on a free port. */
export interface TestProgram {
  readonly program: RunningProgram;
  readonly url: string;
  readonly target: TestTarget;
  /** A client without a session. */
  stranger(): ApiClient;
  /** A client that has signed in (once for each account and program). */
  as(name: DemoName): Promise<ApiClient>;
  close(): Promise<void>;
}

/** How a test's program differs from the usual one. */
interface StartOptions {
  readonly clock?: Date;
  readonly target?: TestTarget;
  readonly environment?: NodeJS.ProcessEnv;
  /** Domains beside the program's own. */
  readonly domains?: readonly Domain[];
  /** Gets every line of the program's log, from `info` on; silent without it. */
  readonly onLog?: (line: string) => void;
}

/** Starts the program in this process. `clock` runs it at another moment than the demo's 14/11/2023 08:00. */
export async function startTestProgram(options: StartOptions = {}): Promise<TestProgram> {
  const clone = options.target === undefined ? await cloneDatabase(DEMO_TEMPLATE) : null;
  const target = options.target ?? clone!.target;
  const config = readConfig({
    PORT: '0',
    DATABASE_URL: `postgresql://${target.user}@${encodeURIComponent(target.host)}:${target.port}/${target.database}`,
    DEMO: '1',
    LOG_LEVEL: 'silent',
    ...options.environment,
  });
  if (options.clock !== undefined) await setClock(target, options.clock);
  const { onLog } = options;
  const logger = onLog === undefined ? createLogger(config.logLevel) : createLogger('info', { write: onLog });
  const program = await startProgram({
    config,
    logger,
    appVersion: 'test',
    domains: [...domains, ...(options.domains ?? [])],
    root: join(__dirname, '..', '..'),
    place: null,
    stopping: new AbortController().signal,
  });
  const url = `http://127.0.0.1:${program.address.port}`;
  const clients = new Map<DemoName, Promise<ApiClient>>();
  return {
    program,
    url,
    target,
    stranger: () => new ApiClient(url, null),
    as: (name) => {
      const known = clients.get(name) ?? ApiClient.signIn(url, `${name}@demo.test`, DEMO_PASSWORD);
      clients.set(name, known);
      return known;
    },
    close: async () => {
      await program.stop(0);
      await clone?.drop();
    },
  };
}

/** Sets the clock of a database whose clock was fixed when its template was made. */
async function setClock(target: TestTarget, moment: Date): Promise<void> {
  const { Client } = await import('pg');
  const client = new Client(target);
  await client.connect();
  await client.query('update installation set clock_offset_ms = $1', [moment.getTime() - Date.now()]);
  await client.end();
}
