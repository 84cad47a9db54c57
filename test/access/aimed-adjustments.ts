import type { DatabaseView } from '../support/database-view';
import { OWN } from './askers';
import type { MutationLine } from './rights.table';

let counter = 0;

/** What each mutation on adjustments and reviews of lists is aimed at: its input; undefined for what is none of them. `colleague` is none of the askers. */
export async function aimAtAdjustment(
  view: DatabaseView,
  { mutation, request }: MutationLine,
  colleague: string,
): Promise<Record<string, unknown> | undefined> {
  switch (mutation) {
    case 'registerAdjustment':
      return registered(view);
    case 'openListReview':
      await view.rows('delete from list_review');
      return {
        appendixId: await idOf(view, `select 'ap_' || appendix_id as id from work_item where code = $1`, [OWN.item]),
        dueOn: '2023-12-31',
      };
    case 'confirmListReview':
      return { listReviewId: await madeReview(view) };
    case 'appraiseAdjustment':
      return { adjustmentRequestId: await madeRequest(view, request!, colleague), isFor: true, opinion: 'x' };
    case 'decideAdjustments':
      return {
        adjustmentRequestIds: [await madeRequest(view, 'APPRAISED', colleague)],
        number: '1/QĐ',
        date: '2023-11-14',
      };
    case 'approveAdjustment':
      return { adjustmentRequestId: await madeRequest(view, request!, colleague) };
    case 'refuseAdjustment':
    case 'returnAdjustment':
    case 'withdrawAdjustment':
      return { adjustmentRequestId: await madeRequest(view, request!, colleague), reason: 'x' };
    default:
      return undefined;
  }
}

/** A request of the own unit for an item of its own that no other request is about. */
async function registered(view: DatabaseView): Promise<Record<string, unknown>> {
  const programmeId = await idOf(view, `select 'pr_' || programme_id as id from work_item where code = $1`, [OWN.item]);
  const targetId = await idOf(
    view,
    `select 'ta_' || t.id as id from target t join work_item w on w.programme_id = t.programme_id where w.code = $1 order by t.number limit 1`,
    [OWN.item],
  );
  const changes = [{ item: { workItemId: `wi_${await madeItem(view)}`, dueOn: '2024-06-30' } }];
  return { programmeId, changes, targetId, product: 'x', objective: 'x', resources: 'x', reason: 'x' };
}

async function madeRequest(view: DatabaseView, state: string, colleague: string): Promise<string> {
  const workItemId = await madeItem(view);
  const requested = [{ kind: 'ITEM', workItemId, set: { due_on: '2024-06-30' } }];
  return idOf(
    view,
    `insert into adjustment_request (programme_id, unit_id, state, approval_level, product, target_id, objective, resources, reason,
       requested, change_lines, effect_lines, effect_at, registered_by_id, registered_at, unit_approved_at)
     select w.programme_id, w.lead_unit_id, $2::text, 'UNIT', 'x', (select t.id from target t where t.programme_id = w.programme_id order by number limit 1),
       'x', 'x', 'x', $3::jsonb, '[]', '[]', '2023-11-14', $4::uuid, '2023-11-14', case when $2 <> 'REGISTERED' then timestamptz '2023-11-14' end
     from work_item w where w.id = $1::uuid returning 'aq_' || id as id`,
    [workItemId, state, JSON.stringify(requested), colleague],
  );
}

/** An item in force of the own unit. */
async function madeItem(view: DatabaseView): Promise<string> {
  counter += 1;
  return idOf(
    view,
    `insert into work_item (code, number, kind, title, title_en, short_name, short_name_en, programme_id, appendix_id, lead_unit_id, starts_on, due_on)
     select $1::text, $2::integer, kind, title, title_en, short_name, short_name_en, programme_id, appendix_id, lead_unit_id, '2023-01-01', '2023-12-31'
     from work_item where code = $3 returning id::text as id`,
    [`adjusted-${counter}`, 5_000 + counter, OWN.item],
  );
}

async function madeReview(view: DatabaseView): Promise<string> {
  counter += 1;
  return idOf(
    view,
    `insert into list_review (appendix_id, unit_id, opened_on, due_on)
     select appendix_id, lead_unit_id, date '2020-01-01' + $1::integer, '2023-12-31' from work_item where code = $2 returning 'lr_' || id as id`,
    [counter, OWN.item],
  );
}

async function idOf(view: DatabaseView, sql: string, values: unknown[] = []): Promise<string> {
  return (await view.row<{ id: string }>(sql, values)).id;
}
