import type { ApiClient } from '../support/api-client';
import { DatabaseView } from '../support/database-view';
import { doneDocument } from '../support/document-operations';
import { startTestProgram, type TestProgram } from '../support/program';
import { type Delivery, Subscriber } from '../support/sockets/subscriber';

let program: TestProgram;
let view: DatabaseView;
let drafter: ApiClient;
let secretariat: ApiClient;
let reporter: ApiClient;

beforeAll(async () => {
  program = await startTestProgram();
  view = await DatabaseView.open(program.target);
  // of a unit that has no part in the items of so-tttt
  drafter = await program.as('other.reporter');
  secretariat = await program.as('secretariat');
  reporter = await program.as('reporter');
});

afterAll(async () => {
  await view.close();
  await program.close();
});

const STANDING = `query ($code: String!) { workItem(code: $code) { id isInForce health statutoryClass daysLate openCycle { period }
  freshness { isStale } viewerCan { submitReport } } }`;
const COUNTS = `{ programme(code: "07-CTr/TU") { workItems(where: { health: { eq: OVERDUE } }) { totalCount } }
  progressReports { groupedAggregates(by: [{ field: PERIOD }]) { keys { value } coverage { expected } } } }`;

interface Item {
  readonly id: string;
  readonly isInForce: boolean;
}

async function standing(code: string): Promise<Item> {
  const { data } = await reporter.ask<{ workItem: Item }>(STANDING, { code });
  return data.workItem;
}

/** A plan of the drafter’s unit with one item, long past its due date, which another unit is to lead. */
async function draft(code: string): Promise<string> {
  const { document } = await doneDocument(drafter, 'draftDocument', {
    code: `KH-${code}`,
    kind: 'PLAN',
    title: `Kế hoạch ${code}`,
    programmeCode: '07-CTr/TU',
    approvalLevel: 'UNIT',
    draftingUnitCode: 'so-nnptnt',
    sections: ['PURPOSE', 'CONTENT', 'ORGANISATION'].map((kind) => ({ kind, text: 'Nội dung.' })),
    appendices: [{ code: `PL-${code}`, title: 'Danh mục', expectedCount: 1 }],
  });
  const person = await view.row<{ id: string }>(
    `select 'pe_' || p.id as id from person p join unit u on u.id = p.unit_id where u.code = 'so-tttt' limit 1`,
  );
  const { data } = await drafter.ask<{ appendix: { id: string } }>(
    'query ($code: String!) { appendix(code: $code) { id } }',
    { code: `PL-${code}` },
  );
  const row = {
    number: 1,
    code,
    kind: 'TASK',
    title: `Việc ${code}`,
    leadUnitCode: 'so-tttt',
    startsOn: '2021-01-01',
    dueOn: '2022-01-01',
    concreteObjective: 'Rà soát',
    product: 'Báo cáo',
    approvalLevel: 'UNIT',
    responsiblePersonId: person.id,
    resources: [{ kind: 'PERSONNEL', description: 'Hai chuyên viên' }],
  };
  await doneDocument(drafter, 'addAppendixRows', { appendixId: data.appendix.id, rows: [row] });
  return document!.id;
}

async function submit(workItemId: string): Promise<string[]> {
  const { data } = await reporter.ask<{ submitProgressReport: { userErrors: { code: string; path: string[] }[] } }>(
    `mutation ($input: SubmitProgressReportInput!) { submitProgressReport(input: $input) { userErrors { code path } } }`,
    { input: { workItemId, period: '2023-Q4', percentComplete: 10, summary: 'Đang làm.' } },
  );
  return data.submitProgressReport.userErrors.map(({ code, path }) => `${code} ${path.join('.')}`);
}

const NOT_YET = {
  isInForce: false,
  health: 'NOT_DUE',
  statutoryClass: 'OPEN_WITHIN_DEADLINE',
  daysLate: 0,
  openCycle: null,
  freshness: { isStale: false },
  viewerCan: { submitReport: false },
};

test('the rows of a draft are late with nothing, owe nothing and take no reports', async () => {
  const before = await secretariat.ask(COUNTS);
  await draft('du-thao');
  const item = await standing('du-thao');
  expect(item).toMatchObject(NOT_YET);
  expect(await submit(item.id)).toEqual(['CLOSED input.workItemId']);
  expect(await secretariat.ask(COUNTS)).toEqual({ ...before, extensions: expect.anything() as object });
});

test('issued, they are in force; the screen of a programme counts them from then on', async () => {
  interface Counted {
    readonly live: { readonly programme: { readonly workItems: { readonly totalCount: number } } };
  }
  const screen = new Subscriber(program.url, secretariat.token);
  const { messages } = screen.subscribe<Counted>(
    'subscription { live { programme(code: "07-CTr/TU") { workItems(where: { health: { eq: OVERDUE } }) { totalCount } } } }',
  );
  const countOf = ({ data }: Delivery<Counted>) => data.live.programme.workItems.totalCount;
  const before = countOf(await messages.next());
  const documentId = await draft('ban-hanh');
  await doneDocument(secretariat, 'finaliseDocument', { documentId, withoutOpinionsReason: 'Việc gấp' });
  await doneDocument(secretariat, 'submitDocument', { documentId });
  expect(await standing('ban-hanh')).toMatchObject(NOT_YET);
  await doneDocument(secretariat, 'approveDocument', { documentId, level: 'UNIT' });
  await doneDocument(secretariat, 'issueDocument', { documentId, number: '12/KH-SNN', issuedOn: '2023-11-14' });
  const counts = (await messages.nextUntil((message) => countOf(message) !== before)).map(countOf);
  expect(counts.at(-1)).toBe(before + 1);
  await screen.close();
  const item = await standing('ban-hanh');
  expect(item).toMatchObject({
    isInForce: true,
    health: 'OVERDUE',
    statutoryClass: 'OPEN_OVERDUE',
    daysLate: 682,
    openCycle: { period: '2023-Q3' },
    freshness: { isStale: true },
    viewerCan: { submitReport: true },
  });
});

test('withdrawn, they never come into force', async () => {
  const documentId = await draft('rut');
  await doneDocument(secretariat, 'withdrawDocument', { documentId, reason: 'Trùng với kế hoạch khác' });
  const item = await standing('rut');
  expect(item).toMatchObject(NOT_YET);
  expect(await submit(item.id)).toEqual(['CLOSED input.workItemId']);
});
