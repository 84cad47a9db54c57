import type { AdjustmentFacts, RequestedChanges, Row } from './adjustment-facts.rules';
import type { StoredChange } from './stored-change.rules';

/** Runs one statement and gives its rows. */
export type Query = (text: string, values: readonly unknown[]) => Promise<readonly object[]>;

const REQUESTS = `select id, programme_id as "programmeId", is_sample as "isSample", requested as changes
  from adjustment_request where id = any($1::uuid[]) order by registered_at, id`;

/**
 * Everything that applying depends on: the items that are named, what hangs on them, their lists with all rows, the targets and their trajectories. One
 * statement, so that it is of one moment.
 */
const ROWS = `with named as (select id, appendix_id from work_item where id = any($1::uuid[])),
  lists as (select id from appendix where id = any($2::uuid[]) or id in (select appendix_id from named))
select
  (select json_agg(to_jsonb(r)) from work_item r where r.appendix_id in (select id from lists)) as work_item,
  (select json_agg(to_jsonb(r)) from work_item_baseline r where r.work_item_id in (select id from named)) as work_item_baseline,
  (select json_agg(to_jsonb(r)) from unit_role r where r.work_item_id in (select id from named)) as unit_role,
  (select json_agg(to_jsonb(r)) from former_lead r where r.work_item_id in (select id from named)) as former_lead,
  (select json_agg(to_jsonb(r)) from appendix r where r.id in (select id from lists)) as appendix,
  (select json_agg(to_jsonb(r)) from milestone r where r.work_item_id in (select id from named)) as milestone,
  (select json_agg(to_jsonb(r)) from resource r where r.work_item_id in (select id from named)) as resource,
  (select json_agg(to_jsonb(r)) from target r where r.id = any($3::uuid[])) as target,
  (select json_agg(to_jsonb(r)) from trajectory_point r where r.target_id = any($3::uuid[])) as trajectory_point`;

/** Loads what requests change, and what they are applied to. */
export async function loadAdjustmentFacts(query: Query, ids: readonly string[]): Promise<AdjustmentFacts> {
  return factsFor(query, (await query(REQUESTS, [ids])) as RequestedChanges[]);
}

/** Loads what requests are applied to that are not kept yet. */
export async function factsFor(query: Query, requests: readonly RequestedChanges[]): Promise<AdjustmentFacts> {
  const { workItemIds, appendixIds, targetIds } = namedBy(requests.flatMap(({ changes }) => changes));
  const [found] = (await query(ROWS, [workItemIds, appendixIds, targetIds])) as Record<string, Row[] | null>[];
  const rows = Object.fromEntries(Object.entries(found!).map(([table, there]) => [table, there ?? []]));
  return { requests, rows: rows as unknown as AdjustmentFacts['rows'] };
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
