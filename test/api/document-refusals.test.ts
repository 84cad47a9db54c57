import type { ApiClient } from '../support/api-client';
import { DatabaseView } from '../support/database-view';
import { doneDocument, refusedDocument, sendDocument } from '../support/document-operations';
import { makeAccount } from '../support/made/made-account';
import { makeAppendix, makeDocument } from '../support/made/made-document';
import { startTestProgram, type TestProgram } from '../support/program';
import { expectPoints, type RefusedPoints } from '../support/refused';

const NOTHING = '00000000-0000-4000-8000-000000000000';

let program: TestProgram;
let view: DatabaseView;
let secretariat: ApiClient;

beforeAll(async () => {
  program = await startTestProgram();
  view = await DatabaseView.open(program.target);
  secretariat = await program.as('secretariat');
  // so-vhtt ended, and so-yt carries on what it did; so-gtvt is yet to be
  await view.rows(`
    update unit set valid_to = '2023-10-31' where code = 'so-vhtt';
    update unit set valid_from = '2024-01-01' where code = 'so-gtvt';
    insert into unit_succession (predecessor_id, successor_id, effective_on, share)
      select a.id, b.id, '2023-11-01', 1 from unit a, unit b where a.code = 'so-vhtt' and b.code = 'so-yt'`);
});

afterAll(async () => {
  await view.close();
  await program.close();
});

/** Expects the secretariat to be refused on these points. */
const expectRefused = (...given: RefusedPoints): Promise<void> => expectPoints(view, secretariat, given);

async function made(state: string, more: Partial<Parameters<typeof makeDocument>[1]> = {}): Promise<string> {
  return `do_${await makeDocument(view, { state, unit: null, ...more })}`;
}

const draft = (changes: object): object => ({
  code: 'KH-TU-CHOI',
  kind: 'PLAN',
  title: 'Kế hoạch',
  approvalLevel: 'PEOPLES_COMMITTEE',
  programmeCode: '07-CTr/TU',
  ...changes,
});

describe('a draft is refused', () => {
  test.each([
    ['without a title', { title: ' ' }, ['INVALID input.title']],
    ['with a code that is taken', { code: 'D-185' }, ['CONFLICT input.code']],
    ['for a programme that is not there', { programmeCode: '99' }, ['NOT_FOUND input.programmeCode']],
    ['by a unit that is not there', { draftingUnitCode: 'so-x' }, ['NOT_FOUND input.draftingUnitCode']],
    ['that carries out nothing known', { implementsId: `do_${NOTHING}` }, ['NOT_FOUND input.implementsId']],
    ['issued before submitted', { submitBy: '2023-12-31', issueBy: '2023-12-01' }, ['INVALID input.issueBy']],
    [
      'with a section that a plan has not',
      { sections: [{ kind: 'DUTIES', text: 'x' }] },
      ['INVALID input.sections.0.kind'],
    ],
    [
      'with control characters in a section',
      { sections: [{ kind: 'PURPOSE', text: 'a\u0000b' }] },
      ['INVALID input.sections.0.text'],
    ],
    [
      'with a list of no rows',
      { appendices: [{ code: 'PL-X', title: 'x', expectedCount: 0 }] },
      ['INVALID input.appendices.0.expectedCount'],
    ],
    [
      'with a list whose code is taken',
      { appendices: [{ code: '07-PL32', title: 'x', expectedCount: 3 }] },
      ['CONFLICT input.appendices.0.code'],
    ],
  ])('%s', (_name, changes, refused) => expectRefused('draftDocument', draft(changes), refused));
});

test.each([
  ['has ended, with its successor', 'so-vhtt', /so-yt/],
  ['is yet to be, with its first day', 'so-gtvt', /01\/01\/2024|2024-01-01/],
])('a draft is refused by a unit that %s', async (_name, draftingUnitCode, named) => {
  const refused = ['INVALID input.draftingUnitCode'];
  await expectRefused('draftDocument', draft({ draftingUnitCode }), refused, [named, named]);
});

describe('carrying out', () => {
  test('a document that would carry out itself over others is refused with the way round', async () => {
    const ids: string[] = [];
    for (const code of ['VONG-1', 'VONG-2', 'VONG-3']) {
      const { document } = await doneDocument(secretariat, 'draftDocument', {
        ...draft({ code, kind: 'REPORT' }),
        implementsId: ids.at(-1),
      });
      ids.push(document!.id);
    }
    await expectRefused(
      'reviseDocument',
      { documentId: ids[0], note: 'x', implementsId: ids[2] },
      ['INVALID input.implementsId'],
      [/VONG-1 → VONG-3 → VONG-2 → VONG-1/, /VONG-1 → VONG-3 → VONG-2 → VONG-1/],
    );
    await expectRefused('reviseDocument', { documentId: ids[0], note: 'x', implementsId: ids[0] }, [
      'INVALID input.implementsId',
    ]);
  });

  test('two documents that would carry out each other at the same moment: one of them is refused', async () => {
    const [left, right] = [await made('DRAFTING'), await made('DRAFTING')];
    const answers = await Promise.all([
      refusedDocument(secretariat, 'reviseDocument', { documentId: left, note: 'x', implementsId: right }),
      refusedDocument(secretariat, 'reviseDocument', { documentId: right, note: 'x', implementsId: left }),
    ]);
    expect(answers.flat()).toEqual(['INVALID input.implementsId']);
  });
});

test('a revision of a version that is not the newest is refused with the number of the newest', async () => {
  const documentId = await made('DRAFTING');
  await doneDocument(secretariat, 'reviseDocument', { documentId, note: 'Lần 2', expectedVersion: 1 });
  await expectRefused(
    'reviseDocument',
    { documentId, note: 'Lần 2 của người khác', expectedVersion: 1 },
    ['CONFLICT input.expectedVersion'],
    [/bản 2/, /version 2/],
  );
});

test('a revision that comes too late gets the document as it stands', async () => {
  const documentId = await made('DRAFTING');
  await doneDocument(secretariat, 'reviseDocument', { documentId, note: 'Lần 2', title: 'Tên mới' });
  const { data } = await secretariat.ask<{ reviseDocument: object }>(
    `mutation ($input: ReviseDocumentInput!) { reviseDocument(input: $input) {
      document { id title latestVersion } cursor userErrors { code } } }`,
    { input: { documentId, note: 'Lần 2 của người khác', expectedVersion: 1 } },
  );
  expect(data.reviseDocument).toEqual({
    document: { id: documentId, title: 'Tên mới', latestVersion: 2 },
    cursor: null,
    userErrors: [{ code: 'CONFLICT' }],
  });
});

describe('whose step it is', () => {
  const told = async (mutation: string, input: object, language: string) => {
    const analyst = await program.as('analyst');
    const { userErrors } = await sendDocument(analyst, mutation, input, language);
    return userErrors.map(({ code, path, message }) => `${code} ${path.join('.')}: ${message}`).join(' ');
  };

  test.each([
    ['submitDocument', {}, /lãnh đạo duyệt của đơn vị soạn thảo/, /the approver of the drafting unit/],
    ['finaliseDocument', {}, /cán bộ báo cáo của đơn vị soạn thảo/, /a reporter of the drafting unit/],
    ['approveDocument', { level: 'UNIT' }, /Trưởng Ban Chỉ đạo/, /the committee’s head/],
  ])('%s', async (mutation, more, vi, en) => {
    const input = { documentId: await made('FINALISED'), ...more };
    expect(await told(mutation, input, 'vi')).toMatch(vi);
    expect(await told(mutation, input, 'en')).toMatch(en);
  });

  test('a refusal of a verdict names the field by which the opinion was named', async () => {
    const documentId = await made('FINALISED', { asked: ['so-yt'], answered: ['so-yt'] });
    const { id } = await view.row<{ id: string }>(
      `select 'co_' || id as id from consultation where 'do_' || document_id = $1`,
      [documentId],
    );
    const answer = { consultationId: id, verdict: 'TAKEN_IN' };
    await expectRefused('answerOpinion', answer, ['CONFLICT input.consultationId']);
    expect(await told('answerOpinion', answer, 'vi')).toMatch(/^FORBIDDEN input\.consultationId/);
  });
});

describe('opinions', () => {
  test('a unit that is not there, nobody, and a date that has passed are refused', async () => {
    const documentId = await made('DRAFTING');
    const ask = (changes: object) => ({ documentId, unitCodes: ['so-yt'], dueOn: '2023-11-20', ...changes });
    await expectRefused(
      'sendForOpinions',
      ask({ unitCodes: ['so-x', 'so-yt'] }),
      ['NOT_FOUND input.unitCodes'],
      [/so-x/, /so-x/],
    );
    await expectRefused('sendForOpinions', ask({ unitCodes: [] }), ['INVALID input.unitCodes']);
    await expectRefused('sendForOpinions', ask({ dueOn: '2023-11-13' }), ['INVALID input.dueOn']);
  });

  test('a unit that has ended is refused, with the unit that succeeded it', async () => {
    const documentId = await made('DRAFTING');
    await expectRefused(
      'sendForOpinions',
      { documentId, unitCodes: ['so-vhtt'], dueOn: '2023-11-20' },
      ['INVALID input.unitCodes'],
      [/so-yt/, /so-yt/],
    );
  });

  test('a unit that was not asked is refused, with those that were', async () => {
    const documentId = await made('CONSULTING', { asked: ['so-yt', 'so-tc'] });
    await expectRefused(
      'recordOpinion',
      { documentId, unitCode: 'so-xd', opinion: 'AGREED' },
      ['INVALID input.unitCode'],
      [
        /Sở Xây dựng không được hỏi.*Sở Tài chính.*Sở Y tế|Sở Xây dựng không được hỏi.*Sở Y tế.*Sở Tài chính/,
        /was not asked/,
      ],
    );
  });

  test('an opinion without its reasons, and a second one, are refused', async () => {
    const documentId = await made('CONSULTING', { asked: ['so-yt'] });
    const opinion = { documentId, unitCode: 'so-yt', opinion: 'DISAGREED' };
    await expectRefused('recordOpinion', opinion, ['INVALID input.text']);
    await doneDocument(secretariat, 'recordOpinion', { ...opinion, text: 'Chưa rõ nguồn lực.' });
    await expectRefused('recordOpinion', { ...opinion, text: 'Lần nữa.' }, ['CONFLICT input.unitCode']);
  });

  test('a verdict on what has not come, and one without its reason, are refused', async () => {
    const documentId = await made('CONSULTING', { asked: ['so-yt', 'so-tc'], answered: ['so-yt'] });
    const rows = await view.rows<{ id: string; open: boolean }>(
      `select 'co_' || id as id, answered_on is null as open from consultation where 'do_' || document_id = $1`,
      [documentId],
    );
    const of = (open: boolean) => rows.find((row) => row.open === open)!.id;
    const answer = { consultationId: of(true), verdict: 'TAKEN_IN' };
    await expectRefused('answerOpinion', answer, ['CONFLICT input.consultationId']);
    await expectRefused('answerOpinion', { consultationId: of(false), verdict: 'NOT_TAKEN_IN' }, [
      'INVALID input.reason',
    ]);
    await expectRefused('answerOpinion', { ...answer, consultationId: `co_${NOTHING}` }, [
      'NOT_FOUND input.consultationId',
    ]);
  });

  test('a document with a comment that nobody answered is not finalised', async () => {
    const documentId = await made('CONSULTING', { asked: ['so-yt', 'so-tc'], answered: ['so-yt'] });
    await expectRefused(
      'finaliseDocument',
      { documentId },
      ['CONFLICT input.documentId', 'INVALID input.withoutOpinionsReason'],
      [/Sở Y tế.*Sở Tài chính/, /Health.*Finance/],
    );
  });
});

describe('a submission is refused', () => {
  test('without the three sections and the appendix of a plan, all of them named (R7)', async () => {
    const documentId = await made('FINALISED', { kind: 'PLAN' });
    await view.rows(
      `delete from document_section where version_id in (select id from document_version where 'do_' || document_id = $1)`,
      [documentId],
    );
    await expectRefused('submitDocument', { documentId }, Array<string>(4).fill('INVALID input.documentId'), [
      /mục I: Mục đích.*mục II: Nội dung.*mục III: Tổ chức.*phụ lục/,
      /Section I .*Section II .*Section III .*appendix/,
    ]);
  });

  test('with a list that holds fewer rows than it must (R1)', async () => {
    const documentId = await made('FINALISED', { kind: 'PLAN' });
    await makeAppendix(view, documentId.slice(3), 32);
    await expectRefused('submitDocument', { documentId }, ['INVALID input.documentId'], [/0\/32/, /0 of 32/]);
  });

  test('as a policy proposal that does not go up to the People’s Council', async () => {
    const documentId = await made('FINALISED', { kind: 'POLICY_PROPOSAL' });
    await expectRefused(
      'submitDocument',
      { documentId },
      ['INVALID input.documentId'],
      [/Hội đồng nhân dân thành phố.*approvalLevel/, /People’s Council.*approvalLevel/],
    );
    const change = { documentId, note: 'Đúng tuyến trình.', approvalLevel: 'PEOPLES_COUNCIL' };
    await doneDocument(secretariat, 'reviseDocument', change);
    await doneDocument(secretariat, 'finaliseDocument', { documentId, withoutOpinionsReason: 'Đã xin ý kiến.' });
    expect((await doneDocument(secretariat, 'submitDocument', { documentId })).document!.state).toBe('SUBMITTED');
  });

  test('after its deadline without a reason, and kept with one', async () => {
    const documentId = await made('FINALISED');
    await view.rows(`update document set submit_by = '2023-11-10' where 'do_' || id = $1`, [documentId]);
    await expectRefused(
      'submitDocument',
      { documentId },
      ['LATENESS_REASON_REQUIRED input.latenessReason'],
      [/10\/11\/2023/, /2023-11-10/],
    );
    await doneDocument(secretariat, 'submitDocument', { documentId, latenessReason: 'Chờ ý kiến bộ.' });
    const { data } = await secretariat.ask<{ node: object }>(
      `query ($id: ID!) { node(id: $id) { ... on Document { daysLate isOverdue awaitedLevel steps { kind note } } } }`,
      { id: documentId },
    );
    expect(data.node).toEqual({
      daysLate: 4,
      isOverdue: false,
      awaitedLevel: 'UNIT',
      steps: [{ kind: 'SUBMITTED', note: 'Chờ ý kiến bộ.' }],
    });
  });
});

test('a document is not issued before every level of its route has approved it, nor approved once more (R5)', async () => {
  const documentId = await made('SUBMITTED', { approvedBy: ['UNIT'] });
  const issue = { documentId, number: '1/KH-UBND', issuedOn: '2023-11-13' };
  await expectRefused(
    'issueDocument',
    issue,
    ['CONFLICT input.documentId'],
    [/Ủy ban nhân dân thành phố/, /People’s Committee/],
  );
  const approval = { documentId, level: 'PEOPLES_COMMITTEE', takenOn: '2023-11-13' };
  await doneDocument(secretariat, 'approveDocument', approval);
  await expectRefused('approveDocument', approval, ['CONFLICT input.level'], [/issueDocument/, /issueDocument/]);
  await expectRefused('issueDocument', { ...issue, issuedOn: '2023-11-15' }, ['INVALID input.issuedOn']);
  await expectRefused('issueDocument', { ...issue, issuedOn: '2023-11-09' }, ['INVALID input.issuedOn']);
  expect((await doneDocument(secretariat, 'issueDocument', issue)).document!.state).toBe('ISSUED');
});

const ROUTE = ['UNIT', 'PEOPLES_COMMITTEE'];

test('a number is given once in a year: another paper with it is refused, also at the same moment', async () => {
  const issue = { number: '77/KH-UBND', issuedOn: '2023-11-14' };
  const [first, second] = [
    await made('SUBMITTED', { approvedBy: ROUTE }),
    await made('SUBMITTED', { approvedBy: ROUTE }),
  ];
  const answers = await Promise.all(
    [first, second].map((documentId) => refusedDocument(secretariat, 'issueDocument', { documentId, ...issue })),
  );
  expect(answers.flat()).toEqual(['CONFLICT input.number']);
  const [issued, other] = answers[0]!.length === 0 ? [first, second] : [second, first];
  const again = { documentId: other, ...issue, number: ' 77/kh-ubnd ' };
  const named = new RegExp(`made-${issued.slice(3)}`);
  await expectRefused('issueDocument', again, ['CONFLICT input.number'], [named, named]);
});

test('what was there when a plan was approved and is gone since holds it back when it is issued (R1, R3)', async () => {
  const documentId = await made('SUBMITTED', { kind: 'PLAN', approvedBy: ROUTE });
  const appendixId = await makeAppendix(view, documentId.slice(3), 1);
  const issue = { documentId, number: '78/KH-UBND', issuedOn: '2023-11-14' };
  await expectRefused('issueDocument', issue, ['INVALID input.documentId'], [/0\/1 dòng/, /0 of 1 rows/]);
  await view.rows(
    `insert into work_item (code, number, kind, title, title_en, short_name, short_name_en, programme_id, appendix_id, lead_unit_id, starts_on, due_on)
     select 'made-unclear', 1, 'TASK', 'made', 'made', 'made', 'made', p.id, $1, u.id, '2023-11-01', '2023-12-01'
     from programme p, unit u where p.code = '07-CTr/TU' and u.code = 'so-yt'`,
    [appendixId],
  );
  await expectRefused('issueDocument', issue, ['INVALID input.documentId'], [/made-unclear/, /made-unclear/]);
});

test('what was approved before a return does not count for the next submission', async () => {
  const documentId = await made('SUBMITTED', { approvedBy: ['UNIT', 'PEOPLES_COMMITTEE'] });
  await doneDocument(secretariat, 'returnDocument', { documentId, reason: 'Thiếu nguồn lực.' });
  await doneDocument(secretariat, 'finaliseDocument', {
    documentId,
    withoutOpinionsReason: 'Đã xin ý kiến lần trước.',
  });
  await doneDocument(secretariat, 'submitDocument', { documentId });
  const issue = { documentId, number: '2/KH-UBND', issuedOn: '2023-11-14' };
  await expectRefused('issueDocument', issue, ['CONFLICT input.documentId'], [/chờ cấp đơn vị/, /by the unit/]);
});

describe('rows of an appendix are refused', () => {
  const row = (changes: object) => ({
    number: 1,
    kind: 'TASK',
    title: 'Nhiệm vụ một',
    leadUnitCode: 'so-yt',
    startsOn: '2023-11-01',
    dueOn: '2023-12-01',
    ...changes,
  });

  test.each([
    ['beyond the list', [row({ number: 4 })], ['INVALID input.rows.0.number']],
    ['twice', [row({}), row({ number: 2 })], ['CONFLICT input.rows.1.title']],
    ['due before their start', [row({ dueOn: '2023-10-01' })], ['INVALID input.rows.0.dueOn']],
    ['led by nobody known', [row({ leadUnitCode: 'so-x' })], ['NOT_FOUND input.rows.0.leadUnitCode']],
    ['under a code that is taken', [row({ code: '07-01' })], ['CONFLICT input.rows.0.code']],
  ])('%s', async (_name, rows, refused) => {
    const id = await makeDocument(view, { state: 'DRAFTING', unit: null, kind: 'PLAN' });
    const appendixId = `ap_${await makeAppendix(view, id, 3)}`;
    await expectRefused('addAppendixRows', { appendixId, rows }, refused);
  });

  test('on a list that is not there, or whose document was issued', async () => {
    await expectRefused('addAppendixRows', { appendixId: `ap_${NOTHING}`, rows: [row({})] }, [
      'NOT_FOUND input.appendixId',
    ]);
    const { id } = await view.row<{ id: string }>(`select 'ap_' || id as id from appendix where code = '07-PL32'`);
    await expectRefused('addAppendixRows', { appendixId: id, rows: [row({})] }, ['CONFLICT input.appendixId']);
  });
});

test('a reporter records the opinion of the own unit alone', async () => {
  const documentId = await made('CONSULTING', { asked: ['so-yt', 'so-tc'] });
  const { client } = await makeAccount(program, view, { roles: [{ role: 'REPORTER', unit: 'so-yt' }] });
  await expectPoints(view, client, [
    'recordOpinion',
    { documentId, unitCode: 'so-tc', opinion: 'AGREED' },
    ['FORBIDDEN input.unitCode'],
  ]);
  await doneDocument(client, 'recordOpinion', { documentId, unitCode: 'so-yt', opinion: 'AGREED' });
});

test('a draft that was sent twice under one key is one document', async () => {
  const input = draft({ code: 'KH-MOT-LAN', idempotencyKey: 'one-draft' });
  const [first, second] = [
    await doneDocument(secretariat, 'draftDocument', input),
    await doneDocument(secretariat, 'draftDocument', input),
  ];
  expect(second.document!.id).toBe(first.document!.id);
});
