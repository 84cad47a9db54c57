import type { CalendarDate } from '../../platform/lib/calendar-date';
import type { Health } from '../../programme/public';
import type { WorkItem } from './work-item.entity';

/** An item as far as reports depend on it. */
export type ReportedItem = Pick<WorkItem, (typeof REPORTED_ITEM)[number]>;

/** The properties of it. */
export const REPORTED_ITEM = [
  'id',
  'code',
  'programmeId',
  'leadUnitId',
  'startsOn',
  'isInForce',
  'stoppedOn',
  'percentComplete',
  'claimedHealth',
  'completedOn',
  'lastReportedPeriodEndsOn',
  'isSample',
] as const satisfies readonly (keyof WorkItem)[];

/** What a report writes into its item; what is left out stays as it is. */
export interface ItemProgress {
  readonly received?: Pick<WorkItem, 'lastReportedAt' | 'lastReportedPeriodEndsOn'>;
  readonly accepted?: Pick<WorkItem, 'percentComplete' | 'claimedHealth' | 'completedOn'>;
}

/** What an accepted report of an item's latest period says. */
interface AcceptedProgress {
  readonly percentComplete: number;
  readonly claimedHealth: Health | null;
  /** The day on which the server received the report. */
  readonly receivedOn: CalendarDate;
}

/** Notes that a report was received, for the item's freshness. Rooms see its age, never its content. */
export function reportReceived(
  { lastReportedPeriodEndsOn: known }: Pick<WorkItem, 'lastReportedPeriodEndsOn'>,
  receivedAt: Date,
  periodEndsOn: CalendarDate,
): ItemProgress {
  const latest = known === null || known < periodEndsOn ? periodEndsOn : known;
  return { received: { lastReportedAt: receivedAt, lastReportedPeriodEndsOn: latest } };
}

/** Accepted progress, which becomes the item's: its percentage, its claimed health, its completion at 100 %. Nothing where the item says all that already. */
export function progressAccepted(
  item: Pick<WorkItem, 'percentComplete' | 'claimedHealth' | 'completedOn'>,
  { percentComplete, claimedHealth, receivedOn }: AcceptedProgress,
): ItemProgress {
  // a correction that confirms 100 % leaves the day of completion as it was
  const completedOn = percentComplete < 100 ? null : (item.completedOn ?? receivedOn);
  const isSame =
    item.percentComplete === percentComplete &&
    item.claimedHealth === claimedHealth &&
    item.completedOn === completedOn;
  return isSame ? {} : { accepted: { percentComplete, claimedHealth, completedOn } };
}

/**
 * Writes an ItemProgress (the column `item` of `change`, JSON) into the item, where it is still the version that was loaded; an item about which nothing changes is
 * written, too: whatever was judged by it goes by its version.
 */
export const WRITE_ITEM_PROGRESS = `update work_item i set
    last_reported_at = coalesce((change.item #>> '{received,lastReportedAt}')::timestamptz, i.last_reported_at),
    last_reported_period_ends_on = coalesce((change.item #>> '{received,lastReportedPeriodEndsOn}')::date, i.last_reported_period_ends_on),
    percent_complete = coalesce((change.item #>> '{accepted,percentComplete}')::numeric, i.percent_complete),
    claimed_health = case when change.item ? 'accepted' then change.item #>> '{accepted,claimedHealth}' else i.claimed_health end,
    completed_on = case when change.item ? 'accepted' then (change.item #>> '{accepted,completedOn}')::date else i.completed_on end
  from change where i.id = change.turn_id and i.xmin::text = change.version
  returning change.n`;

/** Marks milestones (`change.reached_ids`) as reached on a day (`change.reached_on`), for rows of `taken`. */
export const REACH_MILESTONES = `update milestone m set reached_on = change.reached_on
  from taken join change using (n) where m.id = any(change.reached_ids)`;

/** SQL of the ids of an item's milestones, of those named, that no report has reached yet. */
export function milestonesToReachSql(itemId: string, ids: string): string {
  return `array(select m.id from milestone m where m.work_item_id = ${itemId} and m.id = any(${ids}) and m.reached_on is null)`;
}
