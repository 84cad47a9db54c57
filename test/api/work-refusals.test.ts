import type { ApiClient } from '../support/api-client';
import { DatabaseView } from '../support/database-view';
import { startTestProgram, type TestProgram } from '../support/program';

let program: TestProgram;
let view: DatabaseView;
let secretariat: ApiClient;
let inspector: ApiClient;

beforeAll(async () => {
  program = await startTestProgram();
  view = await DatabaseView.open(program.target);
  secretariat = await program.as('secretariat');
  inspector = await program.as('inspector');
});

afterAll(async () => {
  await view.close();
  await program.close();
});

interface Refused {
  readonly code: string;
  readonly path: readonly string[];
  readonly message: string;
}

async function send(
  mutation: string,
  input: object,
  { client = secretariat, language = 'vi', select = 'workItem { code }' } = {},
): Promise<{ userErrors: Refused[]; errors?: readonly { extensions: { code: string } }[] } & Record<string, unknown>> {
  const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
  const { data, errors } = await client.ask<{ payload: { userErrors: Refused[] } } | null>(
    `mutation ($input: ${type}!) { payload: ${mutation}(input: $input) { ${select} userErrors { code path message } } }`,
    { input },
    language,
  );
  return { ...(data?.payload ?? { userErrors: [] }), ...(errors && { errors }) };
}

async function done(mutation: string, input: object, select?: string): Promise<Record<string, unknown>> {
  const payload = await send(mutation, input, { ...(select !== undefined && { select }) });
  expect([mutation, payload.errors, payload.userErrors]).toEqual([mutation, undefined, []]);
  return payload;
}

/** Sends it, expects that nothing was written, and gives what was refused, as `CODE path`. */
async function refused(mutation: string, input: object, client = secretariat): Promise<string[]> {
  const before = await view.everything();
  const { userErrors, errors } = await send(mutation, input, { client });
  expect(errors).toBeUndefined();
  expect(await view.everything()).toEqual(before);
  for (const { message } of userErrors)
    expect(message).toMatch(/[àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữự]/);
  return userErrors.map(({ code, path }) => `${code} ${path.join('.')}`);
}

const itemId = async (code: string): Promise<string> =>
  (await view.row<{ id: string }>(`select 'wi_' || id as id from work_item where code = $1`, [code])).id;

/** A draft plan of its own with one item on its list that says nothing yet. */
async function draftItem(code: string): Promise<string> {
  await done(
    'draftDocument',
    {
      code: `KH-${code}`,
      kind: 'PLAN',
      title: `Kế hoạch ${code}`,
      programmeCode: '07-CTr/TU',
      approvalLevel: 'UNIT',
      appendices: [{ code: `PL-${code}`, title: 'Danh mục', expectedCount: 1 }],
    },
    'document { id }',
  );
  const { data } = await secretariat.ask<{ appendix: { id: string } }>(
    'query ($code: String!) { appendix(code: $code) { id } }',
    { code: `PL-${code}` },
  );
  const row = { number: 1, code, kind: 'TASK', title: `Việc ${code}`, leadUnitCode: 'so-khcn' };
  await done(
    'addAppendixRows',
    { appendixId: data.appendix.id, rows: [{ ...row, startsOn: '2023-01-01', dueOn: '2023-12-31' }] },
    'appendix { id }',
  );
  return itemId(code);
}

describe('what an item is about', () => {
  test('is told while its plan is drafted, changed, and filled in part by part', async () => {
    const workItemId = await draftItem('mo-ta');
    await done('describeWorkItem', { workItemId, product: 'Báo cáo', concreteObjective: 'Rà soát' });
    await done('describeWorkItem', {
      workItemId,
      product: 'Báo cáo và cơ sở dữ liệu',
      approvalLevel: 'UNIT',
      dueOn: '2024-06-30',
    });
    const row = await view.row(
      `select product, concrete_objective, approval_level, due_on::text from work_item where code = 'mo-ta'`,
    );
    expect(row).toEqual({
      product: 'Báo cáo và cơ sở dữ liệu',
      concrete_objective: 'Rà soát',
      approval_level: 'UNIT',
      due_on: '2024-06-30',
    });
  });

  test('is told by whoever drafts the plan, too, until it is submitted', async () => {
    const workItemId = await draftItem('don-vi-soan');
    const reporter = await program.as('reporter');
    const product = { workItemId, product: 'Quy chế' };
    expect(await refused('describeWorkItem', product, reporter)).toEqual(['FORBIDDEN input.workItemId']);
    await view.rows(
      `update document set drafting_unit_id = (select id from unit where code = 'so-tttt') where code = 'KH-don-vi-soan'`,
    );
    expect((await send('describeWorkItem', product, { client: reporter })).userErrors).toEqual([]);
    await view.rows(`update document set state = 'SUBMITTED' where code = 'KH-don-vi-soan'`);
    const more = { workItemId, concreteObjective: 'Rà soát' };
    expect(await refused('describeWorkItem', more, reporter)).toEqual(['FORBIDDEN input.workItemId']);
  });

  test('once the plan is finalised what is there stays; what is missing is added', async () => {
    const workItemId = await draftItem('hoan-thien');
    await done('describeWorkItem', { workItemId, product: 'Báo cáo' });
    await view.rows(`update document set state = 'FINALISED' where code = 'KH-hoan-thien'`);
    expect(await refused('describeWorkItem', { workItemId, product: 'Báo cáo khác' })).toEqual([
      'CLOSED input.product',
    ]);
    await done('describeWorkItem', { workItemId, concreteObjective: 'Rà soát' });
  });

  test('another lead unit names its own person', async () => {
    const workItemId = await itemId('07-03');
    const { id } = await view.row<{ id: string }>(`select 'un_' || id as id from unit where code = 'so-nv'`);
    const { workItem } = (await done(
      'assignLeadUnit',
      { workItemId, unitId: id, reason: 'Quyết định 5' },
      'workItem { responsiblePerson { id } missingClarity }',
    )) as { workItem: object };
    expect(workItem).toEqual({ responsiblePerson: null, missingClarity: ['PERSON'] });
  });

  test('its time holds the milestones and deliverables that it has promised', async () => {
    const workItemId = await draftItem('giu-hen');
    await done('addMilestones', {
      workItemId,
      milestones: [{ title: 'Nghiệm thu', dueOn: '2023-10-31', plannedPercent: 90 }],
    });
    expect(await refused('describeWorkItem', { workItemId, dueOn: '2023-09-30' })).toEqual(['INVALID input.dueOn']);
    expect(await refused('describeWorkItem', { workItemId, startsOn: '2023-11-30' })).toEqual([
      'INVALID input.startsOn',
    ]);
    await done('describeWorkItem', { workItemId, startsOn: '2023-10-31', dueOn: '2023-10-31' });
  });

  test('once the plan is issued only what is empty can be filled; the rest needs an adjustment, each point named', async () => {
    const workItemId = await itemId('07-02');
    expect(await refused('describeWorkItem', { workItemId, product: 'Khác', dueOn: '2026-12-31' })).toEqual([
      'CLOSED input.product',
      'CLOSED input.dueOn',
    ]);
    await done('describeWorkItem', { workItemId: await itemId('07-27'), product: 'Bộ giống được công nhận' });
  });

  test('a due date before the start is refused', async () => {
    const workItemId = await draftItem('nguoc-ngay');
    expect(await refused('describeWorkItem', { workItemId, dueOn: '2022-12-31' })).toEqual(['INVALID input.dueOn']);
  });

  test('milestones lie within the item’s time and its curve never falls', async () => {
    const workItemId = await draftItem('moc');
    const milestone = (dueOn: string, plannedPercent: number) => ({ title: `Mốc ${dueOn}`, dueOn, plannedPercent });
    await done('addMilestones', { workItemId, milestones: [milestone('2023-06-30', 50)] });
    expect(
      await refused('addMilestones', {
        workItemId,
        milestones: [milestone('2024-01-01', 60), milestone('2023-03-31', 70)],
      }),
    ).toEqual(['INVALID input.milestones.0.dueOn', 'INVALID input.milestones.1.plannedPercent']);
    expect(await refused('addMilestones', { workItemId, milestones: [milestone('2023-09-30', 101)] })).toEqual([
      'INVALID input.milestones.0.plannedPercent',
    ]);
    await done('addMilestones', { workItemId, milestones: [milestone('2023-09-30', 80), milestone('2023-03-31', 20)] });
    const issued = await itemId('07-01');
    expect(await refused('addMilestones', { workItemId: issued, milestones: [milestone('2023-12-01', 60)] })).toEqual([
      'CLOSED input.milestones',
    ]);
  });

  test('an inspection records what it found beside what is claimed and computed; nobody else does', async () => {
    const workItemId = await itemId('07-03');
    const finding = { workItemId, health: 'AT_RISK', finding: 'Chậm nghiệm thu' };
    expect(await refused('verifyWorkItem', finding)).toEqual(['FORBIDDEN input.workItemId']);
    const { userErrors } = await send('verifyWorkItem', finding, { client: inspector });
    expect(userErrors).toEqual([]);
    expect(await view.row(`select verified_health from work_item where code = '07-03'`)).toEqual({
      verified_health: 'AT_RISK',
    });
  });
});

describe('the rows of a list', () => {
  test('are taken off while the plan is drafted, with all that hangs on them, and entered again', async () => {
    const workItemId = await draftItem('bo-dong');
    await done('addResource', { workItemId, kind: 'DATA', description: 'Số liệu' });
    const { id } = await view.row<{ id: string }>(`select 'ap_' || id as id from appendix where code = 'PL-bo-dong'`);
    const remove = { appendixId: id, numbers: [1, 1], reason: 'Nhập nhầm' };
    expect(await refusedOnList('removeAppendixRows', { ...remove, numbers: [1, 2] })).toEqual([
      'NOT_FOUND input.numbers',
    ]);
    expect(await refusedOnList('removeAppendixRows', { ...remove, numbers: [] })).toEqual(['INVALID input.numbers']);
    await done('removeAppendixRows', remove, 'appendix { actualCount missingNumbers }');
    expect(await view.rows(`select from work_item where code = 'bo-dong'`)).toEqual([]);
    const row = { number: 1, code: 'bo-dong', kind: 'PLAN', title: 'Việc đúng', leadUnitCode: 'so-khcn' };
    const rows = [{ ...row, startsOn: '2023-01-01', dueOn: '2023-12-31' }];
    await done('addAppendixRows', { appendixId: id, rows }, 'appendix { id }');
    await view.rows(`update document set state = 'FINALISED' where code = 'KH-bo-dong'`);
    expect(await refusedOnList('removeAppendixRows', remove)).toEqual(['CONFLICT input.appendixId']);
    expect(await refusedOnList('addAppendixRows', { appendixId: id, rows })).toEqual(['CONFLICT input.appendixId']);
  });

  test('have a code and names even where blanks are given; a list of none is refused', async () => {
    await draftItem('ten-trong');
    const { id } = await view.row<{ id: string }>(`select 'ap_' || id as id from appendix where code = 'PL-ten-trong'`);
    await done('removeAppendixRows', { appendixId: id, numbers: [1], reason: 'x' }, 'appendix { id }');
    const row = { number: 1, kind: 'TASK', title: 'Rà soát 😀 quy định về khoa học', leadUnitCode: 'so-khcn' };
    const rows = [{ ...row, code: ' ', shortName: '  ', titleEn: '', startsOn: '2023-01-01', dueOn: '2023-12-31' }];
    await done('addAppendixRows', { appendixId: id, rows }, 'appendix { id }');
    const named = await view.row(
      `select code, short_name, title_en from work_item where appendix_id = (select id from appendix where code = 'PL-ten-trong')`,
    );
    expect(named).toEqual({
      code: 'PL-ten-trong-01',
      short_name: 'Rà soát 😀 quy định về',
      title_en: 'Rà soát 😀 quy định về khoa học',
    });
    expect(await refusedOnList('addAppendixRows', { appendixId: id, rows: [] })).toEqual(['INVALID input.rows']);
  });

  test('entered by four at once under one code are entered once, and three are told so', async () => {
    const lists: string[] = [];
    for (const place of [1, 2, 3, 4]) {
      await draftItem(`dong-thoi-${place}`);
      const { id } = await view.row<{ id: string }>(`select 'ap_' || id as id from appendix where code = $1`, [
        `PL-dong-thoi-${place}`,
      ]);
      await done('removeAppendixRows', { appendixId: id, numbers: [1], reason: 'x' }, 'appendix { id }');
      lists.push(id);
    }
    const row = { number: 1, code: 'mot-ma', kind: 'TASK', title: 'Một việc', leadUnitCode: 'so-khcn' };
    const rows = [{ ...row, startsOn: '2023-01-01', dueOn: '2023-12-31' }];
    const answers = await Promise.all(
      lists.map((appendixId) => send('addAppendixRows', { appendixId, rows }, { select: 'appendix { id }' })),
    );
    expect(answers.map(({ errors }) => errors)).toEqual(Array(4).fill(undefined));
    expect(answers.map(({ userErrors }) => userErrors[0]?.path.join('.') ?? 'done').sort()).toEqual([
      'done',
      ...Array<string>(3).fill('input.rows.0.code'),
    ]);
  });
});

describe('what an item is done with', () => {
  test('funds have an amount and a currency, in range; anything else has words', async () => {
    const workItemId = await itemId('07-04');
    const funds = { workItemId, kind: 'FUNDS' };
    expect(await refused('addResource', funds)).toEqual(['INVALID input.amount']);
    expect(await refused('addResource', { ...funds, amount: '5' })).toEqual(['INVALID input.currency']);
    expect(await refused('addResource', { ...funds, amount: '-5', currency: 'VND' })).toEqual(['INVALID input.amount']);
    expect(await refused('addResource', { ...funds, amount: '9007199254740992', currency: 'VND' })).toEqual([
      'INVALID input.amount',
    ]);
    expect(await refused('addResource', { workItemId, kind: 'PERSONNEL', amount: '5', currency: 'VND' })).toEqual([
      'INVALID input.amount',
      'INVALID input.description',
    ]);
    for (const amount of ['1.5', 'x', '', 1.5]) {
      const { errors } = await send('addResource', { ...funds, amount, currency: 'VND' });
      expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    }
    await done('addResource', { ...funds, amount: 1500, currency: 'USD' });
  });

  test('every state meets every decision: what the table allows is done, all else is refused', async () => {
    const states = ['PROPOSED', 'APPROVED', 'ALLOCATED', 'REFUSED'];
    const allowed: Readonly<Record<string, readonly string[]>> = {
      PROPOSED: ['APPROVED', 'REFUSED'],
      APPROVED: ['ALLOCATED', 'REFUSED'],
      ALLOCATED: [],
      REFUSED: [],
    };
    for (const from of states) {
      for (const state of states) {
        const { id } = await view.row<{ id: string }>(
          `insert into resource (work_item_id, kind, description, stated_on, state)
           select id, 'DATA', 'x', '2023-01-01', $1 from work_item where code = '07-05' returning 're_' || id as id`,
          [from],
        );
        const { userErrors } = await send('decideResource', { resourceId: id, state, note: 'QĐ 1' });
        const expected = allowed[from]!.includes(state) ? [] : ['CONFLICT input.state'];
        expect([from, state, userErrors.map(({ code, path }) => `${code} ${path.join('.')}`)]).toEqual([
          from,
          state,
          expected,
        ]);
      }
    }
  });

  test('the whole of a row’s resources is checked before anything of the list is written', async () => {
    const code = 'hang-loat';
    await draftItem(code);
    const { data } = await secretariat.ask<{ appendix: { id: string } }>('{ appendix(code: "07-PL29") { id } }');
    const row = {
      number: 2,
      kind: 'TASK',
      title: 'Việc hai',
      leadUnitCode: 'so-khcn',
      startsOn: '2021-08-01',
      dueOn: '2021-12-31',
    };
    const person = await view.row<{ id: string }>(
      `select 'pe_' || p.id as id from person p join unit u on u.id = p.unit_id where u.code = 'so-yt' limit 1`,
    );
    const before = await view.everything();
    const { userErrors } = await send(
      'addAppendixRows',
      { appendixId: data.appendix.id, rows: [{ ...row, resources: [{ kind: 'FUNDS', amount: '1' }] }] },
      { select: 'appendix { id }' },
    );
    const ofOther = await send(
      'addAppendixRows',
      { appendixId: data.appendix.id, rows: [{ ...row, responsiblePersonId: person.id }] },
      { select: 'appendix { id }' },
    );
    expect(await view.everything()).toEqual(before);
    expect(userErrors.map(({ path }) => path.join('.'))).toEqual(['input.rows.0.resources.0.currency']);
    expect(ofOther.userErrors.map(({ path }) => path.join('.'))).toEqual(['input.rows.0.responsiblePersonId']);
  });
});

describe('what an item hands over', () => {
  test('is due within its time, accepted once, with evidence, not in the future', async () => {
    const workItemId = await draftItem('ban-giao');
    expect(await refused('addDeliverable', { workItemId, title: 'Báo cáo', dueOn: '2024-01-01' })).toEqual([
      'INVALID input.dueOn',
    ]);
    const { deliverable } = (await done(
      'addDeliverable',
      { workItemId, title: 'Báo cáo', dueOn: '2023-10-31' },
      'deliverable { id daysLate }',
    )) as { deliverable: { id: string; daysLate: number } };
    expect(deliverable.daysLate).toBe(14);
    const deliverableId = deliverable.id;
    expect(await refused('acceptDeliverable', { deliverableId, evidence: ' ' })).toEqual(['INVALID input.evidence']);
    expect(await refused('acceptDeliverable', { deliverableId, evidence: 'x', acceptedOn: '2023-11-15' })).toEqual([
      'INVALID input.acceptedOn',
    ]);
    const accepted = await done(
      'acceptDeliverable',
      { deliverableId, evidence: 'Biên bản số 5', acceptedOn: '2023-11-10' },
      'deliverable { acceptedOn evidence daysLate }',
    );
    expect(accepted.deliverable).toEqual({ acceptedOn: '2023-11-10', evidence: 'Biên bản số 5', daysLate: 10 });
    expect(await refused('acceptDeliverable', { deliverableId, evidence: 'x' })).toEqual([
      'CONFLICT input.deliverableId',
    ]);
  });
});

describe('what an item serves (R8)', () => {
  test('is exactly one target, objective or viewpoint of its own programme; said twice it is said once', async () => {
    const workItemId = await draftItem('bam-sat');
    const idOf = async (sql: string) => (await view.row<{ id: string }>(sql)).id;
    const own = `join programme p on p.id = t.programme_id where p.number = 7 limit 1`;
    const targetId = await idOf(`select 'ta_' || t.id as id from target t ${own}`);
    const objectiveId = await idOf(`select 'ob_' || t.id as id from objective t ${own}`);
    const other = await idOf(
      `select 'ta_' || t.id as id from target t join programme p on p.id = t.programme_id where p.number = 2 limit 1`,
    );
    expect(await refused('traceWorkItem', { workItemId })).toEqual(['INVALID input.targetId']);
    expect(await refused('traceWorkItem', { workItemId, targetId, objectiveId })).toEqual([
      'INVALID input.objectiveId',
    ]);
    expect(await refused('traceWorkItem', { workItemId, targetId: other })).toEqual(['INVALID input.targetId']);
    expect(await refused('traceWorkItem', { workItemId, viewpointId: targetId })).toEqual([
      'NOT_FOUND input.viewpointId',
    ]);
    const first = await done('traceWorkItem', { workItemId, targetId }, 'trace { id } workItem { isTraced }');
    expect(first.workItem).toEqual({ isTraced: true });
    expect((await done('traceWorkItem', { workItemId, targetId }, 'trace { id }')).trace).toEqual(first.trace);
    const traceId = (first.trace as { id: string }).id;
    await done('removeTrace', { traceId, reason: 'Nhầm' });
    expect(await refused('removeTrace', { traceId, reason: 'Nhầm' })).toEqual(['NOT_FOUND input.traceId']);
  });

  test('viewpoints are entered with their source, once for each number', async () => {
    const input = {
      programmeCode: '07-CTr/TU',
      number: '9',
      text: 'Lấy người dân làm trung tâm',
      source: 'Chương trình, mục I',
    };
    await done('addViewpoint', input, 'viewpoint { source { citations } }');
    expect(await refusedAs('addViewpoint', input)).toEqual(['CONFLICT input.number']);
    expect(await refusedAs('addViewpoint', { ...input, programmeCode: '99' })).toEqual([
      'NOT_FOUND input.programmeCode',
    ]);
  });
});

async function refusedAs(mutation: string, input: object): Promise<string[]> {
  const { userErrors } = await send(mutation, input, { select: 'viewpoint { id }' });
  return userErrors.map(({ code, path }) => `${code} ${path.join('.')}`);
}

async function refusedOnList(mutation: string, input: object): Promise<string[]> {
  const { userErrors } = await send(mutation, input, { select: 'appendix { id }' });
  return userErrors.map(({ code, path }) => `${code} ${path.join('.')}`);
}
