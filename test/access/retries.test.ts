import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, type GraphQLSchema } from 'graphql';
import { DatabaseView } from '../support/database-view';
import { makeAccount } from '../support/made/made-account';
import { keyedMutations, schemaOf, selectionOf } from '../support/payload-selection';
import { mutate } from '../support/payload';
import { startTestProgram, type TestProgram } from '../support/program';
import { Aims } from './aims';
import { type Asker, makeAsker, OWN } from './askers';
import { successOf } from './success-of';
import { refusalsIn } from '../support/refusals-in';

let program: TestProgram;
let view: DatabaseView;
let schema: GraphQLSchema;
let aims: Aims;

beforeAll(async () => {
  program = await startTestProgram();
  view = await DatabaseView.open(program.target);
  schema = await schemaOf(program.url);
  const { id: colleague } = await makeAccount(program, view, { roles: [{ role: 'REPORTER', unit: OWN.unit }] });
  aims = new Aims(program, view, colleague);
});

afterAll(async () => {
  await view.close();
  await program.close();
});

afterEach(async () => {
  await view.rows(`delete from progress_report where (summary = 'made' or summary like 'Không thay đổi%')`);
});

type Payload = Readonly<Record<string, unknown>> & Parameters<typeof refusalsIn>[0];

/** Somebody who has done a mutation under a key, and how to send the very same again. */
async function doneBy(mutation: string): Promise<{ asker: Asker; first: Payload; again: () => Promise<Payload> }> {
  const { line, role } = successOf(mutation);
  const asker = await makeAsker(program, view, role);
  const input = { ...(await aims.aim(line, asker)), idempotencyKey: `again-${mutation}` };
  const again = () => mutate<Payload>(asker.client, mutation, input, selectionOf(schema, mutation));
  const first = await again();
  expect(refusalsIn(first)).toEqual([]);
  return { asker, first, again };
}

/** What is shown once: a password, a link. */
const SECRETS = ['password', 'link'];
/** What is said of it; other words where it is shown no more. */
const NOTICE = 'notice';

const KEYED = keyedMutations(
  buildSchema(readFileSync(join(__dirname, '..', '..', 'schema', 'schema.graphql'), 'utf8')),
);

test('the mutations below are all that remember under a key', () => {
  expect(KEYED).toEqual(keyedMutations(schema));
  expect(KEYED.length).toBeGreaterThan(30);
});

describe.each(KEYED)('%s, sent again under its key', (mutation) => {
  test('by whoever still has the right: the first answer, nothing written, nothing that was shown once', async () => {
    const { first, again } = await doneBy(mutation);
    const before = await view.everything();
    const retry = await again();
    expect(await view.everything()).toEqual(before);
    for (const [field, value] of Object.entries(first)) {
      if (SECRETS.includes(field)) {
        expect(value).toEqual(expect.stringMatching(/^.{12,}$/));
        expect(retry[field]).toBeNull();
      } else if (field === NOTICE) {
        expect(value).toMatch(/chỉ hiện lần này/);
        expect(retry[field]).toMatch(/chỉ hiện một lần khi đó\. .*hãy /);
      } else expect([field, retry[field]]).toEqual([field, value]);
    }
  });

  test.each(['holds no role', 'holds another role'])(
    'by whoever has lost the right and %s: refused, nothing read, nothing written',
    async (left) => {
      const { asker, again } = await doneBy(mutation);
      await view.rows('delete from account_role where account_id = $1', [asker.accountId]);
      if (left === 'holds another role') {
        await view.rows(`insert into account_role (account_id, role) values ($1, 'COMMITTEE_MEMBER')`, [
          asker.accountId,
        ]);
      }
      const before = await view.everything();
      const payload = await again();
      const refusals = refusalsIn(payload);
      expect(refusals).toHaveLength(1);
      expect(refusals[0]!.code).toMatch(/^(FORBIDDEN|NOT_FOUND)$/);
      const { userErrors: _refused, results: _each, ...rest } = payload;
      for (const [field, value] of Object.entries(rest)) expect([field, value]).toEqual([field, null]);
      expect(await view.everything()).toEqual(before);
    },
  );
});
