import { EventLog } from '../../src/platform/event-log/event-log';
import { type FoldedSummary, FoldSummaries } from '../../src/platform/jobs/fold-summaries';
import { EventWriter } from '../support/event-writer';
import { until } from '../support/until';
import { Kept } from './kept';

let kept: Kept;

beforeEach(async () => {
  kept = await Kept.open();
});

afterEach(() => kept.close());

describe('the job', () => {
  const KEPT: FoldedSummary = { of: 'progress_report', fold: 'fold_progress_report_summary' };
  const BLOCKED: FoldedSummary = { of: 'progress_report', fold: 'blocked_fold' };
  let writer: EventWriter;
  let log: EventLog;
  let errors: unknown[];

  beforeEach(async () => {
    writer = await EventWriter.open(kept.target);
    errors = [];
    log = new EventLog(writer.database, (error) => errors.push(error));
    await log.start();
  });

  afterEach(async () => {
    await log.stop();
    await writer.close();
  });

  function job(summary: FoldedSummary, afterEvents: number): FoldSummaries {
    return new FoldSummaries(writer.database, log.feed, [summary], (error) => errors.push(error), {
      afterEvents,
      pauseMs: 5,
    });
  }

  /** Commits an event on a table, which everybody has heard of then. */
  async function tell(table = 'progress_report'): Promise<void> {
    await writer.write({ extraTags: [table] });
    await log.sequence();
  }

  test('folds at its start, and when many reports were written', async () => {
    const folding = job(KEPT, 3);
    await kept.writeReport();
    await folding.start();
    expect(await kept.deltas()).toBe(0);
    for (const table of ['progress_report', 'unit', 'unit', 'unit', 'progress_report']) {
      await kept.writeReport();
      await tell(table);
      expect(await kept.deltas()).toBeGreaterThan(0);
    }
    await tell();
    await until(
      () => kept.deltas(),
      (left) => left === 0,
    );
    await kept.expectExact();
    await folding.stop();
    expect(errors).toEqual([]);
  });

  test('folds all there is, also what takes several runs', async () => {
    await kept.view.rows(
      `insert into progress_report_summary_delta
       select u.id, 'DRAFT', '2023-Q4', false, false, '2023-11-01', side, side
       from generate_series(1, 6000) n, (values (1), (-1)) s (side), (select id from unit limit 1) u`,
    );
    const folding = job(KEPT, 3);
    await folding.start();
    expect(await kept.deltas()).toBe(0);
    await folding.stop();
  });

  test('runs once at a time, and a stop waits for it', async () => {
    await kept.view.rows(
      `create function blocked_fold() returns boolean language plpgsql as $$ begin perform pg_advisory_xact_lock(1); return false; end $$`,
    );
    await kept.view.rows('select pg_advisory_lock(1)');
    const waiting = async () =>
      (
        await kept.view.row<{ n: number }>(
          `select count(*)::integer as n from pg_locks where locktype = 'advisory' and not granted`,
        )
      ).n;
    const folding = job(BLOCKED, 1);
    const started = folding.start();
    await until(waiting, (count) => count === 1);
    await tell();
    await tell();
    expect(await waiting()).toBe(1);
    let isStopped = false;
    const stopped = folding.stop().then(() => {
      isStopped = true;
    });
    await tell();
    expect([isStopped, await waiting()]).toEqual([false, 1]);
    await kept.view.rows('select pg_advisory_unlock(1)');
    await Promise.all([started, stopped]);
    expect(errors).toEqual([]);
  });

  test('what fails is told, and tried again when more was written', async () => {
    const folding = job(BLOCKED, 1);
    await folding.start();
    expect(errors).toEqual([expect.objectContaining({ message: 'function blocked_fold() does not exist' })]);
    await kept.view.rows(
      `create function blocked_fold() returns boolean language sql as 'select fold_progress_report_summary()'`,
    );
    await kept.writeReport();
    await tell();
    await until(
      () => kept.deltas(),
      (left) => left === 0,
    );
    await folding.stop();
    expect(errors).toHaveLength(1);
  });
});
