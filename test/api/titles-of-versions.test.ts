import type { ApiClient } from '../support/api-client';
import { DatabaseView } from '../support/database-view';
import { mutated } from '../support/payload';
import { startTestProgram, type TestProgram } from '../support/program';
import { expectPoints } from '../support/refused';

let program: TestProgram;
let view: DatabaseView;
let secretariat: ApiClient;

beforeAll(async () => {
  program = await startTestProgram();
  view = await DatabaseView.open(program.target);
  secretariat = await program.as('secretariat');
});

afterAll(async () => {
  await view.close();
  await program.close();
});

const DRAFT = { code: 'KH-doi-ten', kind: 'PLAN', title: 'Kế hoạch cũ', titleEn: 'Old plan', approvalLevel: 'UNIT' };

test('a version keeps the titles that the document had in it, and a difference tells what was renamed', async () => {
  const sections = [{ kind: 'PURPOSE', text: 'Một' }];
  const { document } = await mutated<{ document: { id: string } }>(
    secretariat,
    'draftDocument',
    { ...DRAFT, sections },
    'document { id }',
  );
  const documentId = document.id;
  await mutated(secretariat, 'reviseDocument', { documentId, note: 'Đổi tên.', title: 'Kế hoạch mới' });
  await mutated(secretariat, 'reviseDocument', {
    documentId,
    note: 'Sửa.',
    sections: [{ kind: 'PURPOSE', text: 'Hai' }],
  });
  const { data } = await secretariat.ask<object>(
    `query ($id: ID!) { node(id: $id) { ... on Document { title versions {
       number title titleEn difference { section before after } sinceFirst: difference(since: 1) { section before after } } } } }`,
    { id: documentId },
  );
  const renamed = { section: 'TITLE', before: 'Kế hoạch cũ', after: 'Kế hoạch mới' };
  const reworded = { section: 'PURPOSE', before: 'Một', after: 'Hai' };
  const first = { section: 'PURPOSE', before: null, after: 'Một' };
  expect(data).toEqual({
    node: {
      title: 'Kế hoạch mới',
      versions: [
        { number: 1, title: 'Kế hoạch cũ', titleEn: 'Old plan', difference: [first], sinceFirst: [] },
        { number: 2, title: 'Kế hoạch mới', titleEn: 'Old plan', difference: [renamed], sinceFirst: [renamed] },
        {
          number: 3,
          title: 'Kế hoạch mới',
          titleEn: 'Old plan',
          difference: [reworded],
          sinceFirst: [renamed, reworded],
        },
      ],
    },
  });
});

test('no document has a title as a section: it is refused with the sections that there are', async () => {
  const input = { ...DRAFT, code: 'KH-muc', sections: [{ kind: 'TITLE', text: 'x' }] };
  await expectPoints(view, secretariat, [
    'draftDocument',
    input,
    ['INVALID input.sections.0.kind'],
    [/Hãy chọn/, /Choose/],
  ]);
});

test('sample versions hold the titles of their documents', async () => {
  expect(
    await view.rows(
      `select d.code from document_version v join document d on d.id = v.document_id where v.is_sample and (v.title <> d.title or v.title_en <> d.title_en)`,
    ),
  ).toEqual([]);
});
