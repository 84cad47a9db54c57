import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ApiClient } from '../support/api-client';
import { DatabaseView } from '../support/database-view';
import { startTestProgram, type TestProgram } from '../support/program';
import { Subscriber, type Subscription } from '../support/sockets/subscriber';

const QUERY = readFileSync(join(__dirname, '../../schema/operations/founding/roles-across-programmes.graphql'), 'utf8');
const SHARED = 'kinh-te-so';

interface Roles {
  readonly contradictory: { readonly nodes: { code: string; roleAgreement: string }[] };
  readonly shared: { readonly nodes: { code: string; roleAgreement: string }[] };
  readonly sideBySide: {
    readonly nodes: { target: { indicator: { code: string } }; workItem: { programme: { code: string } } }[];
  };
}

let program: TestProgram;
let view: DatabaseView;
let secretariat: ApiClient;
let screen: Subscriber;
let watched: Subscription<{ live: Roles }>;

beforeAll(async () => {
  program = await startTestProgram();
  view = await DatabaseView.open(program.target);
  secretariat = await program.as('secretariat');
  screen = new Subscriber(program.url, secretariat.token);
  watched = screen.subscribe<{ live: Roles }>(
    QUERY.replace('query RolesAcrossProgrammes {', 'subscription { live {') + '}',
  );
});

afterAll(async () => {
  await screen.close();
  await view.close();
  await program.close();
});

async function done(mutation: string, input: object, selection = ''): Promise<Record<string, { id: string }>> {
  const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
  const { data, errors } = await secretariat.ask<{ payload: Record<string, { id: string }> }>(
    `mutation ($input: ${type}!) { payload: ${mutation}(input: $input) { ${selection} userErrors { message } } }`,
    { input },
  );
  expect([mutation, errors, data.payload.userErrors]).toEqual([mutation, undefined, []]);
  return data.payload;
}

/** Waits until the screen shows how the roles on the shared indicator fit. */
async function shows(agreement: string): Promise<Roles> {
  const shown = await watched.messages.nextUntil(
    ({ data: { live } }) => live.shared.nodes.find(({ code }) => code === SHARED)?.roleAgreement === agreement,
  );
  return shown.at(-1)!.data.live;
}

/** The programmes whose items on the shared indicator stand side by side. */
function programmesOn({ sideBySide }: Roles): string[] {
  const own = sideBySide.nodes.filter(({ target }) => target.indicator.code === SHARED);
  return [...new Set(own.map(({ workItem }) => workItem.programme.code))].sort();
}

async function unitId(code: string): Promise<string> {
  return (await view.row<{ id: string }>(`select 'un_' || id as id from unit where code = $1`, [code])).id;
}

async function targetOf(programmeNumber: number): Promise<string> {
  const { id } = await view.row<{ id: string }>(
    `select 'ta_' || t.id as id from target t join programme p on p.id = t.programme_id join indicator i on i.id = t.indicator_id
     where p.number = $1 and i.code = $2`,
    [programmeNumber, SHARED],
  );
  return id;
}

describe('roles of units on a matter that programmes share (R9)', () => {
  let item: string;

  test('with items in one programme alone there is nothing to compare', async () => {
    const { data, errors } = await secretariat.ask<Roles>(QUERY);
    expect(errors).toBeUndefined();
    expect(data.contradictory.nodes).toEqual([]);
    const matter = data.shared.nodes.find(({ code }) => code === SHARED)!;
    expect(matter.roleAgreement).toBe('SINGLE');
    expect(programmesOn(data)).toEqual(['07-CTr/TU']);
    await shows('SINGLE');
  });

  test('a unit that leads in one programme and is not named in the other is shown, live, with the items side by side', async () => {
    await done('draftDocument', {
      code: '02-KH',
      kind: 'PLAN',
      title: 'Kế hoạch thực hiện Chương trình số 02-CTr/TU',
      programmeCode: '02-CTr/TU',
      approvalLevel: 'PEOPLES_COMMITTEE',
      appendices: [{ code: '02-PL', title: 'Danh mục', expectedCount: 1 }],
    });
    const { data } = await secretariat.ask<{ appendix: { id: string } }>('{ appendix(code: "02-PL") { id } }');
    const row = { number: 1, code: '02-01', kind: 'TASK', title: 'Thống kê kinh tế số', leadUnitCode: 'cuc-thong-ke' };
    await done('createUnit', {
      code: row.leadUnitCode,
      name: 'Cục Thống kê (mẫu)',
      nameEn: 'Statistics office (sample)',
      shortName: 'Cục Thống kê',
      shortNameEn: 'Statistics',
      kind: 'DEPARTMENT',
      source: 'x',
    });
    await done('addAppendixRows', {
      appendixId: data.appendix.id,
      rows: [{ ...row, startsOn: '2022-01-01', dueOn: '2025-12-31' }],
    });
    item = (await view.row<{ id: string }>(`select 'wi_' || id as id from work_item where code = '02-01'`)).id;
    await done('traceWorkItem', { workItemId: item, targetId: await targetOf(2) });
    const live = await shows('UNNAMED');
    expect(live.contradictory.nodes.map(({ code }) => code)).toEqual([SHARED]);
    expect(programmesOn(live)).toEqual(['02-CTr/TU', '07-CTr/TU']);
  });

  test('named on both sides the units are two leads for one matter', async () => {
    const leads = await view.rows<{ lead: string }>(
      `select distinct 'un_' || w.lead_unit_id as lead from trace r join work_item w on w.id = r.work_item_id
       where 'ta_' || r.target_id = $1`,
      [await targetOf(7)],
    );
    for (const { lead } of leads) {
      await done('assignUnitRole', { workItemId: item, unitId: lead, role: 'COOPERATING' });
    }
    const { id } = await view.row<{ id: string }>(
      `select 'wi_' || w.id as id from trace r join work_item w on w.id = r.work_item_id where 'ta_' || r.target_id = $1 order by w.code limit 1`,
      [await targetOf(7)],
    );
    await done('assignUnitRole', { workItemId: id, unitId: await unitId('cuc-thong-ke'), role: 'ADVISORY' });
    await shows('TWO_LEADS');
  });

  test('with the same leads on both sides all fits', async () => {
    const traces = await view.rows<{ id: string; code: string; lead: string }>(
      `select 'tc_' || r.id as id, w.code, 'un_' || w.lead_unit_id as lead from trace r join work_item w on w.id = r.work_item_id
       where 'ta_' || r.target_id = $1 order by w.code`,
      [await targetOf(7)],
    );
    for (const { id } of traces.slice(1)) await done('removeTrace', { traceId: id, reason: 'x' });
    await done('assignLeadUnit', { workItemId: item, unitId: traces[0]!.lead, reason: 'x' });
    const live = await shows('SAME');
    expect(live.contradictory.nodes).toEqual([]);
  });
});
