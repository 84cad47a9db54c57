import { DatabaseView } from '../support/database-view';
import type { ApiClient } from '../support/api-client';
import { startTestProgram, type TestProgram } from '../support/program';
import { submitReport } from '../support/report-steps';
import { read } from './past';
import { Proposals } from './proposals';

const proposals = new Proposals();
let program: TestProgram;
let view: DatabaseView;
let secretariat: ApiClient;
let itemId: string;
let proposal: { id: string; uuid: string };

beforeAll(async () => {
  program = await startTestProgram({ domains: [proposals.domain] });
  view = await DatabaseView.open(program.target);
  secretariat = await program.as('secretariat');
  itemId = (await view.row<{ id: string }>(`select id from work_item where code = '07-01'`)).id;
  const { report } = await submitReport(program, 61);
  proposal = { id: report.id, uuid: report.id.slice(3) };
});

afterAll(async () => {
  await view.close();
  await program.close();
});

const ITEM = 'workItem(code: "07-01") { id dueOn health percentComplete leadUnit { id code } }';

test('what would be stands beside what is, in one answer', async () => {
  proposals.set(proposal.uuid, { work_item: { rows: [{ id: itemId, due_on: '2023-01-31' }], removed: [] } });
  const { now, then } = await read<Record<string, Record<string, Record<string, unknown>>>>(
    secretariat,
    `query ($ids: [ID!]!) { now: asOf(cursor: "1.1") { __typename } ${ITEM} then: supposing(reports: $ids) { __typename ${ITEM} } }`,
    { ids: [proposal.id] },
  );
  expect(now).toEqual({ __typename: 'Snapshot' });
  expect(then).toMatchObject({
    __typename: 'Snapshot',
    workItem: {
      dueOn: '2023-01-31',
      health: 'OVERDUE',
      id: expect.stringMatching(`^wi_${itemId}~[0-9a-f]{16}$`) as string,
    },
  });
});
