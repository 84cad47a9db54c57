import type { DataSource } from 'typeorm';
import { loadFacts } from '../../src/loading/public';
import { dataSourceOn } from '../../src/open-data-source';
import type { ApiClient } from '../support/api-client';
import { DatabaseView } from '../support/database-view';
import { mutated } from '../support/payload';
import { startTestProgram, type TestProgram } from '../support/program';

let program: TestProgram;
let dataSource: DataSource;
let view: DatabaseView;
let admin: ApiClient;
let secretariat: ApiClient;

beforeAll(async () => {
  program = await startTestProgram();
  dataSource = await dataSourceOn(program.target).initialize();
  view = await DatabaseView.open(program.target);
  admin = await program.as('admin');
  secretariat = await program.as('secretariat');
});

afterAll(async () => {
  await view.close();
  await dataSource.destroy();
  await program.close();
});

const loadAgain = (): Promise<void> => dataSource.transaction((manager) => loadFacts(manager));

async function unitId(code: string): Promise<string> {
  return (await view.row<{ id: string }>(`select 'un_' || id as id from unit where code = $1`, [code])).id;
}

/** When a unit ends, and who succeeds it. */
const endOf = (code: string) =>
  view.row<{ to: string | null; heirs: string | null }>(
    `select u.valid_to::text as to, string_agg(s.code || ' ' || us.share::float8, ', ' order by s.code) as heirs
     from unit u left join unit_succession us on us.predecessor_id = u.id left join unit s on s.id = us.successor_id
     where u.code = $1 group by u.valid_to`,
    [code],
  );

test('the end of a unit that was entered stays when the facts are loaded again, and so do its successors', async () => {
  const successors = [{ unitId: await unitId('so-nv'), share: 1 }];
  const source = 'Nghị quyết 1/NQ-HĐND';
  await mutated(admin, 'endUnit', { unitId: await unitId('so-yt'), lastOn: '2024-06-30', successors, source });
  await mutated(admin, 'endUnit', { unitId: await unitId('so-gddt'), lastOn: '2024-05-31', successors: [], source });
  await mutated(admin, 'endUnit', {
    unitId: await unitId('so-tttt'),
    lastOn: '2025-02-28',
    successors,
    source,
    replacesEnd: true,
  });
  await loadAgain();
  expect(await endOf('so-yt')).toEqual({ to: '2024-06-30', heirs: 'so-nv 1' });
  expect(await endOf('so-gddt')).toEqual({ to: '2024-05-31', heirs: null });
  expect(await endOf('so-tttt')).toEqual({ to: '2025-02-28', heirs: 'so-nv 1' });
});

test('a unit that has been succeeded keeps its last day, whatever the facts say', async () => {
  await view.rows(`update unit set valid_to = '2025-03-31' where code = 'so-khdt'`);
  await view.rows(
    `update unit_succession set effective_on = '2025-04-01' from unit u where u.id = predecessor_id and u.code = 'so-khdt'`,
  );
  await loadAgain();
  expect(await endOf('so-khdt')).toEqual({ to: '2025-03-31', heirs: 'so-tc-2025 1' });
});

test('a target that was put right stays so', async () => {
  const { id } = await view.row<{ id: string }>(
    `select 'ta_' || t.id as id from target t join programme p on p.id = t.programme_id where p.number = 7 and t.number = '1'`,
  );
  await mutated(secretariat, 'correctTarget', {
    targetId: id,
    name: 'Tỷ lệ đã sửa',
    nameEn: 'Corrected share',
    shortName: 'Đã sửa',
    shortNameEn: 'Corrected',
    comparator: 'GT',
    value: 50,
    wording: 'Trên 50%',
    dueOn: '2025-12-31',
    source: 'Chương trình 07-CTr/TU',
    reason: 'Ghi nhầm tên',
  });
  await loadAgain();
  expect(await view.row(`select name from target where 'ta_' || id = $1`, [id])).toEqual({ name: 'Tỷ lệ đã sửa' });
});

test('a document with which a step was taken keeps its title', async () => {
  const { code } = await view.row<{ code: string }>(
    `update document set title = 'Tên mới' where id = (select id from document where code like 'D-%' and id not in
       (select document_id from document_step) order by code limit 1) returning code`,
  );
  await view.rows(
    `insert into document_step (document_id, kind, state, submission, version_number, taken_on, recorded_at, actor_id, is_sample)
     select id, 'DRAFTED', state, 0, 1, '2023-11-14', now(), (select id from account limit 1), false from document where code = $1`,
    [code],
  );
  await loadAgain();
  expect(await view.row('select title from document where code = $1', [code])).toEqual({ title: 'Tên mới' });
});

test('that the programme was loaded tells also those who ask who holds whose matters', async () => {
  const { tags } = await view.row<{ tags: string[] }>(`select tags from event_log where type = 'PROGRAMME_LOADED'`);
  expect(tags).toContain('unit_heir');
});
