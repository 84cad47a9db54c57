import { WorkHouse } from './work-house';

let house: WorkHouse;
let appendixId: string;
let workItemId: string;

beforeAll(async () => {
  house = await WorkHouse.open();
  workItemId = await house.draftItem('nhap-sai');
  const plan = {
    code: 'KH-nhap-nhieu',
    kind: 'PLAN',
    title: 'Kế hoạch nhập nhiều dòng',
    programmeCode: '07-CTr/TU',
    approvalLevel: 'UNIT',
    appendices: [{ code: 'PL-nhap-nhieu', title: 'Danh mục', expectedCount: 5 }],
  };
  await house.done('draftDocument', plan, 'document { id }');
  appendixId = await house.appendixId('PL-nhap-nhieu');
  await house.done('addAppendixRows', { appendixId, rows: [row(1)] }, 'appendix { id }');
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

describe('the number of a row is given once', () => {
  test.each([
    ['within one call', [row(2), row(3), row(2, { title: 'Nhiệm vụ khác' })], 'rows.2', 2],
    ['against a row that stands', [row(4), row(1, { title: 'Nhiệm vụ khác' })], 'rows.1', 1],
  ])('%s', (_name, rows, path, number) =>
    house.refused('addAppendixRows', { appendixId, rows }, [`CONFLICT input.${path}.number`], {
      names: [
        new RegExp(`^Dòng ${number} đã có.*Hãy chọn số khác`),
        new RegExp(`^The list has a row ${number} already.*Choose`),
      ],
    }),
  );

  test.each([0, 6])('and lies on the list: %s does not', (number) =>
    house.refused('addAppendixRows', { appendixId, rows: [row(2), row(number)] }, ['INVALID input.rows.1.number']),
  );
});

describe('an amount of money lies above nothing and below the largest exact number', () => {
  const amounts = ['0', '-1', '-9007199254740991', '9007199254740992'];

  test.each(amounts)('%s is refused on its own', (amount) =>
    house.refused('addResource', { workItemId, kind: 'FUNDS', amount, currency: 'VND' }, ['INVALID input.amount'], {
      names: [/lớn hơn 0.*9007199254740991.*Hãy nhập lại/, /above 0.*9007199254740991.*Enter/],
    }),
  );

  test.each(amounts)('%s is refused with the row that it stands in', (amount) => {
    const resources = [{ kind: 'FUNDS', amount, currency: 'VND' }];
    const rows = [row(2), row(3, { resources })];
    return house.refused('addAppendixRows', { appendixId, rows }, ['INVALID input.rows.1.resources.0.amount']);
  });

  test.each(['1', '9007199254740991'])('%s is taken', (amount) =>
    house.done('addResource', { workItemId, kind: 'FUNDS', amount, currency: 'VND' }),
  );
});

describe('the percentage of a milestone lies between 0 and 100', () => {
  test.each([-1, 100.5, 101, 1e9])('%s is refused, and with it the whole of the call', (plannedPercent) => {
    const milestones = [
      { title: 'Mốc đúng', dueOn: '2023-03-31', plannedPercent: 10 },
      { title: 'Mốc sai', dueOn: '2023-06-30', plannedPercent },
    ];
    return house.refused('addMilestones', { workItemId, milestones }, ['INVALID input.milestones.1.plannedPercent'], {
      names: [/từ 0 đến 100/, /0 .*100/],
    });
  });
});

describe('dates in the wrong order are refused by both dates', () => {
  const both = (one: string, other: string) => {
    const vietnamese = (date: string) => date.split('-').reverse().join('/');
    return {
      names: [
        new RegExp(`${vietnamese(one)}.*${vietnamese(other)}.*Hãy`),
        new RegExp(`${one}.*${other}.*(Change|Enter|Correct)`),
      ] as const,
    };
  };

  test('the frame of a document that is drafted, and of one that is revised', async () => {
    const frame = { submitBy: '2023-12-31', issueBy: '2023-12-01' };
    const draft = { code: 'KH-nguoc-han', kind: 'REPORT', title: 'Báo cáo', approvalLevel: 'UNIT', ...frame };
    const order = both('2023-12-01', '2023-12-31');
    await house.refused('draftDocument', draft, ['INVALID input.issueBy'], order);
    const { id: documentId } = await house.view.row<{ id: string }>(
      `select 'do_' || id as id from document where code = 'KH-nhap-nhieu'`,
    );
    const revision = { documentId, note: 'Đặt hạn', ...frame };
    await house.refused('reviseDocument', revision, ['INVALID input.issueBy'], order);
  });

  test('a row of a list among rows that are in order', () =>
    house.refused(
      'addAppendixRows',
      { appendixId, rows: [row(2), row(3, { dueOn: '2023-10-01' })] },
      ['INVALID input.rows.1.dueOn'],
      both('2023-10-01', '2023-11-01'),
    ));

  test('an item that is described anew', () =>
    house.refused(
      'describeWorkItem',
      { workItemId, startsOn: '2023-05-02', dueOn: '2023-05-01', product: 'Báo cáo' },
      ['INVALID input.dueOn'],
      both('2023-05-01', '2023-05-02'),
    ));

  test('a step that was taken before the latest one', async () => {
    const { id: documentId } = await house.view.row<{ id: string }>(
      `select 'do_' || id as id from document where code = 'KH-nhap-nhieu'`,
    );
    const withdrawal = { documentId, reason: 'Trùng', takenOn: '2023-11-13' };
    await house.refused('withdrawDocument', withdrawal, ['INVALID input.takenOn'], both('2023-11-13', '2023-11-14'));
  });
});
