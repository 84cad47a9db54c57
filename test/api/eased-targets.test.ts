import { makeAccount } from '../support/made/made-account';
import type { ApiClient } from '../support/api-client';
import { mutate } from '../support/payload';
import { WorkHouse } from './work-house';

let house: WorkHouse;
let reporter: ApiClient;
let target: { id: string; programme: string; value: number };

beforeAll(async () => {
  house = await WorkHouse.open();
  reporter = (await makeAccount(house.program, house.view, { roles: [{ role: 'REPORTER', unit: 'so-khcn' }] })).client;
  target = await house.view
    .row(`select 'ta_' || t.id as id, 'pr_' || t.programme_id as programme, t.value::float8 as value
    from target t join programme p on p.id = t.programme_id where p.code = '07-CTr/TU' and t.comparator = 'GTE' order by t.number limit 1`);
});

afterAll(() => house.close());

async function refusedOf(change: object, reason: string | null): Promise<string[]> {
  const named = { targetId: target.id, product: 'x', objective: 'x', resources: 'x', reason };
  const changes = [{ target: { targetId: target.id, ...change } }];
  const { userErrors } = await mutate(
    reporter,
    'registerAdjustment',
    { programmeId: target.programme, ...named, changes },
    '',
    'en',
  );
  return userErrors.map(({ code, path, message }) => `${code} ${path.join('.')}: ${message}`);
}

test('a target is not made easier without a reason: what would be easier is named where it stands, and the way out', async () => {
  const found = await refusedOf({ value: target.value - 1, dueOn: '2029-12-31' }, ' ');
  expect(found).toContain('INVALID input.reason: A request for an adjustment states the reason. Add it.');
  expect(found).toContainEqual(
    expect.stringMatching(
      new RegExp(
        `^INVALID input\\.changes\\.0\\.target\\.value: .*easier.*from ${target.value} to ${target.value - 1}\\. Say why \\(reason\\)\\.$`,
      ),
    ),
  );
  expect(found).toContainEqual(
    expect.stringMatching(/^INVALID input\.changes\.0\.target\.dueOn: .*easier.*due date.*Say why/),
  );
});

test('one that becomes harder lacks its reason alone', async () => {
  const found = await refusedOf({ value: target.value + 1 }, null);
  expect(found.filter((point) => point.includes('easier'))).toEqual([]);
  expect(found).toContain('INVALID input.reason: A request for an adjustment states the reason. Add it.');
});
