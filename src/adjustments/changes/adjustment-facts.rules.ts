import type { StoredChange } from './stored-change.rules';

/** A row by its columns, as JSON has it; lists in it are carried along, never looked at. */
export type Row = Readonly<Record<string, string | number | boolean | null | undefined>> & { readonly id: string };

/** The tables whose rows adjustments change. */
export const CHANGED_TABLES = [
  'work_item',
  'work_item_baseline',
  'unit_role',
  'former_lead',
  'appendix',
  'milestone',
  'resource',
  'target',
  'trajectory_point',
] as const;

/** One of them. */
export type ChangedTable = (typeof CHANGED_TABLES)[number];

/** A request, as far as what it changes depends on it. */
export interface RequestedChanges {
  readonly id: string;
  readonly programmeId: string;
  readonly isSample: boolean;
  readonly changes: readonly StoredChange[];
}

/** What is known when adjustments are applied: they in the order of registration, and every row that they may change or look at. */
export interface AdjustmentFacts {
  readonly requests: readonly RequestedChanges[];
  readonly rows: Readonly<Record<ChangedTable, readonly Row[]>>;
}
