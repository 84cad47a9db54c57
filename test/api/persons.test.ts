import type { ApiClient } from '../support/api-client';
import { DatabaseView } from '../support/database-view';
import { makeAccount } from '../support/made/made-account';
import { mutate, mutated } from '../support/payload';
import { startTestProgram, type TestProgram } from '../support/program';

let program: TestProgram;
let view: DatabaseView;
let admin: ApiClient;
const units: Record<string, string> = {};

beforeAll(async () => {
  program = await startTestProgram();
  view = await DatabaseView.open(program.target);
  admin = await program.as('admin');
  const rows = await view.rows<{ code: string; id: string }>(`select code, 'un_' || id as id from unit`);
  for (const { code, id } of rows) units[code] = id;
});

afterAll(async () => {
  await view.close();
  await program.close();
});

const PERSON = 'person { id displayName unit { code } }';

interface Created {
  readonly person: { readonly id: string; readonly displayName: string } | null;
}

const create = (client: ApiClient, displayName: string, unit: string): Promise<Created> =>
  mutated<Created>(client, 'createPerson', { displayName, unitId: units[unit] }, PERSON);

test('persons are found by their names without accents, and under their unit', async () => {
  const { person } = await create(admin, 'Bà Trần Thị Tìm Được', 'so-yt');
  const { data } = await admin.ask<object>(
    `{ persons(where: { displayName: { contains: "tran thi tim" } }) { totalCount nodes { id unit { code } } }
       unit(code: "so-yt") { persons(where: { displayName: { contains: "tim duoc" } }) { nodes { id } } } }`,
  );
  expect(data).toEqual({
    persons: { totalCount: 1, nodes: [{ id: person!.id, unit: { code: 'so-yt' } }] },
    unit: { persons: { nodes: [{ id: person!.id }] } },
  });
});

test('who is there already comes with the refusal', async () => {
  const { person } = await create(admin, 'Ông Nguyễn Văn Hai', 'so-yt');
  const input = { displayName: ' ông  nguyễn văn HAI', unitId: units['so-yt'] };
  const again = await mutate<Created>(admin, 'createPerson', input, PERSON);
  expect(again.userErrors.map(({ code, path }) => [code, path.join('.')])).toEqual([['CONFLICT', 'input.displayName']]);
  expect(again.person?.id).toBe(person!.id);
});

test('who reports or approves for a unit adds its persons, and those of no other unit', async () => {
  for (const role of ['REPORTER', 'APPROVER'] as const) {
    const { client } = await makeAccount(program, view, { roles: [{ role, unit: 'so-yt' }] });
    expect((await create(client, `Phó Giám đốc (${role})`, 'so-yt')).person).not.toBeNull();
    const input = { displayName: 'Phó Giám đốc', unitId: units['so-nv'] };
    const refused = await mutate(client, 'createPerson', input);
    expect(refused.userErrors.map(({ code, path }) => [code, path.join('.')])).toEqual([['FORBIDDEN', 'input.unitId']]);
  }
});

test('the log says who was added, to the unit and to those over all units, and screens see no name anywhere', async () => {
  await create(admin, 'Ông Lê Trong Nhật Ký', 'so-yt');
  const said = `{ events(where: { type: { eq: "PERSON_CREATED" } }, last: 1) { nodes { data } } }`;
  const secretariat = await program.as('secretariat');
  expect((await secretariat.ask<object>(said)).data).toEqual({
    events: { nodes: [{ data: { unit: 'so-yt', displayName: 'Ông Lê Trong Nhật Ký' } }] },
  });
  const { client: screen } = await makeAccount(program, view, { roles: [{ role: 'DISPLAY' }] });
  expect((await screen.ask<object>(said)).data).toEqual({ events: { nodes: [] } });
  const { data } = await screen.ask<object>(
    `{ persons { totalCount } unit(code: "so-yt") { persons { totalCount } }
       workItems(where: { responsiblePerson: {} }) { totalCount } }`,
  );
  expect(data).toEqual({
    persons: { totalCount: 0 },
    unit: { persons: { totalCount: 0 } },
    workItems: { totalCount: 0 },
  });
});
