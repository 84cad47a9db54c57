import fc from 'fast-check';
import { ROLES } from '../../src/platform/access/actor';
import type { Answer, ApiClient } from '../support/api-client';
import { DatabaseView } from '../support/database-view';
import { doneDocument } from '../support/document-operations';
import { type GivenRole, makeAccount } from '../support/made/made-account';
import { makeAppendix, makeDocument } from '../support/made/made-document';
import { makeDraft } from '../support/made/made-draft';
import { makeJob } from '../support/made/made-job';
import { makeObstacle } from '../support/made/made-obstacle';
import { makeReport } from '../support/made/made-report';
import { startTestProgram, type TestProgram } from '../support/program';
import { type Asker, makeAskers } from './askers';
import { isEverCycleOfItemSql } from '../../src/progress/cycles/cycle-of-item.sql';
import { type Column, COLUMNS, LISTS, type Rows } from './rights.table';
import { sized } from '../support/size';

const UNITS = ['so-xd', 'so-gtvt', 'so-yt'] as const;
const ITEMS = { 'so-xd': '07-21', 'so-gtvt': '07-10', 'so-yt': '07-09' } as const;
const STATES = ['DRAFT', 'SUBMITTED', 'ACCEPTED', 'RETURNED', 'WITHDRAWN'] as const;

let program: TestProgram;
let view: DatabaseView;
let askers: Record<Column, Asker>;

beforeAll(async () => {
  program = await startTestProgram();
  view = await DatabaseView.open(program.target);
  askers = await makeAskers(program, view);
  await makeRows();
});

afterAll(async () => {
  await view.close();
  await program.close();
});

/** Rows of every kind of right: reports of three units in every state, measurements that do not count, events of every audience. */
async function makeRows(): Promise<void> {
  const { id } = await makeAccount(program, view, { roles: [] });
  for (const unit of UNITS) {
    for (const state of STATES) await makeReport(view, { item: ITEMS[unit], state, submittedById: id });
    await makeReport(view, { item: ITEMS[unit], state: 'ACCEPTED', submittedById: id, supersededAt: new Date(0) });
    await makeReport(view, { item: ITEMS[unit], state: 'UNIT_APPROVED', submittedById: id, period: '2023-Q3' });
  }
  await view.rows(
    `insert into measurement (indicator_id, period, ends_on, value, state, recorded_at, source_citations)
     select id, '2023-Q3', '2023-09-30', 1, 'PROVISIONAL', '2023-11-01', '{}' from indicator`,
  );
  await view.rows(
    `insert into measurement (indicator_id, period, ends_on, value, state, recorded_at, source_citations, unit_id)
     select i.id, '2023-Q3', '2023-09-30', 2, 'PROVISIONAL', '2023-11-02', '{}', u.id from indicator i, unit u
     where i.code = 'kinh-te-so' and u.code = any($1)`,
    [UNITS],
  );
  await view.rows(
    `insert into outbox (type, occurred_at, unit_id, audience, tags, data)
     select 'MADE', '2023-11-14', u.id, audience, '{}', '{}'
     from (select id from unit where code = any($1) union all select null) u cross join unnest(array['EVERYONE', 'OFFICIALS', 'UNIT', 'OWN_UNIT', 'RECORDS']) audience`,
    [UNITS],
  );
  for (const [unit, item] of Object.entries(ITEMS)) {
    for (const state of ['REGISTERED', 'UNIT_APPROVED', 'APPROVED', 'RETURNED'])
      await makeRequest(unit, item, state, id);
  }
  await makeDraftedItem();
  for (const state of ['OPEN', 'IN_HAND', 'RESOLVED']) {
    for (const item of ['07-12', 'drafted']) await makeObstacle(view, state, item);
  }
  await view.rows(
    `insert into obstacle (target_id, text, unit_id, raised_on, state)
     select t.id, 'made', u.id, '2023-11-01', 'IN_HAND' from target t, unit u where u.code = 'so-yt' limit 1`,
  );
  for (const item of Object.values(ITEMS)) await makeDraft(view, item, id);
  for (const state of ['SUBMITTED', 'ISSUED', 'WITHDRAWN']) {
    await makeDocument(view, { state, unit: null, approvedBy: ['UNIT', 'PEOPLES_COMMITTEE'] });
  }
  await view.rows(`update document_step set note = 'made' where level = 'UNIT'`);
  await makeJob(view, { failure: 'UNEXPECTED' });
  await view.rows('select sequence_events()');
}

/** A request for an adjustment of a unit, with what hangs on it. */
async function makeRequest(unit: string, item: string, state: string, accountId: string): Promise<void> {
  await view.rows(
    `with made as (insert into adjustment_request (programme_id, unit_id, state, approval_level, product, target_id, objective, resources, reason,
         requested, change_lines, effect_lines, effect_at, registered_by_id, registered_at, unit_approved_at)
       select w.programme_id, u.id, $3::text, 'UNIT', 'made', (select t.id from target t where t.programme_id = w.programme_id order by number limit 1),
         'x', 'x', 'x', '[]', '[]', '[]', '2023-11-14', $4::uuid, '2023-11-14',
         case when $3 not in ('REGISTERED', 'RETURNED') then timestamptz '2023-11-14' end
       from work_item w, unit u where w.code = $2 and u.code = $1 returning id),
     step as (insert into adjustment_step (adjustment_request_id, kind, state, recorded_at, actor_id, note)
       select id, 'REGISTERED', 'REGISTERED', '2023-11-14', $4::uuid, 'made' from made)
     insert into revision (adjustment_id, subject_type, subject_id, work_item_id, applied_on, change_lines)
       select made.id, 'WorkItem', w.id, w.id, '2023-11-14', '[]' from made, work_item w where w.code = $2 and $3 = 'APPROVED'`,
    [unit, item, state, accountId],
  );
}

/** A row on the list of a plan that is drafted, with something of each kind that hangs on a row. */
async function makeDraftedItem(): Promise<void> {
  const plan = await makeDocument(view, { kind: 'PLAN', state: 'DRAFTING', unit: null });
  const appendix = await makeAppendix(view, plan, 1);
  const { id } = await view.row<{ id: string }>(
    `insert into work_item (code, number, kind, title, title_en, short_name, short_name_en, programme_id, appendix_id, lead_unit_id, starts_on, due_on, is_in_force)
     select 'drafted', 1, kind, title, title_en, short_name, short_name_en, programme_id, $1, lead_unit_id, starts_on, due_on, false
     from work_item where code = '07-12' returning id`,
    [appendix],
  );
  await view.rows(
    `with ur as (insert into unit_role (work_item_id, unit_id, role, rank) select id, lead_unit_id, 'LEAD', 1 from work_item where id = $1),
       ms as (insert into milestone (work_item_id, number, title, title_en, due_on, planned_percent) select id, 1, 'made', 'made', due_on, 50 from work_item where id = $1),
       re as (insert into resource (work_item_id, kind, description, stated_on) values ($1, 'DATA', 'made', '2023-01-01')),
       dl as (insert into deliverable (work_item_id, number, title, due_on) values ($1, 1, 'made', '2023-12-31')),
       ov as (insert into work_item_oversight (work_item_id, membership_id, starts_on)
         select $1, id, '2023-01-01' from committee_membership order by id limit 1)
     insert into trace (work_item_id, objective_id, traced_on) select $1, id, '2023-01-01' from objective order by id limit 1`,
    [id],
  );
}

interface Known {
  readonly id: string;
  readonly isAccepted: boolean;
  readonly unit: string | null;
  readonly audience: string | null;
  readonly isIssued?: boolean;
  readonly isWordless?: boolean;
  readonly isPerson?: boolean;
  readonly isDecided?: boolean;
  readonly isHandled?: boolean;
}

/** Rows that hang on work items: they belong to what is issued when their item is in force. */
const partsOf = (table: string, prefix: string): string =>
  `select '${prefix}_' || p.id as id, false as "isAccepted", null as unit, null as audience, w.is_in_force as "isIssued"
   from ${table} p join work_item w on w.id = p.work_item_id`;

const ATTRIBUTES: Readonly<Record<string, string>> = {
  progressReports: `select 'rp_' || r.id as id, r.state = 'ACCEPTED' as "isAccepted", u.code as unit, null as audience
    from progress_report r join unit u on u.id = r.unit_id`,
  measurements: `select 'me_' || m.id as id, m.state = 'ACCEPTED' as "isAccepted", u.code as unit, null as audience
    from measurement m left join unit u on u.id = m.unit_id`,
  documentSections: `select 'ds_' || s.id as id, false as "isAccepted", null as unit, null as audience, d.state = 'ISSUED' as "isIssued"
    from document_section s join document_version v on v.id = s.version_id join document d on d.id = v.document_id`,
  workItems: `select 'wi_' || id as id, false as "isAccepted", null as unit, null as audience, is_in_force as "isIssued" from work_item`,
  jobs: `select 'jb_' || md5('job ' || id)::uuid as id, false as "isAccepted", null as unit, null as audience from graphile_worker.jobs`,
  workItemOversights: partsOf('work_item_oversight', 'ov'),
  resources: partsOf('resource', 're'),
  deliverables: partsOf('deliverable', 'dl'),
  traces: partsOf('trace', 'tc'),
  documentSteps: `select 'dp_' || s.id as id, false as "isAccepted", null as unit, null as audience, d.state = 'ISSUED' as "isIssued", s.note is null as "isWordless"
    from document_step s join document d on d.id = s.document_id`,
  dueMeasurements: `select distinct 'dm_' || md5(t.indicator_id || ' ' || p.period)::uuid as id, false as "isAccepted", null as unit, null as audience
    from target t join trajectory_point p on p.target_id = t.id where t.comparator <> 'QUALITATIVE' and p.ends_on < '2023-11-14'
      and not exists (select from measurement m where m.indicator_id = t.indicator_id and m.period = p.period and m.state = 'ACCEPTED' and m.superseded_at is null)`,
  expectedReports: `select 'xr_' || md5(w.id::text || c.id::text)::uuid as id, false as "isAccepted", null as unit, null as audience
    from work_item w join reporting_cycle c on ${isEverCycleOfItemSql('w', 'c', (table) => table)}`,
  accounts: `select 'ac_' || a.id as id, false as "isAccepted", null as unit, null as audience,
      not exists (select from account_role r where r.account_id = a.id and r.role = 'DISPLAY') as "isPerson" from account a`,
  nonWorkingDays: `select 'nw_' || id as id, false as "isAccepted", null as unit, null as audience, is_decided as "isDecided" from non_working_day`,
  obstacles: `select 'oc_' || o.id as id, false as "isAccepted", null as unit, null as audience,
      o.state = 'IN_HAND' and coalesce(w.is_in_force, true) as "isHandled" from obstacle o left join work_item w on w.id = o.work_item_id`,
  progressReportDrafts: `select 'rd_' || d.id as id, false as "isAccepted", u.code as unit, null as audience
    from progress_report_draft d join unit u on u.id = d.unit_id`,
  adjustmentRequests: `select 'aq_' || r.id as id, r.state = 'APPROVED' as "isAccepted", u.code as unit, null as audience,
      r.unit_approved_at is not null as "isIssued" from adjustment_request r join unit u on u.id = r.unit_id`,
  events: `select e.epoch || '.' || e.position as id, false as "isAccepted", u.code as unit, e.audience
    from event_log e left join unit u on u.id = e.unit_id`,
};
const TABLES: Readonly<Record<string, readonly [table: string, prefix: string]>> = {
  units: ['unit', 'un'],
  unitHeirs: ['unit_heir', 'uh'],
  terms: ['term', 'te'],
  programmes: ['programme', 'pr'],
  documents: ['document', 'do'],
  appendices: ['appendix', 'ap'],
  consultations: ['consultation', 'co'],
  committeeMemberships: ['committee_membership', 'cm'],
  targetAssignments: ['target_assignment', 'tg'],
  viewpoints: ['viewpoint', 'vp'],
  reportingCycles: ['reporting_cycle', 'rc'],
  reportingRules: ['reporting_rule', 'rr'],
  cycleReopenings: ['cycle_reopening', 'cyr'],
  reportWaivers: ['report_waiver', 'rw'],
  indicators: ['indicator', 'in'],
  targets: ['target', 'ta'],
  displays: ['display', 'di'],
  accountRoles: ['account_role', 'ar'],
  persons: ['person', 'pe'],
  serviceOutages: ['service_outage', 'so'],
  jobTasks: ['job_task', 'jt'],
  listReviews: ['list_review', 'lr'],
  revisions: ['revision', 'rv'],
};

/** All rows of a list, with what rights depend on, read from the tables. */
function rowsOf(list: string): Promise<Known[]> {
  const [table, prefix] = TABLES[list] ?? [];
  const plain = `select '${prefix}_' || id as id, false as "isAccepted", null as unit, null as audience from ${table}`;
  return view.rows<Known>(ATTRIBUTES[list] ?? plain);
}

/** The slow reference: whether one row is among those of a word of the table, for somebody who works for these units. */
function isAmong(word: Rows, row: Known, units: readonly string[]): boolean {
  const isOwn = row.unit !== null && units.includes(row.unit);
  switch (word) {
    case 'all':
      return true;
    case 'none':
    case 'deny':
      return false;
    case 'people':
      return row.isPerson === true;
    case 'decided':
      return row.isDecided === true;
    case 'handled':
      return row.isHandled === true;
    case 'mine':
      return isOwn;
    case 'accepted':
      return row.isAccepted;
    case 'own':
      return row.isAccepted || isOwn;
    case 'issued':
      return row.isIssued === true;
    case 'wordless':
      return row.isIssued === true || row.isWordless === true;
    case 'public':
      return row.audience === 'EVERYONE';
    case 'official':
      return row.audience === 'EVERYONE' || row.audience === 'OFFICIALS';
    case 'unit':
      return (
        row.audience === 'EVERYONE' ||
        row.audience === 'OFFICIALS' ||
        (isOwn && /^(OWN_)?UNIT$/.test(row.audience ?? ''))
      );
    case 'units':
      return row.audience !== 'RECORDS' && row.audience !== 'OWN_UNIT';
    case 'records':
      return row.audience !== 'OWN_UNIT';
  }
}

interface Page {
  readonly list: {
    readonly nodes: readonly { id: string }[];
    readonly totalCount: number;
    readonly aggregates?: { readonly count: number };
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}

/** Ids of all rows that a client sees in a list; null when the list is denied. */
async function seenBy(client: ApiClient, list: string, from = '', upTo = ''): Promise<string[] | null> {
  const key = list === 'events' ? 'cursor' : 'id';
  const ids: string[] = [];
  let after: string | null = null;
  for (;;) {
    const answer: Answer<Page | null> = await client.ask<Page | null>(
      `query ($after: String) { ${from} list: ${list}(first: 200, after: $after) {
        nodes { id: ${key} } totalCount aggregates { count } pageInfo { hasNextPage endCursor } } ${upTo} }`,
      { after },
    );
    if (answer.errors !== undefined) {
      expect(answer.errors.map(({ extensions }) => extensions.code)).toEqual(['UNAUTHENTICATED']);
      return null;
    }
    const { nodes, totalCount, aggregates, pageInfo } = answer.data!.list;
    expect(aggregates?.count ?? totalCount).toBe(totalCount);
    ids.push(...nodes.map(({ id }) => id));
    if (!pageInfo.hasNextPage) {
      expect(ids).toHaveLength(totalCount);
      return ids.sort();
    }
    after = pageInfo.endCursor;
  }
}

const sorted = (rows: readonly Known[]): string[] => rows.map(({ id }) => id).sort();

describe('every list', () => {
  test.each(Object.keys(LISTS))('%s shows each role the rows that the table says', async (list) => {
    const rows = await rowsOf(list);
    for (const column of COLUMNS) {
      const word = LISTS[list]![column];
      const seen = await seenBy(askers[column].client, list);
      const expected = word === 'deny' ? null : sorted(rows.filter((row) => isAmong(word, row, ['so-xd'])));
      expect([column, seen]).toEqual([column, expected]);
    }
  });
});

// a role's word, for somebody who holds several: what any of them lets through
const SENSITIVE = [
  'progressReports',
  'progressReportDrafts',
  'measurements',
  'events',
  'displays',
  'documentSections',
  'documentSteps',
  'consultations',
] as const;

const someRole = fc
  .record({ role: fc.constantFrom(...ROLES), unit: fc.constantFrom(...UNITS) })
  .map(({ role, unit }): GivenRole => (role === 'REPORTER' || role === 'APPROVER' ? { role, unit } : { role }));

test('whoever holds several roles, for whichever units, sees in each list what any of them lets through', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(someRole, { maxLength: 4, selector: ({ role, unit }) => `${role} ${unit}` }),
      async (roles) => {
        const { client } = await makeAccount(program, view, { roles, unit: 'so-yt' });
        for (const list of SENSITIVE) {
          const rows = await rowsOf(list);
          const may = (row: Known) =>
            roles.length === 0
              ? isAmong(LISTS[list]!.DISPLAY, row, [])
              : roles.some(({ role, unit }) => isAmong(LISTS[list]![role], row, unit === undefined ? [] : [unit]));
          expect(await seenBy(client, list)).toEqual(sorted(rows.filter(may)));
        }
      },
    ),
    { numRuns: sized(6, 25), seed: 20231114 },
  );
});

describe('no other way leads to hidden rows', () => {
  interface Nested {
    readonly items: { readonly nodes: readonly { readonly progressReports: Page['list'] }[] };
    readonly indicators: { readonly nodes: readonly { readonly measurements: Page['list'] }[] };
    readonly targets: { readonly nodes: readonly { readonly latestMeasurement: { id: string } | null }[] };
  }
  const NESTED = `{
    items: workItems(first: 100) { nodes { progressReports(first: 100) { totalCount nodes { id } } } }
    indicators(first: 100) { nodes { measurements(first: 100) { totalCount nodes { id } } } }
    targets(first: 100) { nodes { latestMeasurement { id } previousMeasurement { id } } } }`;

  test.each(COLUMNS.slice(0, 9))('%s: not under an item, nor under an indicator or target', async (column) => {
    const { client } = askers[column];
    const { data, errors } = await client.ask<Nested>(NESTED);
    expect(errors).toBeUndefined();
    const reports = data.items.nodes.flatMap(({ progressReports }) => progressReports.nodes.map(({ id }) => id)).sort();
    expect(reports).toEqual(await seenBy(client, 'progressReports'));
    for (const { progressReports } of data.items.nodes) {
      expect(progressReports.totalCount).toBe(progressReports.nodes.length);
    }
    const measured = data.indicators.nodes.flatMap(({ measurements }) => measurements.nodes.map(({ id }) => id)).sort();
    expect(measured).toEqual(await seenBy(client, 'measurements'));
    const accepted = new Set(sorted((await rowsOf('measurements')).filter(({ isAccepted }) => isAccepted)));
    for (const { latestMeasurement } of data.targets.nodes) {
      if (latestMeasurement !== null) expect(accepted.has(latestMeasurement.id)).toBe(true);
    }
  });

  test.each(COLUMNS.slice(0, 9))('%s: not by naming their ids, states or units in a filter', async (column) => {
    const { client } = askers[column];
    const seen = (await seenBy(client, 'progressReports'))!;
    const made = sorted((await rowsOf('progressReports')).filter(({ isAccepted }) => !isAccepted));
    const { data } = await client.ask<Record<string, Page['list']>>(
      `query ($ids: [ID!]!, $units: [String!]!) {
        ids: progressReports(first: 200, where: { id: { in: $ids } }) { totalCount nodes { id } }
        states: progressReports(first: 200, where: { state: { ne: ACCEPTED } }) { totalCount nodes { id } }
        units: progressReports(first: 200, where: { and: [{ unit: { code: { in: $units } } }, { state: { ne: ACCEPTED } }] }) { totalCount nodes { id } } }`,
      { ids: made, units: UNITS },
    );
    const visible = made.filter((id) => seen.includes(id));
    for (const name of ['ids', 'states']) {
      expect([name, data[name]!.nodes.map(({ id }) => id).sort()]).toEqual([name, visible]);
      expect([name, data[name]!.totalCount]).toEqual([name, visible.length]);
    }
    expect(data.units!.nodes.every(({ id }) => seen.includes(id))).toBe(true);
  });

  test('not as the subject of an event that everybody may see', async () => {
    const { id } = await view.row<{ id: string }>(`select id from progress_report where state = 'DRAFT' limit 1`);
    await view.rows(
      `insert into outbox (type, occurred_at, audience, tags, data, subject_type, subject_id)
       values ('MADE_ON_HIDDEN', '2023-11-14', 'EVERYONE', '{}', '{}', 'ProgressReport', $1)`,
      [id],
    );
    await view.rows('select sequence_events()');
    const query = '{ events(where: { type: { eq: "MADE_ON_HIDDEN" } }) { nodes { subject { id } } } }';
    const subjectFor = async (column: Column) =>
      (await askers[column].client.ask<{ events: { nodes: { subject: object | null }[] } }>(query)).data.events.nodes;
    expect(await subjectFor('INSPECTOR')).toEqual([{ subject: { id: `rp_${id}` } }]);
    expect(await subjectFor('ANALYST')).toEqual([{ subject: null }]);
    expect(await subjectFor('DISPLAY')).toEqual([{ subject: null }]);
  });

  test.each(COLUMNS.slice(0, 9))('%s: not by reading them as they stood in the past', async (column) => {
    const { client } = askers[column];
    const { cursor } = await view.row<{ cursor: string }>(`select epoch || '.' || position as cursor from log_head`);
    for (const list of SENSITIVE) {
      const key = list === 'events' ? 'cursor' : 'id';
      const { data, errors } = await client.ask<{ asOf: Page }>(
        `query ($cursor: Cursor!) { asOf(cursor: $cursor) {
          list: ${list}(first: 200) { totalCount aggregates { count } nodes { id: ${key} } } } }`,
        { cursor },
      );
      expect(errors).toBeUndefined();
      const { nodes, totalCount, aggregates } = data.asOf.list;
      const seen = (await seenBy(client, list))!;
      expect([list, totalCount, aggregates!.count]).toEqual([list, seen.length, seen.length]);
      const kept = new Set(seen);
      expect(nodes.map(({ id }) => id.split('@')[0]!).filter((id) => !kept.has(id))).toEqual([]);
    }
  });

  test('a room’s screen: no row of a list that is drafted and nothing that hangs on it, only their number', async () => {
    const ways = `{ workItem(code: "drafted") { id }
      appendices(where: { document: { state: { eq: DRAFTING } }, actualCount: { gt: 0 } }) { nodes {
        actualCount unclearCount workItems { totalCount nodes { title } } } }
      units: units(where: { workItems: { some: { code: { eq: "drafted" } } } }) { totalCount } }`;
    interface Ways {
      readonly workItem: object | null;
      readonly appendices: { readonly nodes: readonly (Record<string, number> & { workItems: Page['list'] })[] };
      readonly units: { readonly totalCount: number };
    }
    const read = async (column: Column) => {
      const { data, errors } = await askers[column].client.ask<Ways>(ways);
      expect(errors).toBeUndefined();
      const [list] = data.appendices.nodes;
      return [data.workItem !== null, list!.actualCount, list!.workItems.totalCount, data.units.totalCount];
    };
    expect(await read('DISPLAY')).toEqual([false, 1, 0, 0]);
    expect(await read('ANALYST')).toEqual([true, 1, 1, 1]);
  });

  test('a room’s screen: neither the words of a draft nor opinions on it, by whatever way, until it is issued', async () => {
    const id = await makeDocument(view, {
      state: 'SUBMITTED',
      unit: null,
      asked: ['so-yt'],
      answered: ['so-yt'],
      approvedBy: ['UNIT', 'PEOPLES_COMMITTEE'],
    });
    const ways = `query ($id: ID!, $unit: String!) { node(id: $id) { ... on Document { state openOpinions steps { kind }
      versions { note sections { text } difference { after } } consultations { totalCount nodes { text } } } }
      unit(code: $unit) { consultations { totalCount } }
      told: documents(where: { id: { eq: $id }, consultations: { some: { opinion: { eq: AGREED_WITH_COMMENTS } } } }) { totalCount } }`;
    interface Ways {
      readonly node: {
        readonly state: string;
        readonly versions: readonly object[];
        readonly consultations: { readonly totalCount: number };
      };
      readonly unit: { readonly consultations: { readonly totalCount: number } };
      readonly told: { readonly totalCount: number };
    }
    const read = async (column: Column) => {
      const { data, errors } = await askers[column].client.ask<Ways>(ways, { id: `do_${id}`, unit: 'so-yt' });
      expect(errors).toBeUndefined();
      const { node, unit, told } = data;
      return [
        node.state,
        node.versions.length,
        node.consultations.totalCount,
        unit.consultations.totalCount > 0,
        told.totalCount,
      ];
    };
    expect(await read('DISPLAY')).toEqual(['SUBMITTED', 0, 0, false, 0]);
    expect(await read('ANALYST')).toEqual(['SUBMITTED', 1, 1, true, 1]);
    const issue = { documentId: `do_${id}`, number: '14/KH-UBND', issuedOn: '2023-11-14' };
    await doneDocument(askers.SECRETARIAT.client, 'issueDocument', issue);
    expect(await read('DISPLAY')).toEqual(['ISSUED', 1, 0, false, 0]);
  });
});
