import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { cannotRun } from './run-initdb';
import { endpointArguments, type ServerEndpoint } from './server-endpoint';
import { serverEnvironment } from './server-environment';
import { openServerLog } from './server-log';
import { spawnIdentity, type ServerUser } from './server-user';

/** Everything that is known of an instance before it runs. */
export interface InstancePlan {
  readonly dataDir: string;
  /** PGDATA, without symlinks */
  readonly dataFolder: string;
  readonly user: ServerUser;
  /** folder of the binaries */
  readonly native: string;
  /** password of a server reached over TCP (Windows) */
  readonly password?: string;
  readonly settings: Readonly<Record<string, string>>;
  /** aborted when the program is to end: what is starting gives up, and leaves no process behind */
  readonly stopping?: AbortSignal;
}

/** A server process that was just started and may already have ended. */
export interface LaunchedPostmaster {
  readonly pid: number;
  hasExited(): boolean;
  /** size of the log before this server wrote to it */
  readonly logStart: number;
}

/**
 * Starts the server in a process group of its own, so that Ctrl-C reaches the program alone and the database is there
 * while it drains. Returns at once; throws BundledPostgresError when the system will not run the binary.
 */
export async function launchPostmaster(plan: InstancePlan, endpoint: ServerEndpoint): Promise<LaunchedPostmaster> {
  const { handle, start } = await openServerLog(plan.dataDir, plan.user);
  try {
    const settings = Object.entries(plan.settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    const words = ['-D', plan.dataFolder, ...endpointArguments(endpoint), ...settings];
    const child = spawn(join(plan.native, 'bin', 'postgres'), words, {
      ...spawnIdentity(plan.user),
      cwd: plan.native,
      detached: true,
      env: serverEnvironment(),
      stdio: ['ignore', handle.fd, handle.fd],
      windowsHide: true,
    });
    const pid = await started(child);
    child.unref();
    return { pid, logStart: start, hasExited: () => child.exitCode !== null || child.signalCode !== null };
  } finally {
    await handle.close();
  }
}

async function started(child: ChildProcess): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    child.once('spawn', resolve);
    child.once('error', (error) => reject(cannotRun(error)));
  });
  if (child.pid === undefined) throw cannotRun('no process id');
  return child.pid;
}
