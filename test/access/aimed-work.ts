import type { DatabaseView } from '../support/database-view';
import { makeAppendix, makeDocument } from '../support/made/made-document';
import { makePart } from '../support/made/made-part';

let counter = 0;

/** What each mutation on what work items are, are done with, hand over and serve is aimed at: its input. */
export const WORK_AIMS: Readonly<Record<string, (view: DatabaseView) => Promise<Record<string, unknown>>>> = {
  addViewpoint: () => Promise.resolve({ programmeCode: '07-CTr/TU', number: `made-${next()}`, text: 'x', source: 'x' }),
  describeWorkItem: async (view) => ({ workItemId: await itemOf(view), product: `made ${next()}` }),
  addMilestones: async (view) => ({
    workItemId: await bareItem(view),
    milestones: [{ title: 'made', dueOn: '2023-12-31', plannedPercent: 50 }],
  }),
  verifyWorkItem: async (view) => ({ workItemId: await itemOf(view), health: 'AT_RISK', finding: 'x' }),
  addResource: async (view) => ({ workItemId: await itemOf(view), kind: 'FUNDS', amount: '5', currency: 'VND' }),
  decideResource: async (view) => ({
    resourceId: await idOf(
      view,
      `insert into resource (work_item_id, kind, description, stated_on)
       select id, 'DATA', 'made', '2023-01-01' from work_item where code = '07-12' returning 're_' || id as id`,
    ),
    state: 'APPROVED',
    note: 'x',
  }),
  addDeliverable: async (view) => ({ workItemId: await bareItem(view), title: 'made', dueOn: '2023-12-31' }),
  acceptDeliverable: async (view) => ({
    deliverableId: await idOf(
      view,
      `insert into deliverable (work_item_id, number, title, due_on)
       select id, $1, 'made', '2023-12-31' from work_item where code = '07-12' returning 'dl_' || id as id`,
      [100 + next()],
    ),
    evidence: 'x',
  }),
  removeMilestone: async (view) => ({
    milestoneId: await makePart(view, 'milestone', await draftedItem(view)),
    reason: 'x',
  }),
  removeDeliverable: async (view) => ({
    deliverableId: await makePart(view, 'deliverable', await draftedItem(view)),
    reason: 'x',
  }),
  removeResource: async (view) => ({
    resourceId: await makePart(view, 'resource', await draftedItem(view)),
    reason: 'x',
  }),
  traceWorkItem: async (view) => ({
    workItemId: await bareItem(view),
    targetId: await idOf(
      view,
      `select 'ta_' || t.id as id from target t join programme p on p.id = t.programme_id where p.number = 7 and t.number = '1'`,
    ),
  }),
  removeTrace: async (view) => {
    const item = await bareItem(view);
    const traceId = await idOf(
      view,
      `insert into trace (work_item_id, objective_id, traced_on)
       select w.id, (select id from objective limit 1), '2023-01-01' from work_item w where 'wi_' || w.id = $1 returning 'tc_' || id as id`,
      [item],
    );
    return { traceId, reason: 'x' };
  },
};

function next(): number {
  counter += 1;
  return counter;
}

/** An item of the list of 32 that says nothing of its product. */
async function itemOf(view: DatabaseView): Promise<string> {
  return idOf(view, `update work_item set product = null where code = '07-12' returning 'wi_' || id as id`);
}

/** An item of its own on the list of a draft of the committee's. */
async function draftedItem(view: DatabaseView): Promise<string> {
  const document = await makeDocument(view, { state: 'DRAFTING', unit: null, kind: 'PLAN' });
  return idOf(
    view,
    `insert into work_item (code, number, kind, title, title_en, short_name, short_name_en, programme_id, appendix_id, lead_unit_id, starts_on, due_on, is_in_force)
     select $1::text, 1, kind, title, title_en, short_name, short_name_en, programme_id, $2, lead_unit_id, '2023-01-01', '2023-12-31', false
     from work_item where code = '07-12' returning 'wi_' || id as id`,
    [`drafted-${next()}`, await makeAppendix(view, document, 3)],
  );
}

/** An item of its own, without milestones, deliverables and traces. */
function bareItem(view: DatabaseView): Promise<string> {
  const code = `bare-${next()}`;
  return idOf(
    view,
    `insert into work_item (code, number, kind, title, title_en, short_name, short_name_en, programme_id, appendix_id, lead_unit_id, starts_on, due_on)
     select $1::text, $2::integer, kind, title, title_en, short_name, short_name_en, programme_id, appendix_id, lead_unit_id, '2023-01-01', '2023-12-31'
     from work_item where code = '07-12' returning 'wi_' || id as id`,
    [code, 1_000 + counter],
  );
}

async function idOf(view: DatabaseView, sql: string, values: unknown[] = []): Promise<string> {
  return (await view.row<{ id: string }>(sql, values)).id;
}
