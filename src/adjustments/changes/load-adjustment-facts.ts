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

const OF_ITEMS = ['work_item_baseline', 'unit_role', 'former_lead', 'milestone', 'resource'];

/** For judging what is asked for: the items that are named with all that hangs on them, their lists with all rows, the targets with their trajectories. */
const ROWS = `with lists as (select array(select id from appendix where id = any($2::uuid[])
    or id in (select appendix_id from work_item where id = any($1::uuid[]))) as ids)
  select ${[
    listOf('work_item', 'r.appendix_id = any((select ids from lists)::uuid[])'),
    ...OF_ITEMS.map((table) => listOf(table, 'r.work_item_id = any($1::uuid[])')),
    listOf('appendix', 'r.id = any((select ids from lists)::uuid[])'),
    listOf('target', 'r.id = any($3::uuid[])'),
    listOf('trajectory_point', 'r.target_id = any($3::uuid[])'),
  ].join(', ')}`;

/** Ids that kept changes name in a field, of those of some sort. */
const named = (field: string, sort: string): string =>
  `array(select (c ->> '${field}')::uuid from asked cross join jsonb_array_elements(requested) c where c ? '${field}' and ${sort})`;

/** Rows by a column that the changes name, under a name of the statement below. */
const ofNamed = (table: string, column: string, name: string): string =>
  listOf(table, `r.${column} = any((select ${name} from named)::uuid[])`);

/**
 * Requests that are kept, and of the rows what applying each sort of change looks at, no more: whoever asks what would be waits for it. One statement, so that all is
 * of one moment.
 */
const REQUESTS_AND_ROWS = `with asked as materialized (select * from adjustment_request where id = any($1::uuid[])),
    named as materialized (select ${[
      `${named('workItemId', 'true')} as items`,
      `${named('workItemId', `c -> 'set' ? 'lead_unit_id'`)} as handed_over`,
      `${named('workItemId', `c ->> 'kind' = 'MILESTONE'`)} as planned`,
      `${named('workItemId', `c ->> 'kind' = 'RESOURCE'`)} as resourced`,
      `${named('appendixId', 'true')} || array(select appendix_id from work_item where id = any(${named('workItemId', `c ->> 'kind' = 'STOP_ITEM'`)})) as lists`,
      `${named('targetId', 'true')} as targets`,
    ].join(', ')})
  select (select json_agg(json_build_object('id', id, 'programmeId', programme_id, 'isSample', is_sample, 'changes', requested,
      'product', product, 'state', state) order by registered_at, id) from asked) as requests,
    ${[
      ofNamed('work_item', 'id', 'items'),
      ofNamed('work_item_baseline', 'work_item_id', 'items'),
      ofNamed('unit_role', 'work_item_id', 'handed_over'),
      ofNamed('former_lead', 'work_item_id', 'handed_over'),
      ofNamed('milestone', 'work_item_id', 'planned'),
      ofNamed('resource', 'work_item_id', 'resourced'),
      ofNamed('appendix', 'id', 'lists'),
      ofNamed('target', 'id', 'targets'),
      ofNamed('trajectory_point', 'target_id', 'targets'),
    ].join(', ')}`;

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
