import type { ApiClient } from '../support/api-client';
import { DatabaseView } from '../support/database-view';
import { mutate, mutated, type Payload } from '../support/payload';
import { startTestProgram, type TestProgram } from '../support/program';
import { until } from '../support/until';

let program: TestProgram;
let view: DatabaseView;
let admin: ApiClient;

beforeAll(async () => {
  program = await startTestProgram();
  view = await DatabaseView.open(program.target);
  admin = await program.as('admin');
});

afterAll(async () => {
  await view.close();
  await program.close();
});

async function unitId(code: string): Promise<string> {
  return (await view.row<{ id: string }>(`select 'un_' || id as id from unit where code = $1`, [code])).id;
}

const said = ({ userErrors }: Payload) =>
  userErrors.map(({ code, path }) => `${code} ${path.join('.')}`).join() || 'done';

/** Sends one input six times without a key, lets all six begin before any of them goes on, and gives what each was told. */
async function atOnce(mutation: string, input: object): Promise<string[]> {
  const gate = await DatabaseView.open(program.target);
  await gate.rows('begin');
  await gate.rows(`select from unit where code = 'so-yt' for update`);
  const sent = Array.from({ length: 6 }, () => mutate(admin, mutation, input));
  await until(
    () => view.rows('select 1 from pg_locks where not granted'),
    (waiting) => waiting.length >= 6,
  );
  await gate.rows('commit');
  await gate.close();
  return (await Promise.all(sent)).map(said).sort();
}

test('a person who is entered six times at once is one person', async () => {
  const input = { displayName: 'Trưởng phòng Chuyển đổi số', unitId: await unitId('so-yt') };
  const told = [...Array.from({ length: 5 }, () => 'CONFLICT input.displayName'), 'done'];
  expect(await atOnce('createPerson', input)).toEqual(told);
  const { count } = await view.row<{ count: number }>(
    'select count(*)::integer as count from person where display_name = $1',
    [input.displayName],
  );
  expect(count).toBe(1);
});

test('a unit that is entered six times at once is one unit', async () => {
  const input = {
    code: 'so-sau-lan',
    name: 'Sở Sáu lần',
    nameEn: 'Six times',
    shortName: 'Sáu lần',
    shortNameEn: 'Six',
    kind: 'DEPARTMENT',
    parentId: await unitId('so-yt'),
    source: 'Nghị quyết 1/NQ-HĐND',
  };
  const told = [...Array.from({ length: 5 }, () => 'CONFLICT input.code'), 'done'];
  expect(await atOnce('createUnit', input)).toEqual(told);
});

test('neither case nor spaces make another person; accents and another unit do', async () => {
  const [here, elsewhere] = [await unitId('so-tc'), await unitId('so-nv')];
  await mutated(admin, 'createPerson', { displayName: 'Nguyễn Văn Đức', unitId: here });
  const entered = async (displayName: string, unit: string) =>
    said(await mutate(admin, 'createPerson', { displayName, unitId: unit }));
  expect(await entered('  nguyễn   văn ĐỨC ', here)).toBe('CONFLICT input.displayName');
  // the same letters, composed and decomposed
  expect(await entered('Nguyễn Văn Đức'.normalize('NFD'), here)).toBe('CONFLICT input.displayName');
  expect(await entered('Nguyễn Văn Đúc', here)).toBe('done');
  expect(await entered('Nguyễn Văn Đức', elsewhere)).toBe('done');
});
