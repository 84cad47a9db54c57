import type { DatabaseView } from '../support/database-view';

let counter = 0;

/** A request by which an item of its own, beside one that there is, would be due later; made past the commands. Gives its id. */
export async function makeRequest(
  view: DatabaseView,
  { item, state, registeredById }: { readonly item: string; readonly state: string; readonly registeredById: string },
): Promise<string> {
  const workItemId = await makeItemBeside(view, item);
  const requested = [{ kind: 'ITEM', workItemId, set: { due_on: '2024-06-30' } }];
  return idOf(
    view,
    `insert into adjustment_request (programme_id, unit_id, state, approval_level, product, target_id, objective, resources, reason,
       requested, change_lines, effect_lines, effect_at, registered_by_id, registered_at, unit_approved_at)
     select w.programme_id, w.lead_unit_id, $2::text, 'UNIT', 'x', (select t.id from target t where t.programme_id = w.programme_id order by number limit 1),
       'x', 'x', 'x', $3::jsonb, '[]', '[]', '2023-11-14', $4::uuid, '2023-11-14', case when $2 <> 'REGISTERED' then timestamptz '2023-11-14' end
     from work_item w where w.id = $1::uuid returning 'aq_' || id as id`,
    [workItemId, state, JSON.stringify(requested), registeredById],
  );
}

/** An item in force of the same list and unit as another one, which no request is about. */
export async function makeItemBeside(view: DatabaseView, item: string): Promise<string> {
  counter += 1;
  return idOf(
    view,
    `insert into work_item (code, number, kind, title, title_en, short_name, short_name_en, programme_id, appendix_id, lead_unit_id, starts_on, due_on)
     select $1::text, $2::integer, kind, title, title_en, short_name, short_name_en, programme_id, appendix_id, lead_unit_id, '2023-01-01', '2023-12-31'
     from work_item where code = $3 returning id::text as id`,
    [`adjusted-${counter}`, 7_000 + counter, item],
  );
}

async function idOf(view: DatabaseView, sql: string, values: readonly unknown[]): Promise<string> {
  return (await view.row<{ id: string }>(sql, values)).id;
}
