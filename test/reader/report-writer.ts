import type { Chance } from '../migrations/chance';
import type { TestTarget } from '../support/database';
import { DatabaseView } from '../support/database-view';

/** Statements on a writer's own reports (by their summary), each on several rows, chosen by a number. */
export const CHANGES: readonly string[] = [
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
export class ReportWriter {
  writes = 0;
  rolledBack = 0;

  private constructor(
    private readonly view: DatabaseView,
    private readonly name: string,
    private readonly chance: Chance,
  ) {}

  static async open(target: TestTarget, name: string, chance: Chance): Promise<ReportWriter> {
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
