import { chanceOf } from '../migrations/chance';
import { DatabaseView } from '../support/database-view';
import { startTestProgram, type TestProgram } from '../support/program';
import { acceptReport, changeProgress, submitReport, withdrawReport } from '../support/report-steps';
import { DIFFERENCES, Kept, KEY } from './kept';
import { CHANGES, ReportWriter } from './report-writer';
import { sized } from '../support/size';

let kept: Kept;

beforeEach(async () => {
  kept = await Kept.open();
});

afterEach(() => kept.close());

/** Does something again and again until word that it is enough. */
async function repeatedly(isEnough: () => boolean, work: () => Promise<unknown>): Promise<number> {
  let times = 0;
  for (; !isEnough(); times++) await work();
  return times;
}

// one series that is always the same, one that never was
test.each(sized([2021], [2021, Date.now()]))(
  'is exact in every snapshot while many write, roll back and fold (series %i)',
  async (series) => {
    const writers = await Promise.all(
      [1, 2, 3, 4].map((number) => ReportWriter.open(kept.target, `writer ${number}`, chanceOf(series + number))),
    );
    const folders = await Promise.all([DatabaseView.open(kept.target), DatabaseView.open(kept.target)]);
    let left = writers.length;
    const isEnough = () => left === 0;
    const [checks, ...folds] = await Promise.all([
      repeatedly(isEnough, () => kept.expectExact()),
      ...folders.map((folder) => repeatedly(isEnough, () => kept.fold(folder))),
      ...writers.map((writer) => writer.run(60).finally(() => (left -= 1))),
    ]);
    expect(writers.reduce((sum, { writes }) => sum + writes, 0)).toBeGreaterThan(500);
    expect(writers.reduce((sum, { rolledBack }) => sum + rolledBack, 0)).toBeGreaterThan(20);
    expect(Math.min(checks, ...folds.slice(0, folders.length).map(Number))).toBeGreaterThan(20);
    await kept.expectExact();
    expect(await kept.fold()).toBe(false);
    expect(await kept.deltas()).toBe(0);
    await kept.expectExact();
    expect(await kept.view.rows('select from progress_report_summary where rows <= 0')).toEqual([]);
    for (const connection of [...writers, ...folders]) await connection.close();
  },
  60_000,
);

test('a reader sees the same in one snapshot, whatever is folded meanwhile', async () => {
  await kept.writeReport();
  const all = `select ${KEY}, sum(rows)::integer as rows from progress_report_summarised group by ${KEY} order by ${KEY}`;
  await kept.view.rows('begin isolation level repeatable read');
  const before = await kept.view.rows(all);
  await kept.writeReport(kept.other);
  await kept.fold(kept.other);
  expect(
    (await kept.other.row<{ n: number }>('select count(*)::integer as n from progress_report_summary_delta')).n,
  ).toBe(0);
  await kept.expectExact();
  expect(await kept.view.rows(all)).toEqual(before);
  await kept.view.rows('commit');
  await kept.expectExact();
  expect(await kept.view.rows(all)).not.toEqual(before);
});

test('of two that fold at once, one does it and the other does not wait', async () => {
  await kept.fold();
  await kept.writeReport();
  await kept.view.rows('begin');
  await kept.fold();
  expect(await kept.deltas()).toBe(0);
  expect(await kept.fold(kept.other)).toBe(false);
  await kept.expectExact(kept.other);
  await kept.view.rows('rollback');
  expect(await kept.deltas()).toBe(1);
  await kept.view.rows('begin');
  await kept.fold();
  await kept.expectExact(kept.other);
  await kept.view.rows('commit');
  await kept.fold(kept.other);
  expect(await kept.deltas()).toBe(0);
  await kept.expectExact();
});

test('reports of one unit do not wait for each other, nor for who folds', async () => {
  await kept.writeReport();
  const folder = await DatabaseView.open(kept.target);
  await folder.rows('begin');
  await kept.fold(folder);
  await kept.view.rows('begin');
  await kept.writeReport();
  await kept.other.rows(`set lock_timeout = '5s'`);
  await kept.writeReport(kept.other);
  await kept.view.rows('commit');
  await folder.rows('commit');
  await folder.close();
  await kept.expectExact();
});

test('a statement appends one row for each key, and nothing where it changes nothing of it', async () => {
  await kept.fold();
  await kept.view.rows(`${CHANGES[0]!} returning id`, ['nobody', 5]);
  const made = await kept.view.rows(
    `select from progress_report where summary = 'nobody' group by unit_id, state, period, is_late, superseded_at, submitted_at`,
  );
  expect(await kept.deltas()).toBeLessThanOrEqual(made.length);
  await kept.fold();
  await kept.view.rows(`update progress_report set review_note = 'looked at', version = version + 1`);
  await kept.view.rows('update progress_report set percent_complete = percent_complete');
  await kept.view.rows('delete from progress_report where false');
  expect(await kept.deltas()).toBe(0);
  await kept.view.rows(`update progress_report set is_late = is_late where state = 'ACCEPTED'`);
  expect(await kept.deltas()).toBe(0);
  await kept.view.rows(
    `update progress_report set percent_complete = 0, state = state where percent_complete > 0 and summary = 'nobody'`,
  );
  expect(await kept.deltas()).toBeGreaterThan(0);
  await kept.expectExact();
});

test('rows that came or went otherwise are counted too', async () => {
  const id = await kept.writeReport();
  await kept.view.rows(
    `insert into progress_report select * from progress_report where id = $1
     on conflict (id) do update set percent_complete = 12.5, state = 'WITHDRAWN'`,
    [id],
  );
  await kept.expectExact();
  await kept.view.rows(
    `merge into progress_report p using (select $1::uuid as id) g on p.id = g.id when matched then update set percent_complete = 13`,
    [id],
  );
  await kept.expectExact();
  await kept.view.rows('truncate progress_report cascade');
  await kept.expectExact();
  await kept.fold();
  expect(await kept.view.rows('select from progress_report_summary')).toEqual([]);
});

test('what was written while the triggers were off is found by a recount', async () => {
  await kept.view.rows('alter table progress_report disable trigger user');
  await kept.writeReport();
  await kept.view.rows(`delete from progress_report where state = 'RETURNED' and summary <> 'made'`);
  await kept.view.rows('alter table progress_report enable trigger user');
  await kept.writeReport();
  expect(await kept.view.rows(DIFFERENCES)).not.toEqual([]);
  await kept.view.rows('select recount_progress_report_summary()');
  await kept.expectExact();
  expect(await kept.deltas()).toBe(0);
});

test('one run takes no more than it can do quickly, and says that more is left', async () => {
  await kept.fold();
  await kept.view.rows(
    `insert into progress_report_summary_delta
     select u.id, 'DRAFT', '2023-Q4', false, false, '2023-11-01', side, side * 50.25
     from generate_series(1, 5001) n, (values (1), (-1)) s (side), (select id from unit limit 1) u`,
  );
  await kept.expectExact();
  expect(await kept.fold()).toBe(true);
  expect(await kept.deltas()).toBe(2);
  await kept.expectExact();
  expect(await kept.fold()).toBe(false);
  await kept.expectExact();
  expect(await kept.view.rows('select from progress_report_summary where rows = 0')).toEqual([]);
});

describe('with a program that runs', () => {
  let program: TestProgram;

  beforeEach(async () => {
    program = await startTestProgram({ target: kept.target });
  });

  afterEach(() => program.close());

  test('the steps of reports keep it exact', async () => {
    await kept.fold();
    const steps = [
      async () => withdrawReport(program, (await submitReport(program, 41)).report),
      async () => acceptReport(program, (await submitReport(program, 42)).report),
      // a correction: the report before it is superseded
      () => changeProgress(program, 43.21),
    ];
    for (const step of steps) {
      await step();
      await kept.expectExact();
      expect(await kept.deltas()).toBeGreaterThan(0);
      await kept.fold();
      await kept.expectExact();
    }
    expect(
      await kept.view.rows(
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
