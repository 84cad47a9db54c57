import { type Chance, chanceOf } from '../migrations/chance';
import type { ApiClient } from '../support/api-client';
import { makeAccount } from '../support/made/made-account';
import { APPROVE, RETURN, send, SUBMIT } from '../support/report-operations';
import { type Change, changes, ChangingWorld } from './changing-world';
import { SecretariatCommands } from './secretariat-commands';
import { sized } from '../support/size';

let world: ChangingWorld;

beforeAll(async () => {
  world = await ChangingWorld.open();
});

afterAll(() => world.close());

describe('against a record of every state', () => {
  const STEPS = 30;
  /** What is done in every series. */
  const ALWAYS = [
    'draftDocument',
    'sendForOpinions',
    'recordOpinion',
    'correctTarget',
    'correctMeasurement',
    'addResource',
    'addDeliverable',
  ];
  const TRIES = 60;
  const PAIRS = sized(16, 40);
  const SOURCE = 'source { citations reliability note }';
  const TYPES: Readonly<Record<string, { list: string; code: string | null; fields: string }>> = {
    Unit: {
      list: 'units',
      code: 'code',
      fields: `code name nameEn shortName shortNameEn kind validFrom validTo ${SOURCE} isSample`,
    },
    WorkItem: {
      list: 'workItems',
      code: 'code',
      fields:
        'code number kind title titleEn shortName shortNameEn startsOn dueOn percentComplete completedOn claimedHealth verifiedHealth isSample',
    },
    ProgressReport: {
      list: 'progressReports',
      code: 'receiptCode',
      fields:
        'receiptCode period state percentComplete summary difficulties proposals claimedHealth healthReason decreaseReason latenessReason isLate submittedAt unitApprovedAt acceptedAt reviewNote supersededAt changedAt version isSample',
    },
    Measurement: {
      list: 'measurements',
      code: null,
      fields: `period endsOn value state note correctionReason supersededAt recordedAt ${SOURCE} isSample`,
    },
    Document: {
      list: 'documents',
      code: 'code',
      fields: `code number kind state approvalLevel title titleEn issuer year issuedOn reportedOn submitBy issueBy submittedOn submissions ${SOURCE} isSample`,
    },
    Consultation: {
      list: 'consultations',
      code: null,
      fields: 'round versionNumber askedOn dueOn answeredOn opinion text verdict verdictReason resolvedOn isSample',
    },
    DocumentStep: {
      list: 'documentSteps',
      code: null,
      fields: 'kind state level submission versionNumber takenOn recordedAt note isSample',
    },
    Resource: {
      list: 'resources',
      code: null,
      fields: 'kind description amount currency origin state statedOn decidedOn decisionNote isSample',
    },
    Deliverable: {
      list: 'deliverables',
      code: null,
      fields: 'number title dueOn acceptedOn evidence isSample',
    },
    Target: {
      list: 'targets',
      code: null,
      fields: `number name nameEn shortName shortNameEn comparator value valueHigh wording dueOn baseline baselineOn assessedHealth assessedOn assessmentBasis ${SOURCE} isSample`,
    },
    TargetAssignment: { list: 'targetAssignments', code: null, fields: 'startsOn endsOn isSample' },
    WorkItemOversight: { list: 'workItemOversights', code: null, fields: 'startsOn endsOn isSample' },
    Trace: { list: 'traces', code: null, fields: 'tracedOn isSample' },
  };
  // a page holds 200 rows: from both ends, every row is there
  const STATE = `{ ${Object.entries(TYPES)
    .map(([name, { list, fields }]) => {
      const rows = `{ nodes { id ${fields} } totalCount }`;
      return `${name}: ${list}(first: 200) ${rows} rest_${name}: ${list}(last: 200) ${rows}`;
    })
    .join(' ')} }`;

  type Row = Readonly<Record<string, unknown>> & { readonly id: string };
  type State = Readonly<Record<string, ReadonlyMap<string, Row>>>;

  async function stateFor(client: ApiClient): Promise<State> {
    const { data } = await client.ask<Record<string, { nodes: Row[]; totalCount: number }>>(STATE);
    const rows = Object.keys(TYPES).map((name) => {
      const all = [...data[name]!.nodes, ...data[`rest_${name}`]!.nodes];
      const byId = new Map(all.map((row) => [row.id, row]));
      expect(byId.size).toBe(data[name]!.totalCount);
      return [name, byId] as const;
    });
    return Object.fromEntries(rows);
  }

  /** A row as changes name its values. */
  function flat({ id: _id, source, ...row }: Row): Record<string, unknown> {
    const members = Object.entries(source ?? {}).map(([name, value]) => [`source.${name}`, value as unknown]);
    return { ...row, ...Object.fromEntries(members) };
  }

  function expected(name: string, before: State, after: State): Change[] {
    const [old, now] = [before[name]!, after[name]!];
    const { code } = TYPES[name]!;
    return [...new Set([...old.keys(), ...now.keys()])].flatMap((id): Change[] => {
      const [was, is] = [old.get(id), now.get(id)];
      const [left, right] = [was ? flat(was) : {}, is ? flat(is) : {}];
      const fields = Object.keys({ ...left, ...right })
        .map((field) => ({ name: field, before: left[field] ?? null, after: right[field] ?? null }))
        .filter((field) => JSON.stringify(field.before) !== JSON.stringify(field.after));
      if (fields.length === 0) return [];
      const kind = was === undefined ? 'ADDED' : is === undefined ? 'REMOVED' : 'CHANGED';
      return [{ id, kind, code: code === null ? null : String((is ?? was)![code]), fields }];
    });
  }

  /** Of what is told, the values that the states hold: where relations lead is another test's. */
  function valuesOf(name: string, told: readonly Change[]): Change[] {
    const held = new Set(TYPES[name]!.fields.split(' '));
    const isHeld = (field: string) => held.has(field) || field.startsWith('source.');
    return told.map((change) => ({ ...change, fields: change.fields.filter((field) => isHeld(field.name)) }));
  }

  const byId = (found: readonly Change[]) =>
    found
      .map((change) => ({ ...change, fields: [...change.fields].sort((a, b) => (a.name < b.name ? -1 : 1)) }))
      .sort((a, b) => (a.id < b.id ? -1 : 1));

  /** Tag and statement of writes past the commands; $1 is what chance puts in. */
  const WRITES: readonly [string, string][] = [
    ['unit', `update unit set name_en = md5($1) where id = (select id from unit order by md5(id::text || $1) limit 1)`],
    [
      'unit',
      `update unit set source_note = null, source_reliability = 'HIGH' where id = (select id from unit order by md5(id::text || $1) limit 1)`,
    ],
    [
      'unit',
      `insert into unit (code, name, name_en, short_name, short_name_en, kind, source_citations, is_sample) values (md5($1::text), 'Mới', 'New', 'Mới', 'New', 'DEPARTMENT', '{}', true)`,
    ],
    [
      'unit',
      `delete from unit where id = (select id from unit where name = 'Mới' order by md5(id::text || $1) limit 1)`,
    ],
    [
      'work_item',
      `update work_item set due_on = due_on + 1, verified_health = null where id in (select id from work_item order by md5(id::text || $1) limit 3)`,
    ],
    ['work_item', `update work_item set percent_complete = ($1::text)::integer % 99 where code ~ '^07-3'`],
    [
      'measurement',
      `update measurement set value = value + 0.5, note = 'sửa' where id = (select id from measurement order by md5(id::text || $1) limit 1)`,
    ],
    [
      'measurement',
      `delete from measurement where id = (select id from measurement m
         where not exists (select from measurement where corrects_id = m.id) order by md5(id::text || $1) limit 1)`,
    ],
    [
      'progress_report',
      `update progress_report set summary = md5($1) where id = (select id from progress_report order by md5(id::text || $1) limit 1)`,
    ],
  ];

  interface Offices {
    readonly reporter: ApiClient;
    readonly approver: ApiClient;
    readonly secretariat: SecretariatCommands;
    readonly items: readonly string[];
  }

  async function offices(series: number): Promise<Offices> {
    const unit = 'so-gtvt';
    const { client: reporter } = await makeAccount(world.program, world.view, { roles: [{ role: 'REPORTER', unit }] });
    const { client: approver } = await makeAccount(world.program, world.view, { roles: [{ role: 'APPROVER', unit }] });
    const items = await world.view.rows<{ id: string }>(
      `select 'wi_' || w.id as id from work_item w join unit u on u.id = w.lead_unit_id
       where u.code = $1 and w.completed_on is null order by w.code`,
      [unit],
    );
    const secretariat = new SecretariatCommands(world.secretariat, world.view, series);
    return { reporter, approver, secretariat, items: items.map(({ id }) => id) };
  }

  /** One command of a kind, sent for this and that until it is done. */
  async function always({ secretariat }: Offices, mutation: string, chance: Chance): Promise<void> {
    for (let sent = 0; sent < TRIES; sent++) if (await secretariat.one(chance, mutation)) return;
    throw new Error(`${mutation} was refused ${TRIES} times.`);
  }

  async function step({ reporter, approver, secretariat, items }: Offices, chance: Chance): Promise<void> {
    const kind = chance.below(4);
    if (kind === 0) {
      await world.write(...chance.pick(WRITES), [String(chance.below(1_000_000))]);
      return;
    }
    if (kind < 3) {
      // most are refused where they are sent for whatever there is
      for (let sent = 0; sent < 10 && !(await secretariat.one(chance)); sent++);
      return;
    }
    const input = {
      workItemId: chance.pick(items),
      period: '2023-Q4',
      percentComplete: 1 + chance.below(100),
      summary: 'Có.',
      decreaseReason: 'Vì.',
    };
    const { progressReport } = await send(reporter, SUBMIT, input);
    if (progressReport === null || chance.oneIn(3)) return;
    const progressReportId = progressReport.id;
    if (chance.oneIn(4)) await send(approver, RETURN, { progressReportId, reason: 'Thiếu.' });
    else await send(approver, APPROVE, { progressReportId });
    if (chance.oneIn(2)) await send(world.secretariat, APPROVE, { progressReportId });
  }

  // one series that is always the same, one that never was
  test.each(sized([2021], [2021, Date.now()]))(
    'any two states differ by what changes say (series %i)',
    async (series) => {
      const chance = chanceOf(series);
      const made = await offices(series);
      const states: { cursor: string; of: Map<ApiClient, State> }[] = [];
      for (let count = 0; count < STEPS; count++) {
        if (count > 0 && count <= ALWAYS.length) await always(made, ALWAYS[count - 1]!, chance);
        else await step(made, chance);
        const of = new Map<ApiClient, State>();
        for (const client of [world.secretariat, world.analyst]) of.set(client, await stateFor(client));
        states.push({ cursor: await world.cursorNow(), of });
      }
      const found = new Map<string, number>();
      for (let pair = 0; pair < PAIRS; pair++) {
        const first = pair === 0 ? 0 : chance.below(STEPS - 1);
        const second = pair % 4 === 0 ? STEPS - 1 : first + chance.below(STEPS - first);
        const [from, to] = [states[first]!, states[second]!];
        const client = pair % 3 === 0 ? world.analyst : world.secretariat;
        for (const of of Object.keys(TYPES)) {
          const isNow = second === STEPS - 1 && pair % 8 === 0;
          const told = await changes(client, { of, from: from.cursor, to: isNow ? null : to.cursor });
          const wanted = expected(of, from.of.get(client)!, to.of.get(client)!);
          expect(byId(valuesOf(of, told))).toEqual(byId(wanted));
          found.set(of, (found.get(of) ?? 0) + told.length);
        }
      }
      expect([...found.values()].reduce((sum, count) => sum + count, 0)).toBeGreaterThan(PAIRS * 4);
      for (const of of [
        'Document',
        'Consultation',
        'DocumentStep',
        'Resource',
        'Deliverable',
        'Target',
        'Measurement',
      ]) {
        expect([of, found.get(of)]).not.toEqual([of, 0]);
      }
    },
    180_000,
  );
});
