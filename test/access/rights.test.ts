import { buildSchema, type GraphQLObjectType, isObjectType } from 'graphql';
import WebSocket from 'ws';
import type { Answer, ApiClient } from '../support/api-client';
import { DatabaseView } from '../support/database-view';
import { makeAccount } from '../support/made-account';
import { makeReport } from '../support/made-report';
import { startTestProgram, type TestProgram } from '../support/program';
import { aimAtCommittee } from './aimed-committee';
import { aimAtDocument } from './aimed-documents';
import { WORK_AIMS } from './aimed-work';
import { type Asker, makeAsker, makeAskers, OTHER, OWN } from './askers';
import { EXPOSED } from './exposed-fields.table';
import {
  type AimedReport,
  type Answered,
  type Column,
  COLUMNS,
  FIELDS,
  type Line,
  LISTS,
  type MutationLine,
  MUTATIONS,
  NAMES,
  ONE,
  type Outcome,
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

async function lineOf<Value extends string>(cell: (column: Column) => Promise<Value>): Promise<Line<Value>> {
  const cells: Partial<Record<Column, Value>> = {};
  for (const column of COLUMNS) cells[column] = await cell(column);
  return cells as Line<Value>;
}

describe('fields of Query', () => {
  const QUESTIONS: Readonly<Record<string, string>> = {
    viewer: '{ viewer { id } }',
    installation: '{ installation { today } }',
    explainLive: '{ explainLive { process } }',
    changes: '{ changes(of: WorkItem, from: "1.1") { id } }',
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
  const provisional = await madeMeasurement('PROVISIONAL', null);
  const given = await madeMeasurement('PROVISIONAL', OWN.unit);
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
    await view.rows(`delete from progress_report where summary = 'made'`);
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

const SELECTED = 'userErrors { code }';
const COMMITTEE = ['reformCommittee', 'assignMember', 'endMemberAssignment', 'assignOversight', 'endOversight'];
const FURTHER = [...COMMITTEE, ...Object.keys(WORK_AIMS)];
const NAMED_BY_RULE = MUTATIONS.filter(
  ({ mutation, document }) => document !== undefined || FURTHER.includes(mutation),
).map(({ mutation }) => mutation);
const statementOf = (mutation: string): string => {
  const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
  return `mutation ($input: ${type}!) { ${mutation}(input: $input) { ${SELECTED} } }`;
};
const STATEMENTS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(NAMED_BY_RULE.map((mutation) => [mutation, statementOf(mutation)])),
  signIn: `mutation ($input: SignInInput!) { signIn(input: $input) { ${SELECTED} } }`,
  signOut: `mutation { signOut { ${SELECTED} } }`,
  submitProgressReport: `mutation ($input: SubmitProgressReportInput!) { submitProgressReport(input: $input) { ${SELECTED} } }`,
  approveProgressReport: `mutation ($input: ApproveProgressReportInput!) { approveProgressReport(input: $input) { ${SELECTED} } }`,
  returnProgressReport: `mutation ($input: ReturnProgressReportInput!) { returnProgressReport(input: $input) { ${SELECTED} } }`,
  withdrawProgressReport: `mutation ($input: WithdrawProgressReportInput!) { withdrawProgressReport(input: $input) { ${SELECTED} } }`,
  recordMeasurement: `mutation ($input: RecordMeasurementInput!) { recordMeasurement(input: $input) { ${SELECTED} } }`,
  createUnit: `mutation ($input: CreateUnitInput!) { createUnit(input: $input) { ${SELECTED} } }`,
  moveUnit: `mutation ($input: MoveUnitInput!) { moveUnit(input: $input) { ${SELECTED} } }`,
  endUnit: `mutation ($input: EndUnitInput!) { endUnit(input: $input) { ${SELECTED} } }`,
  mergeUnits: `mutation ($input: MergeUnitsInput!) { mergeUnits(input: $input) { ${SELECTED} } }`,
  createPerson: `mutation ($input: CreatePersonInput!) { createPerson(input: $input) { ${SELECTED} } }`,
  createAccount: `mutation ($input: CreateAccountInput!) { createAccount(input: $input) { ${SELECTED} } }`,
  grantRole: `mutation ($input: GrantRoleInput!) { grantRole(input: $input) { ${SELECTED} } }`,
  revokeRole: `mutation ($input: RevokeRoleInput!) { revokeRole(input: $input) { ${SELECTED} } }`,
  disableAccount: `mutation ($input: DisableAccountInput!) { disableAccount(input: $input) { ${SELECTED} } }`,
  enableAccount: `mutation ($input: EnableAccountInput!) { enableAccount(input: $input) { ${SELECTED} } }`,
  resetPassword: `mutation ($input: ResetPasswordInput!) { resetPassword(input: $input) { ${SELECTED} } }`,
  assignLeadUnit: `mutation ($input: AssignLeadUnitInput!) { assignLeadUnit(input: $input) { ${SELECTED} } }`,
  assignUnitRole: `mutation ($input: AssignUnitRoleInput!) { assignUnitRole(input: $input) { ${SELECTED} } }`,
  endUnitRole: `mutation ($input: EndUnitRoleInput!) { endUnitRole(input: $input) { ${SELECTED} } }`,
  assignResponsiblePerson: `mutation ($input: AssignResponsiblePersonInput!) { assignResponsiblePerson(input: $input) { ${SELECTED} } }`,
  acceptMeasurement: `mutation ($input: AcceptMeasurementInput!) { acceptMeasurement(input: $input) { ${SELECTED} } }`,
  correctMeasurement: `mutation ($input: CorrectMeasurementInput!) { correctMeasurement(input: $input) { ${SELECTED} } }`,
  createDisplay: `mutation ($input: CreateDisplayInput!) { createDisplay(input: $input) { ${SELECTED} } }`,
  revokeDisplay: `mutation ($input: RevokeDisplayInput!) { revokeDisplay(input: $input) { ${SELECTED} } }`,
};

let counter = 0;

const NEW_UNIT = {
  name: 'Sở mới',
  nameEn: 'New',
  shortName: 'Mới',
  shortNameEn: 'New',
  kind: 'DEPARTMENT',
  source: 'x',
};

async function itemId(code: string): Promise<string> {
  return (await view.row<{ id: string }>(`select 'wi_' || id as id from work_item where code = $1`, [code])).id;
}

async function madeMeasurement(state: string, unit: string | null): Promise<string> {
  const { id } = await view.row<{ id: string }>(
    `insert into measurement (indicator_id, period, ends_on, value, state, recorded_at, source_citations, unit_id)
     select id, '2023-Q3', '2023-09-30', 1, $1, '2023-11-01', '{}', (select id from unit where code = $2)
     from indicator where code = 'kinh-te-so' returning 'me_' || id as id`,
    [state, unit],
  );
  return id;
}

async function unitId(code: string): Promise<string> {
  return (await view.row<{ id: string }>(`select 'un_' || id as id from unit where code = $1`, [code])).id;
}

async function madeAccount({ isDisabled = false } = {}): Promise<string> {
  const { id } = await makeAccount(program, view, { roles: [{ role: 'ANALYST' }] });
  if (isDisabled) await view.rows('update account set disabled_at = now() where id = $1', [id]);
  return `ac_${id}`;
}

async function madeUnit(): Promise<string> {
  const { id } = await view.row<{ id: string }>(
    `insert into unit (code, name, name_en, short_name, short_name_en, kind) values ($1, 'x', 'x', 'x', 'x', 'DEPARTMENT') returning 'un_' || id as id`,
    [`made-${++counter}`],
  );
  return id;
}

/** Prepares what a mutation is aimed at and gives its input. */
async function aim(line: MutationLine, asker: Asker): Promise<object | undefined> {
  const item = (of: 'own' | 'other') => (of === 'own' ? OWN : OTHER).item;
  if (COMMITTEE.includes(line.mutation)) return aimAtCommittee(view, line.mutation);
  const work = WORK_AIMS[line.mutation];
  if (work !== undefined) return work(view);
  if (line.document !== undefined) return aimAtDocument(view, line);
  const idOf = async (sql: string, value: string) => (await view.row<{ id: string }>(sql, [value])).id;
  switch (line.mutation) {
    case 'signIn':
      return { email: 'analyst@demo.test', password: 'mat-khau-thu' };
    case 'signOut':
      return undefined;
    case 'submitProgressReport':
      return {
        workItemId: await idOf(`select 'wi_' || id as id from work_item where code = $1`, item(line.item!)),
        period: '2023-Q4',
        percentComplete: 99,
        summary: 'made',
      };
    case 'recordMeasurement':
      return {
        indicatorId: await idOf(`select 'in_' || id as id from indicator where code = $1`, 'kinh-te-so'),
        period: '2023-Q3',
        value: 18,
        source: 'x',
      };
    case 'createUnit':
      return { ...NEW_UNIT, code: `moi-${++counter}` };
    case 'createPerson':
      return { displayName: `Chánh văn phòng ${++counter}`, unitId: await unitId(OWN.unit) };
    case 'moveUnit':
      return { unitId: await madeUnit(), parentId: await unitId(OWN.unit) };
    case 'endUnit':
      return {
        unitId: await madeUnit(),
        lastOn: '2023-12-31',
        successors: [{ unitId: await unitId('so-nv'), share: 1 }],
        source: 'x',
      };
    case 'mergeUnits':
      return { unitIds: [await madeUnit()], successorId: await unitId('so-nv'), lastOn: '2023-12-31', source: 'x' };
    case 'createAccount':
      return { email: `nguoi-moi-${++counter}@made.test`, displayName: 'Người mới', role: 'ANALYST' };
    case 'grantRole':
      return { accountId: await madeAccount(), role: 'INSPECTOR' };
    case 'revokeRole':
      return { accountId: await madeAccount(), role: 'ANALYST' };
    case 'disableAccount':
      return { accountId: await madeAccount(), reason: 'Chuyển công tác.' };
    case 'enableAccount':
      return { accountId: await madeAccount({ isDisabled: true }) };
    case 'resetPassword':
      return { accountId: await madeAccount() };
    case 'assignLeadUnit':
      return { workItemId: await itemId('07-12'), unitId: await madeUnit(), reason: 'x' };
    case 'assignUnitRole':
      return { workItemId: await itemId(OWN.item), unitId: await madeUnit(), role: 'MONITORING' };
    case 'endUnitRole': {
      const unit = await madeUnit();
      await view.rows(
        `insert into unit_role (work_item_id, role, unit_id, rank) select w.id, 'ADVISORY', u.id, 99 from work_item w, unit u
         where w.code = $1 and 'un_' || u.id = $2`,
        [OWN.item, unit],
      );
      return { workItemId: await itemId(OWN.item), unitId: unit };
    }
    case 'assignResponsiblePerson': {
      const { id } = await view.row<{ id: string }>(
        `insert into person (code, display_name, unit_id) select $1, 'x', lead_unit_id from work_item where code = $2 returning 'pe_' || id as id`,
        [`made-${++counter}`, OWN.item],
      );
      return { workItemId: await itemId(OWN.item), personId: id };
    }
    case 'acceptMeasurement':
      return { measurementId: await madeMeasurement('PROVISIONAL', OWN.unit) };
    case 'correctMeasurement':
      return { measurementId: await madeMeasurement('ACCEPTED', null), value: 2, reason: 'x', source: 'x' };
    case 'createDisplay':
      return { name: `Màn hình ${++counter}`, programmeCode: '07-CTr/TU' };
    case 'revokeDisplay': {
      const { id } = await view.row<{ id: string }>(
        `insert into display (name, programme_id, account_id, created_at)
         select $1, p.id, $2, '2023-11-01' from programme p where p.code = '07-CTr/TU' returning 'di_' || id as id`,
        [`Màn hình ${++counter}`, colleague],
      );
      return { displayId: id };
    }
    default: {
      const { unit, state, by } = line.of!;
      const submittedById = by === 'self' ? (asker.accountId ?? colleague) : colleague;
      const id = await makeReport(view, { item: item(unit), state, submittedById });
      return { progressReportId: `rp_${id}`, ...(line.mutation === 'returnProgressReport' && { reason: 'Trả.' }) };
    }
  }
}

async function outcomeOf(client: ApiClient, mutation: string, input: object | undefined): Promise<Outcome> {
  const answer = await client.ask<Record<string, { userErrors: { code: Outcome }[] }> | null>(STATEMENTS[mutation]!, {
    input,
  });
  const codes = (answer.errors ?? []).map(({ extensions }) => extensions.code);
  if (codes.length > 0) {
    expect(codes).toEqual(['UNAUTHENTICATED']);
    return 'deny';
  }
  const { userErrors } = answer.data![mutation]!;
  expect(userErrors.length).toBeLessThanOrEqual(1);
  return userErrors[0]?.code ?? 'done';
}

const nameOf = ({ mutation, of, item, document }: MutationLine): string => {
  if (document !== undefined) return `${mutation} of ${document.unit} unit’s document, ${document.state}`;
  const aimed = (report: AimedReport) =>
    `${report.by === 'self' ? 'an own' : 'a colleague’s'} ${report.state} report of ${report.unit === 'own' ? 'the own' : 'another'} unit`;
  if (of !== undefined) return `${mutation} of ${aimed(of)}`;
  return item === undefined ? mutation : `${mutation} on an item of ${item === 'own' ? 'the own' : 'another'} unit`;
};

describe('mutations', () => {
  afterEach(async () => {
    await view.rows(`delete from progress_report where summary = 'made'`);
  });

  /** Sends a mutation as one column, aimed at something of its own. */
  async function cellOf(line: MutationLine, column: Column): Promise<Outcome> {
    // signing out ends the session: each cell has one of its own
    const asker = line.mutation === 'signOut' ? await makeAsker(program, view, column) : askers[column];
    const input = await aim(line, asker);
    const before = await view.everything();
    const outcome = await outcomeOf(asker.client, line.mutation, input);
    const after = await view.everything();
    if (outcome === 'done') expect(after).not.toEqual(before);
    else expect(after).toEqual(before);
    await view.rows(`delete from progress_report where summary = 'made'`);
    return outcome;
  }

  /** Sends a mutation as all columns that are to be refused, one after the other, aimed at the same thing. */
  async function refusedCells(line: MutationLine, columns: readonly Column[]): Promise<Map<Column, Outcome>> {
    const input = await aim(line, askers.STRANGER);
    const before = await view.everything();
    const found = new Map<Column, Outcome>();
    for (const column of columns) found.set(column, await outcomeOf(askers[column].client, line.mutation, input));
    expect(await view.everything()).toEqual(before);
    await view.rows(`delete from progress_report where summary = 'made'`);
    return found;
  }

  test.each(MUTATIONS.map((line) => ({ ...line, name: nameOf(line) })))(
    '$name: done for whom the table says, and a refusal writes nothing',
    async (line) => {
      const isShared = line.mutation !== 'signOut' && line.of?.by !== 'self';
      const refused = isShared ? COLUMNS.filter((column) => line.outcome[column] !== 'done') : [];
      const cells = await refusedCells(line, refused);
      const found = await lineOf(async (column) => cells.get(column) ?? (await cellOf(line, column)));
      expect(found).toEqual(line.outcome);
    },
  );
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
