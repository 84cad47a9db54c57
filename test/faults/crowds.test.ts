import type { ApiClient } from '../support/api-client';
import { DatabaseView } from '../support/database-view';
import { type MadeAccount, makeAccount } from '../support/made/made-account';
import { mutate } from '../support/payload';
import { startTestProgram, type TestProgram } from '../support/program';

let program: TestProgram;
let view: DatabaseView;
let admin: ApiClient;

beforeAll(async () => {
  program = await startTestProgram();
  view = await DatabaseView.open(program.target);
  admin = await program.as('admin');
});

afterAll(async () => {
  await view.close();
  await program.close();
});

async function makeUnits(count: number, prefix: string): Promise<string[]> {
  const rows = await view.rows<{ id: string }>(
    `insert into unit (code, name, name_en, short_name, short_name_en, kind)
     select $1 || n, 'x', 'x', 'x', 'x', 'DEPARTMENT' from generate_series(1, $2) n returning 'un_' || id as id`,
    [prefix, count],
  );
  return rows.map(({ id }) => id);
}

/** How each of many ended that were sent at once: done, or the code of the refusal; an error at the top fails the test. */
function endsOf(sent: readonly Promise<{ userErrors: readonly { code: string }[] }>[]): Promise<string[]> {
  return Promise.all(sent.map(async (answer) => (await answer).userErrors[0]?.code ?? 'done'));
}

const merger = (unitIds: string[], successorId: string) =>
  mutate(admin, 'mergeUnits', { unitIds, successorId, lastOn: '2023-12-31', source: 'x' });

test('thirty-six mergers at once, each into its neighbour: each is done or refused in words, none fails', async () => {
  const units = await makeUnits(36, 'ring-');
  const ends = await endsOf(units.map((unit, index) => merger([unit], units[(index + 1) % units.length]!)));
  // whoever takes over has to be there: not all of a ring can end
  expect(new Set(ends)).toEqual(new Set(['done', 'INVALID']));
  const { count } = await view.row<{ count: number }>(
    `select count(*)::integer as count from event_log where type = 'UNIT_ENDED'`,
  );
  expect(count).toBe(ends.filter((end) => end === 'done').length);
});

test('units that end, merge and move at once, named crosswise: none fails', async () => {
  const units = await makeUnits(12, 'cross-');
  const at = (index: number): string => units[index % units.length]!;
  const sent = units.flatMap((unit, index) => [
    merger([unit, at(index + 5)], at(index + 1)),
    mutate(admin, 'moveUnit', { unitId: unit, parentId: at(index + 3) }),
    mutate(admin, 'endUnit', {
      unitId: unit,
      lastOn: '2023-12-31',
      successors: [
        { unitId: at(index + 7), share: 0.5 },
        { unitId: at(index + 2), share: 0.5 },
      ],
      source: 'x',
    }),
  ]);
  const ends = await endsOf(sent);
  expect(ends).toContain('done');
  for (const end of ends) expect(['done', 'INVALID', 'CONFLICT']).toContain(end);
});

test('administrators who disable each other in a circle at once: none fails, and one remains', async () => {
  const made: MadeAccount[] = [];
  while (made.length < 8) made.push(await makeAccount(program, view, { roles: [{ role: 'ADMINISTRATOR' }] }));
  const sent = made.map(({ client }, index) =>
    client.ask<{ disableAccount: { userErrors: { code: string }[] } } | null>(
      `mutation ($id: ID!) { disableAccount(input: { accountId: $id, reason: "x" }) { userErrors { code } } }`,
      { id: `ac_${made[(index + 1) % made.length]!.id}` },
    ),
  );
  for (const { errors } of await Promise.all(sent)) {
    for (const { extensions } of errors ?? []) expect(extensions.code).toBe('UNAUTHENTICATED');
  }
  const { count } = await view.row<{ count: number }>(
    `select count(*)::integer as count from account a join account_role r on r.account_id = a.id
     where r.role = 'ADMINISTRATOR' and a.disabled_at is null`,
  );
  expect(count).toBeGreaterThan(0);
});
