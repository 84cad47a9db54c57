import { randomUUID } from 'node:crypto';
import { readableOptionsOf } from '../../src/platform/reader/model/declarations';
import { LoggedEvent } from '../../src/platform/reader/model/logged-event.entity';
import { dataSourceOn } from '../../src/open-data-source';
import { readMetadata } from '../../src/platform/database/data-source';
import { cloneDatabase, type TestTarget } from '../support/database';
import { DatabaseView } from '../support/database-view';
import { DEMO_TEMPLATE } from '../support/test-server';
import { until } from '../support/until';
import { columnsOf, openVersions, recordBatch, tableAt, tableNow } from './row-history';

let target: TestTarget;
let drop: () => Promise<void>;
let view: DatabaseView;
let other: DatabaseView;
let kept: string[];

beforeAll(async () => {
  ({ target, drop } = await cloneDatabase(DEMO_TEMPLATE));
  const { entityMetadatas } = await readMetadata(dataSourceOn(target));
  kept = entityMetadatas
    .filter(({ target: entity }) => {
      const options = readableOptionsOf(entity as never);
      // what follows from other rows has no table
      return entity !== LoggedEvent && options !== undefined && options.rowsFrom === undefined;
    })
    .map(({ tableName }) => tableName);
  // nobody reads it, but what was owed in the past is derived from it
  kept.push('former_lead');
  // a programme’s levels of review are shown with the programme
  kept.push('review_rule');
});

afterAll(() => drop());

beforeEach(async () => {
  view = await DatabaseView.open(target);
  other = await DatabaseView.open(target);
});

afterEach(async () => {
  await other.close();
  await view.close();
});

/** A new term, with no version before it. */
async function makeTerm(on = view): Promise<string> {
  const id = randomUUID();
  await on.rows(
    `insert into term (id, code, name, name_en, year_from) values ($1::uuid, $1::uuid::text, 'một', 'one', 2021)`,
    [id],
  );
  return id;
}

interface Version {
  readonly name: string;
  readonly made: string;
  readonly ended: string | null;
}

/** Versions of a term, oldest first, with the transactions that made and ended them. */
function versionsOf(id: string): Promise<Version[]> {
  return view.rows<Version>(
    `select name, made_epoch || '.' || made_by as made, ended_epoch || '.' || ended_by as ended from term_history where id = $1
     order by made_epoch, made_by`,
    [id],
  );
}

async function rename(id: string, name: string, on = view): Promise<void> {
  await on.rows('update term set name = $2 where id = $1', [id, name]);
}

/** Runs work in one transaction; gives the transaction as versions name it. */
async function inTransaction(work: () => Promise<unknown>, on = view): Promise<string> {
  await on.rows('begin');
  await work();
  const { id } = await on.row<{ id: string }>(`select epoch || '.' || pg_current_xact_id() as id from log_head`);
  await on.rows('commit');
  return id;
}

describe('what is kept', () => {
  test('every readable table but the log has a history with the same columns', async () => {
    const own = ['ended_by xid8', 'ended_epoch integer', 'made_by xid8', 'made_epoch integer'];
    expect(kept.length).toBeGreaterThan(20);
    for (const table of kept) {
      const wanted = [...(await columnsOf(view, table)), ...own].sort();
      expect([table, (await columnsOf(view, `${table}_history`)).sort()]).toEqual([table, wanted]);
    }
  });

  test('nothing else has a history', async () => {
    const found = await view.rows<{ name: string }>(
      `select relname as name from pg_class where relkind = 'r' and relname like '%\\_history' order by 1`,
    );
    expect(found.map(({ name }) => name)).toEqual(kept.map((table) => `${table}_history`).sort());
  });

  test('every index of a table has a twin on its history, which ends with the maker', async () => {
    const indexes = (table: string, rest: string) =>
      view.rows<{ text: string }>(
        `select substring(pg_get_indexdef(indexrelid) from 'USING .*') as text from pg_index where indrelid = $1::regclass and ${rest}`,
        [table],
      );
    for (const table of kept) {
      const wanted = await indexes(table, 'not indisprimary');
      const twins = (await indexes(`${table}_history`, 'not indisunique')).map(({ text }) =>
        text.replace(', made_epoch, made_by)', ')'),
      );
      expect([table, twins.sort()]).toEqual([table, wanted.map(({ text }) => text).sort()]);
    }
    expect((await indexes('progress_report', 'not indisprimary')).length).toBeGreaterThan(5);
  });

  test('after the demo was loaded the versions that are open are the tables', async () => {
    for (const table of kept)
      expect([table, await openVersions(view, table)]).toEqual([table, await tableNow(view, table)]);
    expect((await tableNow(view, 'progress_report')).length).toBeGreaterThan(100);
  });
});

describe('a version', () => {
  test('is made by an insert, ended and followed by an update, ended by a delete', async () => {
    let id = '';
    const inserting = await inTransaction(async () => (id = await makeTerm()));
    expect(await versionsOf(id)).toEqual([{ name: 'một', made: inserting, ended: null }]);
    const updating = await inTransaction(() => rename(id, 'hai'));
    const updated = [
      { name: 'một', made: inserting, ended: updating },
      { name: 'hai', made: updating, ended: null },
    ];
    expect(await versionsOf(id)).toEqual(updated);
    const deleting = await inTransaction(() => view.rows('delete from term where id = $1', [id]));
    expect(await versionsOf(id)).toEqual([updated[0], { ...updated[1], ended: deleting }]);
  });

  test('is one for all writes of a transaction', async () => {
    let id = '';
    const first = await inTransaction(async () => {
      id = await makeTerm();
      await rename(id, 'hai');
      await rename(id, 'ba');
    });
    expect(await versionsOf(id)).toEqual([{ name: 'ba', made: first, ended: null }]);
    const second = await inTransaction(async () => {
      await rename(id, 'bốn');
      await rename(id, 'năm');
    });
    expect(await versionsOf(id)).toEqual([
      { name: 'ba', made: first, ended: second },
      { name: 'năm', made: second, ended: null },
    ]);
  });

  test('is not left by a row that came and went in one transaction', async () => {
    let id = '';
    await inTransaction(async () => {
      id = await makeTerm();
      await rename(id, 'hai');
      await view.rows('delete from term where id = $1', [id]);
    });
    expect(await versionsOf(id)).toEqual([]);
  });

  test('follows on one that was deleted in the same transaction', async () => {
    let id = '';
    const first = await inTransaction(async () => (id = await makeTerm()));
    const second = await inTransaction(async () => {
      await rename(id, 'hai');
      await view.rows('delete from term where id = $1', [id]);
      await view.rows(
        `insert into term (id, code, name, name_en, year_from) values ($1::uuid, $1::uuid::text, 'ba', 'three', 2021)`,
        [id],
      );
    });
    expect(await versionsOf(id)).toEqual([
      { name: 'một', made: first, ended: second },
      { name: 'ba', made: second, ended: null },
    ]);
  });

  test('is not made by what was rolled back, as a whole or to a savepoint', async () => {
    let id = '';
    const first = await inTransaction(async () => (id = await makeTerm()));
    await view.rows('begin');
    await rename(id, 'hai');
    await view.rows('rollback');
    expect(await versionsOf(id)).toEqual([{ name: 'một', made: first, ended: null }]);
    const second = await inTransaction(async () => {
      await rename(id, 'ba');
      await view.rows('savepoint before');
      await rename(id, 'bốn');
      await view.rows('rollback to before');
    });
    expect(await versionsOf(id)).toEqual([
      { name: 'một', made: first, ended: second },
      { name: 'ba', made: second, ended: null },
    ]);
  });

  test('is not made by an update that changes nothing', async () => {
    const id = await makeTerm();
    const before = await versionsOf(id);
    await rename(id, 'một');
    expect(await versionsOf(id)).toEqual(before);
  });

  test('is made where an equal value prints otherwise', async () => {
    const { id } = await view.row<{ id: string }>('select id from measurement limit 1');
    await view.rows('update measurement set value = 1.0 where id = $1', [id]);
    await view.rows('update measurement set value = 1.00 where id = $1', [id]);
    const found = await view.rows(
      'select value::text from measurement_history where id = $1 order by made_epoch desc, made_by desc limit 2',
      [id],
    );
    expect(found).toEqual([{ value: '1.00' }, { value: '1.0' }]);
  });

  test('is made by an upsert', async () => {
    const id = await makeTerm();
    await view.rows(
      `insert into term (code, name, name_en, year_from) values ($1, 'hai', 'two', 2021) on conflict (code) do update set name = excluded.name`,
      [id],
    );
    expect((await versionsOf(id)).map(({ name, ended }) => [name, ended === null])).toEqual([
      ['một', false],
      ['hai', true],
    ]);
  });

  test('is ended where its row goes with another one', async () => {
    const { id } = await view.row<{ id: string }>('select id from work_item order by code limit 1');
    const open = () =>
      view.row<{ milestones: number; roles: number }>(
        `select (select count(*)::integer from milestone_history where work_item_id = $1 and ended_by is null) as milestones,
           (select count(*)::integer from unit_role_history where work_item_id = $1 and ended_by is null) as roles`,
        [id],
      );
    const before = await open();
    expect(before.milestones).toBeGreaterThan(0);
    expect(before.roles).toBeGreaterThan(0);
    await view.rows('delete from progress_report where work_item_id = $1', [id]);
    await view.rows('delete from work_item where id = $1', [id]);
    expect(await open()).toEqual({ milestones: 0, roles: 0 });
  });

  test('is ended where a table is emptied at once', async () => {
    const { batch, tables } = await recordBatch(view, ['trajectory_point']);
    expect(tables.trajectory_point!.length).toBeGreaterThan(0);
    await view.rows('truncate trajectory_point');
    expect(await openVersions(view, 'trajectory_point')).toEqual([]);
    expect(await tableAt(view, 'trajectory_point', batch)).toEqual(tables.trajectory_point);
  });

  test('follows on that of the transaction that its own waited for', async () => {
    const id = await makeTerm();
    await view.rows('begin');
    await rename(id, 'hai');
    const { pid } = await other.row<{ pid: number }>('select pg_backend_pid() as pid');
    const waiting = rename(id, 'ba', other);
    await until(
      () => view.row<{ waits: boolean }>('select cardinality(pg_blocking_pids($1)) > 0 as waits', [pid]),
      ({ waits }) => waits,
    );
    await view.rows('commit');
    await waiting;
    const [one, two, three] = await versionsOf(id);
    expect([one!.name, two!.name, three!.name]).toEqual(['một', 'hai', 'ba']);
    expect([one!.ended, two!.ended, three!.ended]).toEqual([two!.made, three!.made, null]);
  });
});

describe('a moment', () => {
  test('gives the same answer after an update that was open across it has committed', async () => {
    const id = await makeTerm();
    await view.rows('begin');
    await rename(id, 'hai');
    const { batch, tables } = await recordBatch(other, ['term']);
    await view.rows('commit');
    expect(await tableNow(view, 'term')).not.toEqual(tables.term);
    expect(await tableAt(view, 'term', batch)).toEqual(tables.term);
    const after = await recordBatch(other, ['term']);
    expect(await tableAt(view, 'term', after.batch)).toEqual(await tableNow(view, 'term'));
  });

  test('of a restored database, whose transaction ids are smaller, has all versions from before it in its past', async () => {
    const id = await makeTerm();
    const before = await recordBatch(view, ['term']);
    // as if the database had counted further before it was restored here
    const far = '1000000000';
    const shift = (column: string) => `((${column}::text)::numeric + ${far})::text::xid8`;
    await view.rows(
      `update term_history set made_by = ${shift('made_by')}, ended_by = case when ended_by is not null then ${shift('ended_by')} end`,
    );
    await view.rows(`update log_batch set snapshot = '${far}000:${far}000:' where last_position = $1`, [before.batch]);
    await view.rows('update log_head set epoch = epoch + 1');
    const restored = await recordBatch(view, ['term']);
    expect(await tableAt(view, 'term', restored.batch)).toEqual(before.tables.term);
    await rename(id, 'hai');
    await makeTerm();
    const after = await recordBatch(view, ['term']);
    expect(await tableAt(view, 'term', after.batch)).toEqual(await tableNow(view, 'term'));
    expect(await tableAt(view, 'term', restored.batch)).toEqual(restored.tables.term);
    // ids of the new epoch are below those of the old one, and still in its future
    expect(await tableAt(view, 'term', before.batch)).toEqual(before.tables.term);
  });

  test('is read without a call for each version, by an index that leaves out what came later', async () => {
    await view.rows(MANY_VERSIONS);
    await view.rows('analyze progress_report_history');
    const { id } = await view.row<{ id: string }>('select id from work_item order by code desc limit 1');
    await view.rows('set plan_cache_mode = force_generic_plan');
    await view.rows(`prepare newest (uuid, integer, pg_snapshot) as
      select h.id from progress_report_history h where h.work_item_id = $1 and seen_in(h.made_by, h.made_epoch, $2, $3)
        and (h.ended_by is null or not seen_in(h.ended_by, h.ended_epoch, $2, $3))
      order by h.changed_at desc, h.id desc limit 3`);
    const [explained] = await view.rows<{ 'QUERY PLAN': [{ Plan: { Plans: [Record<string, unknown>] } }] }>(
      `explain (analyze, format json) execute newest ('${id}', 1, '9000000100:9000000100:')`,
    );
    const [scan] = explained!['QUERY PLAN'][0].Plan.Plans;
    expect(JSON.stringify(explained)).not.toContain('seen_in');
    expect(scan).toMatchObject({ 'Node Type': 'Index Scan', 'Scan Direction': 'Backward' });
    expect(scan['Index Cond']).toContain('pg_snapshot_xmax');
    expect(scan['Actual Rows']).toBe(3);
    expect(scan['Rows Removed by Filter'] ?? 0).toBeLessThan(10);
  });
});

// one report with 20,000 versions, each of which ended the one before
const MANY_VERSIONS = `
  with report as (select * from progress_report order by work_item_id desc limit 1), item as (select id from work_item order by code desc limit 1)
  insert into progress_report_history (id, work_item_id, state, changed_at, made_by, made_epoch, ended_by, ended_epoch)
  select case n % 3 when 0 then r.id else gen_random_uuid() end, i.id, 'ACCEPTED', timestamptz '2000-01-01' + n * interval '1 minute',
    (9000000000 + n)::text::xid8, 1, case n % 3 when 0 then (9000000003 + n)::text::xid8 end, case n % 3 when 0 then 1 end
  from report r, item i, generate_series(1, 20000) n`;

describe('a later migration', () => {
  test('keeps a column that it adds: older versions show what older rows show', async () => {
    const id = await makeTerm();
    await rename(id, 'hai');
    await inTransaction(async () => {
      await view.rows(`alter table term add column length integer not null default 5`);
      await view.rows(`alter table term add column labels text[] not null default '{a,"b c"}'`);
      await view.rows(`alter table term add column remark text`);
      await view.rows(`select keep_history('term')`);
    });
    await view.rows('update term set length = 7, remark = $2 where id = $1', [id, 'khác']);
    expect(
      await view.rows(
        'select name, length, labels, remark from term_history where id = $1 order by made_epoch, made_by',
        [id],
      ),
    ).toEqual([
      { name: 'một', length: 5, labels: ['a', 'b c'], remark: null },
      { name: 'hai', length: 5, labels: ['a', 'b c'], remark: null },
      { name: 'hai', length: 7, labels: ['a', 'b c'], remark: 'khác' },
    ]);
  });

  test('keeps what it filled in before it said so', async () => {
    const id = await makeTerm();
    const { batch, tables } = await recordBatch(view, ['term']);
    await inTransaction(async () => {
      await view.rows('alter table term add column filled text');
      await view.rows(`update term set filled = 'đầy'`);
      await view.rows('alter table term alter column filled set not null');
      await view.rows(`select keep_history('term')`);
    });
    expect(await openVersions(view, 'term')).toEqual(await tableNow(view, 'term'));
    expect((await tableAt(view, 'term', batch)).length).toBe(tables.term!.length);
    expect((await view.rows('select filled from term_history where id = $1 order by made_by', [id])).length).toBe(2);
  });

  test('keeps a type that it changes, an index that it makes, and makes nothing new when nothing changed', async () => {
    await inTransaction(async () => {
      await view.rows('alter table person alter column code type varchar(80)');
      await view.rows('create index person_by_name on person (display_name) where is_sample');
      await view.rows(`select keep_history('person')`);
    });
    expect(await columnsOf(view, 'person_history')).toContain('code character varying(80)');
    const state = () =>
      view.rows(
        `select indexdef as made, null as versions from pg_indexes where tablename = 'person_history' union all
         select null, count(*)::text from person_history order by 1, 2`,
      );
    const before = await state();
    expect(JSON.stringify(before)).toContain('(display_name, made_epoch, made_by) WHERE is_sample');
    await view.rows(`select keep_history('person')`);
    expect(await state()).toEqual(before);
    expect(await openVersions(view, 'person')).toEqual(await tableNow(view, 'person'));
  });

  test('begins a history with the rows that are there, and may end it', async () => {
    await view.rows(`select drop_history('objective')`);
    const before = await recordBatch(view, ['objective']);
    expect(before.tables.objective!.length).toBeGreaterThan(0);
    await view.rows(`update objective set text = text || '.'`);
    const beginning = await inTransaction(() => view.rows(`select keep_history('objective')`));
    const after = await recordBatch(view, ['objective']);
    expect(await tableAt(view, 'objective', before.batch)).toEqual([]);
    expect(await tableAt(view, 'objective', after.batch)).toEqual(after.tables.objective);
    expect(await view.rows(`select distinct made_epoch || '.' || made_by as made from objective_history`)).toEqual([
      { made: beginning },
    ]);
  });
});
