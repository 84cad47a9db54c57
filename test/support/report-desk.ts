import { randomUUID } from 'node:crypto';
import { toGlobalId } from '../../src/platform/lib/global-id';
import type { ApiClient } from './api-client';
import { DatabaseView } from './database-view';
import { makeAccount } from './made/made-account';
import { startTestProgram, type TestProgram } from './program';

/** Who works at a desk, by role. */
export const STAFF = ['reporter', 'colleague', 'approver', 'secretariat', 'head'] as const;
export type Staff = (typeof STAFF)[number];

const UNIT = 'so-khcn';

/** A program with some items of one unit on which nothing was reported yet, and those who report on them and judge. */
export class ReportDesk {
  private constructor(
    readonly program: TestProgram,
    readonly view: DatabaseView,
    readonly clients: Readonly<Record<Staff, ApiClient>>,
    private readonly namesById: ReadonlyMap<string, Staff>,
  ) {}

  static async open(): Promise<ReportDesk> {
    const program = await startTestProgram();
    const view = await DatabaseView.open(program.target);
    const made = {
      reporter: await makeAccount(program, view, { roles: [{ role: 'REPORTER', unit: UNIT }] }),
      colleague: await makeAccount(program, view, {
        roles: [
          { role: 'REPORTER', unit: UNIT },
          { role: 'APPROVER', unit: UNIT },
        ],
      }),
      approver: await makeAccount(program, view, { roles: [{ role: 'APPROVER', unit: UNIT }] }),
      secretariat: await makeAccount(program, view, { roles: [{ role: 'SECRETARIAT' }] }),
      head: await makeAccount(program, view, { roles: [{ role: 'COMMITTEE_HEAD' }] }),
    };
    const clients = Object.fromEntries(STAFF.map((name) => [name, made[name].client])) as Record<Staff, ApiClient>;
    return new ReportDesk(program, view, clients, new Map(STAFF.map((name) => [made[name].id, name])));
  }

  /** Lets reports on items from an approval level on go to the standing deputy head, too. */
  async addThirdLevel(from: string): Promise<void> {
    await this.view.rows(
      `insert into review_rule (programme_id, levels, standing_deputy_head_from)
       select programme_id, '{UNIT,SECRETARIAT,STANDING_DEPUTY_HEAD}', $1 from work_item where code = '07-01'`,
      [from],
    );
  }

  /** Adds items with two milestones each, which have these ids; every second one is to be approved at this level. */
  async addItems(ids: readonly string[], approvalLevel: string | null = null): Promise<void> {
    for (const [place, id] of ids.entries()) {
      await this.view.rows(
        `insert into work_item (id, code, number, kind, title, title_en, short_name, short_name_en, programme_id, appendix_id, lead_unit_id, starts_on, due_on, is_sample, approval_level)
         select $1::uuid, 'K-' || left($1::text, 13), (select max(number) + 1 from work_item), i.kind, i.title, i.title_en, i.short_name, i.short_name_en,
           i.programme_id, i.appendix_id, u.id, i.starts_on, i.due_on, false, $3
         from work_item i, unit u where i.code = '07-01' and u.code = $2`,
        [id, UNIT, place % 2 === 1 ? approvalLevel : null],
      );
      for (const [index, milestone] of milestonesOf(id).entries()) {
        await this.view.rows(
          `insert into milestone (id, work_item_id, number, title, title_en, due_on, planned_percent) values ($1, $2, $3, 'Mốc', 'Milestone', '2023-06-30', 40)`,
          [milestone, id, index + 1],
        );
      }
    }
  }

  /** All that reports left behind on items, without what is made by chance (ids, codes of receipts, moments). */
  async traces(items: readonly string[]): Promise<object> {
    const rows = async (text: string) =>
      (await this.view.rows<{ found: object }>(`select to_jsonb(found) as found from (${text}) found`, [items])).map(
        ({ found }) => this.withNames(found),
      );
    const order = `(select min(e.position) from event_log e where e.subject_id = r.id)`;
    return {
      items: await rows(`select i.id, ${ITEM} from work_item i where i.id = any($1) order by i.id`),
      // two reports within a millisecond leave one version of the item, not two
      versionsOfItems: withoutRepeats(
        await rows(`select i.id, ${ITEM} from work_item_history i where i.id = any($1) order by i.id, i.made_by`),
      ),
      milestones: await rows(`select m.id, m.reached_on from milestone m where m.work_item_id = any($1) order by m.id`),
      reports: await rows(`select ${REPORT} from progress_report r where r.work_item_id = any($1) order by ${order}`),
      versionsOfReports: await rows(
        `select ${REPORT}, r.ended_by is null as is_last from progress_report_history r where r.work_item_id = any($1) order by ${order}, r.version`,
      ),
      events: await rows(
        `select e.type, e.actor_id, e.unit_id, e.programme_id, e.audience, e.tags, e.data - 'receiptCode' as data, r.period, r.work_item_id
         from event_log e join progress_report r on r.id = e.subject_id where r.work_item_id = any($1) order by e.position`,
      ),
      steps: await rows(
        `select v.level, v.outcome, v.reviewed_by_id, v.note, r.period, r.work_item_id
         from progress_report_review v join progress_report r on r.id = v.progress_report_id where r.work_item_id = any($1)
         order by ${order}, array_position('{UNIT,SECRETARIAT,STANDING_DEPUTY_HEAD}', v.level), v.reviewed_at`,
      ),
      drafts: await rows(
        `select ${DRAFT}, d.ended_by is null as is_last from progress_report_draft_history d
         where d.work_item_id = any($1) order by d.work_item_id, d.period, d.made_by`,
      ),
      eventsOfDrafts: await rows(
        `select e.type, e.actor_id, e.unit_id, e.audience, e.tags, e.data from event_log e join work_item i on i.code = e.data ->> 'workItem'
         where i.id = any($1) and e.type like 'PROGRESS_REPORT_DRAFT%' order by e.position`,
      ),
    };
  }

  private withNames(row: object): object {
    return JSON.parse(
      JSON.stringify(row, (_key, value: unknown) =>
        typeof value === 'string' ? (this.namesById.get(value) ?? value) : value,
      ),
    ) as object;
  }

  async close(): Promise<void> {
    await this.view.close();
    await this.program.close();
  }
}

function withoutRepeats(rows: readonly object[]): object[] {
  return rows.filter((row, index) => index === 0 || JSON.stringify(row) !== JSON.stringify(rows[index - 1]));
}

const ITEM = `i.percent_complete, i.claimed_health, i.completed_on, i.last_reported_at is not null as is_reported, i.last_reported_period_ends_on`;

const REPORT = `r.work_item_id, r.period, r.unit_id, r.state, r.percent_complete, r.summary, r.claimed_health, r.health_reason, r.decrease_reason, r.lateness_reason,
  r.is_late, r.milestone_ids, r.submitted_by_id, r.unit_approved_by_id, r.unit_approved_at is not null as is_approved, r.accepted_by_id,
  r.secretariat_approved_by_id, r.secretariat_approved_at is not null as is_left, r.accepted_at is not null as is_accepted, r.review_note, r.superseded_at is not null as is_superseded, r.version, r.is_sample`;

const DRAFT = `d.work_item_id, d.period, d.unit_id, d.percent_complete, d.summary, d.saved_by_id, d.version`;

/** Ids of the milestones of an item that a desk was given. */
export function milestonesOf(itemId: string): readonly string[] {
  return ['1', '2'].map((tail) => itemId.slice(0, -1) + tail);
}

/** So many new ids of items; their last digit is 0. */
export function itemIds(count: number): string[] {
  return Array.from({ length: count }, () => `${randomUUID().slice(0, -1)}0`);
}

/** A client's id of an item. */
export const globalItemId = (id: string): string => toGlobalId('wi', id);
