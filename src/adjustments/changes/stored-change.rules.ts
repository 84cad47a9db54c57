import type { CalendarDate } from '../../platform/lib/calendar-date';

/** New values of a row, by its columns. */
export type Columns = Readonly<Record<string, string | number | boolean | null>>;

/** What an adjustment changes in an item that stands. */
export interface ItemChange {
  readonly kind: 'ITEM';
  readonly workItemId: string;
  readonly set: Columns;
}

/** A row that an adjustment adds to a list, and what it is done with. */
export interface AddItemChange {
  readonly kind: 'ADD_ITEM';
  readonly appendixId: string;
  readonly row: Columns & { readonly number: number; readonly title: string; readonly lead_unit_id: string };
  readonly resources: readonly Columns[];
}

/** An item that an adjustment stops. */
export interface StopItemChange {
  readonly kind: 'STOP_ITEM';
  readonly workItemId: string;
}

/** A resource that an adjustment states or changes; a new one has no id yet. */
export interface ResourceChange {
  readonly kind: 'RESOURCE';
  readonly workItemId: string;
  readonly resourceId: string | null;
  readonly set: Columns;
}

/** A milestone that an adjustment plans or moves; a new one has no id yet. */
export interface MilestoneChange {
  readonly kind: 'MILESTONE';
  readonly workItemId: string;
  readonly milestoneId: string | null;
  readonly set: Columns;
}

/** What an adjustment changes in a target; a trajectory takes the place of the one that stands. */
export interface TargetChange {
  readonly kind: 'TARGET';
  readonly targetId: string;
  readonly set: Columns;
  readonly trajectory:
    readonly { readonly period: string; readonly ends_on: CalendarDate; readonly expected: number }[] | null;
}

/** A change as a request keeps it: rows by their ids, values by their columns. */
export type StoredChange =
  ItemChange | AddItemChange | StopItemChange | ResourceChange | MilestoneChange | TargetChange;
