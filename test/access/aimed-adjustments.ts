import type { DatabaseView } from '../support/database-view';
import { makeItemBeside, makeRequest } from '../adjustments/made-request';
import { OWN } from './askers';
import type { MutationLine } from './rights.table';

let counter = 0;

/** What each mutation on adjustments and reviews of lists is aimed at: its input; undefined for what is none of them. `colleague` is none of the askers. */
export async function aimAtAdjustment(
  view: DatabaseView,
  { mutation, request }: MutationLine,
  colleague: string,
): Promise<Record<string, unknown> | undefined> {
  const made = (state: string) => makeRequest(view, { item: OWN.item, state, registeredById: colleague });
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
      return {
        adjustmentRequestId: await made(request!),
        isFor: true,
        opinion: 'x',
      };
    case 'decideAdjustments':
      return {
        adjustmentRequestIds: [await made('APPRAISED')],
        number: '1/QĐ',
        date: '2023-11-14',
      };
    case 'approveAdjustment':
      return {
        adjustmentRequestId: await made(request!),
      };
    case 'refuseAdjustment':
    case 'returnAdjustment':
    case 'withdrawAdjustment':
      return {
        adjustmentRequestId: await made(request!),
        reason: 'x',
      };
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
  const changes = [{ item: { workItemId: `wi_${await makeItemBeside(view, OWN.item)}`, dueOn: '2024-06-30' } }];
  return { programmeId, changes, targetId, product: 'x', objective: 'x', resources: 'x', reason: 'x' };
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
