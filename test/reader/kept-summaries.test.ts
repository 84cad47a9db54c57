import { EventLog } from '../../src/platform/event-log/event-log';
import { type FoldedSummary, FoldSummaries } from '../../src/platform/jobs/fold-summaries';
import { type Chance, chanceOf } from '../migrations/chance';
import { cloneDatabase, type TestTarget } from '../support/database';
import { DatabaseView } from '../support/database-view';
import { EventWriter } from '../support/event-writer';
import { makeReport } from '../support/made-report';
import { startTestProgram, type TestProgram } from '../support/program';
import { acceptReport, changeProgress, submitReport, withdrawReport } from '../support/report-steps';
import { DEMO_TEMPLATE } from '../support/test-server';
import { until } from '../support/until';

const KEY = 'unit_id, state, period, is_late, superseded, submitted_month';

/** In one statement, so in one snapshot: what is counted in the reports and not kept so, and what is kept and not counted so. */
const DIFFERENCES = `
  with counted as (
    select unit_id, state, period, is_late, (superseded_at is null) is false as superseded,
      date_trunc('month', (submitted_at at time zone 'UTC') + interval '7 hours') as submitted_month,
      count(*)::text as rows, sum(percent_complete)::text as total, avg(percent_complete)::text as average
    from progress_report group by ${KEY}
  ), kept as (
    select ${KEY}, sum(rows)::text as rows, sum(percent_complete_sum)::text as total,
      (sum(percent_complete_sum) / nullif(sum(rows), 0))::text as average
    from progress_report_summarised group by ${KEY} having sum(rows) <> 0 or sum(percent_complete_sum) <> 0
  )
  (select 'counted' as only, * from (table counted except all table kept) c)
  union all (select 'kept', * from (table kept except all table counted) k)`;

let target: TestTarget;
let drop: () => Promise<void>;
let view: DatabaseView;
let other: DatabaseView;

beforeEach(async () => {
  ({ target, drop } = await cloneDatabase(DEMO_TEMPLATE));
  view = await DatabaseView.open(target);
  other = await DatabaseView.open(target);
});

afterEach(async () => {
  await view.close();
  await other.close();
  await drop();
});

async function expectExact(on = view): Promise<void> {
  expect(await on.rows(DIFFERENCES)).toEqual([]);
}

/** One run of the fold function: whether more is left than it takes. */
async function fold(on = view): Promise<boolean> {
  return (await on.row<{ more: boolean }>('select fold_progress_report_summary() as more')).more;
}

async function deltas(): Promise<number> {
  return (await view.row<{ n: number }>('select count(*)::integer as n from progress_report_summary_delta')).n;
}

async function accountId(): Promise<string> {
  return (await view.row<{ id: string }>(`select id from account where email = 'reporter@demo.test'`)).id;
}

/** A report that no other report of the item and period hinders. */
async function writeReport(on = view, state = 'RETURNED'): Promise<string> {
  return makeReport(on, { item: '07-01', state, submittedById: await accountId() });
}

/** Statements on a writer's own reports (by their summary), each on several rows, chosen by a number. */
const CHANGES: readonly string[] = [
  `insert into progress_report (receipt_code, work_item_id, cycle_id, period, unit_id, state, percent_complete, summary, is_late, submitted_by_id,
     submitted_at, changed_at, version, superseded_at)
   select gen_random_uuid(), w.id, c.id, c.period, w.lead_unit_id, (array['DRAFT', 'RETURNED', 'WITHDRAWN'])[1 + h % 3], h % 10001 / 100.0, $1, h % 2 = 0,
     (select id from account order by id limit 1), timestamptz '2023-10-31T16:59:58Z' + h % 4 * interval '1 second', '2023-11-14', 1,
     case when h % 4 = 0 then timestamptz '2023-11-14' end
   from work_item w join reporting_cycle c on c.programme_id = w.programme_id, abs(hashtext(w.code || c.period || $2::text)) h
   order by h limit 1 + $2::integer % 6`,
  `update progress_report set state = case state when 'DRAFT' then 'RETURNED' else 'DRAFT' end, is_late = not is_late`,
  'update progress_report set percent_complete = 100 - percent_complete',
  `update progress_report set superseded_at = case when superseded_at is null then timestamptz '2023-11-15' end`,
  `update progress_report set submitted_at = submitted_at + interval '1 second', percent_complete = percent_complete / 2`,
  `update progress_report set unit_id = (select id from unit order by id limit 1)`,
  `update progress_report set review_note = 'looked at'`,
  'delete from progress_report',
];

const OWN = ` where summary = $1 and abs(hashtext(id::text || $2::text)) % 4 = 0`;

/** Writes in transactions of random length on a connection of its own; a third of them are rolled back, some of the others in part. */
class ReportWriter {
  writes = 0;
  rolledBack = 0;

  private constructor(
    private readonly view: DatabaseView,
    private readonly name: string,
    private readonly chance: Chance,
  ) {}

  static async open(name: string, chance: Chance): Promise<ReportWriter> {
    return new ReportWriter(await DatabaseView.open(target), name, chance);
  }

  async run(transactions: number): Promise<void> {
    for (let count = 0; count < transactions; count++) {
      await this.view.rows('begin');
      for (let statement = 0; statement <= this.chance.below(7); statement++) await this.step();
      const isKept = !this.chance.oneIn(3);
      await this.view.rows(isKept ? 'commit' : 'rollback');
      if (!isKept) this.rolledBack += 1;
    }
  }

  close(): Promise<void> {
    return this.view.close();
  }

  private async step(): Promise<void> {
    const isTaken = this.chance.oneIn(6);
    if (isTaken) await this.view.rows('savepoint here');
    const change = this.chance.oneIn(3) ? CHANGES[0]! : this.chance.pick(CHANGES);
    const which = change === CHANGES[0] ? '' : OWN;
    const written = await this.view.rows(`${change}${which} returning id`, [this.name, this.chance.below(1_000_000)]);
    if (written.length > 0) this.writes += 1;
    if (isTaken) await this.view.rows('rollback to here');
  }
}

/** Does something again and again until word that it is enough. */
async function repeatedly(isEnough: () => boolean, work: () => Promise<unknown>): Promise<number> {
  let times = 0;
  for (; !isEnough(); times++) await work();
  return times;
}

// one series that is always the same, one that never was
test.each([2021, Date.now()])(
  'is exact in every snapshot while many write, roll back and fold (series %i)',
  async (series) => {
    const writers = await Promise.all(
      [1, 2, 3, 4].map((number) => ReportWriter.open(`writer ${number}`, chanceOf(series + number))),
    );
    const folders = await Promise.all([DatabaseView.open(target), DatabaseView.open(target)]);
    let left = writers.length;
    const isEnough = () => left === 0;
    const [checks, ...folds] = await Promise.all([
      repeatedly(isEnough, () => expectExact()),
      ...folders.map((folder) => repeatedly(isEnough, () => fold(folder))),
      ...writers.map((writer) => writer.run(60).finally(() => (left -= 1))),
    ]);
    expect(writers.reduce((sum, { writes }) => sum + writes, 0)).toBeGreaterThan(500);
    expect(writers.reduce((sum, { rolledBack }) => sum + rolledBack, 0)).toBeGreaterThan(20);
    expect(Math.min(checks, ...folds.slice(0, folders.length).map(Number))).toBeGreaterThan(20);
    await expectExact();
    expect(await fold()).toBe(false);
    expect(await deltas()).toBe(0);
    await expectExact();
    expect(await view.rows('select from progress_report_summary where rows <= 0')).toEqual([]);
    for (const connection of [...writers, ...folders]) await connection.close();
  },
  60_000,
);

test('a reader sees the same in one snapshot, whatever is folded meanwhile', async () => {
  await writeReport();
  const all = `select ${KEY}, sum(rows)::integer as rows from progress_report_summarised group by ${KEY} order by ${KEY}`;
  await view.rows('begin isolation level repeatable read');
  const before = await view.rows(all);
  await writeReport(other);
  await fold(other);
  expect((await other.row<{ n: number }>('select count(*)::integer as n from progress_report_summary_delta')).n).toBe(
    0,
  );
  await expectExact();
  expect(await view.rows(all)).toEqual(before);
  await view.rows('commit');
  await expectExact();
  expect(await view.rows(all)).not.toEqual(before);
});

test('of two that fold at once, one does it and the other does not wait', async () => {
  await fold();
  await writeReport();
  await view.rows('begin');
  await fold();
  expect(await deltas()).toBe(0);
  expect(await fold(other)).toBe(false);
  await expectExact(other);
  await view.rows('rollback');
  expect(await deltas()).toBe(1);
  await view.rows('begin');
  await fold();
  await expectExact(other);
  await view.rows('commit');
  await fold(other);
  expect(await deltas()).toBe(0);
  await expectExact();
});

test('reports of one unit do not wait for each other, nor for who folds', async () => {
  await writeReport();
  const folder = await DatabaseView.open(target);
  await folder.rows('begin');
  await fold(folder);
  await view.rows('begin');
  await writeReport();
  await other.rows(`set lock_timeout = '5s'`);
  await writeReport(other);
  await view.rows('commit');
  await folder.rows('commit');
  await folder.close();
  await expectExact();
});

test('a statement appends one row for each key, and nothing where it changes nothing of it', async () => {
  await fold();
  await view.rows(`${CHANGES[0]!} returning id`, ['nobody', 5]);
  const made = await view.rows(
    `select from progress_report where summary = 'nobody' group by unit_id, state, period, is_late, superseded_at, submitted_at`,
  );
  expect(await deltas()).toBeLessThanOrEqual(made.length);
  await fold();
  await view.rows(`update progress_report set review_note = 'looked at', version = version + 1`);
  await view.rows('update progress_report set percent_complete = percent_complete');
  await view.rows('delete from progress_report where false');
  expect(await deltas()).toBe(0);
  await view.rows(`update progress_report set is_late = is_late where state = 'ACCEPTED'`);
  expect(await deltas()).toBe(0);
  await view.rows(
    `update progress_report set percent_complete = 0, state = state where percent_complete > 0 and summary = 'nobody'`,
  );
  expect(await deltas()).toBeGreaterThan(0);
  await expectExact();
});

test('rows that came or went otherwise are counted too', async () => {
  const id = await writeReport();
  await view.rows(
    `insert into progress_report select * from progress_report where id = $1
     on conflict (id) do update set percent_complete = 12.5, state = 'WITHDRAWN'`,
    [id],
  );
  await expectExact();
  await view.rows(
    `merge into progress_report p using (select $1::uuid as id) g on p.id = g.id when matched then update set percent_complete = 13`,
    [id],
  );
  await expectExact();
  await view.rows('truncate progress_report');
  await expectExact();
  await fold();
  expect(await view.rows('select from progress_report_summary')).toEqual([]);
});

test('what was written while the triggers were off is found by a recount', async () => {
  await view.rows('alter table progress_report disable trigger user');
  await writeReport();
  await view.rows(`delete from progress_report where state = 'RETURNED' and summary <> 'made'`);
  await view.rows('alter table progress_report enable trigger user');
  await writeReport();
  expect(await view.rows(DIFFERENCES)).not.toEqual([]);
  await view.rows('select recount_progress_report_summary()');
  await expectExact();
  expect(await deltas()).toBe(0);
});

test('one run takes no more than it can do quickly, and says that more is left', async () => {
  await fold();
  await view.rows(
    `insert into progress_report_summary_delta
     select u.id, 'DRAFT', '2023-Q4', false, false, '2023-11-01', side, side * 50.25
     from generate_series(1, 5001) n, (values (1), (-1)) s (side), (select id from unit limit 1) u`,
  );
  await expectExact();
  expect(await fold()).toBe(true);
  expect(await deltas()).toBe(2);
  await expectExact();
  expect(await fold()).toBe(false);
  await expectExact();
  expect(await view.rows('select from progress_report_summary where rows = 0')).toEqual([]);
});

describe('with a program that runs', () => {
  let program: TestProgram;

  beforeEach(async () => {
    program = await startTestProgram({ target });
  });

  afterEach(() => program.close());

  test('the steps of reports keep it exact', async () => {
    await fold();
    const steps = [
      async () => withdrawReport(program, (await submitReport(program, 41)).report),
      async () => acceptReport(program, (await submitReport(program, 42)).report),
      // a correction: the report before it is superseded
      () => changeProgress(program, 43.21),
    ];
    for (const step of steps) {
      await step();
      await expectExact();
      expect(await deltas()).toBeGreaterThan(0);
      await fold();
      await expectExact();
    }
    expect(
      await view.rows(
        `select state, superseded, sum(rows)::integer as rows, sum(percent_complete_sum)::float8 as total
         from progress_report_summarised s join unit u on u.id = s.unit_id
         where u.code = 'so-tttt' and period = '2023-Q4' and submitted_month = '2023-11-01'
         group by state, superseded`,
      ),
    ).toEqual(
      expect.arrayContaining([
        { state: 'ACCEPTED', superseded: false, rows: 1, total: 43.21 },
        { state: 'ACCEPTED', superseded: true, rows: 1, total: 42 },
        { state: 'WITHDRAWN', superseded: false, rows: 1, total: 41 },
      ]),
    );
  });
});

describe('the job', () => {
  const KEPT: FoldedSummary = { of: 'progress_report', fold: 'fold_progress_report_summary' };
  const BLOCKED: FoldedSummary = { of: 'progress_report', fold: 'blocked_fold' };
  let writer: EventWriter;
  let log: EventLog;
  let errors: unknown[];

  beforeEach(async () => {
    writer = await EventWriter.open(target);
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
    await writeReport();
    await folding.start();
    expect(await deltas()).toBe(0);
    for (const table of ['progress_report', 'unit', 'unit', 'unit', 'progress_report']) {
      await writeReport();
      await tell(table);
      expect(await deltas()).toBeGreaterThan(0);
    }
    await tell();
    await until(deltas, (left) => left === 0);
    await expectExact();
    await folding.stop();
    expect(errors).toEqual([]);
  });

  test('folds all there is, also what takes several runs', async () => {
    await view.rows(
      `insert into progress_report_summary_delta
       select u.id, 'DRAFT', '2023-Q4', false, false, '2023-11-01', side, side
       from generate_series(1, 6000) n, (values (1), (-1)) s (side), (select id from unit limit 1) u`,
    );
    const folding = job(KEPT, 3);
    await folding.start();
    expect(await deltas()).toBe(0);
    await folding.stop();
  });

  test('runs once at a time, and a stop waits for it', async () => {
    await view.rows(
      `create function blocked_fold() returns boolean language plpgsql as $$ begin perform pg_advisory_xact_lock(1); return false; end $$`,
    );
    await view.rows('select pg_advisory_lock(1)');
    const waiting = async () =>
      (
        await view.row<{ n: number }>(
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
    await view.rows('select pg_advisory_unlock(1)');
    await Promise.all([started, stopped]);
    expect(errors).toEqual([]);
  });

  test('what fails is told, and tried again when more was written', async () => {
    const folding = job(BLOCKED, 1);
    await folding.start();
    expect(errors).toEqual([expect.objectContaining({ message: 'function blocked_fold() does not exist' })]);
    await view.rows(
      `create function blocked_fold() returns boolean language sql as 'select fold_progress_report_summary()'`,
    );
    await writeReport();
    await tell();
    await until(deltas, (left) => left === 0);
    await folding.stop();
    expect(errors).toHaveLength(1);
  });
});
