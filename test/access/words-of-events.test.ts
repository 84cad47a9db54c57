import {
  getNamedType,
  getNullableType,
  type GraphQLInputObjectType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isLeafType,
  isListType,
  isObjectType,
} from 'graphql';
import { ROLES } from '../../src/platform/access/actor';
import type { ApiClient } from '../support/api-client';
import { DatabaseView } from '../support/database-view';
import { makeAccount } from '../support/made/made-account';
import { makeAppendix, makeDocument } from '../support/made/made-document';
import { schemaOf } from '../support/payload-selection';
import { mutated } from '../support/payload';
import { startTestProgram, type TestProgram } from '../support/program';
import { Aims } from './aims';
import { type Asker, makeAsker, makeAskers, OWN } from './askers';
import { type Column, LISTS, MUTATIONS } from './rights.table';
import { successOf } from './success-of';

let program: TestProgram;
let view: DatabaseView;
let schema: GraphQLSchema;
let askers: Record<Column, Asker>;
let aims: Aims;
let words = 0;

const isNoDescription = (mutation: string): boolean => mutation !== 'describeWorkItem';
const SIGNING = ['signIn', 'signOut', 'changePassword'];
/** Texts that are no words: what they hold is looked up, or has a form of its own. */
const FORMED = /Codes?$|^(code|email|idempotencyKey|currency|amount|period|number|name)$/;

beforeAll(async () => {
  program = await startTestProgram();
  view = await DatabaseView.open(program.target);
  schema = await schemaOf(program.url);
  const { id: colleague } = await makeAccount(program, view, { roles: [{ role: 'REPORTER', unit: OWN.unit }] });
  aims = new Aims(program, view, colleague);
  await view.rows(`update work_item set concrete_objective = null where code = '07-12'`);
  for (const mutation of ON_DRAFTED_ITEMS) await doWithWords(mutation, await draftedItem());
  // describing comes last: what others are aimed at empties the words again
  for (const mutation of new Set([
    ...MUTATIONS.map((line) => line.mutation).filter(isNoDescription),
    'describeWorkItem',
  ])) {
    if (!SIGNING.includes(mutation)) await doWithWords(mutation);
  }
  askers = await makeAskers(program, view);
}, 240_000);

afterAll(async () => {
  await view.close();
  await program.close();
});

/** What is done with items of drafts as well. */
const ON_DRAFTED_ITEMS = [
  'describeWorkItem',
  'addMilestones',
  'verifyWorkItem',
  'addResource',
  'addDeliverable',
  'traceWorkItem',
  'assignLeadUnit',
  'assignUnitRole',
  'assignOversight',
];

/** Does a mutation, by somebody who may, with a word of its own in each of its texts. */
async function doWithWords(mutation: string, item?: string): Promise<void> {
  const { line, role } = successOf(mutation);
  // one report of an item and period waits at a time
  await view.rows(`update progress_report set state = 'RETURNED' where state in ('SUBMITTED', 'UNIT_APPROVED')`);
  const asker = await makeAsker(program, view, role);
  const aimed = (await aims.aim(line, asker)) as Record<string, unknown>;
  const onItem =
    item === undefined ? {} : 'workItemIds' in aimed ? { workItemIds: [`wi_${item}`] } : { workItemId: `wi_${item}` };
  const type = getNamedType(schema.getMutationType()!.getFields()[mutation]!.args[0]!.type) as GraphQLInputObjectType;
  await mutated(asker.client, mutation, worded(type, { ...aimed, ...onItem }));
}

/** An input whose texts each say a word that is said nowhere else, those that may be left out as well. */
function worded(type: GraphQLInputObjectType, input: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const filled: Record<string, unknown> = { ...input };
  for (const field of Object.values(type.getFields())) {
    const below = getNamedType(field.type);
    const given = input[field.name];
    if (below.name === 'String' && !FORMED.test(field.name) && !isListType(getNullableType(field.type))) {
      words += 1;
      filled[field.name] = `tiếng${words}ấy`;
    } else if (Array.isArray(given) && 'getFields' in below) {
      filled[field.name] = given.map((row: Record<string, unknown>) => worded(below, row));
    }
  }
  return filled;
}

/** A row on the list of a plan of the secretariat's that is drafted. */
async function draftedItem(): Promise<string> {
  const plan = await makeDocument(view, { kind: 'PLAN', state: 'DRAFTING', unit: null });
  const appendix = await makeAppendix(view, plan, 1);
  const { id } = await view.row<{ id: string }>(
    `with item as (
       insert into work_item (code, number, kind, title, title_en, short_name, short_name_en, programme_id, appendix_id, lead_unit_id, starts_on, due_on, is_in_force)
       select $1::text, 1, kind, title, title_en, short_name, short_name_en, programme_id, $1::uuid, lead_unit_id, '2023-01-01', '2023-12-31', false
       from work_item where code = '07-12' returning id, lead_unit_id)
     insert into unit_role (work_item_id, unit_id, role, rank) select id, lead_unit_id, 'LEAD', 1 from item returning work_item_id as id`,
    [appendix],
  );
  return id;
}

/** The texts, numbers and ids that a row says, with those of what stands beside it. */
function selectionOf(type: GraphQLObjectType, depth: number): string {
  return Object.values(type.getFields())
    .filter(({ args }) =>
      args.every(({ defaultValue, type: given }) => defaultValue !== undefined || given === getNullableType(given)),
    )
    .map(({ name, type: given }) => {
      const below = getNamedType(given);
      if (isLeafType(below)) return name;
      if (depth === 0 || !isObjectType(below) || below.name.endsWith('Connection')) return '';
      return `${name} { __typename ${selectionOf(below, depth - 1)} }`;
    })
    .join(' ');
}

/** Everything that a client reads in all lists but the log's. */
async function readBy(client: ApiClient): Promise<string> {
  const texts: string[] = [];
  for (const list of Object.keys(LISTS).filter((name) => name !== 'events')) {
    const connection = getNamedType(schema.getQueryType()!.getFields()[list]!.type) as GraphQLObjectType;
    const row = getNamedType(connection.getFields().nodes!.type) as GraphQLObjectType;
    texts.push(JSON.stringify(await pagesOf(client, list, selectionOf(row, 1), 50)));
  }
  return texts.join('\n');
}

async function pagesOf<Row>(client: ApiClient, list: string, selected: string, size: number): Promise<Row[]> {
  interface Page {
    list: { nodes: Row[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } };
  }
  const rows: Row[] = [];
  for (let after: string | null = null; ;) {
    const { data, errors }: { data: Page; errors?: readonly object[] } = await client.ask<Page>(
      `query ($after: String) { list: ${list}(first: ${size}, after: $after) { nodes { ${selected} } pageInfo { hasNextPage endCursor } } }`,
      { after },
    );
    if (errors !== undefined) throw new Error(`${list}: ${JSON.stringify(errors)}`);
    rows.push(...data.list.nodes);
    if (!data.list.pageInfo.hasNextPage) return rows;
    after = data.list.pageInfo.endCursor;
  }
}

interface Heard {
  readonly cursor: string;
  readonly type: string;
  readonly data: object;
  readonly subject: { readonly id: string } | null;
}

const heardBy = (client: ApiClient) => pagesOf<Heard>(client, 'events', 'cursor type data subject { id }', 100);

test('each word that a room hears in an event, it reads in the rows', async () => {
  const { client } = askers.DISPLAY;
  const read = await readBy(client);
  const heard = await heardBy(client);
  const unread = heard.flatMap(({ type, data }) =>
    (JSON.stringify(data).match(/tiếng\d+ấy/g) ?? []).filter((word) => !read.includes(word)).map(() => type),
  );
  expect(unread).toEqual([]);
  // rooms do hear and read of what was done
  expect(heard.filter(({ data }) => /tiếng\d+ấy/.test(JSON.stringify(data))).length).toBeGreaterThan(5);
});

test('all words that rooms do not hear are in the log all the same', async () => {
  const heard = JSON.stringify(await heardBy(askers.INSPECTOR.client));
  for (const type of ['WORK_ITEM_VERIFIED', 'APPENDIX_ROWS_REMOVED', 'LEAD_UNIT_ASSIGNED', 'OPINION_RECORDED']) {
    expect(heard).toContain(type);
  }
});

test.each(ROLES)('%s sees the subject of every event that it hears', async (role) => {
  // a draft that was used up or discarded is there no more
  const subjects = await view.rows<{ cursor: string }>(
    `select epoch || '.' || position as cursor from event_log where subject_id is not null
       and (subject_type <> 'ProgressReportDraft' or exists (select from progress_report_draft d where d.id = subject_id))`,
  );
  const withSubject = new Set(subjects.map(({ cursor }) => cursor));
  const heard = await heardBy(askers[role].client);
  const unseen = heard.filter(({ cursor, subject }) => withSubject.has(cursor) && subject === null);
  expect([...new Set(unseen.map(({ type }) => type))]).toEqual([]);
});
