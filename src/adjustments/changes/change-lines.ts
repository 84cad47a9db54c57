import type { RowChanges } from '../../platform/reader/model/row-changes';
import type { AdjustmentChange } from './adjustment-change.type';
import type { AdjustmentFacts } from './adjustment-facts.rules';
import { describeChanges } from './describe-changes.rules';
import type { Query } from './load-adjustment-facts';
import { loadNames } from './load-names';

/** What row changes change, value by value, as people read it. */
export async function linesOf(query: Query, facts: AdjustmentFacts, changes: RowChanges): Promise<AdjustmentChange[]> {
  const subjects = describeChanges(facts, changes, await loadNames(query, facts, changes));
  return subjects.flatMap(({ name, lines }) => lines.map((line) => ({ ...line, subject: name })));
}
