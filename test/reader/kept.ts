import { cloneDatabase, type TestTarget } from '../support/database';
import { DatabaseView } from '../support/database-view';
import { makeReport } from '../support/made/made-report';
import { DEMO_TEMPLATE } from '../support/test-server';

/** What reports are counted by. */
export const KEY = 'unit_id, state, period, is_late, superseded, submitted_month';

/** In one statement, so in one snapshot: what is counted in the reports and not kept so, and what is kept and not counted so. */
export const DIFFERENCES = `
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

/** A database with the demo, its kept summary of reports, and two connections to it. */
export class Kept {
  private constructor(
    readonly target: TestTarget,
    private readonly drop: () => Promise<void>,
    readonly view: DatabaseView,
    readonly other: DatabaseView,
  ) {}

  static async open(): Promise<Kept> {
    const { target, drop } = await cloneDatabase(DEMO_TEMPLATE);
    return new Kept(target, drop, await DatabaseView.open(target), await DatabaseView.open(target));
  }

  /** Expects that what is kept is what is counted. */
  async expectExact(on = this.view): Promise<void> {
    expect(await on.rows(DIFFERENCES)).toEqual([]);
  }

  /** One run of the fold function: whether more is left than it takes. */
  async fold(on = this.view): Promise<boolean> {
    return (await on.row<{ more: boolean }>('select fold_progress_report_summary() as more')).more;
  }

  /** How many rows wait to be folded. */
  async deltas(): Promise<number> {
    return (await this.view.row<{ n: number }>('select count(*)::integer as n from progress_report_summary_delta')).n;
  }

  /** The account of a reporter. */
  async accountId(): Promise<string> {
    return (await this.view.row<{ id: string }>(`select id from account where email = 'reporter@demo.test'`)).id;
  }

  /** A report that no other report of the item and period hinders. */
  async writeReport(on = this.view, state = 'RETURNED'): Promise<string> {
    return makeReport(on, { item: '07-01', state, submittedById: await this.accountId() });
  }

  async close(): Promise<void> {
    await this.view.close();
    await this.other.close();
    await this.drop();
  }
}
