import type { ApiClient } from '../support/api-client';
import { DatabaseView } from '../support/database-view';
import { startTestProgram, type TestProgram } from '../support/program';
import { expectRefused, type Refused } from '../support/refused';
import { withIds } from '../support/with-ids';

let program: TestProgram;
let view: DatabaseView;
let admin: ApiClient;
let ids: Record<string, string>;

beforeAll(async () => {
  program = await startTestProgram();
  view = await DatabaseView.open(program.target);
  admin = await program.as('admin');
  await view.rows(`
    update unit set parent_id = (select id from unit where code = 'so-xd') where code = 'so-qhkt';
    update unit set parent_id = (select id from unit where code = 'so-qhkt') where code = 'so-yt';
    update unit set valid_to = '2022-12-31' where code = 'so-vhtt';`);
  const rows = await view.rows<{ code: string; id: string }>(`select code, 'un_' || id as id from unit`);
  ids = Object.fromEntries(rows.map(({ code, id }) => [code, id]));
});

afterAll(async () => {
  await view.close();
  await program.close();
});

const unit = (changes: object): object => ({
  code: 'so-moi',
  name: 'Sở Mới',
  nameEn: 'New Department',
  shortName: 'Sở Mới',
  shortNameEn: 'New',
  kind: 'DEPARTMENT',
  source: 'Nghị quyết 1/NQ-HĐND',
  ...changes,
});
const end = (changes: object): object => ({
  unitId: '$so-nv',
  lastOn: '2023-12-31',
  successors: [{ unitId: '$so-tp', share: 1 }],
  source: 'Nghị quyết 1/NQ-HĐND',
  ...changes,
});
const NOTHING = 'un_00000000-0000-4000-8000-000000000000';

const CREATION: readonly Refused[] = [
  {
    name: 'a code that another unit has',
    mutation: 'createUnit',
    input: unit({ code: 'so-nv' }),
    refused: [['CONFLICT', 'input.code']],
    names: [/so-nv/, /so-nv/],
  },
  {
    name: 'a code with capitals or accents',
    mutation: 'createUnit',
    input: unit({ code: 'Sở Mới' }),
    refused: [['INVALID', 'input.code']],
  },
  {
    name: 'a short name that no screen can show',
    mutation: 'createUnit',
    input: unit({ shortName: 'Sở có một cái tên rất dài' }),
    refused: [['INVALID', 'input.shortName']],
  },
  {
    name: 'a unit that nothing decided',
    mutation: 'createUnit',
    input: unit({ source: ' ' }),
    refused: [['INVALID', 'input.source']],
  },
  ...['1945-09-01', '2099-01-01'].map((validFrom) => ({
    name: `a first day that is a slip of the pen: ${validFrom}`,
    mutation: 'createUnit',
    input: unit({ validFrom }),
    refused: [['INVALID', 'input.validFrom']] as const,
    names: [/02\/09\/1945.*31\/12\/2028/, /1945-09-02.*2028-12-31/] as const,
  })),
  {
    name: 'a parent that is not there',
    mutation: 'createUnit',
    input: unit({ parentId: NOTHING }),
    refused: [['NOT_FOUND', 'input.parentId']],
  },
  {
    name: 'a parent that will have ended by the first day: its successor is offered by name',
    mutation: 'createUnit',
    input: unit({ parentId: '$so-tttt', validFrom: '2025-06-01' }),
    refused: [['INVALID', 'input.parentId']],
    names: [/28\/02\/2025.*so-khcn-2025/, /2025-02-28.*so-khcn-2025/],
  },
  {
    name: 'a parent whose end is known, though it is there today: its successor is offered by name',
    mutation: 'createUnit',
    input: unit({ parentId: '$so-tttt' }),
    refused: [['INVALID', 'input.parentId']],
    names: [/28\/02\/2025.*so-khcn-2025/, /2025-02-28.*so-khcn-2025/],
  },
  {
    name: 'a parent that does not exist yet',
    mutation: 'createUnit',
    input: unit({ parentId: '$so-nnmt' }),
    refused: [['INVALID', 'input.parentId']],
    names: [/01\/03\/2025/, /2025-03-01/],
  },
  {
    name: 'a person of a unit that has ended',
    mutation: 'createPerson',
    input: { displayName: 'Giám đốc', unitId: '$so-vhtt' },
    refused: [['INVALID', 'input.unitId']],
    names: [/31\/12\/2022/, /2022-12-31/],
  },
  {
    name: 'a person without a name',
    mutation: 'createPerson',
    input: { displayName: ' ', unitId: '$so-nv' },
    refused: [['INVALID', 'input.displayName']],
  },
];

const PLACES: readonly Refused[] = [
  {
    name: 'a unit placed under itself',
    mutation: 'moveUnit',
    input: { unitId: '$so-xd', parentId: '$so-xd' },
    refused: [['INVALID', 'input.parentId']],
  },
  {
    name: 'a unit placed under one that stands two steps below it',
    mutation: 'moveUnit',
    input: { unitId: '$so-xd', parentId: '$so-yt' },
    refused: [['INVALID', 'input.parentId']],
    names: [/Sở Y tế.*Sở Xây dựng/, /Health.*Construction/],
  },
  {
    name: 'a unit placed under one that has ended',
    mutation: 'moveUnit',
    input: { unitId: '$so-nv', parentId: '$so-vhtt' },
    refused: [['INVALID', 'input.parentId']],
  },
  {
    name: 'a unit placed under one whose end is known',
    mutation: 'moveUnit',
    input: { unitId: '$so-nv', parentId: '$so-tttt' },
    refused: [['INVALID', 'input.parentId']],
    names: [/28\/02\/2025.*so-khcn-2025/, /2025-02-28.*so-khcn-2025/],
  },
  {
    name: 'a move of a unit that is not there',
    mutation: 'moveUnit',
    input: { unitId: NOTHING },
    refused: [['NOT_FOUND', 'input.unitId']],
  },
];

const ENDS: readonly Refused[] = [
  {
    name: 'shares that add up to less than 1',
    mutation: 'endUnit',
    input: end({
      successors: [
        { unitId: '$so-tp', share: 0.5 },
        { unitId: '$so-tc', share: 0.4 },
      ],
    }),
    refused: [['INVALID', 'input.successors']],
    names: [/0,9.*bằng 1/, /0\.9.*up to 1/],
  },
  {
    name: 'shares that add up to more than 1 by their last decimal',
    mutation: 'endUnit',
    input: end({
      successors: [
        { unitId: '$so-tp', share: 0.5 },
        { unitId: '$so-tc', share: 0.5001 },
      ],
    }),
    refused: [['INVALID', 'input.successors']],
    names: [/1,0001/, /1\.0001/],
  },
  {
    name: 'a share of more decimals than are kept: rounded, the shares would seem to add up to 1',
    mutation: 'endUnit',
    input: end({
      successors: [
        { unitId: '$so-tp', share: 0.5 },
        { unitId: '$so-tc', share: 0.50001 },
      ],
    }),
    refused: [['INVALID', 'input.successors.1.share']],
    names: [/bốn chữ số.*làm tròn/, /four decimals.*Round/],
  },
  {
    name: 'shares out of range, all at once',
    mutation: 'endUnit',
    input: end({
      successors: [
        { unitId: '$so-tp', share: 0 },
        { unitId: '$so-tc', share: 1.5 },
        { unitId: '$so-yt', share: 0.00001 },
      ],
    }),
    refused: [0, 1, 2].map((index) => ['INVALID', `input.successors.${index}.share`]),
  },
  {
    name: 'one successor twice',
    mutation: 'endUnit',
    input: end({
      successors: [
        { unitId: '$so-tp', share: 0.5 },
        { unitId: '$so-tp', share: 0.5 },
      ],
    }),
    refused: [['INVALID', 'input.successors.1.unitId']],
  },
  {
    name: 'a unit that succeeds itself',
    mutation: 'endUnit',
    input: end({ successors: [{ unitId: '$so-nv', share: 1 }] }),
    refused: [['INVALID', 'input.successors.0.unitId']],
  },
  {
    name: 'a successor that will have ended: so no circle of successors can come about',
    mutation: 'endUnit',
    input: end({ lastOn: '2025-06-30', successors: [{ unitId: '$so-tttt', share: 1 }] }),
    refused: [['INVALID', 'input.successors.0.unitId']],
    names: [/so-khcn-2025/, /so-khcn-2025/],
  },
  {
    name: 'a successor that begins later than the day after',
    mutation: 'endUnit',
    input: end({ successors: [{ unitId: '$so-nnmt', share: 1 }] }),
    refused: [['INVALID', 'input.successors.0.unitId']],
  },
  {
    name: 'an end of a unit whose end is known already',
    mutation: 'endUnit',
    input: end({ unitId: '$so-tttt' }),
    refused: [['CONFLICT', 'input.unitId']],
    names: [/28\/02\/2025/, /2025-02-28/],
  },
  ...['1950-12-31', '2017-12-31', '2029-01-01', '2099-12-31'].map((lastOn) => ({
    name: `an end on ${lastOn}, more than a term away from today`,
    mutation: 'endUnit',
    input: end({ lastOn }),
    refused: [['INVALID', 'input.lastOn']] as const,
    names: [/01\/01\/2018.*31\/12\/2028/, /2018-01-01.*2028-12-31/] as const,
  })),
  {
    name: 'a merger on a day that is no day of the term',
    mutation: 'mergeUnits',
    input: { unitIds: ['$so-nv'], successorId: '$so-tp', lastOn: '2099-12-31', source: 'Nghị quyết 1/NQ-HĐND' },
    refused: [['INVALID', 'input.lastOn']],
  },
  {
    name: 'another end for a unit whose matters others have taken over since',
    mutation: 'endUnit',
    input: end({ unitId: '$so-vhtt', replacesEnd: true }),
    refused: [['CONFLICT', 'input.unitId']],
    names: [/31\/12\/2022/, /2022-12-31/],
  },
  {
    name: 'an end in the place of one, where there is none',
    mutation: 'endUnit',
    input: end({ replacesEnd: true }),
    refused: [['CONFLICT', 'input.replacesEnd']],
  },
  {
    name: 'an end before the first day',
    mutation: 'endUnit',
    input: end({ unitId: '$so-dttg' }),
    refused: [['INVALID', 'input.lastOn']],
    names: [/01\/03\/2025/, /2025-03-01/],
  },
  {
    name: 'an end before the day on which the unit takes over from another one',
    mutation: 'endUnit',
    input: end({ unitId: '$so-khcn-early', lastOn: '2025-02-01' }),
    refused: [['INVALID', 'input.lastOn']],
    names: [/01\/03\/2025/, /2025-03-01/],
  },
  {
    name: 'an end while units stand under it',
    mutation: 'endUnit',
    input: end({ unitId: '$so-qhkt' }),
    refused: [['CONFLICT', 'input.unitId']],
    names: [/so-yt/, /so-yt/],
  },
  {
    name: 'an end of a unit that is not there',
    mutation: 'endUnit',
    input: end({ unitId: NOTHING }),
    refused: [['NOT_FOUND', 'input.unitId']],
  },
  {
    name: 'an end of what is no unit’s id',
    mutation: 'endUnit',
    input: end({ unitId: 'wi_1' }),
    refused: [['INVALID', 'input.unitId']],
  },
];

const merge = (changes: object): object => ({
  unitIds: ['$so-nv', '$so-tp'],
  successorId: '$so-tc-2025',
  lastOn: '2025-03-31',
  source: 'Nghị quyết 1/NQ-HĐND',
  ...changes,
});

const MERGERS: readonly Refused[] = [
  {
    name: 'a merger of which one unit has ended, the others stay too',
    mutation: 'mergeUnits',
    input: merge({ unitIds: ['$so-nv', '$so-tttt'] }),
    refused: [['CONFLICT', 'input.unitIds.1']],
  },
  {
    name: 'a merger into one of those that end',
    mutation: 'mergeUnits',
    input: merge({ successorId: '$so-tp' }),
    refused: [['INVALID', 'input.successorId']],
  },
  {
    name: 'a merger that names a unit twice',
    mutation: 'mergeUnits',
    input: merge({ unitIds: ['$so-nv', '$so-nv'] }),
    refused: [['INVALID', 'input.unitIds']],
  },
  {
    name: 'a merger of nothing',
    mutation: 'mergeUnits',
    input: merge({ unitIds: [] }),
    refused: [['INVALID', 'input.unitIds']],
  },
  {
    name: 'a merger into a unit that is not there',
    mutation: 'mergeUnits',
    input: merge({ successorId: NOTHING }),
    refused: [['NOT_FOUND', 'input.successorId']],
  },
];

beforeAll(async () => {
  // a unit that is to take over from another one later, though it has existed for long
  const { id } = await view.row<{ id: string }>(
    `insert into unit (code, name, name_en, short_name, short_name_en, kind)
     values ('so-khcn-early', 'Sở sớm', 'Early Department', 'Sớm', 'Early', 'DEPARTMENT') returning id`,
  );
  await view.rows(
    `insert into unit_succession (predecessor_id, successor_id, effective_on, share) select id, $1, '2025-03-01', 1 from unit where code = 'so-gtvt'`,
    [id],
  );
  await view.rows(
    `insert into unit_succession (predecessor_id, successor_id, effective_on, share) select a.id, b.id, '2023-01-01', 1
     from unit a, unit b where a.code = 'so-vhtt' and b.code = 'so-yt'`,
  );
  ids['so-khcn-early'] = `un_${id}`;
});

test.each([...CREATION, ...PLACES, ...ENDS, ...MERGERS])(
  '$name is refused in both languages, and nothing is written',
  async (refused) => {
    await expectRefused(view, admin, { ...refused, input: withIds(refused.input, ids) });
  },
);
