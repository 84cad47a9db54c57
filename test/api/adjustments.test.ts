import type { ApiClient } from '../support/api-client';
import { DatabaseView } from '../support/database-view';
import { makeAccount } from '../support/made-account';
import { mutate, mutated } from '../support/payload';
import { startTestProgram, type TestProgram } from '../support/program';

let program: TestProgram;
let view: DatabaseView;
let secretariat: ApiClient;
let reporter: ApiClient;
let approver: ApiClient;
let ids: { item: string; code: string; unit: string; programme: string; target: string; due: string; later: string };

beforeAll(async () => {
  program = await startTestProgram();
  view = await DatabaseView.open(program.target);
  secretariat = await program.as('secretariat');
  ids = await view.row(`select 'wi_' || w.id as item, w.code, u.code as unit, 'pr_' || w.programme_id as programme,
      'ta_' || (select t.id from target t where t.programme_id = w.programme_id order by number limit 1) as target,
      w.due_on::text as due, (w.due_on + 30)::text as later
    from work_item w join unit u on u.id = w.lead_unit_id
    where w.is_in_force and w.completed_on is null and w.due_on > '2023-12-01' and w.code <> '07-01' order by w.code limit 1`);
  reporter = (await makeAccount(program, view, { roles: [{ role: 'REPORTER', unit: ids.unit }] })).client;
  approver = (await makeAccount(program, view, { roles: [{ role: 'APPROVER', unit: ids.unit }] })).client;
});

afterAll(async () => {
  await view.close();
  await program.close();
});

test('a unit registers a later date; its approver, the secretariat and the level agree; then the item is due later, and its first date stays', async () => {
  const changes = [{ item: { workItemId: ids.item, dueOn: ids.later } }];
  const missing = await mutate(reporter, 'registerAdjustment', { programmeId: ids.programme, changes });
  expect(missing.userErrors.map(({ code, path }) => `${code} ${path.join('.')}`)).toEqual([
    'INVALID input.product',
    'INVALID input.targetId',
    'INVALID input.objective',
    'INVALID input.resources',
    'INVALID input.reason',
  ]);
  const named = {
    product: 'Đề án',
    targetId: ids.target,
    objective: 'Xong cuối năm',
    resources: 'Ngân sách',
    reason: 'Chậm vốn',
  };
  const { adjustmentRequest } = await mutated<{ adjustmentRequest: { id: string } }>(
    reporter,
    'registerAdjustment',
    { programmeId: ids.programme, changes, ...named, idempotencyKey: 'walk' },
    'adjustmentRequest { id state approvalLevel changes { kind subject field before after } effect { measure before after } viewerCan { approve withdraw } }',
  );
  const adjustmentRequestId = adjustmentRequest.id;
  expect(adjustmentRequest).toMatchObject({
    state: 'REGISTERED',
    changes: [{ kind: 'ITEM', subject: ids.code, field: 'dueOn', before: ids.due, after: ids.later }],
    viewerCan: { approve: false, withdraw: true },
  });
  await mutated(approver, 'approveAdjustment', { adjustmentRequestId });
  await mutated(secretariat, 'appraiseAdjustment', { adjustmentRequestId, isFor: true, opinion: 'Hợp lý' });
  await mutated(secretariat, 'approveAdjustment', { adjustmentRequestId, number: '12/QĐ', date: '2023-11-14' });
  const { data } = await secretariat.ask<object>(
    `query ($code: String!, $id: ID!) {
      workItem(code: $code) {
        dueOn slippageDays baseline { dueOn leadUnit { code } }
        revisions { nodes { appliedOn subject { id } adjustment { id state } changes { field before after } } }
      }
      node(id: $id) { ... on AdjustmentRequest { state decisionNumber appliedOn steps { kind note } } }
    }`,
    { code: ids.code, id: adjustmentRequestId },
  );
  expect(data).toEqual({
    workItem: {
      dueOn: ids.later,
      slippageDays: 30,
      baseline: { dueOn: ids.due, leadUnit: { code: ids.unit } },
      revisions: {
        nodes: [
          {
            appliedOn: '2023-11-14',
            subject: { id: ids.item },
            adjustment: { id: adjustmentRequestId, state: 'APPROVED' },
            changes: [{ field: 'dueOn', before: ids.due, after: ids.later }],
          },
        ],
      },
    },
    node: {
      state: 'APPROVED',
      decisionNumber: '12/QĐ',
      appliedOn: '2023-11-14',
      steps: [
        { kind: 'REGISTERED', note: 'Chậm vốn' },
        { kind: 'UNIT_APPROVED', note: null },
        { kind: 'APPRAISED', note: 'Hợp lý' },
        { kind: 'APPROVED', note: null },
      ],
    },
  });
});
