import type { AdjustmentState } from '../requests/adjustment.state';
import type { AdjustmentFacts, RequestedChanges, Row } from './adjustment-facts.rules';
import type { StoredChange } from './stored-change.rules';

/** Runs one statement and gives its rows. */
export type Query = (text: string, values: readonly unknown[]) => Promise<readonly object[]>;

/** A request as it is kept, as far as applying it and telling of it depend on it. */
export interface KeptRequest extends RequestedChanges {
  readonly product: string;
  readonly state: AdjustmentState;
}

/** What is known when requests that are kept are applied. */
interface KeptFacts extends AdjustmentFacts {
  readonly requests: readonly KeptRequest[];
}

/** Rows of one table as a list. */
const listOf = (table: string, condition: string): string =>
  `(select json_agg(r) from ${table} r where ${condition}) as ${table}`;

/** Everything that applying depends on, of arrays of ids: the items that are named, what hangs on them, their lists, the targets and their trajectories. `ofItems`: which items are read. */
const rowsSql = (ids: { readonly items: string; readonly lists: string; readonly targets: string }, ofItems: string) =>
  [
    listOf('work_item', ofItems),
    ...['work_item_baseline', 'unit_role', 'former_lead', 'milestone', 'resource'].map((table) =>
      listOf(table, `r.work_item_id = any(${ids.items})`),
    ),
    listOf('appendix', `r.id = any(${ids.lists})`),
    listOf('target', `r.id = any(${ids.targets})`),
    listOf('trajectory_point', `r.target_id = any(${ids.targets})`),
  ].join(', ');

/** For judging what is asked for: the lists with all their rows. */
const ROWS = `with lists as (select array(select id from appendix where id = any($2::uuid[])
    or id in (select appendix_id from work_item where id = any($1::uuid[]))) as ids)
  select ${rowsSql(
    { items: '$1::uuid[]', lists: '(select ids from lists)::uuid[]', targets: '$3::uuid[]' },
    'r.appendix_id = any((select ids from lists)::uuid[])',
  )}`;

const named = (field: string): string =>
  `array(select (c ->> '${field}')::uuid from asked cross join jsonb_array_elements(requested) c where c ? '${field}')`;

/** Requests that are kept, and what they are applied to: one statement, since whoever asks what would be waits for it. */
const REQUESTS_AND_ROWS = `with asked as materialized (select * from adjustment_request where id = any($1::uuid[])),
    named as materialized (select ${named('workItemId')} as items, ${named('appendixId')} as lists, ${named('targetId')} as targets)
  select (select json_agg(json_build_object('id', id, 'programmeId', programme_id, 'isSample', is_sample, 'changes', requested,
      'product', product, 'state', state) order by registered_at, id) from asked) as requests,
    ${rowsSql(
      {
        items: '(select items from named)::uuid[]',
        lists: `array(select lists_named from unnest((select lists from named)) lists_named
          union select w.appendix_id from work_item w where w.id = any((select items from named)::uuid[]))`,
        targets: '(select targets from named)::uuid[]',
      },
      'r.id = any((select items from named)::uuid[])',
    )}`;

/** Loads requests that are kept, and what of the rows applying them depends on. */
export async function loadAdjustmentFacts(query: Query, ids: readonly string[]): Promise<KeptFacts> {
  const [found] = (await query(REQUESTS_AND_ROWS, [ids])) as ({ requests: KeptRequest[] | null } & Found)[];
  const { requests, ...rows } = found!;
  return { requests: requests ?? [], rows: rowsOf(rows) };
}

/** Loads what requests are applied to that are not kept yet, and what they are judged by: their lists with all rows. */
export async function factsFor(query: Query, requests: readonly RequestedChanges[]): Promise<AdjustmentFacts> {
  const { workItemIds, appendixIds, targetIds } = namedBy(requests.flatMap(({ changes }) => changes));
  const [found] = (await query(ROWS, [workItemIds, appendixIds, targetIds])) as Found[];
  return { requests, rows: rowsOf(found!) };
}

type Found = Readonly<Record<string, Row[] | null>>;

function rowsOf(found: Found): AdjustmentFacts['rows'] {
  const rows = Object.fromEntries(Object.entries(found).map(([table, there]) => [table, there ?? []]));
  return rows as unknown as AdjustmentFacts['rows'];
}

/** The rows that changes name. */
export function namedBy(changes: readonly StoredChange[]) {
  const ids = (pick: (change: StoredChange) => string | undefined) => [
    ...new Set(changes.map(pick).filter((id) => id !== undefined)),
  ];
  return {
    workItemIds: ids((change) => ('workItemId' in change ? change.workItemId : undefined)),
    appendixIds: ids((change) => ('appendixId' in change ? change.appendixId : undefined)),
    targetIds: ids((change) => ('targetId' in change ? change.targetId : undefined)),
  };
}
