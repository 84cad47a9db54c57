import { WorkHouse } from './work-house';

let house: WorkHouse;

beforeAll(async () => {
  house = await WorkHouse.open();
});

afterAll(() => house.close());

describe('the rows of a list', () => {
  test('are taken off while the plan is drafted, with all that hangs on them, and entered again', async () => {
    const workItemId = await house.draftItem('bo-dong');
    await house.done('addResource', { workItemId, kind: 'DATA', description: 'Số liệu' });
    const { id } = await house.view.row<{ id: string }>(
      `select 'ap_' || id as id from appendix where code = 'PL-bo-dong'`,
    );
    const remove = { appendixId: id, numbers: [1, 1], reason: 'Nhập nhầm' };
    await house.refused('removeAppendixRows', { ...remove, numbers: [1, 2] }, ['NOT_FOUND input.numbers']);
    await house.refused('removeAppendixRows', { ...remove, numbers: [] }, ['INVALID input.numbers']);
    await house.done('removeAppendixRows', remove, 'appendix { actualCount missingNumbers }');
    expect(await house.view.rows(`select from work_item where code = 'bo-dong'`)).toEqual([]);
    const row = { number: 1, code: 'bo-dong', kind: 'PLAN', title: 'Việc đúng', leadUnitCode: 'so-khcn' };
    const rows = [{ ...row, startsOn: '2023-01-01', dueOn: '2023-12-31' }];
    await house.done('addAppendixRows', { appendixId: id, rows }, 'appendix { id }');
    await house.view.rows(`update document set state = 'FINALISED' where code = 'KH-bo-dong'`);
    await house.refused('removeAppendixRows', remove, ['CONFLICT input.appendixId']);
    await house.refused('addAppendixRows', { appendixId: id, rows }, ['CONFLICT input.appendixId']);
  });

  test('give their codes back when their plan is withdrawn and another list wants them; they may still be taken off', async () => {
    await house.draftItem('rut-lui');
    const { id: documentId } = await house.view.row<{ id: string }>(
      `select 'do_' || id as id from document where code = 'KH-rut-lui'`,
    );
    await house.done('withdrawDocument', { documentId, reason: 'Trùng kế hoạch khác' }, 'document { id }');
    await house.draftItem('lap-lai');
    const again = await house.appendixId('PL-lap-lai');
    await house.done('removeAppendixRows', { appendixId: again, numbers: [1], reason: 'x' }, 'appendix { id }');
    const row = { number: 1, code: 'rut-lui', kind: 'TASK', title: 'Việc', leadUnitCode: 'so-khcn' };
    const enter = { appendixId: again, rows: [{ ...row, startsOn: '2023-01-01', dueOn: '2023-12-31' }] };
    await house.done('addAppendixRows', enter, 'appendix { id }');
    const withdrawn = await house.view.rows(
      `select w.code from work_item w join appendix ap on ap.id = w.appendix_id where ap.code = 'PL-rut-lui'`,
    );
    expect(withdrawn).toEqual([{ code: 'rut-lui (rút 1)' }]);
    const off = { appendixId: await house.appendixId('PL-rut-lui'), numbers: [1], reason: 'Lập lại ở kế hoạch khác' };
    await house.done('removeAppendixRows', off, 'appendix { id }');
  });

  test('have a code and names even where blanks are given; a list of none is refused', async () => {
    await house.draftItem('ten-trong');
    const { id } = await house.view.row<{ id: string }>(
      `select 'ap_' || id as id from appendix where code = 'PL-ten-trong'`,
    );
    await house.done('removeAppendixRows', { appendixId: id, numbers: [1], reason: 'x' }, 'appendix { id }');
    const row = { number: 1, kind: 'TASK', title: 'Rà soát 😀 quy định về khoa học', leadUnitCode: 'so-khcn' };
    const rows = [{ ...row, code: ' ', shortName: '  ', titleEn: '', startsOn: '2023-01-01', dueOn: '2023-12-31' }];
    await house.done('addAppendixRows', { appendixId: id, rows }, 'appendix { id }');
    const named = await house.view.row(
      `select code, short_name, title_en from work_item where appendix_id = (select id from appendix where code = 'PL-ten-trong')`,
    );
    expect(named).toEqual({
      code: 'PL-ten-trong-01',
      short_name: 'Rà soát 😀 quy định về',
      title_en: 'Rà soát 😀 quy định về khoa học',
    });
    await house.refused('addAppendixRows', { appendixId: id, rows: [] }, ['INVALID input.rows']);
  });

  test('entered by four at once under one code are entered once, and three are told so', async () => {
    const lists: string[] = [];
    for (const place of [1, 2, 3, 4]) {
      await house.draftItem(`dong-thoi-${place}`);
      const { id } = await house.view.row<{ id: string }>(`select 'ap_' || id as id from appendix where code = $1`, [
        `PL-dong-thoi-${place}`,
      ]);
      await house.done('removeAppendixRows', { appendixId: id, numbers: [1], reason: 'x' }, 'appendix { id }');
      lists.push(id);
    }
    const row = { number: 1, code: 'mot-ma', kind: 'TASK', title: 'Một việc', leadUnitCode: 'so-khcn' };
    const rows = [{ ...row, startsOn: '2023-01-01', dueOn: '2023-12-31' }];
    const answers = await Promise.all(
      lists.map((appendixId) => house.send('addAppendixRows', { appendixId, rows }, { select: 'appendix { id }' })),
    );
    expect(answers.map(({ errors }) => errors)).toEqual(Array(4).fill(undefined));
    expect(answers.map(({ userErrors }) => userErrors[0]?.path.join('.') ?? 'done').sort()).toEqual([
      'done',
      ...Array<string>(3).fill('input.rows.0.code'),
    ]);
  });
});
