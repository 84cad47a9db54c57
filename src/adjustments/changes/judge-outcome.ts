import { DomainError, type Refusal } from '../../platform/lib/domain-error';
import { vietnameseDate } from '../../platform/lib/vietnamese-date';
import type { RowChanges } from '../../platform/reader/model/row-changes';
import { assertPromise, assertTrajectory, type Comparator } from '../../targets/public';
import { assertMilestones } from '../../work/public';
import type { AdjustmentFacts, ChangedTable, Row } from './adjustment-facts.rules';
import { at, type At, refusal } from './refused.rules';
import { wrongsOfMeans } from './judge-added';
import type { Standing } from './standing.rules';
import type { Columns, StoredChange } from './stored-change.rules';

/** What the rows would contradict in once the changes are applied, each at the change that brings it about. */
export function refusalsOfOutcome(
  { rows }: Pick<AdjustmentFacts, 'rows'>,
  changes: readonly StoredChange[],
  outcome: RowChanges,
  standing: Standing,
): Refusal[] {
  const after = (table: ChangedTable): readonly Row[] => laidOver(rows[table], outcome, table);
  return changes.flatMap((change, index): Refusal[] => {
    const path = at(index, change);
    switch (change.kind) {
      case 'TARGET':
        return wrongsOfTarget(
          after('target').find(({ id }) => id === change.targetId)!,
          after('trajectory_point'),
          path,
          standing,
        );
      case 'STOP_ITEM':
        return wrongsOfList(
          rows.work_item.find(({ id }) => id === change.workItemId)!,
          after('appendix'),
          path,
        );
      case 'RESOURCE': {
        const stated = rows.resource.find(({ id }) => id === change.resourceId);
        return wrongsOfMeans({ ...(stated ?? {}), ...change.set } as Columns, path('')).map((wrong) => ({
          ...wrong,
          path: path(wrong.path.at(-1)!),
        }));
      }
      case 'ITEM':
      case 'MILESTONE': {
        const item = after('work_item').find(({ id }) => id === change.workItemId)!;
        return wrongsOfItem(item, after('milestone'), change, path, standing);
      }
      case 'ADD_ITEM':
        return [];
    }
  });
}

function laidOver(rows: readonly Row[], outcome: RowChanges, table: ChangedTable): readonly Row[] {
  const changed = outcome[table];
  if (changed === undefined) return rows;
  const gone = new Set([...changed.removed, ...changed.rows.map(({ id }) => id)]);
  return [...rows.filter(({ id }) => !gone.has(id)), ...(changed.rows as readonly Row[])];
}

/** The dates of an item hold its milestones and deliverables, and its planned curve rises. */
function wrongsOfItem(
  item: Row,
  milestones: readonly Row[],
  change: StoredChange,
  path: At,
  { deliverables }: Standing,
): Refusal[] {
  const [startsOn, dueOn] = [String(item.starts_on), String(item.due_on)];
  if (startsOn > dueOn) {
    return [
      refusal(
        'INVALID',
        path('dueOn'),
        `Hạn ${vietnameseDate(dueOn)} đứng trước ngày bắt đầu ${vietnameseDate(startsOn)}. Hãy sửa một trong hai ngày.`,
        `The due date ${dueOn} is before the start on ${startsOn}. Change one of them.`,
      ),
    ];
  }
  const steps = milestones
    .filter((row) => row.work_item_id === item.id)
    .map((row) => ({
      title: String(row.title),
      dueOn: String(row.due_on),
      plannedPercent: Number(row.planned_percent),
    }));
  const promised = [...steps, ...deliverables.filter(({ workItemId }) => workItemId === item.id)];
  const outside = promised.find((date) => date.dueOn < startsOn || date.dueOn > dueOn);
  if (outside !== undefined) {
    return [
      refusal(
        'INVALID',
        path(change.kind === 'MILESTONE' || outside.dueOn > dueOn ? 'dueOn' : 'startsOn'),
        `“${outside.title}” có hạn ${vietnameseDate(outside.dueOn)}, sẽ nằm ngoài thời gian của đầu việc (${vietnameseDate(startsOn)} – ${vietnameseDate(dueOn)}). Hãy dời cả mốc đó (milestone), hoặc chọn thời gian khác.`,
        `“${outside.title}” is due on ${outside.dueOn}, which would lie outside the item’s time (${startsOn} to ${dueOn}). Move it too (milestone), or choose another time.`,
      ),
    ];
  }
  return asWrong(() => assertMilestones({ startsOn, dueOn }, [], steps), path, 'plannedPercent');
}

function wrongsOfTarget(target: Row, points: readonly Row[], path: At, { programme }: Standing): Refusal[] {
  const number = (value: Row[string] | undefined) => (value == null ? null : Number(value));
  const promised = {
    comparator: target.comparator as Comparator,
    value: number(target.value),
    valueHigh: number(target.value_high),
    dueOn: String(target.due_on),
    baseline: number(target.baseline),
    baselineOn: target.baseline_on as string | null,
  };
  const own = points.filter((point) => point.target_id === target.id);
  const trajectory = own.map((point) => ({ period: String(point.period), expected: Number(point.expected) }));
  return [
    ...asWrong(() => assertPromise(promised, programme), path),
    ...asWrong(() => assertTrajectory(promised, trajectory), path, 'trajectory'),
  ];
}

/** A list that is to hold nothing is no list. */
function wrongsOfList(item: Row, lists: readonly Row[], path: At): Refusal[] {
  const list = lists.find(({ id }) => id === item.appendix_id)!;
  if (Number(list.expected_count) > 0) return [];
  return [
    refusal(
      'INVALID',
      path('workItemId'),
      `Phụ lục ${String(list.code)} sẽ không còn dòng nào. Hãy để lại ít nhất một đầu việc.`,
      `The list ${String(list.code)} would hold nothing any more. Leave at least one item on it.`,
    ),
  ];
}

/** What a rule of another domain refuses, at a field of the change. */
function asWrong(judge: () => void, path: At, field?: string): Refusal[] {
  try {
    judge();
    return [];
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return error.refusals.map((wrong) => ({ ...wrong, path: path(field ?? wrong.path.at(-1)!) }));
  }
}
