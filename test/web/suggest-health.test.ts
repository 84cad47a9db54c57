import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import { addDays } from '../../src/platform/lib/calendar-date';
import { suggestHealth } from '../../src/web/report/form/fields/suggest-health';
import { healthAfterSql, plannedPercentSql } from '../../src/work/items/work-item.sql';
import { cloneDatabase } from '../support/database';
import { DatabaseView } from '../support/database-view';
import { sized } from '../support/size';
import { DEMO_TEMPLATE } from '../support/test-server';

let view: DatabaseView;
let drop: () => Promise<void>;
let itemId: string;

beforeAll(async () => {
  const clone = await cloneDatabase(DEMO_TEMPLATE);
  drop = clone.drop;
  view = await DatabaseView.open(clone.target);
  itemId = (await view.row<{ id: string }>(`select id from work_item where code = '07-12'`)).id;
});

afterAll(async () => {
  await view.close();
  await drop();
});

const TODAY = '2023-11-14';
const MOMENT = { now: `'${TODAY}'::timestamptz`, today: `'${TODAY}'::date`, table: (name: string) => name };
/** The health by the server's rule after a report of $2 percent that reaches the milestones $3, and what the form is told of the plan. */
const BY_SERVER = `select ${plannedPercentSql('item', MOMENT)}::float as "plannedPercent",
  ${healthAfterSql('item.id', { percent: '$2::numeric', completedOn: MOMENT.today, milestoneIds: '$3::uuid[]' }, MOMENT)} as health
  from work_item item where item.id = $1`;

/** Points behind the plan from which the rule says AT_RISK, and by how much the planned percentage is rounded for the form. */
const RISK = 10;
const ROUNDED = 0.051;

const day = (least: number, most: number) => fc.integer({ min: least, max: most }).map((days) => addDays(TODAY, days));
const percent = fc.integer({ min: 0, max: 10_000 }).map((hundredths) => hundredths / 100);
const plan = fc.record({
  startsOn: day(-400, 30),
  length: fc.integer({ min: 1, max: 600 }),
  percent: fc.oneof(percent, fc.constant(100)),
  /** Tenths of a point from the limit of a risk, for every other plan. */
  fromLimit: fc.option(fc.integer({ min: -15, max: 15 }), { freq: 2 }),
  steps: fc.array(
    fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      percent,
      isReached: fc.boolean(),
      isReported: fc.boolean(),
    }),
    {
      maxLength: 4,
    },
  ),
});

test('the form suggests the health that the server computes, whatever the plan and the report; only what is as near to the limit as the plan is rounded may differ', async () => {
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(plan, async ({ startsOn, length, percent: anywhere, fromLimit, steps }) => {
      const dueOn = addDays(startsOn, length);
      const curve = steps.map((step) => step.percent).sort((one, other) => one - other);
      const milestones = steps
        .map((step) => ({ ...step, id: randomUUID(), dueOn: addDays(startsOn, Math.round(step.at * length)) }))
        .sort((one, other) => one.dueOn.localeCompare(other.dueOn))
        .map((step) => ({ ...step, reachedOn: step.isReached ? step.dueOn : null }));
      await view.rows('delete from milestone where work_item_id = $1', [itemId]);
      await view.rows(
        'update work_item set starts_on = $2, due_on = $3, is_in_force = true, completed_on = null, percent_complete = 0 where id = $1',
        [itemId, startsOn, dueOn],
      );
      for (const [index, one] of milestones.entries()) {
        await view.rows(
          `insert into milestone (id, work_item_id, number, title, title_en, due_on, planned_percent, reached_on) values ($1, $2, $3, 'x', 'x', $4, $5, $6)`,
          [one.id, itemId, index + 1, one.dueOn, curve[index], one.reachedOn],
        );
      }
      const reachedIds = milestones.filter(({ isReported }) => isReported).map(({ id }) => id);
      const { plannedPercent: planned } = await view.row<{ plannedPercent: number }>(BY_SERVER, [itemId, 0, []]);
      const near = Math.round((planned - RISK) * 10 + (fromLimit ?? 0)) / 10;
      const percent = fromLimit === null || near < 0 ? anywhere : near;
      const { plannedPercent, health } = await view.row<{ plannedPercent: number; health: string }>(BY_SERVER, [
        itemId,
        percent,
        reachedIds,
      ]);
      const suggested = suggestHealth({
        percent,
        plannedPercent,
        startsOn,
        dueOn,
        today: TODAY,
        milestones,
        reachedIds,
      });
      seen.add(health);
      if (Math.abs(plannedPercent - percent - RISK) <= ROUNDED) {
        const either = [health, suggested];
        expect(either[0] === either[1] || either.every((one) => ['AT_RISK', 'ON_TRACK'].includes(one))).toBe(true);
      } else expect(suggested).toBe(health);
    }),
    { numRuns: sized(150, 1_500), seed: 7 },
  );
  expect([...seen].sort()).toEqual(['AT_RISK', 'COMPLETED', 'NOT_DUE', 'ON_TRACK', 'OVERDUE']);
});
