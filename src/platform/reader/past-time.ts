import { ReadError } from './read-error';
import type { ReadTime, Slot, Statement } from './statement';

/** Which moment of the past: a position of the log, or a time. */
export type Past = { readonly cursor: Slot } | { readonly at: Slot };

/**
 * A moment of the past, as a batch of the log: the one that holds the cursor, or the last one up to the time. A version of a row is seen when the batch saw the
 * transaction that made it and not the one that ended it. Transaction ids are compared within one epoch alone; an earlier epoch is past.
 */
export function pastTime(statement: Statement, past: Past): ReadTime {
  const name = statement.alias('asof');
  statement.expressions.push(`${name} as materialized (${batchSql(statement, past)})`);
  // scalar sub-selects are evaluated once for a statement, not once a row
  const of = (column: string) => `(select ${column} from ${name})`;
  const saw = (maker: string, epoch: string) =>
    `(${epoch} < ${of('epoch')} or (${epoch} = ${of('epoch')} and pg_visible_in_snapshot(${maker}, ${of('snapshot')})))`;
  statement.checks.push({ sql: `exists (select from ${name})`, error: noMoment() });
  return {
    now: () => of('now'),
    today: () => of('today'),
    // the predicate stands outside, on the history itself: inside a function it took 446 ms instead of 8 for the newest of 32 items
    table: (table) =>
      table === 'event_log'
        ? '"event_log"'
        : `(select h.* from "${table}_history" h where ${saw('h.made_by', 'h.made_epoch')}
          and (h.ended_by is null or not ${saw('h.ended_by', 'h.ended_epoch')}))`,
    idSuffix: of('suffix'),
    logCondition: (row) => `${row}.position <= ${of('last_position')}`,
  };
}

function batchSql(statement: Statement, past: Past): string {
  const offset = statement.bind((run) => run.clockOffsetMs, 'double precision');
  const shown = `sequenced_at + ${offset} * interval '1 millisecond'`;
  const columns = `last_position, epoch, snapshot, '@' || epoch || '.' || last_position as suffix`;
  const dated = (now: string) => `${now} as now, (${now} at time zone 'Asia/Ho_Chi_Minh')::date as today`;
  if ('at' in past) {
    const at = statement.bind(past.at, 'timestamptz');
    return `select ${columns}, ${dated(at)} from log_batch
      where sequenced_at <= ${at} - ${offset} * interval '1 millisecond' order by sequenced_at desc limit 1`;
  }
  const epoch = statement.bind((run) => cursorParts(past.cursor(run))[0], 'integer');
  const position = statement.bind((run) => cursorParts(past.cursor(run))[1], 'bigint');
  return `select ${columns}, ${dated(`(${shown})`)} from log_batch
    where last_position >= ${position} and first_position <= ${position} and epoch = ${epoch} order by last_position limit 1`;
}

function cursorParts(cursor: unknown): [number, number] {
  const [epoch, position] = String(cursor).split('.').map(Number);
  return [epoch ?? 0, position ?? 0];
}

function noMoment(): ReadError {
  return new ReadError('BAD_USER_INPUT', {
    vi: 'Không có dữ liệu của thời điểm này: trước khi có lịch sử, hoặc ở tương lai.',
    en: 'There is nothing of this moment: it lies before the history, or in the future.',
  });
}
