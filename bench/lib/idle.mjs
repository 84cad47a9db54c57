import { setTimeout as delay } from 'node:timers/promises';

const POLL_MS = 10;
const PATIENCE_MS = 30_000;

/** Resolves when the database works for nobody: what one contender left to be done would slow the next. */
export async function untilIdle(database) {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const [{ busy }] = await database.query(
      `select count(*)::integer as busy from pg_stat_activity
       where backend_type in ('client backend', 'parallel worker') and state <> 'idle' and pid <> pg_backend_pid()`,
    );
    if (busy === 0) return;
    if (Date.now() > deadline) throw new Error('The database did not become idle between two measurements.');
    await delay(POLL_MS);
  }
}
