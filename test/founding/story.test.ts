import { makeDemoAccounts } from '../../src/loading/demo-accounts';
import { loadFacts } from '../../src/loading/public';
import { makeAsker } from '../access/askers';
import type { ApiClient } from '../support/api-client';
import { openTestDatabase, type TestDatabase } from '../support/database';
import { DatabaseView } from '../support/database-view';
import { doneDocument, sendDocument } from '../support/document-operations';
import { startTestProgram, type TestProgram } from '../support/program';
import { expectPoints } from '../support/refused';
import { DEMO_PASSWORD } from '../support/test-server';
import { Subscriber, type Subscription } from '../support/sockets/subscriber';

/** What the meeting room's screen keeps before its eyes. */
interface Room {
  readonly live: {
    readonly gaps: { readonly totalCount: number };
    readonly members: { readonly totalCount: number };
    readonly plan: {
      readonly state: string;
      readonly latestVersion: number;
      readonly openOpinions: number;
      readonly unansweredOpinions: number;
      readonly awaitedLevel: string | null;
      readonly number: string | null;
      readonly daysLate: number;
      readonly appendices: readonly { readonly actualCount: number; readonly unclearCount: number }[];
    } | null;
  };
}

const ROOM = `subscription { live {
  gaps: targets(where: { isUnattended: { eq: true }, programme: { code: { eq: "07-CTr/TU" } } }) { totalCount }
  members: committeeMemberships(where: { isCurrent: { eq: true } }) { totalCount }
  plan: document(code: "07-KH-TP") { state latestVersion openOpinions unansweredOpinions awaitedLevel number daysLate
    appendices { actualCount unclearCount } } } }`;

/** What a unit's client keeps before its eyes: drafts on which it was asked. */
interface Asked {
  readonly live: { readonly consultations: { readonly nodes: { isAwaited: boolean; verdict: string | null }[] } };
}

const ASKED = `subscription { live { consultations(where: { unit: { code: { eq: "so-tttt" } } }) {
  nodes { isAwaited verdict } } } }`;

const UNITS = ['bo-khcn', 'so-tttt', 'so-khdt', 'so-tc'];

let database: TestDatabase;
let program: TestProgram;
let view: DatabaseView;
let secretariat: ApiClient;
let head: ApiClient;
let room: Subscription<Room>;
let unit: Subscription<Asked>;
const open: Subscriber[] = [];

beforeAll(async () => {
  database = await openTestDatabase();
  await database.dataSource.transaction(loadFacts);
  await database.dataSource.transaction((manager) => makeDemoAccounts(manager, DEMO_PASSWORD));
  // a programme that begins: what is known of it in public, and no sample
  await database.dataSource.query(
    'insert into installation (clock_offset_ms, demo_loaded_at) values (0, clock_timestamp())',
  );
  view = await DatabaseView.open(database.target);
  await begin('2021-07-20T08:00:00+07:00');
});

afterAll(async () => {
  await end();
  await view.close();
  await database.close();
});

/** Starts the program on a day, with a screen in the meeting room and a unit's client. */
async function begin(clock: string): Promise<void> {
  program = await startTestProgram({ target: database.target, clock: new Date(clock) });
  secretariat = await program.as('secretariat');
  head = await program.as('head');
  const screen = await makeAsker(program, view, 'DISPLAY');
  const reporter = await program.as('reporter');
  const [inRoom, inUnit] = [screen.client, reporter].map(({ token }) => new Subscriber(program.url, token));
  open.push(inRoom!, inUnit!);
  room = inRoom!.subscribe<Room>(ROOM);
  unit = inUnit!.subscribe<Asked>(ASKED);
}

async function end(): Promise<void> {
  await Promise.all(open.splice(0).map((subscriber) => subscriber.close()));
  await program.close();
}

/** Waits until the screen shows what fits. */
async function roomShows(fits: (shown: Room['live']) => boolean): Promise<void> {
  await room.messages.nextUntil(({ data }) => fits(data.live));
}

async function ask<Data>(query: string, variables: object = {}): Promise<Data> {
  const { data, errors } = await secretariat.ask<Data>(query, variables);
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  return data;
}

/** Sends a mutation of the committee, which must be done. */
async function arrange(client: ApiClient, mutation: string, input: object): Promise<void> {
  const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
  const { data, errors } = await client.ask<{ payload: { userErrors: object[] } }>(
    `mutation ($input: ${type}!) { payload: ${mutation}(input: $input) { userErrors { code message } } }`,
    { input },
  );
  expect([mutation, errors, data.payload.userErrors]).toEqual([mutation, undefined, []]);
}

const idOf = async (code: string): Promise<string> =>
  (await ask<{ document: { id: string } }>('query ($code: String!) { document(code: $code) { id } }', { code }))
    .document.id;

/** Somebody of a unit, by office. */
async function personOf(unitCode: string): Promise<string> {
  const { unit } = await ask<{ unit: { id: string } }>('query ($code: String!) { unit(code: $code) { id } }', {
    code: unitCode,
  });
  const { createPerson } = await ask<{ createPerson: { person: { id: string } } }>(
    'mutation ($input: CreatePersonInput!) { createPerson(input: $input) { person { id } } }',
    { input: { displayName: `Trưởng phòng (${unitCode}) ${Math.random()}`, unitId: unit.id } },
  );
  return createPerson.person.id;
}

const stateOf = async (code: string): Promise<string> =>
  (await ask<{ document: { state: string } }>('query ($code: String!) { document(code: $code) { state } }', { code }))
    .document.state;

const regulation = [
  { kind: 'DUTIES', text: 'Chỉ đạo, đôn đốc, kiểm tra.' },
  { kind: 'WORKING_REGIME', text: 'Giao ban 3 tháng một lần.' },
  { kind: 'WORKING_RELATIONS', text: 'Cơ quan thường trực là đầu mối.' },
];
const plan = [
  { kind: 'PURPOSE', text: 'Cụ thể hóa Chương trình.' },
  { kind: 'CONTENT', text: 'Phát triển thị trường công nghệ.' },
];

// the tests are the chapters of one story, in their order
describe('the first half of the founding story', () => {
  test('at the beginning nobody is in charge of any target, and the screen says so', async () => {
    const { data } = await room.messages.next();
    expect(data.live).toMatchObject({ gaps: { totalCount: 8 }, plan: null });
    expect((await unit.messages.next()).data.live.consultations.nodes).toEqual([]);
  });

  test('the committee is re-formed', async () => {
    await arrange(head, 'reformCommittee', {
      programmeCode: '07-CTr/TU',
      effectiveOn: '2021-07-20',
      decision: 'Quyết định kiện toàn ngày 20/07/2021',
      members: [
        { role: 'HEAD', office: 'Phó Bí thư Thành ủy' },
        { role: 'STANDING_DEPUTY_HEAD', office: 'Phó Chủ tịch UBND TP' },
        { role: 'MEMBER', office: 'Giám đốc Sở Khoa học và Công nghệ' },
        { role: 'MEMBER', office: 'Giám đốc Sở Thông tin và Truyền thông' },
      ],
    });
    await roomShows(({ members }) => members.totalCount === 4);
  });

  test('members are put in charge of all targets: the alarm ends with the last one (R2)', async () => {
    const { committeeMemberships, targets } = await ask<{
      committeeMemberships: { nodes: { id: string }[] };
      targets: { nodes: { id: string }[] };
    }>(`{ committeeMemberships(where: { isCurrent: { eq: true }, role: { eq: MEMBER } }) { nodes { id } }
      targets(where: { programme: { code: { eq: "07-CTr/TU" } } }) { nodes { id } } }`);
    const [first, second] = committeeMemberships.nodes;
    const ids = targets.nodes.map(({ id }) => id);
    await arrange(secretariat, 'assignMember', { membershipId: first!.id, targetIds: ids.slice(0, 5) });
    await roomShows(({ gaps }) => gaps.totalCount === 3);
    await arrange(head, 'assignMember', { membershipId: second!.id, targetIds: ids.slice(5) });
    await roomShows(({ gaps }) => gaps.totalCount === 0);
  });

  test('regulation and assignment are drafted, each as a new version of what was there', async () => {
    const sections = [{ kind: 'BODY', text: 'Mỗi thành viên phụ trách từng chỉ tiêu.' }];
    await doneDocument(secretariat, 'reviseDocument', {
      documentId: await idOf('D-regs'),
      note: 'Đủ ba phần',
      sections: regulation,
      approvalLevel: 'PARTY_STANDING_BOARD',
    });
    await doneDocument(secretariat, 'reviseDocument', {
      documentId: await idOf('D-assign'),
      note: 'Phân công',
      sections,
    });
    expect([await stateOf('D-regs'), await stateOf('D-assign')]).toEqual(['DRAFTING', 'DRAFTING']);
  });

  test('the city’s plan is drafted, with an appendix of 32 that is filled', async () => {
    await doneDocument(secretariat, 'draftDocument', {
      code: '07-KH-TP',
      kind: 'PLAN',
      title: 'Kế hoạch triển khai thực hiện Chương trình số 07-CTr/TU',
      programmeCode: '07-CTr/TU',
      approvalLevel: 'PEOPLES_COMMITTEE',
      submitBy: '2021-07-26',
      issueBy: '2021-07-31',
      sections: plan,
      appendices: [{ code: '07-PL-TP', title: '32 đề án, dự án, chương trình, kế hoạch, nhiệm vụ', expectedCount: 32 }],
    });
    const { appendix } = await ask<{ appendix: { id: string } }>('{ appendix(code: "07-PL-TP") { id } }');
    const persons = { 'so-khcn': await personOf('so-khcn'), 'so-tttt': await personOf('so-tttt') };
    const row = (number: number) => {
      const leadUnitCode = number % 2 === 0 ? 'so-khcn' : 'so-tttt';
      return {
        number,
        kind: number % 2 === 0 ? 'SCHEME' : 'TASK',
        title: `Đầu việc ${number} của kế hoạch`,
        leadUnitCode,
        startsOn: '2021-08-01',
        dueOn: '2022-12-31',
        concreteObjective: `Mục tiêu ${number}`,
        approvalLevel: 'PEOPLES_COMMITTEE',
        // of row 7 nobody knows yet who does it, what comes of it and with what
        ...(number !== 7 && {
          responsiblePersonId: persons[leadUnitCode],
          product: `Sản phẩm ${number}`,
          resources: [{ kind: 'FUNDS', amount: String(number * 1_000_000_000), currency: 'VND' }],
        }),
      };
    };
    const rows = Array.from({ length: 32 }, (_, index) => row(index + 1));
    await doneDocument(secretariat, 'addAppendixRows', { appendixId: appendix.id, rows: rows.slice(0, 31) });
    await roomShows(({ plan: shown }) => {
      const list = shown?.appendices[0];
      return list?.actualCount === 31 && list.unclearCount === 1;
    });
  });

  test('it goes out for the opinions of the ministry and the units; those that are asked see it at once', async () => {
    const documentId = await idOf('07-KH-TP');
    await doneDocument(secretariat, 'sendForOpinions', { documentId, unitCodes: UNITS, dueOn: '2021-07-23' });
    await unit.messages.nextUntil(({ data }) => data.live.consultations.nodes[0]?.isAwaited === true);
    await roomShows((shown) => shown.plan?.state === 'CONSULTING' && shown.plan.openOpinions === 4);
  });

  test('opinions come in, and are answered: taken in or not, and why', async () => {
    const documentId = await idOf('07-KH-TP');
    const reporter = await program.as('reporter');
    const opinion = { documentId, opinion: 'AGREED_WITH_COMMENTS' };
    await doneDocument(reporter, 'recordOpinion', { ...opinion, unitCode: 'so-tttt', text: 'Bổ sung chuyển đổi số.' });
    await doneDocument(secretariat, 'recordOpinion', { ...opinion, unitCode: 'bo-khcn', text: 'Bổ sung mục III.' });
    await doneDocument(secretariat, 'recordOpinion', {
      ...opinion,
      unitCode: 'so-khdt',
      text: 'Báo cáo mỗi năm một lần.',
    });
    await doneDocument(secretariat, 'recordOpinion', { documentId, unitCode: 'so-tc', opinion: 'AGREED' });
    await roomShows((shown) => shown.plan?.openOpinions === 0 && shown.plan.unansweredOpinions === 3);
    await expectPoints(view, secretariat, ['finaliseDocument', { documentId }, ['CONFLICT input.documentId']]);
    const { consultations } = await ask<{ consultations: { nodes: { id: string; unit: { code: string } }[] } }>(
      '{ consultations(where: { document: { code: { eq: "07-KH-TP" } }, opinion: { ne: AGREED } }) { nodes { id unit { code } } } }',
    );
    for (const { id, unit: asked } of consultations.nodes) {
      const isTaken = asked.code !== 'so-khdt';
      const reason = isTaken ? null : 'Giao ban 3 tháng một lần cần số liệu từng quý.';
      const verdict = isTaken ? 'TAKEN_IN' : 'NOT_TAKEN_IN';
      await doneDocument(secretariat, 'answerOpinion', { consultationId: id, verdict, reason });
    }
    await unit.messages.nextUntil(({ data }) => data.live.consultations.nodes[0]?.verdict === 'TAKEN_IN');
    await roomShows((shown) => shown.plan?.unansweredOpinions === 0);
  });

  test('a plan with two sections, 31 rows and one that is not clear is held back, each point by name (R1, R3, R7)', async () => {
    const documentId = await idOf('07-KH-TP');
    await doneDocument(secretariat, 'finaliseDocument', { documentId });
    await roomShows((shown) => shown.plan?.state === 'FINALISED');
    const { userErrors } = await sendDocument(secretariat, 'submitDocument', { documentId });
    expect(userErrors.map(({ code, path }) => `${code} ${path.join('.')}`)).toEqual(
      Array<string>(3).fill('INVALID input.documentId'),
    );
    expect(userErrors.map(({ message }) => message).join('\n')).toMatch(
      /31\/32 dòng[^]*Đầu việc 07-PL-TP-07 “Đầu việc 7 của kế hoạch” chưa rõ: người chịu trách nhiệm, sản phẩm, nguồn lực\./,
    );
    expect(await stateOf('07-KH-TP')).toBe('FINALISED');
  });

  test('the item gets its person, product and resources: nothing is unclear any more', async () => {
    const { workItem } = await ask<{ workItem: { id: string; missingClarity: string[] } }>(
      '{ workItem(code: "07-PL-TP-07") { id missingClarity } }',
    );
    expect(workItem.missingClarity).toEqual(['PERSON', 'PRODUCT', 'RESOURCES']);
    const workItemId = workItem.id;
    const personId = await personOf('so-tttt');
    await arrange(secretariat, 'assignResponsiblePerson', { workItemId, personId });
    await arrange(secretariat, 'describeWorkItem', { workItemId, product: 'Cổng dữ liệu' });
    await arrange(secretariat, 'addResource', { workItemId, kind: 'PERSONNEL', description: 'Tổ chuyên viên 5 người' });
    await roomShows((shown) => shown.plan?.appendices[0]?.unclearCount === 0);
  });

  test('completed and finalised again, it is submitted before 26/7', async () => {
    const documentId = await idOf('07-KH-TP');
    await doneDocument(secretariat, 'reviseDocument', {
      documentId,
      expectedVersion: 1,
      note: 'Tiếp thu ý kiến',
      sections: [
        { kind: 'CONTENT', text: 'Phát triển thị trường công nghệ.\nĐẩy mạnh chuyển đổi số.' },
        { kind: 'ORGANISATION', text: 'Các đơn vị báo cáo 3 tháng một lần.' },
      ],
    });
    const { appendix } = await ask<{ appendix: { id: string; missingNumbers: number[] } }>(
      '{ appendix(code: "07-PL-TP") { id missingNumbers } }',
    );
    expect(appendix.missingNumbers).toEqual([32]);
    const last = { number: 32, kind: 'PROJECT', title: 'Đầu việc cuối', leadUnitCode: 'so-khcn' };
    await doneDocument(secretariat, 'addAppendixRows', {
      appendixId: appendix.id,
      rows: [
        {
          ...last,
          startsOn: '2021-08-01',
          dueOn: '2025-12-31',
          concreteObjective: 'Mục tiêu cuối',
          product: 'Sản phẩm cuối',
          approvalLevel: 'PEOPLES_COUNCIL',
          responsiblePersonId: await personOf('so-khcn'),
          resources: [{ kind: 'FUNDS', amount: '2500000', currency: 'USD', origin: 'Vốn tài trợ nước ngoài' }],
        },
      ],
    });
    await doneDocument(secretariat, 'finaliseDocument', { documentId });
    await doneDocument(secretariat, 'submitDocument', { documentId });
    await roomShows((shown) => shown.plan?.state === 'SUBMITTED' && shown.plan.awaitedLevel === 'UNIT');
    const { document } = await ask<{ document: { versions: { difference: object[] }[]; daysLate: number } }>(
      '{ document(code: "07-KH-TP") { daysLate versions { difference { section before after } } } }',
    );
    expect(document.daysLate).toBe(0);
    expect(document.versions[1]!.difference).toEqual([
      { section: 'CONTENT', before: null, after: 'Đẩy mạnh chuyển đổi số.' },
      { section: 'ORGANISATION', before: null, after: 'Các đơn vị báo cáo 3 tháng một lần.' },
    ]);
  });

  test('approved level by level, it is issued within July (R5, R10)', async () => {
    await end();
    await begin('2021-07-30T08:00:00+07:00');
    const documentId = await idOf('07-KH-TP');
    await doneDocument(head, 'approveDocument', {
      documentId,
      level: 'UNIT',
      note: 'Cơ quan thường trực thống nhất',
    });
    await roomShows((shown) => shown.plan?.awaitedLevel === 'PEOPLES_COMMITTEE');
    await doneDocument(head, 'approveDocument', { documentId, level: 'PEOPLES_COMMITTEE' });
    await doneDocument(secretariat, 'issueDocument', { documentId, number: '200/KH-UBND', issuedOn: '2021-07-30' });
    await roomShows((shown) => shown.plan?.state === 'ISSUED' && shown.plan.number === '200/KH-UBND');
    const { document } = await ask<{ document: { daysLate: number; steps: object[] } }>(
      '{ document(code: "07-KH-TP") { daysLate steps { kind takenOn versionNumber actor { displayName } } } }',
    );
    expect(document.daysLate).toBe(0);
    const step = (kind: string, takenOn: string, versionNumber: number, actor = 'Cơ quan thường trực (mẫu)') => ({
      kind,
      takenOn,
      versionNumber,
      actor: { displayName: actor },
    });
    expect(document.steps).toEqual([
      step('DRAFTED', '2021-07-20', 1),
      step('SENT_FOR_OPINIONS', '2021-07-20', 1),
      step('FINALISED', '2021-07-20', 1),
      step('REVISED', '2021-07-20', 2),
      step('FINALISED', '2021-07-20', 2),
      step('SUBMITTED', '2021-07-20', 2),
      step('APPROVED', '2021-07-30', 2, 'Lãnh đạo Ban Chỉ đạo (mẫu)'),
      step('APPROVED', '2021-07-30', 2, 'Lãnh đạo Ban Chỉ đạo (mẫu)'),
      step('ISSUED', '2021-07-30', 2),
    ]);
  });

  test('what the plan costs is added up by currency, never across', async () => {
    const { resources } = await ask<{
      resources: { aggregates: { amount: object }; byCurrency: { keys: { value: string | null }[]; amount: object }[] };
    }>(`{ resources(where: { kind: { eq: FUNDS }, workItem: { appendix: { code: { eq: "07-PL-TP" } } } }) {
      aggregates { amount { sum } }
      byCurrency: groupedAggregates(by: [{ field: CURRENCY }]) { keys { value } amount { sum max } } } }`);
    expect(resources.aggregates.amount).toEqual({ sum: null });
    const billions = Array.from({ length: 31 }, (_, index) => index + 1).filter((number) => number !== 7);
    const sum = billions.reduce((total, number) => total + number, 0);
    expect(resources.byCurrency).toEqual([
      { keys: [{ value: 'VND' }], amount: { sum: `${sum}000000000`, max: '31000000000' } },
      { keys: [{ value: 'USD' }], amount: { sum: '2500000', max: '2500000' } },
    ]);
  });

  test('the log tells the whole story to who comes later', async () => {
    const { events } = await ask<{ events: { nodes: { type: string }[] } }>(
      '{ events(last: 100, where: { programme: { code: { eq: "07-CTr/TU" } } }) { nodes { type } } }',
    );
    const told = new Set(events.nodes.map(({ type }) => type));
    for (const type of [
      'COMMITTEE_REFORMED',
      'MEMBER_ASSIGNED',
      'DOCUMENT_DRAFTED',
      'DOCUMENT_REVISED',
      'APPENDIX_ROWS_ADDED',
      'DOCUMENT_SENT_FOR_OPINIONS',
      'OPINION_RECORDED',
      'OPINION_ANSWERED',
      'DOCUMENT_FINALISED',
      'DOCUMENT_SUBMITTED',
      'DOCUMENT_APPROVED',
      'DOCUMENT_ISSUED',
    ]) {
      expect([type, told.has(type)]).toEqual([type, true]);
    }
  });
});
