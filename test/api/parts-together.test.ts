import { holderOnSql } from '../../src/organisation/public';
import type { ApiClient } from '../support/api-client';
import { DatabaseView } from '../support/database-view';
import { makeAccount } from '../support/made/made-account';
import { mutate, mutated } from '../support/payload';
import { startTestProgram, type TestProgram } from '../support/program';

const TODAY = new Date('2025-05-20T08:00:00+07:00');
const SOURCE = 'Nghị quyết 3/NQ-HĐND';

let program: TestProgram;
let view: DatabaseView;
let admin: ApiClient;
const ids: Record<string, string> = {};

/** The place of a unit in the order of ids is the reverse of its place in the order of codes. */
async function addUnit(code: string, place: number): Promise<void> {
  const uuid = `${(9 - place).toString(16).repeat(8)}-0000-4000-8000-000000000000`;
  await view.rows(
    `insert into unit (id, code, name, name_en, short_name, short_name_en, kind, source_citations)
     values ($1, $2, $2, $2, $2, $2, 'DEPARTMENT', '{x}')`,
    [uuid, code],
  );
  ids[code] = `un_${uuid}`;
}

const end = (unit: string, lastOn: string, shares: Readonly<Record<string, number>>): Promise<object> =>
  mutated(admin, 'endUnit', {
    unitId: ids[unit],
    lastOn,
    successors: Object.entries(shares).map(([code, share]) => ({ unitId: ids[code], share })),
    source: SOURCE,
  });

async function currentUnitOf(code: string): Promise<string> {
  const { data } = await admin.ask<{ unit: { currentUnit: { code: string } } }>(
    'query ($code: String!) { unit(code: $code) { currentUnit { code } } }',
    { code },
  );
  return data.unit.currentUnit.code;
}

async function holderOf(code: string): Promise<string> {
  const holder = holderOnSql('un.id', `'2025-05-20'::date`, (name) => name);
  const { held } = await view.row<{ held: string }>(
    `select (select h.code from unit h where h.id = ${holder}) as held from unit un where un.code = $1`,
    [code],
  );
  return held;
}

beforeAll(async () => {
  program = await startTestProgram({ clock: TODAY });
  view = await DatabaseView.open(program.target);
  admin = await program.as('admin');
  for (const [place, code] of ['phan-a', 'phan-b', 'phan-c', 'phan-d', 'phan-e', 'phan-f'].entries())
    await addUnit(code, place);
  // what f had comes to d in four parts, two of them through a
  await end('phan-f', '2025-01-31', { 'phan-b': 0.5, 'phan-a': 0.5 });
  await end('phan-a', '2025-02-28', { 'phan-b': 0.3, 'phan-c': 0.3, 'phan-e': 0.4 });
  await end('phan-b', '2025-03-15', { 'phan-d': 1 });
  await end('phan-c', '2025-04-15', { 'phan-d': 1 });
});

afterAll(async () => {
  await view.close();
  await program.close();
});

describe('what came to one unit in several parts, at several times, is one part', () => {
  test('the unit to which most came carries the matters on', async () => {
    expect(await currentUnitOf('phan-a')).toBe('phan-d');
    expect(await holderOf('phan-a')).toBe('phan-a');
  });

  test('a unit that has ended is refused with its successors, each once and the greatest first', async () => {
    const input = { displayName: 'Chánh Văn phòng', unitId: ids['phan-a'] };
    const [refusal] = (await mutate(admin, 'createPerson', input)).userErrors;
    expect(refusal!.message).toMatch(/Hãy chọn đơn vị kế thừa: phan-d \(phan-d\), phan-e \(phan-e\)\.$/);
  });

  test('of two that hold equal parts the one of the first code goes on', async () => {
    await addUnit('ngang-1', 7);
    await addUnit('ngang-2', 8);
    await addUnit('ngang-0', 6);
    await end('ngang-0', '2025-04-30', { 'ngang-1': 0.5, 'ngang-2': 0.5 });
    expect(await currentUnitOf('ngang-0')).toBe('ngang-1');
  });

  test('the unit to which everything came holds it, and the roles for it', async () => {
    const { client } = await makeAccount(program, view, { roles: [{ role: 'REPORTER', unit: 'phan-a' }] });
    await end('phan-e', '2025-05-10', { 'phan-d': 1 });
    expect(await holderOf('phan-a')).toBe('phan-d');
    expect(await holderOf('phan-f')).toBe('phan-d');
    await view.rows(`insert into outbox (type, occurred_at, unit_id, audience, tags, data)
      select 'OF ' || code, '2025-05-12', id, 'UNIT', '{}', '{}' from unit where code in ('phan-a', 'phan-d')`);
    await view.rows('select sequence_events()');
    const { data } = await client.ask<{ events: { nodes: { type: string }[] } }>(
      '{ events(where: { type: { startsWith: "OF " } }) { nodes { type } } }',
    );
    expect(data.events.nodes.map(({ type }) => type).sort()).toEqual(['OF phan-a', 'OF phan-d']);
  });
});
