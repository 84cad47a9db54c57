import type { ApiClient } from '../support/api-client';
import { done, SUBMIT } from '../support/report-operations';
import { itemOf } from '../support/work-item';
import { ReportingHouse } from './reporting-house';

let house: ReportingHouse;

beforeAll(async () => {
  house = await ReportingHouse.open();
});

afterAll(() => house.close());

async function resultingHealth(client: ApiClient, id: string): Promise<string | null> {
  const { data } = await client.ask<{ node: { resultingHealth: string | null } }>(
    'query ($id: ID!) { node(id: $id) { ... on ProgressReport { resultingHealth } } }',
    { id },
  );
  return data.node.resultingHealth;
}

async function milestonesOf(client: ApiClient, code: string): Promise<string[]> {
  const { data } = await client.ask<{ workItem: { milestones: { id: string }[] } }>(
    'query ($code: String!) { workItem(code: $code) { milestones { id } } }',
    { code },
  );
  return data.workItem.milestones.map(({ id }) => id);
}

describe('a waiting report says how its item would stand', () => {
  const cases = [
    { title: 'far behind the plan', unit: 'so-tttt', item: '07-01', percent: 20, reached: false, then: 'AT_RISK' },
    { title: 'complete', unit: 'so-khdt', item: '07-04', percent: 100, reached: false, then: 'COMPLETED' },
    { title: 'below 100 again', unit: 'so-tc', item: '07-15', percent: 95, reached: true, then: 'OVERDUE' },
  ];
  test.each(cases)('$title: $then, as acceptance then makes it', async ({ unit, item, percent, reached, then }) => {
    const { reporter, approver } = await house.staffOf(unit);
    const { id: workItemId } = await itemOf(house.inspector, item);
    const { progressReport } = await done(reporter, SUBMIT, {
      workItemId,
      period: '2023-Q4',
      percentComplete: percent,
      summary: 'Kết quả trong kỳ.',
      decreaseReason: 'Đo lại.',
      milestoneIds: reached ? await milestonesOf(house.inspector, item) : [],
    });
    expect(await resultingHealth(house.inspector, progressReport.id)).toBe(then);
    await house.accept(approver, progressReport.id);
    expect(await itemOf(house.inspector, item)).toMatchObject({ health: then });
    expect(await resultingHealth(house.inspector, progressReport.id)).toBeNull();
  });

  test('and every report of the sample that waits says what acceptance then makes of its item', async () => {
    const waiting = await house.view.rows<{ id: string; code: string; unit: string }>(
      `select 'rp_' || r.id as id, w.code, u.code as unit from progress_report r join work_item w on w.id = r.work_item_id
       join unit u on u.id = r.unit_id where r.state = 'SUBMITTED' order by w.code`,
    );
    expect(waiting.length).toBeGreaterThan(1);
    for (const { id, code, unit } of waiting) {
      const foretold = await resultingHealth(house.inspector, id);
      const { approver } = await house.staffOf(unit);
      await house.accept(approver, id);
      expect({ code, health: (await itemOf(house.inspector, code)).health }).toEqual({ code, health: foretold });
    }
  });
});
