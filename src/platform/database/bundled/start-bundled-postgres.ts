import { BundledPostgresError } from './bundled-postgres-error';
import { DATABASE, createDatabase } from './create-database';
import { assertDatabaseThere, linkDataFolder, placeDataFolder, prepareDataDir } from './data-folder';
import { errorCode } from './error-code';
import { initialiseDataFolder } from './initialise-data-folder';
import { InstanceLock } from './instance-lock';
import type { InstancePlan } from './launch-postmaster';
import { locateNativeFolder } from './locate-native-folder';
import { reachableNativeFolder } from './reachable-native-folder';
import { restoreSymlinks } from './restore-symlinks';
import { runPostmaster, type RunningPostmaster } from './run-postmaster';
import { ServerClaim } from './server-claim';
import { preparePasswordFile } from './server-endpoint';
import { boundServerLog } from './server-log';
import { stopPostmaster } from './stop-postmaster';

export { BundledPostgresError };

/** A running bundled PostgreSQL. */
export interface BundledPostgres {
  /** node-postgres connection options of database `tiendo`; `host` is the folder of a socket, except on Windows */
  readonly connection: { host: string; port: number; user: string; database: string; password?: string };
  /** process id of the server */
  readonly pid: number;
  /** the server was there already: it survived a crash of the program, or another program started it */
  readonly tookOver: boolean;
  /**
   * Ends the use of the server. A 'server' stops it (fast shutdown) and waits until it is gone. A 'tool' stops it only
   * when it had started it and nobody else works with it. May be called again: the same stop is waited for.
   */
  stop(): Promise<void>;
}

/** How the bundled PostgreSQL is to be started. */
export interface BundledPostgresOptions {
  /** the program's data directory; created when missing. The database is `postgres` in it. */
  dataDir: string;
  /** 'server': the one program that serves, exclusive. 'tool': a command that joins whatever runs. */
  purpose: 'server' | 'tool';
  /** receives what an operator should know, as whole sentences */
  log(message: string): void;
  /** further settings of PostgreSQL by name; tests pass `fsync: 'off'`. A server that was taken over keeps its own. */
  settings?: Record<string, string>;
  /** false: a data directory without a database is refused, and left as it is */
  mayCreate?: boolean;
  /**
   * Gives the start up when aborted: it rejects, and nothing that it began runs on. Afterwards `stop` ends the server.
   */
  stopping?: AbortSignal;
}

/** How often a start begins anew because the server that it joined was just being stopped. */
const MAX_ATTEMPTS = 5;

/**
 * Starts the PostgreSQL that came with the npm packages, or takes over the one that already runs on the data directory,
 * and makes sure that database `tiendo` exists. Called once at the start of the program and of each command. Throws
 * BundledPostgresError, in particular when another program already serves this data.
 */
export async function startBundledPostgres(options: BundledPostgresOptions): Promise<BundledPostgres> {
  try {
    if (options.mayCreate === false) await assertDatabaseThere(options.dataDir);
    const plan = await prepare(options);
    for (let attempt = 1; ; attempt++) {
      const running = await runPostmaster(plan);
      try {
        return await (options.purpose === 'server' ? serve : join)(plan, running, options.log);
      } catch (error) {
        if (!isLostConnection(error) || attempt === MAX_ATTEMPTS) throw error;
      }
    }
  } catch (error) {
    if (error instanceof BundledPostgresError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new BundledPostgresError(
      `The bundled PostgreSQL could not be started (${reason}): correct the cause, or set DATABASE_URL to use another PostgreSQL.`,
      { cause: error },
    );
  }
}

/** The server's own log names what failed, never the statement, its parameters or the row that was refused. */
const DISCREET = { log_min_error_statement: 'panic', log_error_verbosity: 'terse', log_parameter_max_length: '0' };

async function prepare({
  dataDir: wanted,
  settings = {},
  log,
  stopping,
}: BundledPostgresOptions): Promise<InstancePlan> {
  const { folder: packaged, version, major } = await locateNativeFolder();
  await restoreSymlinks(packaged);
  const dataDir = await prepareDataDir(wanted);
  const place = await placeDataFolder(dataDir, log);
  const native = await reachableNativeFolder({ folder: packaged, version, major }, place.user, log);
  const secret = await preparePasswordFile(dataDir);
  await initialiseDataFolder({ ...place, native, major, passwordFile: secret?.file, stopping, log });
  await linkDataFolder(place);
  const { folder: dataFolder, user } = place;
  const all = { ...DISCREET, ...settings };
  return { dataDir, dataFolder, user, native, password: secret?.password, settings: all, stopping };
}

type Log = BundledPostgresOptions['log'];

async function serve(plan: InstancePlan, running: RunningPostmaster, log: Log): Promise<BundledPostgres> {
  const { dataFolder, stopping } = plan;
  const claim = await ServerClaim.take({ running, dataFolder, log, stopping, restart: () => runPostmaster(plan) });
  const unbound = boundServerLog(plan.dataDir, log);
  const shutDown = async (): Promise<void> => {
    unbound();
    await claim.expectLoss();
    // The claim is kept to the end, so that nobody takes over a server that is about to stop.
    await stopPostmaster(claim.pid, plan, log).finally(() => claim.release());
  };
  await orElse(createDatabase(running.endpoint), shutDown);
  if (running.tookOver) log(`PostgreSQL was already running (process ${running.pid}) and has been taken over.`);
  return describe(running, shutDown, () => claim.pid);
}

async function join(plan: InstancePlan, running: RunningPostmaster, log: Log): Promise<BundledPostgres> {
  const lock = await InstanceLock.open(running.endpoint, () => undefined);
  const leave = async (): Promise<void> => {
    try {
      if (!running.tookOver && (await isUnused(lock))) await stopPostmaster(running.pid, plan, log);
    } finally {
      await lock.close();
    }
  };
  await orElse(
    lock.share('tools').then(() => createDatabase(running.endpoint)),
    leave,
  );
  return describe(running, leave);
}

/** Waits for a step of the start; when it fails, cleans up and passes its error on. */
async function orElse(step: Promise<void>, cleanUp: () => Promise<void>): Promise<void> {
  try {
    await step;
  } catch (error) {
    await cleanUp();
    throw error;
  }
}

/** The server went away under us: it was being stopped. SQL errors have other codes; the driver's own have none. */
function isLostConnection(error: unknown): boolean {
  return !(error instanceof BundledPostgresError) && /^(57P|08|E[A-Z]+$|$)/.test(errorCode(error) ?? '');
}

/** Whether no server and no other tool works with the instance; if so, none can begin to before this session ends. */
async function isUnused(lock: InstanceLock): Promise<boolean> {
  try {
    await lock.unshare('tools');
    return (await lock.tryExclusive('server')) && (await lock.tryExclusive('tools'));
  } catch {
    return false; // the session was ended, so somebody else has stopped the instance
  }
}

function describe(
  { endpoint, pid, tookOver }: RunningPostmaster,
  shutDown: () => Promise<void>,
  pidNow = () => pid,
): BundledPostgres {
  let stopping: Promise<void> | undefined;
  return {
    connection: { ...endpoint, user: 'postgres', database: DATABASE },
    get pid() {
      return pidNow();
    },
    tookOver,
    stop: () => (stopping ??= shutDown()),
  };
}
