import { WorkHouse } from './work-house';

let house: WorkHouse;

beforeAll(async () => {
  house = await WorkHouse.open();
  // so-vhtt will be so-yt from 2024 on; so-tp was so-nv since yesterday; so-tc was divided between so-gtvt and so-xd; so-khdt begins in 2024
  await house.view.rows(`
    update unit set valid_to = '2023-12-31' where code = 'so-vhtt';
    update unit set valid_to = '2023-11-12' where code in ('so-tp', 'so-tc');
    update unit set valid_from = '2024-01-01' where code = 'so-khdt';
    insert into unit_succession (predecessor_id, successor_id, effective_on, share)
      select a.id, b.id, e.on_date, e.share
      from (values ('so-vhtt', 'so-yt', date '2024-01-01', 1), ('so-tp', 'so-nv', '2023-11-13', 1),
        ('so-tc', 'so-gtvt', '2023-11-13', 0.6), ('so-tc', 'so-xd', '2023-11-13', 0.4)) e(a, b, on_date, share)
      join unit a on a.code = e.a join unit b on b.code = e.b`);
});

afterAll(() => house.close());

const unitId = async (code: string): Promise<string> =>
  (await house.view.row<{ id: string }>(`select 'un_' || id as id from unit where code = $1`, [code])).id;

/** A draft's item that starts on a day. */
async function itemFrom(code: string, startsOn: string): Promise<string> {
  const workItemId = await house.draftItem(code);
  await house.done('describeWorkItem', { workItemId, startsOn, dueOn: '2024-12-31' });
  return workItemId;
}

/** Another plan with an empty list of three; gives the list's id. */
async function emptyList(code: string): Promise<string> {
  await house.draftItem(code);
  await house.view.rows(`update appendix set expected_count = 3 where code = $1`, [`PL-${code}`]);
  return house.appendixId(`PL-${code}`);
}

const row = (number: number, leadUnitCode: string, startsOn: string) => ({
  number,
  kind: 'TASK',
  title: `Nhiệm vụ ${number}`,
  leadUnitCode,
  startsOn,
  dueOn: '2024-12-31',
});

const appended = { select: 'appendix { code }' };

describe('a unit that is given an item is there when the item starts', () => {
  test('rows: one that has ended by then is refused with its successor on that day, one that begins by then is taken', async () => {
    const appendixId = await emptyList('ngay-dau');
    const rows = [row(2, 'so-vhtt', '2024-02-01')];
    await house.refused('addAppendixRows', { appendixId, rows }, ['INVALID input.rows.0.leadUnitCode']);
    const { userErrors } = await house.send('addAppendixRows', { appendixId, rows }, appended);
    expect(userErrors[0]!.message).toMatch(/Hãy chọn đơn vị kế thừa: .*\(so-yt\)/);
    const taken = [row(2, 'so-khdt', '2024-01-01'), row(3, 'so-vhtt', '2023-12-01')];
    await house.done('addAppendixRows', { appendixId, rows: taken }, 'appendix { code }');
    const early = { ...row(3, 'so-khdt', '2023-12-31'), title: 'Sớm một ngày' };
    await house.done('removeAppendixRows', { appendixId, numbers: [3], reason: 'Nhầm' }, 'appendix { code }');
    await house.refused('addAppendixRows', { appendixId, rows: [early] }, ['INVALID input.rows.0.leadUnitCode']);
  });

  test('another lead unit and other roles likewise', async () => {
    const later = await itemFrom('sang-nam', '2024-02-01');
    const now = await itemFrom('nam-nay', '2023-11-01');
    const [ending, coming] = [await unitId('so-vhtt'), await unitId('so-khdt')];
    const reason = 'Quyết định 7';
    for (const [workItemId, unit] of [
      [later, ending],
      [now, coming],
    ]) {
      await house.refused('assignLeadUnit', { workItemId, unitId: unit, reason }, ['INVALID input.unitId']);
      await house.refused('assignUnitRole', { workItemId, unitId: unit, role: 'ADVISORY' }, ['INVALID input.unitId']);
    }
    await house.done('assignUnitRole', { workItemId: later, unitId: coming, role: 'ADVISORY' });
    await house.done('assignLeadUnit', { workItemId: later, unitId: coming, reason });
  });
});

describe('where the lead unit has ended', () => {
  /** An item whose lead unit ends after it was given the item. */
  async function itemOf(code: string, lead: string): Promise<string> {
    const workItemId = await house.draftItem(code);
    await house.view.rows(
      `with lead as (select id from unit where code = $2), item as (update work_item set lead_unit_id = lead.id from lead where code = $1 returning work_item.id)
       update unit_role set unit_id = (select id from lead) where work_item_id = (select id from work_item where code = $1)`,
      [code, lead],
    );
    return workItemId;
  }

  test('its successor, which leads now, gets no second role beside', async () => {
    const workItemId = await itemOf('ke-thua', 'so-tp');
    const role = { workItemId, unitId: await unitId('so-nv') };
    await house.refused('assignUnitRole', { ...role, role: 'COOPERATING' }, ['CONFLICT input.unitId']);
    await house.refused('assignUnitRole', { ...role, role: 'LEAD' }, ['CONFLICT input.role']);
  });

  test('where several share what it did, one of them is given the lead first: they are named', async () => {
    const workItemId = await itemOf('chia-doi', 'so-tc');
    const personOf = async (code: string): Promise<string> => {
      const { id } = await house.view.row<{ id: string }>(
        `insert into person (code, display_name, unit_id) select 'người ' || $1, $1, id from unit where code = $1 returning 'pe_' || id as id`,
        [code],
      );
      return id;
    };
    for (const code of ['so-tc', 'so-gtvt']) {
      const input = { workItemId, personId: await personOf(code) };
      await house.refused('assignResponsiblePerson', input, ['CONFLICT input.workItemId']);
      const { userErrors } = await house.send('assignResponsiblePerson', input);
      expect(userErrors[0]!.message).toMatch(/\(so-gtvt\), .*\(so-xd\)\. Hãy giao chủ trì .*assignLeadUnit/);
    }
    await house.done('assignLeadUnit', { workItemId, unitId: await unitId('so-xd'), reason: 'Quyết định 8' });
    await house.done('assignResponsiblePerson', { workItemId, personId: await personOf('so-xd') });
  });
});

describe('what was withdrawn', () => {
  test('serves nothing: what it traces to counts as untraced; a draft serves', async () => {
    const workItemId = await house.draftItem('bam-sat');
    const { id } = await house.view.row<{ id: string }>(
      `insert into objective (programme_id, number, text, source_citations)
       select id, 'moi', 'x', '{}' from programme where code = '07-CTr/TU' returning id`,
    );
    await house.done('traceWorkItem', { workItemId, objectiveId: `ob_${id}` });
    const isTraced = async () =>
      (
        await house.secretariat.ask<{ node: { isTraced: boolean } }>(
          'query ($id: ID!) { node(id: $id) { ... on Objective { isTraced } } }',
          { id: `ob_${id}` },
        )
      ).data.node.isTraced;
    expect(await isTraced()).toBe(true);
    await house.view.rows(`update document set state = 'WITHDRAWN' where code = 'KH-bam-sat'`);
    // written beside the program: the next event tells it
    await house.done('describeWorkItem', { workItemId, product: 'x' });
    expect(await isTraced()).toBe(false);
  });

  test('or is drafted owes nothing: its deliverables are not late', async () => {
    const workItemId = await house.draftItem('chua-den-han');
    await house.done('addDeliverable', { workItemId, title: 'Báo cáo', dueOn: '2023-06-30' });
    const { data } = await house.secretariat.ask<{ workItem: { deliverables: { daysLate: number }[] } }>(
      '{ workItem(code: "chua-den-han") { deliverables { daysLate } } }',
    );
    expect(data.workItem.deliverables).toEqual([{ daysLate: 0 }]);
  });
});
