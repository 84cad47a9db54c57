import { Database } from '../../src/platform/database/database';
import { openInstallation } from '../../src/platform/database/installation';
import { loadDemo } from '../../src/loading/load-demo';
import { loadFacts } from '../../src/loading/public';
import { openTestDatabase, type TestDatabase } from '../support/database';
import { DatabaseView } from '../support/database-view';
import { sized } from '../support/size';

let opened: TestDatabase;
let view: DatabaseView;

beforeEach(async () => {
  opened = await openTestDatabase();
  view = await DatabaseView.open(opened.target);
});

afterEach(async () => {
  await view.close();
  await opened.close();
});

/** Loads the demo as a program would that is first started on a day. */
async function loadOn(day: string): Promise<void> {
  const database = new Database(opened.dataSource, opened.target, () => undefined);
  const { clock } = await openInstallation(database, new Date(`${day}T08:00:00+07:00`));
  await loadDemo(database, clock, 'a password of the demo');
  await database.close();
}

/** Rows that a query finds wrong, a line each. */
async function lines(query: string): Promise<string[]> {
  return (await view.rows<{ line: string }>(query)).map(({ line }) => line);
}

async function historyTables(): Promise<string[]> {
  return lines(
    `select c.relname as line from pg_trigger t join pg_class c on c.oid = t.tgrelid where t.tgname = 'keep_history' order by 1`,
  );
}

describe.each(sized(['2023-11-14'], ['2023-11-14', '2022-03-01']))('loaded on %s', (day) => {
  beforeEach(() => loadOn(day));

  test('every row of then leads to rows of then', async () => {
    const kept = new Set(await historyTables());
    const keys = await view.rows<{ child: string; col: string; parent: string }>(
      `select c.conrelid::regclass::text as child, a.attname as col, c.confrelid::regclass::text as parent
       from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
       where c.contype = 'f' and cardinality(c.conkey) = 1`,
    );
    const checked = keys.filter(({ child, parent }) => kept.has(child) && kept.has(parent));
    expect(checked.length).toBeGreaterThan(50);
    for (const { child, col, parent } of checked) {
      expect(
        await lines(`select format('${child} %s: ${col} leads to nothing', h.id) as line from "${child}_history" h
          where h.made_epoch = 0 and h."${col}" is not null and not exists (
            select from "${parent}_history" p where p.id = h."${col}" and p.made_epoch = 0 and p.made_by <= h.made_by)`),
      ).toEqual([]);
    }
  });

  test('a row has one version at a time, and the last one is the row', async () => {
    for (const table of await historyTables()) {
      expect(
        await lines(`select format('${table} %s', id) as line from (
            select id, ended_epoch, ended_by, lead(made_epoch) over w as next_epoch, lead(made_by) over w as next_by from "${table}_history"
            window w as (partition by id order by made_epoch, made_by)) v
          where (ended_epoch, ended_by) is distinct from (next_epoch, next_by)`),
      ).toEqual([]);
      expect(
        await lines(`select format('${table} %s', t.id) as line from "${table}" t
          where not exists (select from "${table}_history" h where h.id = t.id and h.ended_by is null)`),
      ).toEqual([]);
    }
  });

  test('nothing was known before it happened', async () => {
    const stamps = await view.rows<{ name: string; col: string }>(
      `select t.tgrelid::regclass::text as name, a.attname as col from pg_trigger t join pg_attribute a on a.attrelid = t.tgrelid
       where t.tgname = 'keep_history' and not a.attisdropped and (a.atttypid = 'timestamptz'::regtype
         or a.attname in ('accepted_on', 'reached_on', 'answered_on', 'resolved_on', 'submitted_on', 'completed_on', 'taken_on', 'decided_on', 'happened_on'))`,
    );
    expect(stamps.length).toBeGreaterThan(15);
    for (const { name, col } of stamps) {
      expect(
        await lines(`select format('${name} %s: ${col} %s', h.id, h."${col}") as line from "${name}_history" h
          join log_batch b on b.epoch = 0 and b.last_position = h.made_by::text::bigint
          where h.made_epoch = 0 and h.made_by > '1' and h."${col}" > b.sequenced_at`),
      ).toEqual([]);
    }
  });

  test('the past ends before the present', async () => {
    const { last } = await view.row<{ last: string }>(
      `select max(sequenced_at)::date::text as last from log_batch where epoch = 0`,
    );
    expect(last < day).toBe(true);
  });
});

test('what a database held before is given no other past', async () => {
  await opened.dataSource.transaction((manager) => loadFacts(manager));
  await loadOn('2023-11-14');
  expect(await lines(`select last_position::text as line from log_batch where epoch = 0`)).toEqual([]);
});
