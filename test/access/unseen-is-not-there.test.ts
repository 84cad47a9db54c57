import { randomUUID } from 'node:crypto';
import { getNamedType, type GraphQLInputObjectType, type GraphQLSchema } from 'graphql';
import { ROLES } from '../../src/platform/access/actor';
import { DatabaseView } from '../support/database-view';
import { makeAccount } from '../support/made/made-account';
import { makeAppendix, makeDocument } from '../support/made/made-document';
import { makeMeasurement } from '../support/made/made-measurement';
import { makeReport } from '../support/made/made-report';
import { mutate } from '../support/payload';
import { schemaOf } from '../support/payload-selection';
import { startTestProgram, type TestProgram } from '../support/program';
import { Aims } from './aims';
import { type Asker, makeAskers, OTHER, OWN } from './askers';
import { type Column, MUTATIONS } from './rights.table';
import { successOf } from './success-of';
import { refusalsIn, resultsOf } from '../support/refusals-in';

let program: TestProgram;
let view: DatabaseView;
let schema: GraphQLSchema;
let askers: Record<Column, Asker>;
let aims: Aims;
/** Rows by the prefix of their ids: of drafts, of other units, of people and of screens; who sees none of a kind finds it nowhere. */
let rows: Map<string, string>;

beforeAll(async () => {
  program = await startTestProgram();
  view = await DatabaseView.open(program.target);
  schema = await schemaOf(program.url);
  askers = await makeAskers(program, view);
  const { id } = await makeAccount(program, view, { roles: [{ role: 'REPORTER', unit: OWN.unit }] });
  aims = new Aims(program, view, id);
  rows = await makeRows(id);
});

afterAll(async () => {
  await view.close();
  await program.close();
});

async function makeRows(accountId: string): Promise<Map<string, string>> {
  const plan = await makeDocument(view, { kind: 'PLAN', state: 'DRAFTING', unit: null, asked: [OTHER.unit] });
  const appendix = await makeAppendix(view, plan, 1);
  const idOf = async (sql: string, values: unknown[] = []) => (await view.row<{ id: string }>(sql, values)).id;
  const item = await idOf(
    `insert into work_item (code, number, kind, title, title_en, short_name, short_name_en, programme_id, appendix_id, lead_unit_id, starts_on, due_on, is_in_force)
     select 'drafted', 1, kind, title, title_en, short_name, short_name_en, programme_id, $1, lead_unit_id, starts_on, due_on, false
     from work_item where code = '07-12' returning id`,
    [appendix],
  );
  const report = await makeReport(view, { item: OTHER.item, state: 'SUBMITTED', submittedById: accountId });
  return new Map([
    ['wi', `wi_${item}`],
    ['rp', `rp_${report}`],
    ['me', await makeMeasurement(view, 'PROVISIONAL', OTHER.unit)],
    ['ac', `ac_${accountId}`],
    ['di', await idOf(`select 'di_' || id as id from display order by id limit 1`)],
    ['co', await idOf(`select 'co_' || id as id from consultation where document_id = $1`, [plan])],
    [
      're',
      await idOf(
        `insert into resource (work_item_id, kind, description, stated_on) values ($1, 'DATA', 'x', '2023-01-01') returning 're_' || id as id`,
        [item],
      ),
    ],
    [
      'dl',
      await idOf(
        `insert into deliverable (work_item_id, number, title, due_on) values ($1, 1, 'x', '2023-12-31') returning 'dl_' || id as id`,
        [item],
      ),
    ],
    [
      'tc',
      await idOf(
        `insert into trace (work_item_id, objective_id, traced_on) select $1, id, '2023-01-01' from objective order by id limit 1
         returning 'tc_' || id as id`,
        [item],
      ),
    ],
    ['pe', await idOf(`select 'pe_' || id as id from person order by id limit 1`)],
  ]);
}

/** The places of an input that hold one id, or a list of them, by the ids that they hold. */
function idFieldsOf(type: GraphQLInputObjectType): string[] {
  return Object.values(type.getFields())
    .filter((field) => getNamedType(field.type).name === 'ID')
    .map(({ name }) => name);
}

const MUTATED = [...new Set(MUTATIONS.map(({ mutation }) => mutation))].filter(
  (mutation) => !['signIn', 'signOut'].includes(mutation),
);

test.each(MUTATED)('%s: a row that one may not see and one that is not there are the same answer', async (mutation) => {
  const input = getNamedType(schema.getMutationType()!.getFields()[mutation]!.args[0]!.type) as GraphQLInputObjectType;
  const { line } = successOf(mutation);
  // one report of an item and period waits at a time
  await view.rows(
    `delete from progress_report where (summary = 'made' or summary like 'Không thay đổi%') and 'rp_' || id <> $1`,
    [rows.get('rp')],
  );
  const aimed = (await aims.aim(line, askers.STRANGER)) as Record<string, unknown>;
  const before = await view.everything();
  for (const field of idFieldsOf(input)) {
    const given = aimed[field];
    const [held] = Array.isArray(given) ? (given as string[]) : [given as string | undefined];
    const prefix = (held ?? '').split('_')[0]!;
    const hidden = rows.get(prefix);
    if (hidden === undefined) continue;
    for (const role of ROLES) {
      const { client } = askers[role];
      const seen = await client.ask<{ node: object | null }>('query ($id: ID!) { node(id: $id) { id } }', {
        id: hidden,
      });
      if (seen.data.node !== null) continue;
      const answers = [];
      for (const id of [hidden, `${prefix}_${randomUUID()}`]) {
        const named = { ...aimed, [field]: Array.isArray(given) ? [id] : id };
        for (const language of ['vi', 'en'])
          answers.push(refusalsIn(await mutate(client, mutation, named, resultsOf(mutation), language)));
      }
      const told = answers.map((answer) => [role, field, answer]);
      expect(told.slice(0, 2)).toEqual(told.slice(2));
      expect(answers[0]).not.toEqual([]);
    }
  }
  expect(await view.everything()).toEqual(before);
});
