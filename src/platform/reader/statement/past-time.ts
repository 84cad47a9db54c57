import { CITY_ZONE } from '../../lib/city-zone';
import { ReadError } from '../read-error';
import type { ReadTime, RunValues, Parameter, Statement } from './statement';

/** Which moment of the past: a position of the log, or a time. */
export type Past = { readonly cursor: Parameter } | { readonly at: (run: RunValues) => Date };

/** A moment of the past to read at, and to compare with. */
export interface PastTime extends ReadTime {
  /** Position of the log up to which it reads. */
  readonly position: string;
  /** Condition for versions (rows of a history) that were made or ended since: all of these, and perhaps some more. */
  readonly since: (version: string) => string;
}

/** Whether the rows of a table are kept in all their versions. The log itself never changes. */
export function hasHistory(table: string): boolean {
  return table !== 'event_log';
}

/**
 * A moment of the past, as a batch of the log: the one that holds the cursor, or the last one up to the time. A version of a row is seen when the batch saw the
 * transaction that made it and not the one that ended it. Transaction ids are compared within one epoch alone; an earlier epoch is past.
 */
export function pastTime(statement: Statement, past: Past): PastTime {
  const name = statement.alias('asof');
  statement.expressions.push(`${name} as materialized (${batchSql(statement, past)})`);
  // scalar sub-selects are evaluated once for a statement, not once a row
  const of = (column: string) => `(select ${column} from ${name})`;
  // the comparison of rows is what an index on versions can look at; it is implied by what follows it
  const saw = (maker: string, epoch: string) =>
    `((${epoch}, ${maker}) < (${of('epoch')}, ${of('xmax')})
      and (${epoch} < ${of('epoch')} or pg_visible_in_snapshot(${maker}, ${of('snapshot')})))`;
  if ('at' in past) statement.moments.push(past.at);
  statement.check(`exists (select from ${name})`, noMoment());
  return {
    now: () => of('now'),
    today: () => of('today'),
    // the predicate stands outside, on the history itself: inside a function it took 446 ms instead of 8 for the newest of 32 items
    table: (table) =>
      !hasHistory(table)
        ? `"${table}"`
        : `(select h.* from "${table}_history" h where ${saw('h.made_by', 'h.made_epoch')}
          and (h.ended_by is null or not ${saw('h.ended_by', 'h.ended_epoch')}))`,
    isPast: true,
    idSuffix: () => of('suffix'),
    // the log is empty before it began
    logCondition: (row) => `${row}.position <= ${of('last_position')} and ${of('epoch')} > 0`,
    position: of('last_position'),
    since: (version) =>
      ['made', 'ended']
        .map((end) => `(${version}.${end}_epoch, ${version}.${end}_by) >= (${of('epoch')}, ${of('xmin')})`)
        .join(' or '),
  };
}

/** Times of the log are shifted with the clock; those of epoch 0, before the log began, are what the loaded rows say. */
function batchSql(statement: Statement, past: Past): string {
  const offset = statement.bind((run) => run.clockOffsetMs, 'double precision');
  const shift = `${offset} * interval '1 millisecond'`;
  const shown = `sequenced_at + case epoch when 0 then interval '0' else ${shift} end`;
  const columns = `last_position, epoch, '@' || epoch || '.' || last_position as suffix,
    snapshot, pg_snapshot_xmin(snapshot) as xmin, pg_snapshot_xmax(snapshot) as xmax`;
  const dated = (now: string) => `${now} as now, (${now} at time zone '${CITY_ZONE}')::date as today`;
  if ('at' in past) {
    const at = statement.bind((run) => past.at(run).toISOString(), 'timestamptz');
    const latest = (condition: string) => `(select ${columns}, ${dated(at)} from log_batch
      where ${condition} order by sequenced_at desc, last_position desc limit 1)`;
    return `${latest(`epoch > 0 and sequenced_at <= ${at} - ${shift}`)}
      union all ${latest(`epoch = 0 and sequenced_at <= ${at}`)} order by epoch desc limit 1`;
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
