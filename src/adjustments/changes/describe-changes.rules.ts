import type { RowChanges } from '../../platform/reader/model/row-changes';
import { AdjustmentKind } from '../requests/adjustment.state';
import type { AdjustmentFacts, ChangedTable, Row } from './adjustment-facts.rules';

/** One value that changes, as people read it. */
interface Line {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** What changes of one item, list or target. */
export interface DescribedSubject {
  readonly type: 'WorkItem' | 'Appendix' | 'Target';
  readonly id: string;
  /** What people know it by: its code, or its number. */
  readonly name: string;
  readonly lines: readonly (Line & { readonly kind: AdjustmentKind })[];
}

/** Columns that people read of each table; what is derived from others, and whose row it is, is left out. */
const READ: Readonly<Partial<Record<ChangedTable, readonly string[]>>> = {
  work_item: [
    'title',
    'lead_unit_id',
    'responsible_person_id',
    'starts_on',
    'due_on',
    'concrete_objective',
    'product',
    'approval_level',
    'stopped_on',
  ],
  appendix: ['expected_count'],
  resource: ['kind', 'description', 'amount', 'currency', 'origin'],
  milestone: ['title', 'due_on', 'planned_percent'],
  target: ['value', 'value_high', 'due_on'],
  trajectory_point: ['expected'],
};

/** What row changes change, thing by thing and value by value. `names` says what people know units and persons by. */
export function describeChanges(
  { rows }: AdjustmentFacts,
  changes: RowChanges,
  names: ReadonlyMap<string, string>,
): DescribedSubject[] {
  const subjects = new Map<string, DescribedSubject>();
  const find: Find = (table, id) =>
    (changes[table]?.rows as readonly Row[] | undefined)?.find((row) => row.id === id) ??
    rows[table].find((row) => row.id === id);
  const note = (table: ChangedTable, before: Row | undefined, after: Row | undefined): void => {
    const row = (after ?? before)!;
    const [type, subject] = subjectOf(table, row, find);
    const kind = kindOf(
      table,
      before,
      after,
      rows.work_item.some(({ id }) => id === subject.id),
    );
    const lines = (READ[table] ?? []).flatMap((column): (Line & { kind: AdjustmentKind })[] => {
      const [was, is] = [before, after].map((version) => textOf(version?.[column], names));
      return was === is ? [] : [{ kind, field: prefixOf(table, row) + fieldOf(column), before: was!, after: is! }];
    });
    const known = subjects.get(subject.id);
    const name = String(subject.code ?? subject.number);
    const merged = lines.reduce(withLine, known?.lines ?? []);
    subjects.set(subject.id, { type, id: subject.id, name, lines: merged });
  };
  for (const table of Object.keys(READ) as ChangedTable[]) {
    const standing = new Map(rows[table].map((row) => [row.id, row]));
    for (const row of changes[table]?.rows ?? []) note(table, standing.get(String(row.id)), row as Row);
    for (const id of changes[table]?.removed ?? []) note(table, standing.get(id), undefined);
  }
  return [...subjects.values()].filter(({ lines }) => lines.length > 0);
}

type Lines = DescribedSubject['lines'];

/** A point that goes and another one that comes for the same period are one value that changes. */
function withLine(lines: Lines, line: Lines[number]): Lines {
  const same = line.kind === AdjustmentKind.TARGET ? lines.find(({ field }) => field === line.field) : undefined;
  if (same === undefined) return [...lines, line];
  const merged = { ...line, before: same.before ?? line.before, after: same.after ?? line.after };
  return lines.flatMap((other) => (other !== same ? [other] : merged.before === merged.after ? [] : [merged]));
}

type Find = (table: ChangedTable, id: unknown) => Row | undefined;

function subjectOf(table: ChangedTable, row: Row, find: Find): [DescribedSubject['type'], Row] {
  if (table === 'appendix') return ['Appendix', row];
  if (table === 'target') return ['Target', row];
  if (table === 'trajectory_point') return ['Target', find('target', row.target_id)!];
  return ['WorkItem', table === 'work_item' ? row : find('work_item', row.work_item_id)!];
}

function kindOf(
  table: ChangedTable,
  before: Row | undefined,
  after: Row | undefined,
  isStanding: boolean,
): AdjustmentKind {
  if (table === 'target' || table === 'trajectory_point') return AdjustmentKind.TARGET;
  if (table === 'appendix') {
    return Number(after!.expected_count) > Number(before!.expected_count)
      ? AdjustmentKind.ADD_ITEM
      : AdjustmentKind.STOP_ITEM;
  }
  if (!isStanding) return AdjustmentKind.ADD_ITEM;
  if (table === 'resource') return AdjustmentKind.RESOURCE;
  if (table === 'milestone') return AdjustmentKind.MILESTONE;
  return after!.stopped_on !== before!.stopped_on ? AdjustmentKind.STOP_ITEM : AdjustmentKind.ITEM;
}

/** What hangs on an item or a target is told with its place. */
function prefixOf(table: ChangedTable, row: Row): string {
  switch (table) {
    case 'resource':
      return 'resources.';
    case 'milestone':
      return `milestones.${String(row.number)}.`;
    case 'trajectory_point':
      return `trajectory.${String(row.period)}.`;
    default:
      return '';
  }
}

/** The field of the schema that shows a column: `due_on` as `dueOn`, `lead_unit_id` as `leadUnit`. */
function fieldOf(column: string): string {
  return column.replace(/_id$/, '').replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function textOf(value: Row[string] | undefined, names: ReadonlyMap<string, string>): string | null {
  if (value === null || value === undefined) return null;
  const text = String(value);
  return names.get(text) ?? text;
}
