import type { ApiClient } from '../support/api-client';
import { DatabaseView } from '../support/database-view';
import { makeAccount } from '../support/made/made-account';
import { startTestProgram, type TestProgram } from '../support/program';
import { itemOf } from '../support/work-item';
import { LISTS } from './lists.table';
import { keysOf, pageOf } from './page-of';

let program: TestProgram;
let view: DatabaseView;
let inspector: ApiClient;

beforeAll(async () => {
  program = await startTestProgram();
  view = await DatabaseView.open(program.target);
  inspector = (await makeAccount(program, view, { roles: [{ role: 'INSPECTOR' }] })).client;
});

afterAll(async () => {
  await view.close();
  await program.close();
});

describe('where', () => {
  const items = LISTS[0]!;

  async function codes(where: object): Promise<string[]> {
    const found = await pageOf(inspector, items, 'first: 200', where);
    expect(found.totalCount).toBe(found.edges.length);
    return keysOf(found);
  }

  async function codesBySql(condition: string): Promise<string[]> {
    const rows = await view.rows<{ code: string }>(
      `select w.code from work_item w join unit u on u.id = w.lead_unit_id where ${condition} order by w.code collate natural_order`,
    );
    return rows.map(({ code }) => code);
  }

  test.each([
    ['eq on a text', { code: { eq: '07-03' } }, `w.code = '07-03'`],
    ['in on a text', { code: { in: ['07-03', '07-01', 'nothing'] } }, `w.code in ('07-01', '07-03')`],
    ['in with no values', { code: { in: [] } }, 'false'],
    ['ne on an enum', { kind: { ne: 'PROJECT' } }, `w.kind <> 'PROJECT'`],
    [
      'ne on what may be empty keeps the empty ones',
      { verifiedHealth: { ne: 'AT_RISK' } },
      `w.verified_health is distinct from 'AT_RISK'`,
    ],
    ['eq null', { verifiedHealth: { eq: null } }, 'w.verified_health is null'],
    ['ne null', { verifiedHealth: { ne: null } }, 'w.verified_health is not null'],
    ['a date', { dueOn: { eq: '2023-06-30' } }, `w.due_on = '2023-06-30'`],
    ['a number', { percentComplete: { eq: 46 } }, 'w.percent_complete = 46'],
    ['an integer', { number: { in: [1, 2] } }, 'w.number in (1, 2)'],
    ['a truth value', { isSample: { eq: false } }, 'not w.is_sample'],
    ['a relation', { leadUnit: { code: { eq: 'so-tttt' } } }, `u.code = 'so-tttt'`],
    ['a relation’s relation', { programme: { standingAgency: { code: { eq: 'so-khcn' } } } }, 'true'],
    [
      'and',
      { and: [{ kind: { eq: 'PROJECT' } }, { leadUnit: { code: { in: ['so-tttt', 'so-khcn'] } } }] },
      `w.kind = 'PROJECT' and u.code in ('so-tttt', 'so-khcn')`,
    ],
    ['an empty and', { and: [] }, 'true'],
    [
      'several conditions at once',
      { kind: { ne: 'TASK' }, completedOn: { eq: null } },
      `w.kind <> 'TASK' and w.completed_on is null`,
    ],
    ['two comparisons of one field', { code: { ne: '07-01', in: ['07-01', '07-02'] } }, `w.code = '07-02'`],
    [
      'a class derived from dates',
      { statutoryClass: { eq: 'OPEN_OVERDUE' } },
      `w.completed_on is null and w.due_on < '2023-11-14'`,
    ],
    ['a derived number', { daysLate: { eq: 0 } }, `coalesce(w.completed_on, '2023-11-14') <= w.due_on`],
    ['a comparison that says nothing', { code: {} }, 'true'],
    ['nothing', {}, 'true'],
  ])('%s filters as the test’s own statement does', async (_name, where, condition) => {
    expect(await codes(where)).toEqual(await codesBySql(condition));
  });

  test('a filter on health gives exactly the items that show that health', async () => {
    const { data } = await inspector.ask<{ workItems: { nodes: { code: string; health: string }[] } }>(
      '{ workItems(first: 200) { nodes { code health } } }',
    );
    const shown = new Set(data.workItems.nodes.map(({ health }) => health));
    expect(shown.size).toBeGreaterThanOrEqual(4);
    for (const health of shown) {
      const wanted = data.workItems.nodes.filter((item) => item.health === health).map(({ code }) => code);
      expect(await codes({ health: { eq: health } })).toEqual(wanted);
      expect(await codes({ health: { ne: health } })).toHaveLength(data.workItems.nodes.length - wanted.length);
    }
    expect(await codes({ health: { in: ['COMPLETED', 'OVERDUE'] } })).toEqual(
      data.workItems.nodes.filter(({ health }) => ['COMPLETED', 'OVERDUE'].includes(health)).map(({ code }) => code),
    );
  });

  test('ids filter by the id that clients see; the id of another type or no id equals nothing', async () => {
    const { id } = await itemOf(inspector, '07-02');
    expect(await codes({ id: { eq: id } })).toEqual(['07-02']);
    expect(await codes({ id: { in: [id, 'x', id.replace('wi_', 'un_')] } })).toEqual(['07-02']);
    expect(await codes({ id: { eq: id.replace('wi_', 'ms_') } })).toEqual([]);
    expect(await codes({ id: { ne: id } })).toHaveLength((await codes({})).length - 1);
    expect(await codes({ programme: { id: { eq: 'nothing' } } })).toEqual([]);
  });

  test('reports filter by state, period, item, unit and moment', async () => {
    const list = LISTS[2]!;
    const bySql = async (condition: string) =>
      (
        await view.rows<{ key: string }>(
          `select r.receipt_code as key from progress_report r where ${condition} order by r.changed_at desc, r.id desc`,
        )
      ).map(({ key }) => key);
    const all = async (where: object) => keysOf(await pageOf(inspector, list, 'first: 200', where));
    expect(await all({ state: { in: ['RETURNED', 'WITHDRAWN'] } })).toEqual(
      await bySql(`r.state in ('RETURNED', 'WITHDRAWN')`),
    );
    expect(await all({ period: { eq: '2023-Q3' }, isLate: { eq: true } })).toEqual(
      await bySql(`r.period = '2023-Q3' and r.is_late`),
    );
    expect(await all({ workItem: { code: { eq: '07-12' } }, supersededAt: { ne: null } })).toHaveLength(1);
    const { moment } = await view.row<{ moment: Date }>('select max(submitted_at) as moment from progress_report');
    expect(await all({ submittedAt: { eq: moment.toISOString() } })).toHaveLength(1);
  });
});
