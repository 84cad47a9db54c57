import type { ApiClient } from '../support/api-client';
import { DatabaseView } from '../support/database-view';
import { makeAccount, type MadeAccount } from '../support/made/made-account';
import { mutate, mutated } from '../support/payload';
import { startTestProgram, type TestProgram } from '../support/program';
import { APPROVE, done, SUBMIT } from '../support/report-operations';
import { workItemId } from '../support/report-steps';
import { Subscriber } from '../support/sockets/subscriber';
import { until } from '../support/until';

/** Three months after the Department of Information and Communications became part of the new Department of Science and Technology. */
const AFTER_THE_MERGER = new Date('2025-05-20T08:00:00+07:00');

let program: TestProgram;
let view: DatabaseView;
let admin: ApiClient;
let analyst: ApiClient;

beforeAll(async () => {
  program = await startTestProgram({ clock: AFTER_THE_MERGER });
  view = await DatabaseView.open(program.target);
  admin = await program.as('admin');
  analyst = await program.as('analyst');
});

afterAll(async () => {
  await view.close();
  await program.close();
});

async function unitId(code: string): Promise<string> {
  return (await view.row<{ id: string }>(`select 'un_' || id as id from unit where code = $1`, [code])).id;
}

function made(role: 'REPORTER' | 'APPROVER', unit: string): Promise<MadeAccount> {
  return makeAccount(program, view, { roles: [{ role, unit }] });
}

async function newUnit(code: string, name = 'Sở Thử nghiệm'): Promise<string> {
  const { unit } = await mutated<{ unit: { id: string } }>(
    admin,
    'createUnit',
    {
      code,
      name,
      nameEn: 'Department of Trials',
      shortName: code,
      shortNameEn: code,
      kind: 'DEPARTMENT',
      validFrom: '2025-01-01',
      source: 'Nghị quyết 1/NQ-HĐND',
    },
    'unit { id }',
  );
  return unit.id;
}

const SOURCE = 'Nghị quyết 2/NQ-HĐND';

describe('history belongs to the unit that made it and is shown under its successors (R16)', () => {
  interface Groups {
    readonly workItems: { readonly groupedAggregates: { keys: { value: string }[]; count: number }[] };
  }

  async function countsBy(field: string, client = analyst): Promise<Record<string, number>> {
    const { data } = await client.ask<Groups>(
      `{ workItems { groupedAggregates(by: [{ field: ${field} }], first: 100) { keys { value } count } } }`,
    );
    return Object.fromEntries(data.workItems.groupedAggregates.map(({ keys, count }) => [keys[0]!.value, count]));
  }

  test('figures of a merged unit appear under its successor, and beside them as they were', async () => {
    const then = await countsBy('LEAD_UNIT');
    const now = await countsBy('LEAD_UNIT_CURRENT_UNIT');
    expect(then['so-tttt']).toBeGreaterThan(0);
    expect(now['so-tttt']).toBeUndefined();
    expect(now['so-khcn-2025']).toBe(then['so-tttt']! + then['so-khcn']!);
    expect(now['so-yt']).toBe(then['so-yt']);
    const sum = (counts: Record<string, number>) => Object.values(counts).reduce((left, right) => left + right, 0);
    expect(sum(now)).toBe(sum(then));
  });

  test('what has been reported is added up under the structure of today', async () => {
    const { data } = await analyst.ask<{
      progressReports: { groupedAggregates: { keys: { value: string }[]; count: number }[] };
    }>(
      `{ progressReports { groupedAggregates(by: [{ field: UNIT_CURRENT_UNIT }], first: 100) { keys { value } count } } }`,
    );
    const found = data.progressReports.groupedAggregates.find(({ keys }) => keys[0]!.value === 'so-khcn-2025');
    const { count } = await view.row<{ count: number }>(
      `select count(*)::integer as count from progress_report r join unit u on u.id = r.unit_id
       where u.code in ('so-khcn', 'so-tttt') and r.state = 'ACCEPTED'`,
    );
    expect(found?.count).toBe(count);
  });

  test('the structure of any date answers who held whose matters, with shares', async () => {
    const heldOn = async (date: string) => {
      const { data } = await analyst.ask<{
        unit: { inherited: { nodes: { share: number; unit: { code: string } }[] } };
      }>(
        `query ($date: Date!) { unit(code: "so-khcn-2025") { inherited(where: {
          or: [{ heldFrom: { isNull: true } }, { heldFrom: { lte: $date } }],
          and: [{ or: [{ heldTo: { isNull: true } }, { heldTo: { gte: $date } }] }] }) { nodes { share unit { code } } } } }`,
        { date },
      );
      return data.unit.inherited.nodes.map(({ share, unit }) => `${unit.code} ${share}`).sort();
    };
    expect(await heldOn('2025-02-28')).toEqual(['so-khcn-2025 1']);
    expect(await heldOn('2025-03-01')).toEqual(['so-khcn 1', 'so-khcn-2025 1', 'so-tttt 1']);
  });

  test('a split states its shares, and a later merger of the parts carries them on', async () => {
    const [whole, left, right, last] = [
      await newUnit('tach-0'),
      await newUnit('tach-1'),
      await newUnit('tach-2'),
      await newUnit('tach-3'),
    ];
    await mutated(admin, 'endUnit', {
      unitId: whole,
      lastOn: '2025-04-30',
      successors: [
        { unitId: left, share: 0.7 },
        { unitId: right, share: 0.3 },
      ],
      source: SOURCE,
    });
    await mutated(admin, 'mergeUnits', { unitIds: [right], successorId: last, lastOn: '2025-05-09', source: SOURCE });
    const { data } = await analyst.ask<{ unit: object }>(
      `{ unit(code: "tach-0") { validTo isCurrent currentUnit { code }
        successions { share effectiveOn successor { code } source { citations } }
        heirs(orderBy: [{ heldFrom: ASC }, { share: DESC }]) { nodes { heir { code } share heldFrom heldTo isInForce } } } }`,
    );
    const heir = (code: string, share: number, heldFrom: string | null, heldTo: string | null, isInForce: boolean) => ({
      heir: { code },
      share,
      heldFrom,
      heldTo,
      isInForce,
    });
    const { unit } = data as { unit: { heirs: { nodes: object[] } } };
    expect(unit).toMatchObject({ validTo: '2025-04-30', isCurrent: false, currentUnit: { code: 'tach-1' } });
    expect(unit.heirs.nodes).toHaveLength(4);
    expect(unit.heirs.nodes).toEqual(
      expect.arrayContaining([
        heir('tach-0', 1, null, '2025-04-30', false),
        heir('tach-1', 0.7, '2025-05-01', null, true),
        heir('tach-2', 0.3, '2025-05-01', '2025-05-09', false),
        heir('tach-3', 0.3, '2025-05-10', null, true),
      ]),
    );
  });

  test('what was known before an end was recorded is shown as it was known then', async () => {
    const [old, next] = [await newUnit('khi-truoc'), await newUnit('khi-sau')];
    const { cursor } = await view.row<{ cursor: string }>(`select epoch || '.' || position as cursor from log_head`);
    await mutated(admin, 'mergeUnits', { unitIds: [old], successorId: next, lastOn: '2025-05-01', source: SOURCE });
    const query = `unit(code: "khi-truoc") { isCurrent currentUnit { code } }`;
    const { data } = await analyst.ask(`query ($cursor: Cursor!) { ${query} asOf(cursor: $cursor) { ${query} } }`, {
      cursor,
    });
    expect(data).toEqual({
      unit: { isCurrent: false, currentUnit: { code: 'khi-sau' } },
      asOf: { unit: { isCurrent: true, currentUnit: { code: 'khi-truoc' } } },
    });
  });
});

describe('rights follow the successor', () => {
  const submission = async (client: ApiClient) => ({
    workItemId: await workItemId(client, '07-12'),
    period: '2025-Q2',
    percentComplete: 90,
    summary: 'Đã hoàn thành phần việc của quý.',
  });

  test('the successor’s people report on and approve what a merged unit leads; the report is the successor’s', async () => {
    const [reporter, approver] = [await made('REPORTER', 'so-khcn-2025'), await made('APPROVER', 'so-khcn-2025')];
    const { progressReport } = await done(reporter.client, SUBMIT, await submission(reporter.client));
    const { data } = await approver.client.ask<object>(
      `query ($id: ID!) { node(id: $id) { ... on ProgressReport { unit { code } viewerCan { approve } } } }`,
      { id: progressReport.id },
    );
    expect(data).toEqual({ node: { unit: { code: 'so-khcn-2025' }, viewerCan: { approve: true } } });
    await done(approver.client, APPROVE, { progressReportId: progressReport.id });
    await done(await program.as('secretariat'), APPROVE, { progressReportId: progressReport.id });
  });

  test('whoever had a role for the merged unit has it for the successor, and for what else became part of it', async () => {
    const former = await made('REPORTER', 'so-khcn');
    const { data } = await former.client.ask<object>('{ workItem(code: "07-12") { viewerCan { submitReport } } }');
    expect(data).toEqual({ workItem: { viewerCan: { submitReport: true } } });
  });

  test('nobody else gains anything', async () => {
    const other = await made('REPORTER', 'so-yt');
    const { data } = await other.client.ask<object>('{ workItem(code: "07-12") { viewerCan { submitReport } } }');
    expect(data).toEqual({ workItem: { viewerCan: { submitReport: false } } });
  });

  test('reports are expected from the unit that held the item when they were due', async () => {
    const { data } = await analyst.ask<{
      progressReports: { groupedAggregates: { keys: { value: string }[]; coverage: { expected: number } }[] };
    }>(`{ progressReports(where: { period: { in: ["2024-Q4", "2025-Q2"] } }) {
      groupedAggregates(by: [{ field: PERIOD }, { field: UNIT }], first: 100) { keys { value } coverage { expected } } } }`);
    const expectedOf = (unit: string) =>
      data.progressReports.groupedAggregates
        .filter(({ keys, coverage }) => keys[1]!.value === unit && coverage.expected > 0)
        .map(({ keys }) => keys[0]!.value);
    expect(expectedOf('so-tttt')).toEqual(['2024-Q4']);
    expect(expectedOf('so-khcn-2025')).toEqual(['2025-Q2']);
  });

  test('on a split nobody’s role goes over by itself: it stays with what was the old unit’s', async () => {
    const [whole, left, right] = [await newUnit('chia-0'), await newUnit('chia-1'), await newUnit('chia-2')];
    const [ofWhole, ofLeft] = [await made('APPROVER', 'chia-0'), await made('APPROVER', 'chia-1')];
    const successors = [
      { unitId: left, share: 0.5 },
      { unitId: right, share: 0.5 },
    ];
    await mutated(admin, 'endUnit', { unitId: whole, lastOn: '2025-05-01', successors, source: SOURCE });
    await view.rows(`insert into outbox (type, occurred_at, unit_id, audience, tags, data)
      select 'OF ' || code, '2025-05-02', id, 'UNIT', '{}', '{}' from unit where code like 'chia-_' order by code`);
    await view.rows('select sequence_events()');
    const seen = async ({ client }: MadeAccount) => {
      const { data } = await client.ask<{ events: { nodes: { type: string }[] } }>(
        '{ events(where: { type: { startsWith: "OF " } }) { nodes { type } } }',
      );
      return data.events.nodes.map(({ type }) => type).sort();
    };
    expect(await seen(ofWhole)).toEqual(['OF chia-0']);
    expect(await seen(ofLeft)).toEqual(['OF chia-0', 'OF chia-1']);
  });

  test('an open connection has the new rights before anything more is delivered: it is sent away to come back', async () => {
    const [old, next] = [await newUnit('mo-truoc'), await newUnit('mo-sau')];
    const [former, untouched] = [await made('REPORTER', 'mo-truoc'), await made('REPORTER', 'so-yt')];
    const [leaving, staying] = [former, untouched].map(({ token }) => new Subscriber(program.url, token)) as [
      Subscriber,
      Subscriber,
    ];
    const events = 'subscription { events(where: { type: { eq: "UNIT_ENDED" } }) { type data } }';
    leaving.subscribe(events);
    const { messages } = staying.subscribe<{ events: { data: object } }>(events);
    const WHO = '{ viewer { id } }';
    await Promise.all([leaving.ask(WHO), staying.ask(WHO)]);
    await mutated(admin, 'mergeUnits', { unitIds: [old], successorId: next, lastOn: '2025-05-01', source: SOURCE });
    expect(await leaving.closed).toMatchObject({ code: 1012 });
    const [said] = await messages.nextUntil(() => true);
    expect(said!.data.events.data).toEqual({
      unit: 'mo-truoc',
      lastOn: '2025-05-01',
      successors: [{ unit: 'mo-sau', share: 1 }],
    });
    await staying.close();
  });
});

describe('the structure is kept by commands', () => {
  test('a unit is placed under another one, and under none again; the same place twice is said once', async () => {
    const [unit, above] = [await newUnit('duoi'), await newUnit('tren')];
    await mutated(admin, 'moveUnit', { unitId: unit, parentId: above });
    await mutated(admin, 'moveUnit', { unitId: unit, parentId: above });
    const moved = await mutated<{ unit: object }>(admin, 'moveUnit', { unitId: unit }, 'unit { parent { code } }');
    expect(moved.unit).toEqual({ parent: null });
    const { data } = await analyst.ask<object>(
      '{ events(where: { type: { eq: "UNIT_MOVED" }, unit: { code: { eq: "duoi" } } }) { nodes { data } } }',
    );
    expect(data).toEqual({
      events: { nodes: [{ data: { unit: 'duoi', parent: 'tren' } }, { data: { unit: 'duoi', parent: null } }] },
    });
  });

  test('two units that would be placed under each other at the same moment: one of them is refused', async () => {
    const [left, right] = [await newUnit('vong-1'), await newUnit('vong-2')];
    const other = await DatabaseView.open(program.target);
    await other.rows('begin');
    await other.rows('lock table unit in exclusive mode');
    const moves = [
      mutate(admin, 'moveUnit', { unitId: left, parentId: right }),
      mutate(admin, 'moveUnit', { unitId: right, parentId: left }),
    ];
    // both have begun and wait
    await until(
      () =>
        view.rows(
          `select from pg_locks where not granted and (relation = 'unit'::regclass or locktype = 'advisory')
           and database = (select oid from pg_database where datname = current_database())`,
        ),
      (waiting) => waiting.length === 2,
    );
    await other.rows('commit');
    await other.close();
    const answers = await Promise.all(moves);
    expect(answers.flatMap(({ userErrors }) => userErrors.map(({ code, path }) => [code, path.join('.')]))).toEqual([
      ['INVALID', 'input.parentId'],
    ]);
    const placed = await view.rows<{ code: string; parent: string }>(
      `select u.code, p.code as parent from unit u join unit p on p.id = u.parent_id where u.code in ('vong-1', 'vong-2')`,
    );
    const [first] = answers;
    expect(placed).toEqual([
      first!.userErrors.length === 0 ? { code: 'vong-1', parent: 'vong-2' } : { code: 'vong-2', parent: 'vong-1' },
    ]);
  });

  test('a unit that is made twice under one key is one unit', async () => {
    const input = {
      code: 'mot-lan',
      name: 'Sở Một lần',
      nameEn: 'Once',
      shortName: 'Một lần',
      shortNameEn: 'Once',
      kind: 'DEPARTMENT',
      source: SOURCE,
      idempotencyKey: 'once',
    };
    const first = await mutated<{ unit: { id: string } }>(admin, 'createUnit', input, 'unit { id isCurrent }');
    const second = await mutated<{ unit: { id: string } }>(admin, 'createUnit', input, 'unit { id isCurrent }');
    expect(second).toEqual(first);
  });

  test('each step on units that is sent twice under one key is taken once, and told the same', async () => {
    const [a, b, c] = [await newUnit('khoa-1'), await newUnit('khoa-2'), await newUnit('khoa-3')];
    const end = { lastOn: '2025-05-01', source: SOURCE };
    const steps: [string, object][] = [
      ['moveUnit', { unitId: a, parentId: c }],
      ['moveUnit', { unitId: a }],
      ['endUnit', { ...end, unitId: a, successors: [] }],
      ['mergeUnits', { ...end, unitIds: [b], successorId: c }],
    ];
    for (const [place, [mutation, step]] of steps.entries()) {
      const input = { ...step, idempotencyKey: `step-${place}` };
      const once = await mutated(admin, mutation, input, 'unit { code }');
      expect(await mutated(admin, mutation, input, 'unit { code }')).toEqual(once);
    }
  });

  test('a person belongs to a unit, and is not entered twice', async () => {
    const input = { displayName: 'Phó Giám đốc phụ trách chuyển đổi số', unitId: await unitId('so-yt') };
    const { person } = await mutated<{ person: object }>(
      admin,
      'createPerson',
      input,
      'person { displayName unit { code } isSample }',
    );
    expect(person).toEqual({ displayName: input.displayName, unit: { code: 'so-yt' }, isSample: false });
    const again = await mutate(admin, 'createPerson', input);
    expect(again.userErrors.map(({ code, path }) => [code, path.join('.')])).toEqual([
      ['CONFLICT', 'input.displayName'],
    ]);
  });

  test('a unit may end without a successor: its matters stay with it', async () => {
    const unit = await newUnit('het-viec');
    await mutated(admin, 'endUnit', { unitId: unit, lastOn: '2025-05-01', successors: [], source: SOURCE });
    const { data } = await analyst.ask<object>('{ unit(code: "het-viec") { isCurrent validTo currentUnit { code } } }');
    expect(data).toEqual({ unit: { isCurrent: false, validTo: '2025-05-01', currentUnit: { code: 'het-viec' } } });
  });

  test.each([
    ['is still to come', '2025-06-30', ['sua-sau-1']],
    ['had no successors', '2025-05-01', []],
  ])(
    'an end that was entered wrong and %s is entered again: nothing of the first one stays',
    async (_name, lastOn, to) => {
      const place = to.length > 0 ? 1 : 2;
      const [unit, wrong, right] = [
        await newUnit(`sua-${place}`),
        await newUnit(`sua-sau-${place}`),
        await newUnit(`sua-dung-${place}`),
      ];
      const successors = to.length > 0 ? [{ unitId: wrong, share: 1 }] : [];
      await mutated(admin, 'endUnit', { unitId: unit, lastOn, successors, source: SOURCE });
      const input = {
        unitId: unit,
        lastOn: '2025-05-15',
        successors: [{ unitId: right, share: 1 }],
        source: 'Đính chính',
      };
      await mutated(admin, 'endUnit', { ...input, replacesEnd: true });
      const { data } = await analyst.ask<object>(
        `{ unit(code: "sua-${place}") { validTo currentUnit { code } successions { effectiveOn successor { code } } } }`,
      );
      expect(data).toEqual({
        unit: {
          validTo: '2025-05-15',
          currentUnit: { code: `sua-dung-${place}` },
          successions: [{ effectiveOn: '2025-05-16', successor: { code: `sua-dung-${place}` } }],
        },
      });
    },
  );
});
