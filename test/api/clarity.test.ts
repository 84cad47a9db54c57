import type { ApiClient } from '../support/api-client';
import { DatabaseView } from '../support/database-view';
import { doneDocument } from '../support/document-operations';
import { makeAppendix, makeDocument } from '../support/made/made-document';
import { startTestProgram, type TestProgram } from '../support/program';
import { expectPoints } from '../support/refused';
import { some } from '../support/size';

let program: TestProgram;
let view: DatabaseView;
let secretariat: ApiClient;

beforeAll(async () => {
  program = await startTestProgram();
  view = await DatabaseView.open(program.target);
  secretariat = await program.as('secretariat');
  // so-vhtt ended, and nobody carries on what it did; what so-gtvt did went over to so-yt
  await view.rows(`
    update unit set valid_to = '2023-10-31' where code in ('so-vhtt', 'so-gtvt');
    insert into unit_succession (predecessor_id, successor_id, effective_on, share)
      select a.id, b.id, '2023-11-01', 1 from unit a, unit b where a.code = 'so-gtvt' and b.code = 'so-yt'`);
});

afterAll(async () => {
  await view.close();
  await program.close();
});

const ROUTE = ['UNIT', 'PEOPLES_COMMITTEE'];

/** The steps at which a plan is held back, and the plan that is ready for each. */
const STEPS = {
  submitDocument: { made: { state: 'FINALISED' }, input: {} },
  approveDocument: { made: { state: 'SUBMITTED', approvedBy: ['UNIT'] }, input: { level: 'PEOPLES_COMMITTEE' } },
  issueDocument: {
    made: { state: 'SUBMITTED', approvedBy: ROUTE },
    input: { number: '901/KH-UBND', issuedOn: '2023-11-14' },
  },
} as const;
type Step = keyof typeof STEPS;

interface Listed {
  readonly documentId: string;
  readonly workItemId: string;
  readonly code: string;
}

/** A plan that is ready for a step, with one item on its list that is clear in all points. */
async function planFor(step: Step): Promise<Listed> {
  const id = await makeDocument(view, { unit: null, kind: 'PLAN', ...STEPS[step].made });
  const appendixId = await makeAppendix(view, id, 1);
  const code = `ro-${id}`;
  const { item } = await view.row<{ item: string }>(
    `insert into work_item (code, number, kind, title, title_en, short_name, short_name_en, programme_id, appendix_id, lead_unit_id,
       responsible_person_id, concrete_objective, product, approval_level, starts_on, due_on, is_in_force)
     select $1, 1, 'TASK', 'Rà soát', 'Review', 'Rà soát', 'Review', p.id, $2, u.id, e.id, 'Rà soát xong', 'Báo cáo', 'UNIT', '2023-11-01', '2025-12-31', false
     from programme p, unit u join lateral (select id from person where unit_id = u.id order by id limit 1) e on true
     where p.code = '07-CTr/TU' and u.code = 'so-yt' returning id as item`,
    [code, appendixId],
  );
  await view.rows(
    `insert into resource (work_item_id, kind, description, stated_on, state) values ($1, 'PERSONNEL', 'Hai chuyên viên', '2023-11-01', 'PROPOSED')`,
    [item],
  );
  return { documentId: `do_${id}`, workItemId: `wi_${item}`, code };
}

interface Clarity {
  readonly isClear: boolean;
  readonly missingClarity: readonly string[];
}

async function clarityOf({ workItemId }: Listed): Promise<Clarity> {
  const { data } = await secretariat.ask<{ node: Clarity }>(
    'query ($id: ID!) { node(id: $id) { ... on WorkItem { isClear missingClarity } } }',
    { id: workItemId },
  );
  return data.node;
}

const led = (by: string) => `update work_item set lead_unit_id = (select id from unit where code = '${by}')`;

/**
 * How each point comes to be missing, beside the tables, since no command takes away what stands. A person, an objective, a product and a level may be absent
 * from the first; dates and a lead unit never are (both must be given, rule R3): time is missing where it lies outside the programme's, and responsibility
 * where the lead unit has ended without an heir.
 */
const AWAY: readonly (readonly [point: string, how: string, sql: string, vi: string, en: string])[] = [
  [
    'PERSON',
    'nobody answers for it',
    'update work_item set responsible_person_id = null',
    'người chịu trách nhiệm. Hãy bổ sung (assignResponsiblePerson)',
    'person. Add it (assignResponsiblePerson)',
  ],
  [
    'WORK',
    'it says nothing of what it is to reach',
    'update work_item set concrete_objective = null',
    'mục tiêu cụ thể. Hãy bổ sung (describeWorkItem)',
    'concrete objective. Add it (describeWorkItem)',
  ],
  [
    'TIME',
    'it is due after the programme',
    `update work_item set due_on = '2026-01-01'`,
    'thời gian trong thời hạn chương trình. Hãy bổ sung (describeWorkItem)',
    'time within the programme. Add it (describeWorkItem)',
  ],
  [
    'TIME',
    'it starts before the programme',
    `update work_item set starts_on = '2020-12-31'`,
    'thời gian trong thời hạn chương trình. Hãy bổ sung (describeWorkItem)',
    'time within the programme. Add it (describeWorkItem)',
  ],
  [
    'RESPONSIBILITY',
    'its lead unit has ended without an heir',
    led('so-vhtt'),
    'đơn vị chủ trì đang hoạt động. Hãy bổ sung (assignLeadUnit)',
    'lead unit that is there. Add it (assignLeadUnit)',
  ],
  [
    'PRODUCT',
    'nothing is to come of it',
    'update work_item set product = null',
    'sản phẩm. Hãy bổ sung (describeWorkItem)',
    'product. Add it (describeWorkItem)',
  ],
  [
    'AUTHORITY',
    'nobody knows how high it has to go',
    'update work_item set approval_level = null',
    'cấp phê duyệt. Hãy bổ sung (describeWorkItem)',
    'level of approval. Add it (describeWorkItem)',
  ],
  [
    'RESOURCES',
    'it is to be done with nothing',
    'delete from resource',
    'nguồn lực. Hãy bổ sung (addResource)',
    'resources. Add it (addResource)',
  ],
  [
    'RESOURCES',
    'all that it was to be done with was refused',
    `update resource set state = 'REFUSED'`,
    'nguồn lực. Hãy bổ sung (addResource)',
    'resources. Add it (addResource)',
  ],
];

function take(sql: string, { workItemId }: Listed): Promise<object[]> {
  const column = /^(update|delete from) resource/.test(sql) ? 'work_item_id' : 'id';
  return view.rows(`${sql} where ${column} = $1`, [workItemId.slice(3)]);
}

/** A text as a pattern of exactly itself. */
const escaped = (text: string): string => text.replace(/[()./]/g, '\\$&');

describe.each(Object.keys(STEPS) as Step[])('%s', (step) => {
  test('passes a plan whose item is clear', async () => {
    const plan = await planFor(step);
    expect(await clarityOf(plan)).toEqual({ isClear: true, missingClarity: [] });
    await doneDocument(secretariat, step, { documentId: plan.documentId, ...STEPS[step].input });
  });

  test('passes a plan whose item is led by a unit that has ended, since one carries on what it did', async () => {
    const plan = await planFor(step);
    await take(led('so-gtvt'), plan);
    expect(await clarityOf(plan)).toEqual({ isClear: true, missingClarity: [] });
    const input = { ...STEPS[step].input, ...(step === 'issueDocument' && { number: '902/KH-UBND' }) };
    await doneDocument(secretariat, step, { documentId: plan.documentId, ...input });
  });

  test.each(some(AWAY, 5, ([point]) => point))(
    'holds back by name a plan whose item lacks %s: %s',
    async (point, _how, sql, vi, en) => {
      const plan = await planFor(step);
      await take(sql, plan);
      expect(await clarityOf(plan)).toEqual({ isClear: false, missingClarity: [point] });
      const names = [
        new RegExp(`^Đầu việc ${plan.code} “Rà soát” chưa rõ: ${escaped(vi)}\\.$`),
        new RegExp(`^The item ${plan.code} “Rà soát” is not clear: it lacks ${escaped(en)}\\.$`),
      ] as const;
      const input = { documentId: plan.documentId, ...STEPS[step].input };
      await expectPoints(view, secretariat, [step, input, ['INVALID input.documentId'], names]);
    },
  );
});

test('every point of the check can be missing', async () => {
  const { data } = await secretariat.ask<{ __type: { enumValues: { name: string }[] } }>(
    '{ __type(name: "ClarityPoint") { enumValues { name } } }',
  );
  expect([...new Set(AWAY.map(([point]) => point))]).toEqual(data.__type.enumValues.map(({ name }) => name));
});
