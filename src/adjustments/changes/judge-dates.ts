import type { Refusal } from '../../platform/lib/domain-error';
import { refusalsOfPlannedDates } from '../../programme/public';
import type { At } from './refused.rules';
import type { Standing } from './standing.rules';
import type { Columns, StoredChange } from './stored-change.rules';

/** Dates of a change that are of another time than its programme, each at its field. */
export function refusalsOfFarDates(change: StoredChange, path: At, { programme }: Standing): Refusal[] {
  const own = Object.entries({ startsOn: columnsOf(change).starts_on, dueOn: columnsOf(change).due_on });
  const points = change.kind === 'TARGET' ? (change.trajectory ?? []) : [];
  const dates = [
    // a target is due within narrower bounds, which are its own rule
    ...(change.kind === 'TARGET' ? [] : own).flatMap(([field, date]) =>
      date == null ? [] : [{ date: String(date), path: path(field) }],
    ),
    ...points.map((point) => ({ date: point.ends_on, path: path('trajectory') })),
  ];
  return refusalsOfPlannedDates(dates, programme);
}

function columnsOf(change: StoredChange): Columns {
  if (change.kind === 'ADD_ITEM') return change.row;
  return change.kind === 'STOP_ITEM' ? {} : change.set;
}
