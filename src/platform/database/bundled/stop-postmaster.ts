import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { BundledPostgresError } from './bundled-postgres-error';
import { errorCode } from './error-code';
import { findPostmaster } from './find-postmaster';
import { isPostmaster } from './is-postmaster';
import type { InstancePlan } from './launch-postmaster';

const FAST_MS = 30_000;
const IMMEDIATE_MS = 10_000;
const POLL_MS = 20;

/**
 * Stops the server with this pid, if it still is the one on the data, and waits until it is gone. Fast shutdown first
 * (sessions are ended, everything is written), after 30 seconds immediate shutdown (the next start recovers). Throws
 * BundledPostgresError when even that does not help.
 */
export async function stopPostmaster(pid: number, plan: InstancePlan, log: (message: string) => void): Promise<void> {
  if ((await findPostmaster(plan.dataFolder))?.pid !== pid) return;
  await signal(pid, 'SIGINT', plan);
  if (await isGone(pid, plan, FAST_MS)) return;
  log(`PostgreSQL did not stop within ${FAST_MS / 1000} seconds and is stopped at once; the next start will recover.`);
  await signal(pid, 'SIGQUIT', plan);
  if (await isGone(pid, plan, IMMEDIATE_MS)) return;
  throw new BundledPostgresError(`PostgreSQL (process ${pid}) does not stop: see its log and end it by hand.`);
}

async function signal(pid: number, name: 'SIGINT' | 'SIGQUIT', plan: InstancePlan): Promise<void> {
  if (process.platform === 'win32') {
    // Windows has no such signals; pg_ctl knows how to say it there.
    const mode = name === 'SIGINT' ? 'fast' : 'immediate';
    const words = ['stop', '-D', plan.dataFolder, '-m', mode, '--no-wait'];
    await promisify(execFile)(join(plan.native, 'bin', 'pg_ctl'), words, { windowsHide: true });
    return;
  }
  try {
    process.kill(pid, name);
  } catch (error) {
    if (errorCode(error) !== 'ESRCH') throw error;
  }
}

async function isGone(pid: number, plan: InstancePlan, patienceMs: number): Promise<boolean> {
  const deadline = Date.now() + patienceMs;
  while (await isPostmaster(pid, plan.dataFolder)) {
    if (Date.now() > deadline) return false;
    await delay(POLL_MS);
  }
  return true;
}
