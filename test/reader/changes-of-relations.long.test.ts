import type { DataSource } from 'typeorm';
import { ProgressReportDraft } from '../../src/progress/drafts/progress-report-draft.entity';
import { dataSourceOn } from '../../src/open-data-source';
import type { ApiClient } from '../support/api-client';
import { makeAccount } from '../support/made/made-account';
import { changes, ChangingWorld } from './changing-world';

let world: ChangingWorld;
let dataSource: DataSource;
/** Who sees every row, but for what a unit has only begun to write, and who sees that of every unit. */
let inspector: ApiClient;
let approver: ApiClient;
/** Rows of those who ask, who stay who they are. */
let askers: string[];

beforeAll(async () => {
  world = await ChangingWorld.open();
  dataSource = await dataSourceOn(world.program.target).initialize();
  inspector = await world.program.as('inspector');
  const made = await makeAccount(world.program, world.view, { roles: [] });
  approver = made.client;
  const rows = await world.view.rows<{ id: string }>(
    `with asker as (select id from account where email = 'inspector@demo.test'),
       role as (insert into account_role (account_id, role, unit_id) select $1, 'APPROVER', id from unit returning id)
     select id from asker union all select id from account_role where account_id = (select id from asker)
     union all select id from role union all select $1`,
    [made.id],
  );
  askers = rows.map(({ id }) => id);
});

afterAll(async () => {
  await dataSource.destroy();
  await world.close();
});

/** A relation as the tables have it: which column of which table leads to which one. */
interface Relation {
  readonly type: string;
  readonly field: string;
  readonly table: string;
  readonly column: string;
  readonly target: string;
}

const isDraft = ({ type }: Relation): boolean => type === ProgressReportDraft.name;

interface Introspected {
  readonly __schema: {
    readonly types: readonly {
      readonly name: string;
      readonly fields: readonly { readonly name: string }[] | null;
      readonly enumValues: readonly { readonly name: string }[] | null;
    }[];
  };
}

/** Relations of types with a history that clients can follow. */
async function relations(): Promise<Relation[]> {
  const { data } = await world.secretariat.ask<Introspected>(
    '{ __schema { types { name fields { name } enumValues { name } } } }',
  );
  const { types } = data.__schema;
  const kept = types.find(({ name }) => name === 'ReadableTypeName')!.enumValues!.map(({ name }) => name);
  return dataSource.entityMetadatas.flatMap((entity) => {
    const fields = types.find(({ name }) => name === entity.targetName)?.fields?.map(({ name }) => name) ?? [];
    if (!kept.includes(entity.targetName)) return [];
    return entity.manyToOneRelations
      .filter(({ propertyName }) => fields.includes(propertyName))
      .map((relation) => ({
        type: entity.targetName,
        field: relation.propertyName,
        table: entity.tableName,
        column: relation.joinColumns[0]!.databaseName,
        target: relation.inverseEntityMetadata.tableName,
      }));
  });
}

/** A row of a table and another row that its relation may lead to without breaking a rule of the table; null where there is none. */
async function move({ table, column, target }: Relation): Promise<string | null> {
  const pairs = await world.view.rows<{ id: string; other: string }>(
    `select r.id, o.id as other from (select * from ${table} where id <> all ($1) order by id limit 6) r
     join ${target} o on o.id is distinct from r.${column} and o.id <> r.id and o.id <> all ($1) order by r.id, o.id limit 40`,
    [askers],
  );
  const update = `update ${table} set ${column} = $2 where id = $1`;
  for (const { id, other } of pairs) {
    if (!(await isAllowed(update, [id, other]))) continue;
    await world.write(table, update, [id, other]);
    return id;
  }
  return null;
}

/** Whether the rules of the tables allow what a statement does. Asked beforehand: a write that meets another one's row is tried again and again. */
async function isAllowed(statement: string, values: readonly unknown[]): Promise<boolean> {
  const runner = dataSource.createQueryRunner();
  await runner.startTransaction();
  try {
    await runner.query('set constraints all immediate');
    await runner.query(statement, [...values]);
    return true;
  } catch {
    return false;
  } finally {
    await runner.rollbackTransaction();
    await runner.release();
  }
}

test('every relation that leads elsewhere is told by its name, before and after', async () => {
  // a unit's drafts before its heirs: after those, rights of units are no longer what a command leaves behind
  const all = (await relations()).sort((left, right) => Number(isDraft(right)) - Number(isDraft(left)));
  expect(new Set(all.map(({ type }) => type)).size).toBeGreaterThanOrEqual(13);
  const told: string[] = [];
  const silent: string[] = [];
  for (const relation of all) {
    const { type } = relation;
    const from = await world.cursorNow();
    const id = await move(relation);
    if (id === null) continue;
    const name = `${type}.${relation.field}`;
    const found = await changes(isDraft(relation) ? approver : inspector, { of: type, from });
    const change = found.find((entry) => entry.id.endsWith(id));
    const field = change?.fields.find((entry) => entry.name === relation.field);
    if (field === undefined || field.before === field.after) silent.push(name);
    else told.push(name);
  }
  expect(silent).toEqual([]);
  expect(told).toEqual(expect.arrayContaining(['WorkItem.leadUnit', 'Target.indicator', 'Document.programme']));
}, 120_000);
