import type { Refusal } from '../../platform/lib/domain-error';
import { vietnameseDate } from '../../platform/lib/vietnamese-date';
import { type Comparator, easedIn } from '../../targets/public';
import type { AdjustmentFacts, Row } from './adjustment-facts.rules';
import { at, refusal } from './refused.rules';
import type { StoredChange } from './stored-change.rules';

type Stated = Parameters<typeof easedIn>[0];

const WORDS = {
  value: ['giá trị', 'value'],
  valueHigh: ['mức cao', 'high end'],
  dueOn: ['hạn', 'due date'],
} as const;

/** A target is made easier only for a reason that is told: each value and date by which it would be, at its place, for a request that gives none. */
export function easedWithoutReason(rows: AdjustmentFacts['rows'], changes: readonly StoredChange[]): Refusal[] {
  return changes.flatMap((change, index): Refusal[] => {
    if (change.kind !== 'TARGET') return [];
    const target = rows.target.find(({ id }) => id === change.targetId);
    if (target === undefined) return [];
    const [before, after] = [promiseOf(target), promiseOf({ ...target, ...change.set })];
    const path = at(index, change);
    return easedIn(before, after).map((field) => {
      const [vi, en] = WORDS[field];
      const said = (promise: Stated) =>
        field === 'dueOn' ? vietnameseDate(promise.dueOn) : String(promise[field]).replace('.', ',');
      return refusal(
        'INVALID',
        path(field),
        `Chỉ tiêu ${String(target.number)} sẽ dễ đạt hơn: ${vi} từ ${said(before)} thành ${said(after)}. Hãy nêu lý do điều chỉnh (reason).`,
        `The target ${String(target.number)} would be easier to reach: its ${en} goes from ${before[field]} to ${after[field]}. Say why (reason).`,
      );
    });
  });
}

function promiseOf(row: Readonly<Record<string, Row[string]>>): Stated {
  const number = (value: Row[string] | undefined) => (value == null ? null : Number(value));
  return {
    comparator: row.comparator as Comparator,
    value: number(row.value),
    valueHigh: number(row.value_high),
    dueOn: String(row.due_on),
  };
}
