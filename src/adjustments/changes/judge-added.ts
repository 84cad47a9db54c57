import type { Refusal } from '../../platform/lib/domain-error';
import { type Currency, refusalsOfResource, refusalsOfRows, type ResourceKind } from '../../work/public';
import type { AdjustmentFacts, Row } from './adjustment-facts.rules';
import { type At, refusal } from './refused.rules';
import type { Standing } from './standing.rules';
import type { AddItemChange, Columns, StoredChange } from './stored-change.rules';

/** What is wrong with a row that is to stand on a list: the rules by which rows are entered, on a list that may hold it. */
export function refusalsOfAdded(
  rows: AdjustmentFacts['rows'],
  change: AddItemChange,
  changes: readonly StoredChange[],
  path: At,
  { issuedLists, takenCodes }: Standing,
): Refusal[] {
  const list = rows.appendix.find(({ id }) => id === change.appendixId);
  if (list === undefined || !issuedLists.includes(list.id)) {
    return [
      refusal(
        'NOT_FOUND',
        path('appendixId'),
        'Chương trình không có phụ lục đã ban hành này. Phụ lục còn soạn thảo thì nhập dòng trực tiếp (addAppendixRows).',
        'The programme has no such list that is issued. On a list that is drafted rows are entered directly (addAppendixRows).',
      ),
    ];
  }
  const { row } = change;
  const standing = rows.work_item.filter(({ appendix_id: appendixId }) => appendixId === list.id).map(listed);
  const entered = { ...listed(row), startsOn: String(row.starts_on), dueOn: String(row.due_on) };
  const refusals = refusalsOfRows([entered], standing, mostNumber(list, standing, changes));
  const code = String(row.code);
  return [
    ...refusals.map((wrong) => ({ ...wrong, path: path(wrong.path.at(-1)!) })),
    ...(takenCodes.length > 0 && takenCodes.some((taken) => taken.toLowerCase() === code.toLowerCase())
      ? [
          refusal(
            'CONFLICT',
            path('code'),
            `Mã số (code) “${code}” đã dùng cho một đầu việc khác. Hãy chọn mã số khác.`,
            `The code “${code}” belongs to another work item. Choose another code.`,
          ),
        ]
      : []),
    ...change.resources.flatMap((resource, index) => wrongsOfMeans(resource, path(`resources.${index}`))),
  ];
}

/** What is wrong with a resource as it would stand. */
export function wrongsOfMeans(resource: Columns, path: readonly string[]): Refusal[] {
  const stated = {
    kind: resource.kind as ResourceKind,
    description: resource.description as string | null,
    amount: resource.amount == null ? null : String(resource.amount),
    currency: resource.currency as Currency | null,
  };
  return refusalsOfResource(stated, path);
}

function listed(row: Columns | Row) {
  return { number: Number(row.number), title: String(row.title) };
}

/** The list grows by what is added; places of what was stopped are not used again. */
function mostNumber(list: Row, standing: readonly { number: number }[], changes: readonly StoredChange[]): number {
  const added = changes.filter((change) => change.kind === 'ADD_ITEM' && change.appendixId === list.id).length;
  return Math.max(Number(list.expected_count), ...standing.map(({ number }) => number)) + added;
}
