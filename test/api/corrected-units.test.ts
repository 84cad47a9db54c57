import type { ApiClient } from '../support/api-client';
import { DatabaseView } from '../support/database-view';
import { makeAccount } from '../support/made/made-account';
import { mutate, mutated } from '../support/payload';
import { startTestProgram, type TestProgram } from '../support/program';
import { expectPoints } from '../support/refused';

let program: TestProgram;
let view: DatabaseView;
let secretariat: ApiClient;
const units: Record<string, string> = {};

beforeAll(async () => {
  program = await startTestProgram();
  view = await DatabaseView.open(program.target);
  secretariat = await program.as('secretariat');
  const rows = await view.rows<{ code: string; id: string }>(`select code, 'un_' || id as id from unit`);
  for (const { code, id } of rows) units[code] = id;
});

afterAll(async () => {
  await view.close();
  await program.close();
});

/** The newest event about a row, without what every event of its kind has. */
async function saidOf(id: string): Promise<{ type: string; data: object }> {
  return view.row(`select type, data from event_log where subject_id = $1 order by position desc limit 1`, [
    id.slice(3),
  ]);
}

describe('what was written wrongly of a unit', () => {
  let counter = 0;

  const newUnit = async (changes: object = {}): Promise<string> => (await entered(changes)).unit.id;

  async function entered(changes: object = {}): Promise<{ unit: { id: string }; cursor: string }> {
    counter += 1;
    const code = `sua-${counter}`;
    const input = { code, name: 'Sở Sai', nameEn: 'Wrong', shortName: 'Sai', shortNameEn: 'Wrong', kind: 'DEPARTMENT' };
    return mutated<{ unit: { id: string } }>(
      secretariat,
      'createUnit',
      { ...input, validFrom: '2022-01-01', source: 'Nghị quyết 1/NQ-HĐND', ...changes },
      'unit { id }',
    );
  }

  test('is put right: what is left out stays, the log tells both, the past keeps the old name', async () => {
    const {
      cursor,
      unit: { id: unitId },
    } = await entered();
    const input = { unitId, name: 'Sở Đúng', validFrom: '2021-06-01', reason: 'Ghi nhầm theo dự thảo.' };
    const { unit } = await mutated<{ unit: object }>(
      secretariat,
      'correctUnit',
      input,
      'unit { name nameEn kind validFrom }',
    );
    expect(unit).toEqual({ name: 'Sở Đúng', nameEn: 'Wrong', kind: 'DEPARTMENT', validFrom: '2021-06-01' });
    expect(await saidOf(unitId)).toEqual({
      type: 'UNIT_CORRECTED',
      data: {
        unit: `sua-${counter}`,
        before: { name: 'Sở Sai', validFrom: '2022-01-01' },
        after: { name: 'Sở Đúng', validFrom: '2021-06-01' },
        reason: 'Ghi nhầm theo dự thảo.',
      },
    });
    const { data } = await secretariat.ask<object>(
      `query ($cursor: Cursor!, $id: ID!) { asOf(cursor: $cursor) { node(id: $id) { ... on Unit { name } } } }`,
      { cursor, id: unitId },
    );
    expect(data).toEqual({ asOf: { node: { name: 'Sở Sai' } } });
  });

  test('what is right already is written no second time', async () => {
    const unitId = await newUnit();
    const before = await view.everything();
    await mutated(secretariat, 'correctUnit', { unitId, name: 'Sở Sai', reason: 'x' });
    expect(await view.everything()).toEqual(before);
  });

  test.each([
    ['a blank name', { name: ' ' }, 'input.name', /bỏ trường/, /leave it out/],
    ['no reason', { reason: ' ' }, 'input.reason', /Hãy/, /Enter/],
    ['a first day in another century', { validFrom: '0001-01-01' }, 'input.validFrom', /1945/, /1945/],
    [
      'a first day to come of a unit that is at work',
      { validFrom: '2024-01-01' },
      'input.validFrom',
      /14\/11\/2023/,
      /2023-11-14/,
    ],
  ])('refused: %s', async (_, changes, path, vi, en) => {
    const input = { unitId: await newUnit(), reason: 'Ghi nhầm.', ...changes };
    await expectPoints(view, secretariat, ['correctUnit', input, [`INVALID ${path}`], [vi, en], ['Sở Sai']]);
  });

  test('refused: a first day after the last one, and one after it took over from another unit', async () => {
    const [old, heir] = [await newUnit(), await newUnit()];
    const admin = await program.as('admin');
    const successors = [{ unitId: heir, share: 1 }];
    await mutated(admin, 'endUnit', { unitId: old, lastOn: '2023-05-31', successors, source: 'NQ 2' });
    const late = (unitId: string) => ({ unitId, validFrom: '2023-07-01', reason: 'Ghi nhầm.' });
    for (const [unitId, vi, en] of [
      [old, /31\/05\/2023|31\/5\/2023/, /2023-05-31/],
      [heir, /kế thừa.*1\/6\/2023|kế thừa.*01\/06\/2023/, /took over.*2023-06-01/],
    ] as const) {
      await expectPoints(view, secretariat, ['correctUnit', late(unitId), ['INVALID input.validFrom'], [vi, en]]);
    }
  });

  test('refused: a unit that is not there', async () => {
    const input = { unitId: 'un_00000000-0000-4000-8000-000000000000', name: 'x', reason: 'x' };
    await expectPoints(view, secretariat, ['correctUnit', input, ['NOT_FOUND input.unitId']]);
  });
});

describe('a person who answers for work', () => {
  async function person(displayName: string, unit: string): Promise<string> {
    const input = { displayName, unitId: units[unit] };
    const { person: made } = await mutated<{ person: { id: string } }>(
      secretariat,
      'createPerson',
      input,
      'person { id }',
    );
    return made.id;
  }

  const CHANGED = 'person { id displayName unit { code } }';

  test('gets another name and another unit; the log tells both, and the old name is free again', async () => {
    const personId = await person('Ông Trần Sai', 'so-yt');
    const input = { personId, displayName: 'Ông Trần Đúng', unitId: units['so-nv'], reason: 'Điều động.' };
    expect(await mutated(secretariat, 'changePerson', input, CHANGED)).toMatchObject({
      person: { id: personId, displayName: 'Ông Trần Đúng', unit: { code: 'so-nv' } },
    });
    expect(await saidOf(personId)).toEqual({
      type: 'PERSON_CHANGED',
      data: {
        before: { displayName: 'Ông Trần Sai', unit: 'so-yt' },
        after: { displayName: 'Ông Trần Đúng', unit: 'so-nv' },
        reason: 'Điều động.',
      },
    });
    expect(await person('Ông Trần Sai', 'so-yt')).not.toBe(personId);
  });

  test('is not given the name of a colleague, who comes with the refusal', async () => {
    const there = await person('Bà Lê Thị Có', 'so-yt');
    const personId = await person('Bà Lê Thị Khác', 'so-yt');
    const input = { personId, displayName: 'bà  lê thị CÓ' };
    await expectPoints(view, secretariat, [
      'changePerson',
      input,
      ['CONFLICT input.displayName'],
      [/Bà Lê Thị Có/, /.*/],
    ]);
    expect(await mutate<{ person: object }>(secretariat, 'changePerson', input, CHANGED)).toMatchObject({
      person: { id: there },
    });
  });

  test('is changed by reporters and approvers of the unit, and goes to no unit of others by them', async () => {
    const { client } = await makeAccount(program, view, { roles: [{ role: 'APPROVER', unit: 'so-yt' }] });
    const [own, other] = [await person('Bà Phạm Một', 'so-yt'), await person('Bà Phạm Hai', 'so-nv')];
    await mutated(client, 'changePerson', { personId: own, displayName: 'Bà Phạm Ba' });
    for (const [input, path] of [
      [{ personId: other, displayName: 'x' }, 'input.personId'],
      [{ personId: own, unitId: units['so-nv'] }, 'input.unitId'],
    ] as const) {
      await expectPoints(view, client, ['changePerson', input, [`FORBIDDEN ${path}`]]);
    }
  });

  test('does not leave while answering for open work of the unit', async () => {
    const personId = await person('Ông Vũ Đang Bận', 'so-yt');
    const { code } = await view.row<{ code: string }>(
      `update work_item set responsible_person_id = $1, completed_on = null
       where id = (select w.id from work_item w join unit u on u.id = w.lead_unit_id where u.code = 'so-yt' limit 1) returning code`,
      [personId.slice(3)],
    );
    const input = { personId, unitId: units['so-nv'] };
    const named = new RegExp(`${code}.*assignResponsiblePerson`);
    await expectPoints(view, secretariat, ['changePerson', input, ['CONFLICT input.unitId'], [named, named]]);
    await mutated(secretariat, 'changePerson', { personId, displayName: 'Ông Vũ Vẫn Bận' });
  });

  test('refused: somebody who is not there, a blank name, a unit that has ended', async () => {
    const personId = await person('Bà Đỗ Còn Đây', 'so-yt');
    await view.rows(`update unit set valid_to = '2022-12-31' where code = 'so-vhtt'`);
    for (const [input, point] of [
      [{ personId: 'pe_00000000-0000-4000-8000-000000000000', displayName: 'x' }, 'NOT_FOUND input.personId'],
      [{ personId, displayName: ' ' }, 'INVALID input.displayName'],
      [{ personId, unitId: units['so-vhtt'] }, 'INVALID input.unitId'],
    ] as const) {
      await expectPoints(view, secretariat, ['changePerson', input, [point]]);
    }
  });
});
