import { WorkHouse } from './work-house';

let house: WorkHouse;
let appendixId: string;

beforeAll(async () => {
  house = await WorkHouse.open();
  const plan = {
    code: 'KH-mọi-dạng',
    kind: 'PLAN',
    title: 'Kế hoạch ghi mã số theo mọi dạng',
    programmeCode: '07-ctr/tu',
    approvalLevel: 'UNIT',
    appendices: [
      { code: 'PL-Dau', title: 'Danh mục', expectedCount: 9 },
      { code: 'PL-bỏ', title: 'Danh mục bỏ đi', expectedCount: 1 },
    ],
  };
  await house.done('draftDocument', plan, 'document { id }');
  appendixId = await house.appendixId('PL-Dau');
});

afterAll(() => house.close());

const row = (number: number, changes: object = {}) => ({
  number,
  kind: 'TASK',
  title: `Nhiệm vụ ${number}`,
  leadUnitCode: 'so-yt',
  startsOn: '2023-11-01',
  dueOn: '2023-12-01',
  ...changes,
});

const documentId = async () =>
  (await house.view.row<{ id: string }>(`select 'do_' || id as id from document where code = 'KH-mọi-dạng'`)).id;

test('a row finds its lead unit by the code in whatever case, with spaces and unseen characters about it', async () => {
  const rows = [
    row(1, { leadUnitCode: 'SO-YT' }),
    row(2, { leadUnitCode: ' so-yt ' }),
    row(3, { leadUnitCode: 'so-\u200byt' }),
  ];
  await house.done('addAppendixRows', { appendixId, rows }, 'appendix { id }');
  const leads = await house.view.rows<{ code: string }>(
    `select u.code from work_item w join unit u on u.id = w.lead_unit_id join appendix a on a.id = w.appendix_id where a.code = 'PL-Dau'`,
  );
  expect(leads).toEqual([{ code: 'so-yt' }, { code: 'so-yt' }, { code: 'so-yt' }]);
});

test('a code of a work item is taken in whatever case it is written again, within a call and against what stands', async () => {
  await house.done('addAppendixRows', { appendixId, rows: [row(4, { code: 'Đv-Một' })] }, 'appendix { id }');
  await house.refused('addAppendixRows', { appendixId, rows: [row(5), row(6, { code: 'đV-MỘT' })] }, [
    'CONFLICT input.rows.1.code',
  ]);
  const twice = [row(5, { code: 'Đv-Hai' }), row(6, { code: 'ĐV-HAI' })];
  await house.refused('addAppendixRows', { appendixId, rows: twice }, ['CONFLICT input.rows.1.code']);
});

test('the same code of an appendix is given once, and an appendix is taken off by its code, in whatever case', async () => {
  const appendices = [
    { code: 'PL-ba', title: 'Danh mục', expectedCount: 1 },
    { code: 'pl-BA', title: 'Danh mục', expectedCount: 1 },
  ];
  const id = await documentId();
  await house.refused('reviseDocument', { documentId: id, note: 'Thêm.', appendices }, [
    'CONFLICT input.appendices.1.code',
  ]);
  await house.done(
    'reviseDocument',
    { documentId: id, note: 'Bỏ.', removeAppendixCodes: ['pl-BỎ'] },
    'document { id }',
  );
  expect(await house.view.rows(`select code from appendix where code = 'PL-bỏ'`)).toEqual([]);
});

test('an appendix is corrected under its code in whatever case, and keeps the code as it was', async () => {
  const appendices = [{ code: 'PL-DAU', title: 'Danh mục đã sửa', expectedCount: 9 }];
  await house.done('reviseDocument', { documentId: await documentId(), note: 'Sửa.', appendices }, 'document { id }');
  expect(await house.view.rows(`select code, title from appendix where code ilike 'pl-dau'`)).toEqual([
    { code: 'PL-Dau', title: 'Danh mục đã sửa' },
  ]);
});

test('units are asked for opinions by their codes in whatever case, each once', async () => {
  const input = { documentId: await documentId(), unitCodes: ['SO-YT', 'so-yt', ' So-Nv'], dueOn: '2023-12-20' };
  await house.done('sendForOpinions', input, 'document { id }');
  const asked = await house.view.rows<{ code: string }>(
    `select u.code from consultation c join unit u on u.id = c.unit_id join document d on d.id = c.document_id where d.code = 'KH-mọi-dạng' order by 1`,
  );
  expect(asked).toEqual([{ code: 'so-nv' }, { code: 'so-yt' }]);
});
