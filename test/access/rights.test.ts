import { getNamedType, buildSchema, type GraphQLObjectType, type GraphQLOutputType, isObjectType } from 'graphql';
import WebSocket from 'ws';
import type { Answer, ApiClient } from '../support/api-client';
import { DatabaseView } from '../support/database-view';
import { makeAccount } from '../support/made/made-account';
import { makeMeasurement } from '../support/made/made-measurement';
import { makeReport } from '../support/made/made-report';
import { startTestProgram, type TestProgram } from '../support/program';
import { type Asker, makeAskers, OTHER, OWN } from './askers';
import { EXPOSED } from './exposed-fields.table';
import { lineOf } from './line-of';
import {
  type Answered,
  type Column,
  COLUMNS,
  FIELDS,
  LISTS,
  MUTATIONS,
  NAMES,
  ONE,
  SUBSCRIPTIONS,
} from './rights.table';

let program: TestProgram;
let view: DatabaseView;
let askers: Record<Column, Asker>;
let colleague: string;

beforeAll(async () => {
  program = await startTestProgram();
  view = await DatabaseView.open(program.target);
  askers = await makeAskers(program, view);
  colleague = (await makeAccount(program, view, { roles: [{ role: 'REPORTER', unit: OWN.unit }] })).id;
});

afterAll(async () => {
  await view.close();
  await program.close();
});

describe('every field is stated', () => {
  async function objectTypes(): Promise<Map<string, GraphQLObjectType>> {
    const schema = buildSchema(await (await fetch(`${program.url}/schema.graphql`)).text());
    return new Map(
      Object.values(schema.getTypeMap())
        .filter(isObjectType)
        .filter(({ name }) => !name.startsWith('__'))
        .map((type) => [type.name, type]),
    );
  }

  /** What every payload has. */
  const OF_PAYLOADS = ['cursor', 'userErrors'];
  const implementsNode = (type: GraphQLObjectType): boolean => type.getInterfaces().some(({ name }) => name === 'Node');

  const fieldsOf = (type: GraphQLObjectType | undefined): string[] => Object.keys(type!.getFields()).sort();

  test('every root field has a line in the table, and every line a root field', async () => {
    const types = await objectTypes();
    expect(fieldsOf(types.get('Query'))).toEqual([...Object.keys(LISTS), ...Object.keys(FIELDS)].sort());
    expect(fieldsOf(types.get('Mutation'))).toEqual([...new Set(MUTATIONS.map(({ mutation }) => mutation))].sort());
    expect(fieldsOf(types.get('Subscription'))).toEqual(Object.keys(SUBSCRIPTIONS).sort());
  });

  test('every field of every type has been reviewed', async () => {
    const types = await objectTypes();
    const reviewed = new Set(['Query', 'Snapshot', 'Mutation', 'Subscription', ...Object.keys(EXPOSED)]);
    for (const [name, type] of types) {
      const [, row, kind] = /^(\w+?)(Connection|Aggregates|Group)$/.exec(name) ?? [];
      if (kind === 'Connection') {
        const fields = fieldsOf(type).filter((field) => field !== 'groupedAggregates');
        expect([name, ...fields]).toEqual([name, 'aggregates', 'edges', 'nodes', 'pageInfo', 'totalCount']);
      } else if (kind !== undefined) {
        // what is added up is shown of each row, too
        const added = fieldsOf(type).filter((field) => !['count', 'keys', 'coverage'].includes(field));
        const exposed = EXPOSED[row!]!.split(' ');
        expect([name, added.filter((field) => !exposed.includes(field))]).toEqual([name, []]);
      } else if (name.endsWith('Payload') && !reviewed.has(name)) {
        // rows, which show what they show everywhere; whatever else a payload holds is stated
        const rest = Object.values(type.getFields()).filter(({ name: field }) => !OF_PAYLOADS.includes(field));
        const isRow = (output: GraphQLOutputType) => {
          const of = getNamedType(output);
          return isObjectType(of) && implementsNode(of) && reviewed.has(of.name);
        };
        expect([name, rest.filter(({ type: of }) => !isRow(of)).map(({ name: field }) => field)]).toEqual([name, []]);
      } else if (name.endsWith('Edge')) expect([name, ...fieldsOf(type)]).toEqual([name, 'cursor', 'node']);
      else expect([name, reviewed.has(name)]).toEqual([name, true]);
    }
    for (const [name, fields] of Object.entries(EXPOSED)) {
      expect([name, ...fieldsOf(types.get(name))]).toEqual([name, ...fields.split(' ').sort()]);
    }
  });
});

/** What an answer to a question for one thing says. */
function answeredBy(answer: Answer<Record<string, unknown> | null>, field: string): Answered {
  const codes = (answer.errors ?? []).map(({ extensions }) => extensions.code);
  if (codes.length > 0) {
    expect(codes).toEqual(['UNAUTHENTICATED']);
    expect(answer.data?.[field] ?? null).toBeNull();
    return 'deny';
  }
  return answer.data![field] === null ? 'null' : 'answer';
}

describe('fields of Query', () => {
  const QUESTIONS: Readonly<Record<string, string>> = {
    viewer: '{ viewer { id } }',
    installation: '{ installation { today } }',
    workingCalendar: '{ workingCalendar { isTodayWorked } }',
    explainLive: '{ explainLive { process } }',
    changes: '{ changes(of: WorkItem, from: "1.1") { id } }',
    whatIf: '{ whatIf(adjustments: []) { workItem(code: "07-01") { id } } }',
    asOf: '{ asOf(cursor: "1.1") { workItem(code: "07-01") { id } } }',
    unit: '{ unit(code: "so-xd") { id } }',
    programme: '{ programme(code: "07-CTr/TU") { id } }',
    document: '{ document(code: "$document") { id } }',
    appendix: '{ appendix(code: "$appendix") { id } }',
    workItem: '{ workItem(code: "07-01") { id } }',
    indicator: '{ indicator(code: "kinh-te-so") { id } }',
    node: '{ node(id: "$item") { id } }',
    progressReport: '{ progressReport(receiptCode: "$receipt") { id } }',
  };

  test.each(Object.keys(FIELDS))('%s answers whom the table says', async (field) => {
    const known = await view.row<Record<string, string>>(`select
      (select code from document order by code limit 1) as document, (select code from appendix order by code limit 1) as appendix,
      (select 'wi_' || id from work_item where code = '07-01') as item,
      (select receipt_code from progress_report where state = 'ACCEPTED' order by id limit 1) as receipt`);
    const query = QUESTIONS[field]!.replace(/\$(\w+)/g, (_all, name: string) => known[name]!);
    const found = await lineOf(async (column) => answeredBy(await askers[column].client.ask(query), field));
    expect(found).toEqual(FIELDS[field]);
  });
});

/** Ids of one thing for each line of ONE. */
async function things(): Promise<Record<keyof typeof ONE, string>> {
  const pending = await makeReport(view, { item: OWN.item, state: 'SUBMITTED', submittedById: colleague });
  const returned = await makeReport(view, { item: OWN.item, state: 'RETURNED', submittedById: colleague });
  const withdrawn = await makeReport(view, { item: OWN.item, state: 'WITHDRAWN', submittedById: colleague });
  const others = await makeReport(view, { item: OTHER.item, state: 'UNIT_APPROVED', submittedById: colleague });
  const othersReturned = await makeReport(view, { item: OTHER.item, state: 'RETURNED', submittedById: colleague });
  const found = await view.row<{ accepted: string; measured: string; screen: string }>(`select
    (select 'rp_' || id from progress_report where state = 'ACCEPTED' order by id limit 1) as accepted,
    (select 'me_' || id from measurement where state = 'ACCEPTED' order by id limit 1) as measured,
    (select 'di_' || id from display order by id limit 1) as screen`);
  const provisional = await makeMeasurement(view, 'PROVISIONAL', null);
  const given = await makeMeasurement(view, 'PROVISIONAL', OWN.unit);
  return {
    'an accepted report': found.accepted,
    'a pending report of the own unit': `rp_${pending}`,
    'a returned report of the own unit': `rp_${returned}`,
    'a withdrawn report of the own unit': `rp_${withdrawn}`,
    'a pending report of another unit': `rp_${others}`,
    'a returned report of another unit': `rp_${othersReturned}`,
    'an accepted measurement': found.measured,
    'a provisional measurement': provisional,
    'a provisional measurement of the own unit': given,
    'a screen': found.screen,
    'an account': `ac_${colleague}`,
  };
}

describe('one thing by its id', () => {
  let ids: Record<keyof typeof ONE, string>;

  beforeAll(async () => {
    ids = await things();
  });

  afterAll(async () => {
    await view.rows(`delete from progress_report where (summary = 'made' or summary like 'Không thay đổi%')`);
    await view.rows(`delete from measurement where state = 'PROVISIONAL'`);
  });

  const LINES = Object.keys(ONE) as (keyof typeof ONE)[];

  test('what is hidden is answered exactly as what is not there', async () => {
    const unknown = (id: string) => id.replace(/_.*/, '_00000000-0000-4000-8000-000000000000');
    const ask = (id: string) =>
      askers.DISPLAY.client.ask('query ($id: ID!) { node(id: $id) { id __typename } }', { id });
    for (const thing of LINES.filter((line) => ONE[line].DISPLAY === 'null')) {
      const [hidden, absent] = [await ask(ids[thing]), await ask(unknown(ids[thing]))];
      expect([thing, hidden]).toEqual([thing, absent]);
    }
  });

  test.each(LINES)('%s is there for whom the table says', async (thing) => {
    const ask = (client: ApiClient) =>
      client.ask<Record<string, unknown>>('query ($id: ID!) { node(id: $id) { id } }', { id: ids[thing] });
    const found = await lineOf(async (column) => answeredBy(await ask(askers[column].client), 'node'));
    expect(found).toEqual(ONE[thing]);
  });

  test.each(LINES.filter((thing) => thing.includes('report')))(
    '%s is found by its receipt by the same people',
    async (thing) => {
      const { code } = await view.row<{ code: string }>(
        `select receipt_code as code from progress_report where 'rp_' || id = $1`,
        [ids[thing]],
      );
      const ask = (client: ApiClient) =>
        client.ask<Record<string, unknown>>('query ($code: String!) { progressReport(receiptCode: $code) { id } }', {
          code,
        });
      const found = await lineOf(async (column) => answeredBy(await ask(askers[column].client), 'progressReport'));
      expect(found).toEqual(ONE[thing]);
    },
  );
});

describe('names of officials', () => {
  test('the accounts on a report and the actor of an event are seen by whom the table says', async () => {
    const query = `{ progressReports(first: 1, where: { state: { eq: ACCEPTED } }) { nodes { submittedBy { displayName } unitApprovedBy { id } acceptedBy { id } } } }`;
    const found = await lineOf(async (column): Promise<Answered> => {
      const answer = await askers[column].client.ask<{ progressReports: { nodes: Record<string, unknown>[] } } | null>(
        query,
      );
      if (answer.errors !== undefined) return answeredBy(answer, 'progressReports');
      const names = Object.values(answer.data!.progressReports.nodes[0]!);
      expect(new Set(names.map((name) => name === null)).size).toBe(1);
      return names[0] === null ? 'null' : 'answer';
    });
    expect(found).toEqual(NAMES);
  });

  test('the actor of an event that everybody may see has a name for whom the table says', async () => {
    const secretariat = await program.as('secretariat');
    const { id } = await view.row<{ id: string }>(`select 'in_' || id as id from indicator where code = 'kinh-te-so'`);
    const recorded = await secretariat.ask<{ recordMeasurement: { cursor: string } }>(
      `mutation ($id: ID!) { recordMeasurement(input: { indicatorId: $id, period: "2023-Q3", value: 17, source: "x" }) { cursor } }`,
      { id },
    );
    const { cursor } = recorded.data.recordMeasurement;
    const found = await lineOf(async (column): Promise<Answered> => {
      const answer = await askers[column].client.ask<{ events: { nodes: { actor: object | null }[] } } | null>(
        'query ($cursor: Cursor!) { events(where: { cursor: { eq: $cursor } }) { nodes { actor { id displayName } } } }',
        { cursor },
      );
      if (answer.errors !== undefined) return answeredBy(answer, 'events');
      return answer.data!.events.nodes[0]!.actor === null ? 'null' : 'answer';
    });
    expect(found).toEqual(NAMES);
  });

  test('a screen cannot find names by filtering on them', async () => {
    const { data } = await askers.DISPLAY.client.ask(
      '{ progressReports(where: { submittedBy: { displayName: { ne: "" } } }) { totalCount nodes { id } } }',
    );
    expect(data).toEqual({ progressReports: { totalCount: 0, nodes: [] } });
  });
});

describe('subscriptions', () => {
  /** The code with which a connection is closed that says who it is by this client's token. */
  function closeCodeOf(client: ApiClient): Promise<number> {
    const socket = new WebSocket(`${program.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
    return new Promise((resolve, reject) => {
      socket.once('error', reject);
      socket.once('close', resolve);
      socket.once('open', () => {
        const payload = client.token === null ? {} : { authorization: `Bearer ${client.token}` };
        socket.send(JSON.stringify({ type: 'connection_init', payload }));
      });
      socket.on('message', (data: Buffer) => {
        const { type } = JSON.parse(data.toString()) as { type: string };
        if (type === 'connection_ack') subscribeToAll(socket);
        if (type === 'next') reject(new Error(`A stranger was sent ${data.toString()}`));
      });
    });
  }

  function subscribeToAll(socket: WebSocket): void {
    for (const field of Object.keys(SUBSCRIPTIONS)) {
      const query = `subscription { ${field} { __typename } }`;
      socket.send(JSON.stringify({ id: field, type: 'subscribe', payload: { query } }));
    }
  }

  test('are for nobody who is not signed in; only who may come back with a new token is told so', async () => {
    const denied = COLUMNS.filter((column) => Object.values(SUBSCRIPTIONS).every((line) => line[column] === 'deny'));
    expect(denied).toEqual(['STRANGER', 'EXPIRED', 'REVOKED', 'DISABLED']);
    const codes = await Promise.all(denied.map((column) => closeCodeOf(askers[column].client)));
    expect(codes).toEqual([4401, 4403, 4401, 4401]);
  });

  test.each(Object.keys(SUBSCRIPTIONS))('%s is not answered over plain HTTP', async (field) => {
    const answer = await askers.ANALYST.client.ask(`subscription { ${field} { __typename } }`);
    expect(answer.data ?? null).toBeNull();
    expect(answer.errors!.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
  });
});
