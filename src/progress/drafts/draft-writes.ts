import type { BatchedWrites } from '../../platform/commands/batched/batched-command';
import { snakeCase } from '../../platform/database/naming-strategy';
import { rowJson } from '../../platform/database/row-json';
import { REPORTED_ITEM, type ReportedItem, WRITE_ITEM_PROGRESS } from '../../work/public';
import { reopenedUntilSql } from '../cycles/exceptions/reopened-until.sql';
import { STANDING_CYCLE, type StandingCycle } from '../reports/report-facts';
import { STANDING_DRAFT, type StandingDraft } from './draft-facts';
import type { ProgressReportDraft } from './progress-report-draft.entity';

const live = (table: string): string => table;

const STANDING = `case when asked.period is not null and i.id is not null then json_build_object(
    'cycle', ${rowJson<StandingCycle>('c', STANDING_CYCLE)},
    'reopenedUntil', ${reopenedUntilSql({ itemId: 'i.id', leadUnitId: 'i.lead_unit_id', cycleId: 'c.id' }, { today: 'asked.today', table: live })},
    'waivedFor', (select w.reason from report_waiver w where w.work_item_id = i.id and w.cycle_id = c.id),
    'milestoneIds', array(select m.id from milestone m where m.work_item_id = i.id and m.id = any(asked.milestone_ids))) end`;

/** What a save writes of a draft. */
export type WrittenDraft = Pick<ProgressReportDraft, (typeof WRITTEN)[number]>;

const WRITTEN = [
  'id',
  'workItemId',
  'cycleId',
  'period',
  'unitId',
  'percentComplete',
  'summary',
  'difficulties',
  'proposals',
  'milestoneIds',
  'claimedHealth',
  'healthReason',
  'decreaseReason',
  'latenessReason',
  'savedById',
  'savedAt',
  'version',
  'isSample',
] as const satisfies readonly (keyof ProgressReportDraft)[];

const COLUMNS = WRITTEN.map(snakeCase);

/** The row of a saved draft, by its columns. */
export function draftRow(draft: WrittenDraft): object {
  return Object.fromEntries(WRITTEN.map((property) => [snakeCase(property), draft[property]]));
}

/**
 * How drafts are saved and discarded. They take turns on the item's row, as reports do, though nothing about it changes: a submission that uses a draft up is judged by the
 * very draft that stands.
 */
export const draftWrites: BatchedWrites = {
  name: 'drafts',
  asked: { item_id: 'uuid', draft_id: 'uuid', period: 'text', milestone_ids: 'uuid[]', today: 'date' },
  from: `asked left join progress_report_draft named on named.id = asked.draft_id
    left join work_item i on i.id = coalesce(asked.item_id, named.work_item_id)
    left join reporting_cycle c on c.programme_id = i.programme_id and c.period = asked.period
    left join progress_report_draft own on own.work_item_id = i.id and own.cycle_id = c.id and own.unit_id = i.lead_unit_id
    left join progress_report_draft d on d.id = coalesce(named.id, own.id)`,
  turn: 'i',
  facts: {
    item: rowJson<ReportedItem>('i', REPORTED_ITEM),
    standing: STANDING,
    draft: rowJson<StandingDraft>('d', STANDING_DRAFT),
    savedByName: '(select a.display_name from account a where a.id = d.saved_by_id)',
  },
  changed: { item: 'jsonb', saved: 'jsonb', discarded_id: 'uuid' },
  take: WRITE_ITEM_PROGRESS,
  writes: {
    saved: `insert into progress_report_draft (${COLUMNS.join(', ')})
      select ${COLUMNS.map((column) => `given.${column}`).join(', ')}
      from taken join change using (n), jsonb_populate_record(null::progress_report_draft, change.saved) as given
      where change.saved is not null
      on conflict (id) do update set ${COLUMNS.filter((column) => column !== 'id')
        .map((column) => `${column} = excluded.${column}`)
        .join(', ')}`,
    discarded: `delete from progress_report_draft d using taken join change using (n) where d.id = change.discarded_id`,
  },
};
