import { cloneDatabase, type TestTarget } from '../support/database';
import type { ApiClient } from '../support/api-client';
import { DatabaseView } from '../support/database-view';
import { doneDocument } from '../support/document-operations';
import { makeAccount } from '../support/made/made-account';
import { makeDocument } from '../support/made/made-document';
import { mutated } from '../support/payload';
import { startTestProgram } from '../support/program';
import { APPROVE, done, send, SUBMIT, WITHDRAW } from '../support/report-operations';
import { workItemId } from '../support/report-steps';
import { DEMO_TEMPLATE } from '../support/test-server';

const FORMER = 'so-tttt';
const SUCCESSOR = 'so-khcn-2025';

/** Days around a merger, and who holds what the former unit led: its last day is 28/2, the successor begins on 1/3. */
const DAYS = [
  { day: '2025-02-27', holder: FORMER },
  { day: '2025-02-28', holder: FORMER },
  { day: '2025-03-01', holder: SUCCESSOR },
  { day: '2025-03-02', holder: SUCCESSOR },
];

let target: TestTarget;
let drop: () => Promise<void>;

beforeAll(async () => {
  ({ target, drop } = await cloneDatabase(DEMO_TEMPLATE));
});

afterAll(() => drop());

interface People {
  readonly reporter: ApiClient;
  readonly approver: ApiClient;
  readonly secretariat: ApiClient;
  readonly view: DatabaseView;
}

/** Runs the program on a day, with people of a unit; it stops before the next day comes. */
async function on(day: string, unit: string, work: (people: People) => Promise<void>): Promise<void> {
  const program = await startTestProgram({ target, clock: new Date(`${day}T09:00:00+07:00`) });
  const view = await DatabaseView.open(target);
  try {
    const [reporter, approver] = [
      await makeAccount(program, view, { roles: [{ role: 'REPORTER', unit }] }),
      await makeAccount(program, view, { roles: [{ role: 'APPROVER', unit }] }),
    ];
    const secretariat = await program.as('secretariat');
    await work({ reporter: reporter.client, approver: approver.client, secretariat, view });
  } finally {
    await view.close();
    await program.close();
  }
}

const submission = async (client: ApiClient) => ({
  workItemId: await workItemId(client, '07-12'),
  period: '2025-Q1',
  percentComplete: 90,
  summary: 'Đã hoàn thành phần việc của quý.',
  decreaseReason: 'Đính chính số liệu.',
});

interface Shown {
  readonly node: { unit: { code: string }; viewerCan: { approve: boolean; withdraw: boolean } } | null;
}

async function shown(client: ApiClient, id: string): Promise<Shown['node']> {
  const { data } = await client.ask<Shown>(
    'query ($id: ID!) { node(id: $id) { ... on ProgressReport { unit { code } viewerCan { approve withdraw } } } }',
    { id },
  );
  return data.node;
}

/** The units of which the report on the item is expected. */
async function expectedOf(client: ApiClient): Promise<string[]> {
  const { data } = await client.ask<{
    progressReports: { groupedAggregates: { keys: { value: string }[]; coverage: { expected: number } }[] };
  }>(`{ progressReports(where: { period: { eq: "2025-Q1" }, workItem: { code: { eq: "07-12" } } }) {
    groupedAggregates(by: [{ field: UNIT }]) { keys { value } coverage { expected } } } }`);
  return data.progressReports.groupedAggregates
    .filter(({ coverage }) => coverage.expected > 0)
    .map(({ keys }) => keys[0]!.value);
}

interface Logged {
  readonly events: { readonly nodes: readonly { type: string; unit: { code: string } | null }[] };
}

/** Units of the newest event of a type, as one of the unit’s people hears of it. */
async function unitOfEvent(client: ApiClient, type: string): Promise<string | undefined> {
  const { data } = await client.ask<Logged>(
    'query ($type: String!) { events(last: 1, where: { type: { eq: $type } }) { nodes { type unit { code } } } }',
    { type },
  );
  return data.events.nodes[0]?.unit?.code;
}

describe.each(DAYS)('on $day everything is $holder’s', ({ day, holder }) => {
  test('reports, what is expected, measurements, opinions, persons and what is heard of them', async () => {
    await on(day, holder, async ({ reporter, approver, secretariat, view }) => {
      const { data } = await reporter.ask(`{ workItem(code: "07-12") { viewerCan { submitReport } }
        unit(code: "${FORMER}") { currentUnit { code } } }`);
      expect(data).toEqual({
        workItem: { viewerCan: { submitReport: true } },
        unit: { currentUnit: { code: holder } },
      });
      expect(await expectedOf(secretariat)).toEqual([holder]);

      const { progressReport: first } = await done(reporter, SUBMIT, await submission(reporter));
      expect(await shown(reporter, first.id)).toEqual({
        unit: { code: holder },
        viewerCan: { approve: false, withdraw: true },
      });
      expect(await shown(approver, first.id)).toMatchObject({ viewerCan: { approve: true } });
      expect(await unitOfEvent(reporter, 'PROGRESS_REPORT_SUBMITTED')).toBe(holder);
      const again = await send(reporter, SUBMIT, await submission(reporter));
      expect(again.userErrors).toMatchObject([{ code: 'CONFLICT' }]);
      await done(reporter, WITHDRAW, { progressReportId: first.id });
      const { progressReport: second } = await done(reporter, SUBMIT, await submission(reporter));
      await done(approver, APPROVE, { progressReportId: second.id });
      await done(secretariat, APPROVE, { progressReportId: second.id });

      const indicator = await view.row<{ id: string }>(
        `select 'in_' || id as id from indicator where code = 'kinh-te-so'`,
      );
      const { measurement } = await mutated<{ measurement: { unit: { code: string } } }>(
        reporter,
        'recordMeasurement',
        { indicatorId: indicator.id, period: '2024', value: 21, source: `Báo cáo ngày ${day}` },
        'measurement { unit { code } }',
      );
      expect(measurement.unit.code).toBe(holder);

      const document = await makeDocument(view, { state: 'CONSULTING', unit: null, asked: [FORMER] });
      await doneDocument(reporter, 'recordOpinion', {
        documentId: `do_${document}`,
        unitCode: holder,
        opinion: 'AGREED',
      });
      expect(await unitOfEvent(secretariat, 'OPINION_RECORDED')).toBe(holder);
      const unit = await view.row<{ id: string }>(`select 'un_' || id as id from unit where code = $1`, [holder]);
      await mutated(reporter, 'createPerson', { unitId: unit.id, displayName: `Cán bộ ngày ${day}` });
    });
  });
});

/** What waits for somebody's step. */
async function queueOf(client: ApiClient): Promise<string[]> {
  const { data } = await client.ask<{ progressReports: { nodes: { id: string }[] } }>(
    '{ progressReports(where: { isViewersToReview: { eq: true } }) { nodes { id } } }',
  );
  return data.progressReports.nodes.map(({ id }) => id);
}

/** The items that somebody reports on. */
async function workOf(client: ApiClient): Promise<string[]> {
  const { data } = await client.ask<{ workItems: { nodes: { code: string }[] } }>(
    '{ workItems(where: { isViewersToReport: { eq: true } }) { nodes { code } } }',
  );
  return data.workItems.nodes.map(({ code }) => code);
}

test('what waits on a unit’s last day is seen, taken back and approved by its successor from the day on which that begins', async () => {
  let waiting = '';
  await on('2025-02-27', FORMER, async ({ reporter }) => {
    waiting = (await done(reporter, SUBMIT, await submission(reporter))).progressReport.id;
  });
  await on('2025-03-01', SUCCESSOR, async ({ reporter, approver, secretariat }) => {
    expect(await shown(reporter, waiting)).toMatchObject({ unit: { code: FORMER } });
    expect(await queueOf(approver)).toEqual([waiting]);
    expect([await queueOf(reporter), await queueOf(secretariat)].flat()).not.toContain(waiting);
    expect([await workOf(reporter), await workOf(approver)]).toEqual([expect.arrayContaining(['07-12']), []]);
    expect(await expectedOf(secretariat)).toEqual([SUCCESSOR]);
    await done(approver, APPROVE, { progressReportId: waiting });
    expect(await queueOf(secretariat)).toContain(waiting);
    await done(secretariat, APPROVE, { progressReportId: waiting });
  });
  await on('2025-04-01', SUCCESSOR, async ({ secretariat }) => {
    // who held the item when the report was due is who it was expected of; it came, whoever sent it
    const { data } = await secretariat.ask<object>(`{ progressReports(where: { period: { eq: "2025-Q1" },
      workItem: { code: { eq: "07-12" } } }) { groupedAggregates(by: [{ field: UNIT }]) {
        keys { value } coverage { expected received approved } } } }`);
    expect(data).toMatchObject({
      progressReports: {
        groupedAggregates: expect.arrayContaining([
          { keys: [{ value: SUCCESSOR }], coverage: { expected: 1, received: 1, approved: 1 } },
        ]),
      },
    });
  });
});
