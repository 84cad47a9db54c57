import type { RunningProgram } from './composition';
import type { ServerFacts } from './platform/database/migrate';
import { dateOf } from './platform/lib/clock';
import type { Logger } from './platform/observability/logger';

/** What a start tells its operator; plain data, so that one process can tell it for another. */
export interface StartFacts {
  readonly address: RunningProgram['address'];
  readonly programmeDate: string;
  readonly databaseFacts: ServerFacts;
  readonly madeUpPassword: string | null;
}

/** The facts of a program that has started. */
export function startFactsOf({ address, clock, databaseFacts, madeUpPassword }: RunningProgram): StartFacts {
  return { address, programmeDate: dateOf(clock.now()), databaseFacts, madeUpPassword };
}

/** Says where the program is, how well its database keeps what it is given, and once the password that was made up. */
export function announceStart(
  { address, programmeDate, databaseFacts, madeUpPassword }: StartFacts,
  logger: Logger,
): void {
  logger.info(
    `PostgreSQL ${databaseFacts.version}, fsync ${databaseFacts.fsync ? 'on' : 'OFF'}, synchronous_commit ${databaseFacts.synchronousCommit}`,
  );
  if (!databaseFacts.fsync || databaseFacts.synchronousCommit === 'off') {
    logger.warn('Committed reports can be lost in a power cut: fsync or synchronous_commit is off.');
  }
  const shown = address.host.includes(':') ? `[${address.host}]` : address.host;
  console.log(`tiendo: http://${shown}:${address.port}  (ngày của chương trình / programme date ${programmeDate})`);
  if (madeUpPassword !== null) {
    console.log(`Mật khẩu các tài khoản mẫu / password of the demo accounts: ${madeUpPassword}`);
  }
}
