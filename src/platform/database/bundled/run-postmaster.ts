import { setTimeout as delay } from 'node:timers/promises';
import { assertWanted, BundledPostgresError } from './bundled-postgres-error';
import { connect } from './connect';
import { errorCode } from './error-code';
import { findPostmaster } from './find-postmaster';
import { launchPostmaster, type InstancePlan, type LaunchedPostmaster } from './launch-postmaster';
import type { PostmasterFile } from './postmaster-file';
import { releaseRecycledPid } from './release-recycled-pid';
import { prepareEndpoint, type ServerEndpoint } from './server-endpoint';
import { readServerLogTail, serverLogPath } from './server-log';
import { stopPostmaster } from './stop-postmaster';

const START_TIMEOUT_MS = 60_000;
const POLL_MS = 20;
/** What a server says when its crashed predecessor has left backends that are still ending. */
const PREDECESSOR_STILL_ENDING = /is still in use|lock file .* already exists/;

/** A server that accepts connections. */
export interface RunningPostmaster {
  readonly pid: number;
  readonly endpoint: ServerEndpoint;
  /** it was there before, or another program started it at the same moment */
  readonly tookOver: boolean;
}

/**
 * Returns a server that accepts connections on the data: the one that runs, else a new one. Waits up to a minute, for
 * recovery after a crash takes its time; throws BundledPostgresError with the end of the server's log when it gives up.
 */
export async function runPostmaster(plan: InstancePlan): Promise<RunningPostmaster> {
  const deadline = Date.now() + START_TIMEOUT_MS;
  let launched: LaunchedPostmaster | undefined;
  while (Date.now() < deadline) {
    const found = await findPostmaster(plan.dataFolder);
    const endpoint = found && endpointOf(found, plan.password);
    if (found && endpoint && (await accepts(endpoint))) {
      return { pid: found.pid, endpoint, tookOver: found.pid !== launched?.pid };
    }
    if (plan.stopping?.aborted) await giveUp(plan, found, launched);
    // One that is just coming up or going down is waited for, whoever started it.
    if (!found && launched?.hasExited() !== false) {
      if (launched) await assertWorthRetrying(plan, launched);
      launched = await launch(plan);
    }
    await delay(POLL_MS);
  }
  throw new BundledPostgresError(
    `PostgreSQL did not accept connections within ${START_TIMEOUT_MS / 1000} seconds and may still be recovering: ` +
      `see ${serverLogPath(plan.dataDir)} and start again, or set DATABASE_URL to use another PostgreSQL.`,
  );
}

/** Once one that was launched can be told to stop, tells it and throws. One that others started is theirs. */
async function giveUp(
  plan: InstancePlan,
  found: PostmasterFile | undefined,
  launched: LaunchedPostmaster | undefined,
): Promise<void> {
  const isNamed = found !== undefined && found.pid === launched?.pid;
  // for a moment after its launch it has not written yet who it is
  if (launched !== undefined && !launched.hasExited() && !isNamed) return;
  if (isNamed) await stopPostmaster(found.pid, plan, () => undefined);
  assertWanted(plan.stopping);
}

async function launch(plan: InstancePlan): Promise<LaunchedPostmaster> {
  const endpoint = await prepareEndpoint(plan.dataFolder, plan.user, plan.password);
  await releaseRecycledPid(plan.dataFolder, endpoint.host, plan.user);
  return launchPostmaster(plan, endpoint);
}

function endpointOf(found: PostmasterFile, password?: string): ServerEndpoint | undefined {
  if (!found.isReady || found.host === undefined || found.port === undefined) return undefined;
  return { host: found.host, port: found.port, password };
}

async function accepts(endpoint: ServerEndpoint): Promise<boolean> {
  try {
    await (await connect(endpoint)).end();
    return true;
  } catch (error) {
    // A wrong password or an exhausted connection limit would not pass by waiting: 57P03 and socket errors do.
    const code = errorCode(error);
    if (code !== undefined && /^(28|3D|42)/.test(code)) throw error;
    return false;
  }
}

async function assertWorthRetrying(plan: InstancePlan, launched: LaunchedPostmaster): Promise<void> {
  const said = await readServerLogTail(plan.dataDir, launched.logStart);
  if (PREDECESSOR_STILL_ENDING.test(said)) return;
  throw new BundledPostgresError(
    `PostgreSQL ended while it started (${said || 'it said nothing'}): correct the cause (its log is ` +
      `${serverLogPath(plan.dataDir)}), or set DATABASE_URL to use another PostgreSQL.`,
  );
}
