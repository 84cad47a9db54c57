import { WorkHouse } from './work-house';

let house: WorkHouse;

beforeAll(async () => {
  house = await WorkHouse.open();
});

afterAll(() => house.close());

describe('what an item is about', () => {
  test('is told while its plan is drafted, changed, and filled in part by part', async () => {
    const workItemId = await house.draftItem('mo-ta');
    await house.done('describeWorkItem', { workItemId, product: 'Báo cáo', concreteObjective: 'Rà soát' });
    await house.done('describeWorkItem', {
      workItemId,
      product: 'Báo cáo và cơ sở dữ liệu',
      approvalLevel: 'UNIT',
      dueOn: '2024-06-30',
    });
    const row = await house.view.row(
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
    const workItemId = await house.draftItem('don-vi-soan');
    const reporter = await house.program.as('reporter');
    const product = { workItemId, product: 'Quy chế' };
    await house.refused('describeWorkItem', product, ['FORBIDDEN input.workItemId'], { client: reporter });
    await house.view.rows(
      `update document set drafting_unit_id = (select id from unit where code = 'so-tttt') where code = 'KH-don-vi-soan'`,
    );
    expect((await house.send('describeWorkItem', product, { client: reporter })).userErrors).toEqual([]);
    await house.view.rows(`update document set state = 'SUBMITTED' where code = 'KH-don-vi-soan'`);
    const more = { workItemId, concreteObjective: 'Rà soát' };
    await house.refused('describeWorkItem', more, ['CONFLICT input.workItemId'], { client: reporter });
  });

  test('once the plan is finalised what is there stays; what is missing is added', async () => {
    const workItemId = await house.draftItem('hoan-thien');
    await house.done('describeWorkItem', { workItemId, product: 'Báo cáo' });
    await house.view.rows(`update document set state = 'FINALISED' where code = 'KH-hoan-thien'`);
    await house.refused('describeWorkItem', { workItemId, product: 'Báo cáo khác' }, ['CLOSED input.product']);
    await house.done('describeWorkItem', { workItemId, concreteObjective: 'Rà soát' });
  });

  test('another lead unit names its own person', async () => {
    const workItemId = await house.draftItem('doi-chu-tri');
    await house.view.rows(
      `update work_item set responsible_person_id = (select id from person limit 1) where code = 'doi-chu-tri'`,
    );
    const { id } = await house.view.row<{ id: string }>(`select 'un_' || id as id from unit where code = 'so-nv'`);
    const { workItem } = (await house.done(
      'assignLeadUnit',
      { workItemId, unitId: id, reason: 'Quyết định 5' },
      'workItem { responsiblePerson { id } missingClarity }',
    )) as { workItem: object };
    expect(workItem).toMatchObject({
      responsiblePerson: null,
      missingClarity: expect.arrayContaining(['PERSON']) as unknown,
    });
  });

  test('its time holds the milestones and deliverables that it has promised', async () => {
    const workItemId = await house.draftItem('giu-hen');
    await house.done('addMilestones', {
      workItemId,
      milestones: [{ title: 'Nghiệm thu', dueOn: '2023-10-31', plannedPercent: 90 }],
    });
    await house.refused('describeWorkItem', { workItemId, dueOn: '2023-09-30' }, ['INVALID input.dueOn']);
    await house.refused('describeWorkItem', { workItemId, startsOn: '2023-11-30' }, ['INVALID input.startsOn']);
    await house.done('describeWorkItem', { workItemId, startsOn: '2023-10-31', dueOn: '2023-10-31' });
  });

  test('once the plan is issued only what is empty can be filled; the rest needs an adjustment, each point named', async () => {
    const workItemId = await house.itemId('07-02');
    await house.refused('describeWorkItem', { workItemId, product: 'Khác', dueOn: '2026-12-31' }, [
      'CLOSED input.product',
      'CLOSED input.dueOn',
    ]);
    await house.done('describeWorkItem', {
      workItemId: await house.itemId('07-27'),
      product: 'Bộ giống được công nhận',
    });
  });

  test('a due date before the start is refused', async () => {
    const workItemId = await house.draftItem('nguoc-ngay');
    await house.refused('describeWorkItem', { workItemId, dueOn: '2022-12-31' }, ['INVALID input.dueOn']);
  });

  test('milestones lie within the item’s time and its curve never falls', async () => {
    const workItemId = await house.draftItem('moc');
    const milestone = (dueOn: string, plannedPercent: number) => ({ title: `Mốc ${dueOn}`, dueOn, plannedPercent });
    await house.done('addMilestones', { workItemId, milestones: [milestone('2023-06-30', 50)] });
    await house.refused(
      'addMilestones',
      {
        workItemId,
        milestones: [milestone('2024-01-01', 60), milestone('2023-03-31', 70)],
      },
      ['INVALID input.milestones.0.dueOn', 'INVALID input.milestones.1.plannedPercent'],
    );
    await house.refused('addMilestones', { workItemId, milestones: [milestone('2023-09-30', 101)] }, [
      'INVALID input.milestones.0.plannedPercent',
    ]);
    await house.done('addMilestones', {
      workItemId,
      milestones: [milestone('2023-09-30', 80), milestone('2023-03-31', 20)],
    });
    const issued = await house.itemId('07-01');
    await house.refused('addMilestones', { workItemId: issued, milestones: [milestone('2023-12-01', 60)] }, [
      'CLOSED input.milestones',
    ]);
  });

  test('an inspection records what it found beside what is claimed and computed; nobody else does', async () => {
    const workItemId = await house.itemId('07-03');
    const finding = { workItemId, health: 'AT_RISK', finding: 'Chậm nghiệm thu' };
    await house.refused('verifyWorkItem', finding, ['FORBIDDEN input.workItemId']);
    const { userErrors } = await house.send('verifyWorkItem', finding, { client: await house.program.as('inspector') });
    expect(userErrors).toEqual([]);
    expect(await house.view.row(`select verified_health from work_item where code = '07-03'`)).toEqual({
      verified_health: 'AT_RISK',
    });
  });
});

describe('what an item is done with', () => {
  test('funds have an amount and a currency, in range; anything else has words', async () => {
    const workItemId = await house.itemId('07-04');
    const funds = { workItemId, kind: 'FUNDS' };
    await house.refused('addResource', funds, ['INVALID input.amount']);
    await house.refused('addResource', { ...funds, amount: '5' }, ['INVALID input.currency']);
    await house.refused('addResource', { ...funds, amount: '-5', currency: 'VND' }, ['INVALID input.amount']);
    await house.refused('addResource', { ...funds, amount: '9007199254740992', currency: 'VND' }, [
      'INVALID input.amount',
    ]);
    await house.refused('addResource', { workItemId, kind: 'PERSONNEL', amount: '5', currency: 'VND' }, [
      'INVALID input.amount',
      'INVALID input.description',
    ]);
    for (const amount of ['1.5', 'x', '', 1.5]) {
      const { errors } = await house.send('addResource', { ...funds, amount, currency: 'VND' });
      expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    }
    await house.done('addResource', { ...funds, amount: 1500, currency: 'USD' });
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
        const { id } = await house.view.row<{ id: string }>(
          `insert into resource (work_item_id, kind, description, stated_on, state)
           select id, 'DATA', 'x', '2023-01-01', $1 from work_item where code = '07-05' returning 're_' || id as id`,
          [from],
        );
        const { userErrors } = await house.send('decideResource', { resourceId: id, state, note: 'QĐ 1' });
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
    await house.draftItem(code);
    const { data } = await house.secretariat.ask<{ appendix: { id: string } }>('{ appendix(code: "07-PL29") { id } }');
    const row = {
      number: 2,
      kind: 'TASK',
      title: 'Việc hai',
      leadUnitCode: 'so-khcn',
      startsOn: '2021-08-01',
      dueOn: '2021-12-31',
    };
    const person = await house.view.row<{ id: string }>(
      `select 'pe_' || p.id as id from person p join unit u on u.id = p.unit_id where u.code = 'so-yt' limit 1`,
    );
    const before = await house.view.everything();
    const { userErrors } = await house.send(
      'addAppendixRows',
      { appendixId: data.appendix.id, rows: [{ ...row, resources: [{ kind: 'FUNDS', amount: '1' }] }] },
      { select: 'appendix { id }' },
    );
    const ofOther = await house.send(
      'addAppendixRows',
      { appendixId: data.appendix.id, rows: [{ ...row, responsiblePersonId: person.id }] },
      { select: 'appendix { id }' },
    );
    expect(await house.view.everything()).toEqual(before);
    expect(userErrors.map(({ path }) => path.join('.'))).toEqual(['input.rows.0.resources.0.currency']);
    expect(ofOther.userErrors.map(({ path }) => path.join('.'))).toEqual(['input.rows.0.responsiblePersonId']);
  });
});

describe('what an item hands over', () => {
  test('is due within its time, accepted once, with evidence, not in the future', async () => {
    const workItemId = await house.draftItem('ban-giao');
    await house.refused('addDeliverable', { workItemId, title: 'Báo cáo', dueOn: '2024-01-01' }, [
      'INVALID input.dueOn',
    ]);
    // what is drafted owes nothing yet
    await house.view.rows(`update work_item set is_in_force = true where code = 'ban-giao'`);
    const { deliverable } = (await house.done(
      'addDeliverable',
      { workItemId, title: 'Báo cáo', dueOn: '2023-10-31' },
      'deliverable { id daysLate }',
    )) as { deliverable: { id: string; daysLate: number } };
    expect(deliverable.daysLate).toBe(14);
    const deliverableId = deliverable.id;
    await house.refused('acceptDeliverable', { deliverableId, evidence: ' ' }, ['INVALID input.evidence']);
    await house.refused('acceptDeliverable', { deliverableId, evidence: 'x', acceptedOn: '2023-11-15' }, [
      'INVALID input.acceptedOn',
    ]);
    const accepted = await house.done(
      'acceptDeliverable',
      { deliverableId, evidence: 'Biên bản số 5', acceptedOn: '2023-11-10' },
      'deliverable { acceptedOn evidence daysLate }',
    );
    expect(accepted.deliverable).toEqual({ acceptedOn: '2023-11-10', evidence: 'Biên bản số 5', daysLate: 10 });
    await house.refused('acceptDeliverable', { deliverableId, evidence: 'x' }, ['CONFLICT input.deliverableId']);
  });
});

describe('every item of a plan serves a target, an objective or a viewpoint (R8): what it serves', () => {
  test('is exactly one target, objective or viewpoint of its own programme; said twice it is said once', async () => {
    const workItemId = await house.draftItem('bam-sat');
    const idOf = async (sql: string) => (await house.view.row<{ id: string }>(sql)).id;
    const own = `join programme p on p.id = t.programme_id where p.number = 7 limit 1`;
    const targetId = await idOf(`select 'ta_' || t.id as id from target t ${own}`);
    const objectiveId = await idOf(`select 'ob_' || t.id as id from objective t ${own}`);
    const other = await idOf(
      `select 'ta_' || t.id as id from target t join programme p on p.id = t.programme_id where p.number = 2 limit 1`,
    );
    await house.refused('traceWorkItem', { workItemId }, ['INVALID input.targetId']);
    await house.refused('traceWorkItem', { workItemId, targetId, objectiveId }, ['INVALID input.objectiveId']);
    await house.refused('traceWorkItem', { workItemId, targetId: other }, ['INVALID input.targetId']);
    await house.refused('traceWorkItem', { workItemId, viewpointId: targetId }, ['NOT_FOUND input.viewpointId']);
    const first = await house.done('traceWorkItem', { workItemId, targetId }, 'trace { id } workItem { isTraced }');
    expect(first.workItem).toEqual({ isTraced: true });
    expect((await house.done('traceWorkItem', { workItemId, targetId }, 'trace { id }')).trace).toEqual(first.trace);
    const traceId = (first.trace as { id: string }).id;
    await house.done('removeTrace', { traceId, reason: 'Nhầm' });
    await house.refused('removeTrace', { traceId, reason: 'Nhầm' }, ['NOT_FOUND input.traceId']);
  });

  test('viewpoints are entered with their source, once for each number', async () => {
    const input = {
      programmeCode: '07-CTr/TU',
      number: '9',
      text: 'Lấy người dân làm trung tâm',
      source: 'Chương trình, mục I',
    };
    await house.done('addViewpoint', input, 'viewpoint { source { citations } }');
    await house.refused('addViewpoint', input, ['CONFLICT input.number']);
    await house.refused('addViewpoint', { ...input, programmeCode: '99' }, ['NOT_FOUND input.programmeCode']);
  });
});
