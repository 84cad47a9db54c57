import { DatabaseView } from '../support/database-view';
import { until } from '../support/until';
import { type Answered, WorkHouse } from './work-house';

let house: WorkHouse;
/** Somebody else's transaction. */
let other: DatabaseView;

beforeAll(async () => {
  house = await WorkHouse.open();
  other = await DatabaseView.open(house.program.target);
});

afterAll(async () => {
  await other.close();
  await house.close();
});

const WAITING = `select 1 from pg_locks where not granted`;

/** Sends a mutation while somebody else has written and not yet committed; gives its answer, which comes after the commit. */
async function sentMeanwhile(written: readonly string[], mutation: string, input: object, select?: string) {
  await other.rows('begin');
  for (const statement of written) await other.rows(statement);
  const sending = house.send(mutation, input, { ...(select !== undefined && { select }) });
  await until(
    () => house.view.rows(WAITING),
    (found) => found.length > 0,
  );
  await other.rows('commit');
  return sending;
}

const refusedBy = ({ userErrors, errors }: Answered): string[] => {
  expect(errors).toBeUndefined();
  return userErrors.map(({ code, path }) => `${code} ${path.join('.')}`);
};

const unitId = async (code: string): Promise<string> =>
  (await house.view.row<{ id: string }>(`select 'un_' || id as id from unit where code = $1`, [code])).id;

describe('while a plan takes a step', () => {
  test('what it was checked for is not changed any more: a description waits, and is refused', async () => {
    const workItemId = await house.draftItem('dang-trinh');
    await house.done('describeWorkItem', { workItemId, product: 'Báo cáo' });
    const step = `update document set state = 'SUBMITTED' where code = 'KH-dang-trinh'`;
    const answer = await sentMeanwhile([step], 'describeWorkItem', { workItemId, product: 'Báo cáo khác' });
    expect(refusedBy(answer)).toEqual(['CLOSED input.product']);
  });

  test('another lead unit waits until it is issued, and is an adjustment’s matter then', async () => {
    const workItemId = await house.draftItem('dang-ban-hanh');
    const issued = [
      `update document set state = 'ISSUED' where code = 'KH-dang-ban-hanh'`,
      `update work_item set is_in_force = true where code = 'dang-ban-hanh'`,
    ];
    const lead = { workItemId, unitId: await unitId('so-yt'), reason: 'Quyết định 6' };
    expect(refusedBy(await sentMeanwhile(issued, 'assignLeadUnit', lead))).toEqual(['CLOSED input.workItemId']);
    const row = await house.view.row(
      `select w.is_in_force, u.code from work_item w join unit u on u.id = w.lead_unit_id where w.code = 'dang-ban-hanh'`,
    );
    expect(row).toEqual({ is_in_force: true, code: 'so-khcn' });
  });

  test('what an item is done with is not refused meanwhile: the decision waits until the step is taken', async () => {
    const workItemId = await house.draftItem('dang-duyet');
    const stated = { workItemId, kind: 'DATA', description: 'Dữ liệu' };
    const { resource } = await house.done('addResource', stated, 'resource { id }');
    const step = `update document set state = 'SUBMITTED' where code = 'KH-dang-duyet'`;
    const decision = { resourceId: (resource as { id: string }).id, state: 'REFUSED', note: 'Công văn 5' };
    expect(refusedBy(await sentMeanwhile([step], 'decideResource', decision))).toEqual([]);
  });

  test('an item that waits for its plan keeps nobody from working on it: the plan is taken first', async () => {
    const workItemId = await house.draftItem('thu-tu-khoa');
    await other.rows('begin');
    await other.rows(`select from document where code = 'KH-thu-tu-khoa' for update`);
    const sending = house.send('describeWorkItem', { workItemId, product: 'Báo cáo' });
    await until(
      () => house.view.rows(WAITING),
      (found) => found.length > 0,
    );
    expect(await other.rows(`select from work_item where code = 'thu-tu-khoa' for update nowait`)).toHaveLength(1);
    await other.rows('commit');
    expect(refusedBy(await sending)).toEqual([]);
  });
});

describe('what hangs on an item that was just taken off its list is not there any more', () => {
  const removed = (code: string): string => `delete from work_item where code = '${code}'`;

  test('a resource to decide on', async () => {
    const workItemId = await house.draftItem('bo-nguon-luc');
    const select = 'resource { id }';
    const { resource } = await house.done('addResource', { workItemId, kind: 'DATA', description: 'Dữ liệu' }, select);
    const input = { resourceId: (resource as { id: string }).id, state: 'APPROVED', note: 'Công văn 5' };
    expect(refusedBy(await sentMeanwhile([removed('bo-nguon-luc')], 'decideResource', input))).toEqual([
      'NOT_FOUND input.resourceId',
    ]);
  });

  test('a deliverable to accept', async () => {
    const workItemId = await house.draftItem('bo-san-pham');
    const select = 'deliverable { id }';
    const stated = { workItemId, title: 'Báo cáo', dueOn: '2023-06-30' };
    const { deliverable } = await house.done('addDeliverable', stated, select);
    const input = { deliverableId: (deliverable as { id: string }).id, evidence: 'Biên bản 5' };
    expect(refusedBy(await sentMeanwhile([removed('bo-san-pham')], 'acceptDeliverable', input))).toEqual([
      'NOT_FOUND input.deliverableId',
    ]);
  });

  test('a trace to take back', async () => {
    const workItemId = await house.draftItem('bo-lien-ket');
    const { id } = await house.view.row<{ id: string }>(
      `insert into trace (work_item_id, objective_id, traced_on)
       select w.id, (select id from objective limit 1), '2023-01-01' from work_item w where 'wi_' || w.id = $1 returning 'tc_' || id as id`,
      [workItemId],
    );
    const input = { traceId: id, reason: 'Nhầm' };
    expect(refusedBy(await sentMeanwhile([removed('bo-lien-ket')], 'removeTrace', input))).toEqual([
      'NOT_FOUND input.traceId',
    ]);
  });
});
