import type { ApiClient } from '../support/api-client';
import { DatabaseView } from '../support/database-view';
import { makeAccount } from '../support/made/made-account';
import { mutated } from '../support/payload';
import { startTestProgram, type TestProgram } from '../support/program';
import { expectRefused, type Refused } from '../support/refused';
import { withIds } from '../support/with-ids';

let program: TestProgram;
let view: DatabaseView;
let secretariat: ApiClient;
let ids: Record<string, string>;

beforeAll(async () => {
  program = await startTestProgram({ clock: new Date('2025-05-20T08:00:00+07:00') });
  view = await DatabaseView.open(program.target);
  secretariat = await program.as('secretariat');
  const rows = await view.rows<{ name: string; id: string }>(`
    insert into person (code, display_name, unit_id) select 'p-' || code, 'Trưởng phòng', id from unit
      where code in ('so-khcn-2025', 'so-tttt', 'so-yt') returning code as name, 'pe_' || id as id`);
  const known = await view.rows<{ name: string; id: string }>(`
    select code as name, 'un_' || id as id from unit union all select code, 'wi_' || id from work_item`);
  ids = Object.fromEntries([...rows, ...known].map(({ name, id }) => [name, id]));
});

afterAll(async () => {
  await view.close();
  await program.close();
});

const ROLES = 'workItem { leadUnit { code } units { role unit { code } } }';
interface Assigned {
  readonly workItem: {
    readonly leadUnit: { readonly code: string };
    readonly units: readonly { readonly role: string; readonly unit: { readonly code: string } }[];
  };
}

const assign = (mutation: string, input: object) =>
  mutated<Assigned>(secretariat, mutation, withIds(input, ids), ROLES);
const partsOf = ({ workItem }: Assigned) => workItem.units.map(({ role, unit }) => `${role} ${unit.code}`);
const leadsOf = (assigned: Assigned) => partsOf(assigned).filter((part) => part.startsWith('LEAD'));

describe('every work item has exactly one lead unit', () => {
  test('a new lead unit takes the place of the former one, which keeps a part if it is given one', async () => {
    const given = await assign('assignLeadUnit', {
      workItemId: '$07-12',
      unitId: '$so-yt',
      formerRole: 'COOPERATING',
      reason: 'Điều chỉnh phân công.',
    });
    expect(given.workItem.leadUnit.code).toBe('so-yt');
    expect(leadsOf(given)).toEqual(['LEAD so-yt']);
    expect(partsOf(given)).toContain('COOPERATING so-tttt');
    const { data } = await secretariat.ask<object>(
      '{ events(where: { type: { eq: "LEAD_UNIT_ASSIGNED" } }) { nodes { unit { code } data } } }',
    );
    expect(data).toEqual({
      events: {
        nodes: [
          {
            unit: { code: 'so-yt' },
            data: {
              workItem: '07-12',
              from: 'so-tttt',
              to: 'so-yt',
              formerRole: 'COOPERATING',
              reason: 'Điều chỉnh phân công.',
            },
          },
        ],
      },
    });
  });

  test('whoever had another part and leads now has one part', async () => {
    const given = await assign('assignUnitRole', { workItemId: '$07-02', unitId: '$so-yt', role: 'ADVISORY' });
    const [former] = leadsOf(given).map((part) => part.slice('LEAD '.length));
    const after = await assign('assignLeadUnit', { workItemId: '$07-02', unitId: '$so-yt', reason: 'Điều chỉnh.' });
    expect(partsOf(after).filter((part) => part.endsWith('so-yt'))).toEqual(['LEAD so-yt']);
    expect(partsOf(after).filter((part) => part.endsWith(` ${former}`))).toEqual([]);
  });

  test('the rights of the new lead unit’s reporter begin, those of the former one’s end', async () => {
    const ask = async (unit: string) => {
      const { client } = await makeAccount(program, view, { roles: [{ role: 'REPORTER', unit }] });
      const { data } = await client.ask<{ workItem: { viewerCan: { submitReport: boolean } } }>(
        '{ workItem(code: "07-03") { viewerCan { submitReport } } }',
      );
      return data.workItem.viewerCan.submitReport;
    };
    expect([await ask('so-khcn-2025'), await ask('so-yt')]).toEqual([true, false]);
    await assign('assignLeadUnit', { workItemId: '$07-03', unitId: '$so-yt', reason: 'Điều chỉnh.' });
    expect([await ask('so-khcn-2025'), await ask('so-yt')]).toEqual([false, true]);
  });

  test('parts beside the lead are given, changed and ended', async () => {
    const part = { workItemId: '$07-16', unitId: '$so-yt' };
    expect(partsOf(await assign('assignUnitRole', { ...part, role: 'MONITORING' }))).toContain('MONITORING so-yt');
    const changed = partsOf(await assign('assignUnitRole', { ...part, role: 'COOPERATING' }));
    expect(changed.filter((entry) => entry.endsWith('so-yt'))).toEqual(['COOPERATING so-yt']);
    expect(partsOf(await assign('endUnitRole', part)).filter((entry) => entry.endsWith('so-yt'))).toEqual([]);
  });

  test('what is given again as it stands is said once', async () => {
    const part = { workItemId: '$07-16', unitId: '$so-ct', role: 'MONITORING' };
    await assign('assignUnitRole', part);
    const before = await view.everything();
    await assign('assignUnitRole', part);
    expect(await view.everything()).toEqual(before);
  });
});

test('who answers for an item of a merged unit is somebody of its successor, or of the unit of then', async () => {
  for (const person of ['$p-so-tttt', '$p-so-khcn-2025']) {
    const { workItem } = await mutated<{ workItem: object }>(
      secretariat,
      'assignResponsiblePerson',
      withIds({ workItemId: '$07-01', personId: person }, ids),
      'workItem { responsiblePerson { id } }',
    );
    expect(workItem).toEqual({ responsiblePerson: { id: ids[person.slice(1)] } });
  }
});

const REFUSALS: readonly Refused[] = [
  {
    name: 'an item given to an ended unit: its successor is offered by name',
    mutation: 'assignLeadUnit',
    input: { workItemId: '$07-16', unitId: '$so-tttt', reason: 'x' },
    refused: [['INVALID', 'input.unitId']],
    names: [/28\/02\/2025.*Sở Khoa học và Công nghệ \(so-khcn-2025\)/, /2025-02-28.*\(so-khcn-2025\)/],
  },
  {
    name: 'a part given to an ended unit: its successor is offered by name',
    mutation: 'assignUnitRole',
    input: { workItemId: '$07-16', unitId: '$so-gtvt', role: 'ADVISORY' },
    refused: [['INVALID', 'input.unitId']],
    names: [/so-xd-2025/, /so-xd-2025/],
  },
  {
    name: 'a second lead unit',
    mutation: 'assignUnitRole',
    input: { workItemId: '$07-16', unitId: '$so-yt', role: 'LEAD' },
    refused: [['CONFLICT', 'input.role']],
    names: [/07-16.*chủ trì/, /07-16.*lead unit/],
  },
  {
    name: 'a former lead unit that would lead on',
    mutation: 'assignLeadUnit',
    input: { workItemId: '$07-16', unitId: '$so-yt', formerRole: 'LEAD', reason: 'x' },
    refused: [['INVALID', 'input.formerRole']],
  },
  {
    name: 'a lead unit whose part would end: nobody would lead',
    mutation: 'endUnitRole',
    input: { workItemId: '$07-18', unitId: '$so-vhtt' },
    refused: [['CONFLICT', 'input.unitId']],
  },
  {
    name: 'a lead unit that would become one of many',
    mutation: 'assignUnitRole',
    input: { workItemId: '$07-18', unitId: '$so-vhtt', role: 'COOPERATING' },
    refused: [['CONFLICT', 'input.unitId']],
  },
  {
    name: 'the end of a part that a unit has not',
    mutation: 'endUnitRole',
    input: { workItemId: '$07-18', unitId: '$quan-ba-dinh' },
    refused: [['NOT_FOUND', 'input.unitId']],
  },
  {
    name: 'an assignment for no reason',
    mutation: 'assignLeadUnit',
    input: { workItemId: '$07-16', unitId: '$so-yt', reason: ' ' },
    refused: [['INVALID', 'input.reason']],
  },
  {
    name: 'an assignment in an item that is completed',
    mutation: 'assignLeadUnit',
    input: { workItemId: '$07-08', unitId: '$so-yt', reason: 'x' },
    refused: [['CLOSED', 'input.workItemId']],
    names: [/07-08/, /07-08/],
  },
  {
    name: 'an assignment in an item that is not there',
    mutation: 'assignUnitRole',
    input: { workItemId: '$so-yt', unitId: '$so-yt', role: 'ADVISORY' },
    refused: [['NOT_FOUND', 'input.workItemId']],
  },
  {
    name: 'a person of another unit who would answer for an item',
    mutation: 'assignResponsiblePerson',
    input: { workItemId: '$07-16', personId: '$p-so-yt' },
    refused: [['INVALID', 'input.personId']],
    names: [/Sở Khoa học và Công nghệ/, /Science and Technology/],
  },
  {
    name: 'a person who is not there',
    mutation: 'assignResponsiblePerson',
    input: { workItemId: '$07-16', personId: '$so-yt' },
    refused: [['NOT_FOUND', 'input.personId']],
  },
];

test.each(REFUSALS)('$name is refused in both languages, and nothing is written', async (refused) => {
  await view.rows(`update work_item set completed_on = '2023-01-10' where code = '07-08' and completed_on is null`);
  await expectRefused(view, secretariat, { ...refused, input: withIds(refused.input, ids) });
});
