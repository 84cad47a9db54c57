import { mutate } from '../support/payload';
import { until } from '../support/until';
import { issuePlan, leadOf, LIST } from './issued-plan';
import { StoryHouse, Watcher } from './story-house';

/** Number and code of the item that its unit registers again; so-tttt leads it. */
const MOVED = 3;
const CODE = `${LIST}-03`;
/** What the units other than so-tttt report on. */
const SKIPPED = `${LIST}-04`;

/** What the meeting room's screen keeps before its eyes. */
interface Room {
  readonly list: { readonly expectedCount: number; readonly actualCount: number } | null;
  readonly item: Standing | null;
  readonly requests: { readonly nodes: readonly { readonly state: string }[] };
  readonly reports: { readonly nodes: readonly { readonly state: string }[] };
}

interface Standing {
  readonly dueOn: string;
  readonly slippageDays: number;
  readonly percentComplete: number;
}

/** What a unit's client keeps before its eyes. */
interface Unit {
  readonly item: Standing | null;
  readonly asked: { readonly nodes: readonly { readonly unit: { readonly code: string }; readonly state: string }[] };
  readonly requests: Room['requests'];
  readonly owed: { readonly nodes: readonly { readonly state: string; readonly daysLate: number }[] };
}

const ITEM = `workItem(code: "${CODE}") { dueOn slippageDays percentComplete }`;
const COUNTS = 'expectedCount actualCount';
const OF_ITEM = `where: { workItem: { code: { eq: "${CODE}" } } }`;

const room = new Watcher<Room>(`subscription { live {
  list: appendix(code: "${LIST}") { ${COUNTS} } item: ${ITEM} requests: adjustmentRequests { nodes { state } }
  reports: progressReports(${OF_ITEM}) { nodes { state } } } }`);
const unit = new Watcher<Unit>(`subscription { live {
  item: ${ITEM} asked: listReviews { nodes { unit { code } state } } requests: adjustmentRequests { nodes { state } }
  owed: expectedReports(where: { workItem: { code: { eq: "${CODE}" } }, cycle: { period: { eq: "2021-Q3" } } }) { nodes { state daysLate } } } }`);

let house: StoryHouse<Room, Unit>;

beforeAll(async () => {
  house = await StoryHouse.open(room, unit);
  await house.goOnAt('2021-07-30T08:00:00+07:00');
  await issuePlan(house, '2021-07-30');
});

afterAll(() => house.close());

/** Whether the units that were asked stand so. */
const asked =
  (states: Readonly<Record<string, string>>) =>
  ({ asked: { nodes } }: Unit): boolean =>
    nodes.length > 0 && nodes.every(({ unit: { code }, state }) => states[code] === state);

const statesOf = ({ nodes }: Room['requests']): string => nodes.map(({ state }) => state).join(' ');

async function idOf(field: string): Promise<string> {
  return (await house.ask<{ found: { id: string } }>('secretariat', `{ found: ${field} { id } }`)).found.id;
}

interface Report {
  readonly progressReport: {
    readonly id: string;
    readonly state: string;
    readonly skippedLevels: readonly string[];
    readonly awaitedLevel: string | null;
  };
}

const REPORT = 'progressReport { id state awaitedLevel skippedLevels }';

async function reportOn(code: string, percentComplete: number, beside: object = {}): Promise<object> {
  const workItemId = await idOf(`workItem(code: "${code}")`);
  return { workItemId, period: '2021-Q3', percentComplete, summary: `Đã làm ${percentComplete} %.`, ...beside };
}

// the tests are the chapters of one story, in their order
describe('the founding story goes on: what is in force is gone through, adjusted and reported on', () => {
  let request: string;

  test('the list of 32 is in force, and the room sees it', async () => {
    await room.shows(({ list }) => list?.actualCount === 32);
    await unit.shows(({ item }) => item?.dueOn === '2022-12-31');
  });

  test('every unit with a part in it is asked to go through it; one confirms, the others have time', async () => {
    const appendixId = await idOf(`appendix(code: "${LIST}")`);
    const { listReviews } = await house.done<{ listReviews: { id: string; unit: { code: string } }[] }>(
      'secretariat',
      'openListReview',
      { appendixId, dueOn: '2021-08-13' },
      'listReviews { id unit { code } }',
    );
    expect(listReviews.map(({ unit: { code } }) => code).sort()).toEqual(['so-khcn', 'so-nnptnt', 'so-tttt']);
    const own = listReviews.find(({ unit: { code } }) => code === 'so-nnptnt')!;
    await unit.shows(asked({ 'so-khcn': 'OPEN', 'so-nnptnt': 'OPEN', 'so-tttt': 'OPEN' }));
    await house.done('other.reporter', 'confirmListReview', { listReviewId: own.id, note: 'Giữ nguyên' });
    await unit.shows(asked({ 'so-khcn': 'OPEN', 'so-nnptnt': 'CONFIRMED', 'so-tttt': 'OPEN' }));
  });

  test('after the last day silence shows', async () => {
    await house.goOnAt('2021-08-16T08:00:00+07:00');
    await unit.shows(asked({ 'so-khcn': 'OVERDUE', 'so-nnptnt': 'CONFIRMED', 'so-tttt': 'OVERDUE' }));
  });

  test('a unit that registers an item again is refused until product, target, objective and resources are named: what is missing is told all at once (R4)', async () => {
    const reporter = await house.as('reporter');
    const changes = [{ item: { workItemId: await idOf(`workItem(code: "${CODE}")`), dueOn: '2023-06-30' } }];
    const programmeId = await idOf('programme(code: "07-CTr/TU")');
    const { targets } = await house.ask<{ targets: { nodes: { id: string }[] } }>(
      'reporter',
      '{ targets(first: 1, where: { programme: { code: { eq: "07-CTr/TU" } } }) { nodes { id } } }',
    );
    const named = {
      product: 'Cổng dữ liệu dùng chung',
      targetId: targets.nodes[0]!.id,
      objective: 'Đưa vào dùng tại mọi quận, huyện',
      resources: 'Ngân sách Thành phố, tổ 5 người',
    };
    const input = { programmeId, changes, reason: 'Đấu thầu chậm do giãn cách.' };
    const refused = async (given: object): Promise<string[]> =>
      (await mutate(reporter, 'registerAdjustment', given)).userErrors.map(
        ({ code, path }) => `${code} ${path.join('.')}`,
      );
    const missing = Object.keys(named).map((field) => `INVALID input.${field}`);
    expect(await refused(input)).toEqual(missing);
    expect(await refused({ ...input, ...named, product: '  ', resources: null })).toEqual([missing[0], missing[3]]);
    const { adjustmentRequest } = await house.done<{
      adjustmentRequest: { id: string; state: string; approvalLevel: string; changes: object[]; effect: object[] };
    }>(
      'reporter',
      'registerAdjustment',
      { ...input, ...named },
      'adjustmentRequest { id state approvalLevel changes { subject field before after } effect { measure before after } }',
    );
    request = adjustmentRequest.id;
    expect(adjustmentRequest).toMatchObject({
      state: 'REGISTERED',
      approvalLevel: 'PEOPLES_COMMITTEE',
      changes: [{ subject: CODE, field: 'dueOn', before: '2022-12-31', after: '2023-06-30' }],
      effect: expect.arrayContaining([{ measure: `lastDueOn.${LIST}`, before: '2022-12-31', after: '2023-06-30' }]),
    });
    await unit.shows(
      (shown) =>
        statesOf(shown.requests) === 'REGISTERED' &&
        asked({ 'so-khcn': 'OVERDUE', 'so-nnptnt': 'CONFIRMED', 'so-tttt': 'ADJUSTING' })(shown),
    );
  });

  test('what would be stands beside what is, in one request', async () => {
    const parts = `item: ${ITEM} list: appendix(code: "${LIST}") { ${COUNTS} }
      byDate: workItems(where: { appendix: { code: { eq: "${LIST}" } } }) { groupedAggregates(by: [{ field: DUE_ON, bucket: YEAR }]) { keys { value } count } }`;
    const byYear = (...groups: [string, number][]) => ({
      groupedAggregates: groups.map(([value, count]) => ({ keys: [{ value }], count })),
    });
    for (const name of ['reporter', 'approver', 'secretariat'] as const) {
      const found = await house.ask<object>(
        name,
        `query ($ids: [ID!]!) { ${parts} then: whatIf(adjustments: $ids) { ${parts} } }`,
        { ids: [request] },
      );
      const list = { expectedCount: 32, actualCount: 32 };
      expect(found).toEqual({
        item: { dueOn: '2022-12-31', slippageDays: 0, percentComplete: 0 },
        list,
        byDate: byYear(['2022', 32]),
        then: {
          item: { dueOn: '2023-06-30', slippageDays: 181, percentComplete: 0 },
          list,
          byDate: byYear(['2022', 31], ['2023', 1]),
        },
      });
    }
  });

  test('its approver agrees, the secretariat appraises, the level decides, and it is applied; the first date stays, and the list still counts 32 (R1)', async () => {
    await house.done('approver', 'approveAdjustment', { adjustmentRequestId: request });
    await unit.shows(({ requests }) => statesOf(requests) === 'UNIT_APPROVED');
    await house.done('secretariat', 'appraiseAdjustment', {
      adjustmentRequestId: request,
      isFor: true,
      opinion: 'Lý do khách quan; đề nghị chấp thuận.',
    });
    await unit.shows(({ requests }) => statesOf(requests) === 'APPRAISED');
    await house.done('head', 'approveAdjustment', {
      adjustmentRequestId: request,
      number: '215/QĐ-UBND',
      date: '2021-08-16',
    });
    await unit.shows(({ requests, item }) => statesOf(requests) === 'APPROVED' && item?.dueOn === '2023-06-30');
    await room.shows(({ requests, item }) => statesOf(requests) === 'APPROVED' && item?.slippageDays === 181);
    const { workItem, appendix } = await house.ask<Record<'workItem' | 'appendix', object>>(
      'member',
      `{ workItem(code: "${CODE}") { dueOn slippageDays baseline { dueOn leadUnit { code } product }
          revisions { nodes { appliedOn adjustment { id decisionNumber } changes { field before after } } } }
        appendix(code: "${LIST}") { ${COUNTS} missingNumbers } }`,
    );
    expect(workItem).toEqual({
      dueOn: '2023-06-30',
      slippageDays: 181,
      baseline: { dueOn: '2022-12-31', leadUnit: { code: leadOf(MOVED) }, product: `Sản phẩm ${MOVED}` },
      revisions: {
        nodes: [
          {
            appliedOn: '2021-08-16',
            adjustment: { id: request, decisionNumber: '215/QĐ-UBND' },
            changes: [{ field: 'dueOn', before: '2022-12-31', after: '2023-06-30' }],
          },
        ],
      },
    });
    expect(appendix).toEqual({ expectedCount: 32, actualCount: 32, missingNumbers: [] });
  });

  test('the secretariat says how often units report: the quarter’s cycle is there by itself, and opens by itself', async () => {
    await house.done('secretariat', 'setReportingRule', {
      programmeId: await idOf('programme(code: "07-CTr/TU")'),
      kind: 'QUARTERLY',
      opensDaysBeforeEnd: 10,
      dueWorkingDays: 5,
      closesWorkingDays: 15,
      validFrom: '2021-07-01',
    });
    await unit.shows(({ owed }) => owed.nodes[0]?.state === 'NOT_YET_OPEN');
    await house.goOnAt('2021-09-21T08:00:00+07:00');
    await unit.shows(({ owed }) => owed.nodes[0]?.state === 'OPEN');
    const { reportingCycles } = await until(
      () =>
        house.ask<{ reportingCycles: { nodes: { period: string; opensOn: string; dueOn: string }[] } }>(
          'reporter',
          '{ reportingCycles(orderBy: [{ dueOn: ASC }]) { nodes { period opensOn dueOn } } }',
        ),
      ({ reportingCycles: { nodes } }) => nodes.length === 2,
    );
    expect(reportingCycles.nodes).toEqual([
      { period: '2021-Q3', opensOn: '2021-09-20', dueOn: '2021-10-07' },
      { period: '2021-Q4', opensOn: '2021-12-21', dueOn: '2022-01-10' },
    ]);
  });

  test('a report goes through unit and secretariat: its figure reaches the room with the last step (R14)', async () => {
    const input = await reportOn(CODE, 10);
    const { progressReport } = await house.done<Report>('reporter', 'submitProgressReport', input, REPORT);
    expect(progressReport).toMatchObject({ state: 'SUBMITTED', awaitedLevel: 'UNIT', skippedLevels: [] });
    await unit.shows(({ owed }) => owed.nodes[0]?.state === 'RECEIVED');
    const step = { progressReportId: progressReport.id };
    await house.done('approver', 'approveProgressReport', step);
    await house.done('secretariat', 'approveProgressReport', step);
    await unit.shows(({ owed, item }) => owed.nodes[0]?.state === 'ACCEPTED' && item?.percentComplete === 10);
    await room.shows(({ item }) => item?.percentComplete === 10);
  });

  test('of a unit in which nobody but the reporter could judge, the unit’s level is passed over, and the report says so', async () => {
    const input = await reportOn(SKIPPED, 20);
    const { progressReport } = await house.done<Report>('other.reporter', 'submitProgressReport', input, REPORT);
    expect(progressReport).toMatchObject({
      state: 'UNIT_APPROVED',
      awaitedLevel: 'SECRETARIAT',
      skippedLevels: ['UNIT'],
    });
    const accepted = await house.done<object>(
      'secretariat',
      'approveProgressReport',
      { progressReportId: progressReport.id },
      'progressReport { state skippedLevels reviews { level outcome } }',
    );
    expect(accepted).toMatchObject({
      progressReport: {
        state: 'ACCEPTED',
        skippedLevels: ['UNIT'],
        reviews: [
          { level: 'UNIT', outcome: 'SKIPPED' },
          { level: 'SECRETARIAT', outcome: 'APPROVED' },
        ],
      },
    });
  });

  test('a late report needs a reason, and is late for ever; who is silent shows with the days (R13)', async () => {
    await house.goOnAt('2021-10-12T08:00:00+07:00');
    await unit.shows(({ owed }) => owed.nodes[0]?.state === 'ACCEPTED');
    const late = `${LIST}-06`;
    const without = await mutate(await house.as('reporter'), 'submitProgressReport', await reportOn(late, 5));
    expect(without.userErrors.map(({ code, path }) => `${code} ${path.join('.')}`)).toEqual([
      'LATENESS_REASON_REQUIRED input.latenessReason',
    ]);
    const given = await reportOn(late, 5, { latenessReason: 'Cán bộ phụ trách cách ly y tế.' });
    await house.done('reporter', 'submitProgressReport', given, REPORT);
    const { expectedReports } = await house.ask<{
      expectedReports: {
        nodes: {
          workItem: { code: string };
          unit: { code: string };
          state: string;
          isLate: boolean;
          daysLate: number;
        }[];
      };
    }>(
      'inspector',
      `{ expectedReports(first: 100, where: { cycle: { period: { eq: "2021-Q3" } } }, orderBy: [{ workItem: { code: ASC } }]) {
        nodes { workItem { code } unit { code } state isLate daysLate } } }`,
    );
    const owed = new Map(expectedReports.nodes.map((node) => [node.workItem.code, node]));
    expect(owed.size).toBe(32);
    expect(owed.get(CODE)).toMatchObject({ state: 'ACCEPTED', isLate: false, daysLate: 0 });
    expect(owed.get(SKIPPED)).toMatchObject({ state: 'ACCEPTED', isLate: false, daysLate: 0 });
    expect(owed.get(late)).toMatchObject({ state: 'RECEIVED', isLate: true, daysLate: 5 });
    const silent = expectedReports.nodes.filter((node) => ![CODE, SKIPPED, late].includes(node.workItem.code));
    expect(new Set(silent.map(({ state, isLate, daysLate }) => `${state} ${isLate} ${daysLate}`))).toEqual(
      new Set(['OVERDUE true 5']),
    );
    expect(new Set(silent.map((node) => node.unit.code))).toEqual(new Set(['so-khcn', 'so-nnptnt', 'so-tttt']));
    const { reports } = await house.ask<{ reports: { nodes: object[] } }>(
      'secretariat',
      `{ reports: progressReports(where: { workItem: { code: { eq: "${late}" } } }) { nodes { state latenessReason } } }`,
    );
    expect(reports.nodes).toEqual([{ state: 'SUBMITTED', latenessReason: 'Cán bộ phụ trách cách ly y tế.' }]);
  });

  test('all the while the room saw nothing that was not decided: no request before its approval, no report before its acceptance (R14)', () => {
    const found = room.seen.map(({ item, requests, reports }) =>
      JSON.stringify([item?.dueOn ?? null, statesOf(requests), item?.percentComplete ?? null, statesOf(reports)]),
    );
    expect([...new Set(found)].filter((line) => line !== '[null,"",null,""]')).toEqual([
      '["2022-12-31","",0,""]',
      '["2023-06-30","APPROVED",0,""]',
      '["2023-06-30","APPROVED",10,"ACCEPTED"]',
    ]);
  });

  test('the log tells it all to who comes later', async () => {
    const { events } = await house.ask<{ events: { nodes: { type: string }[] } }>(
      'inspector',
      '{ events(last: 100, where: { programme: { code: { eq: "07-CTr/TU" } } }) { nodes { type } } }',
    );
    const told = new Set(events.nodes.map(({ type }) => type));
    for (const type of [
      'LIST_REVIEW_OPENED',
      'LIST_REVIEW_CONFIRMED',
      'ADJUSTMENT_REGISTERED',
      'ADJUSTMENT_UNIT_APPROVED',
      'ADJUSTMENT_APPRAISED',
      'ADJUSTMENT_APPROVED',
      'REPORTING_RULE_SET',
      'REPORTING_CYCLE_ADDED',
      'PROGRESS_REPORT_SUBMITTED',
      'PROGRESS_REPORT_ACCEPTED',
    ]) {
      expect([type, told.has(type)]).toEqual([type, true]);
    }
  });
});
