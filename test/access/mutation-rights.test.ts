import type { ApiClient } from '../support/api-client';
import { DatabaseView } from '../support/database-view';
import { makeAccount } from '../support/made/made-account';
import { startTestProgram, type TestProgram } from '../support/program';
import { Aims } from './aims';
import { type Asker, makeAsker, makeAskers, OWN } from './askers';
import { lineOf } from './line-of';
import { type AimedReport, type Column, COLUMNS, type MutationLine, MUTATIONS, type Outcome } from './rights.table';
import { refusalsIn, resultsOf } from '../support/refusals-in';
import { some } from '../support/size';

let program: TestProgram;
let view: DatabaseView;
let askers: Record<Column, Asker>;
let aims: Aims;

beforeAll(async () => {
  program = await startTestProgram();
  view = await DatabaseView.open(program.target);
  askers = await makeAskers(program, view);
  const { id: colleague } = await makeAccount(program, view, { roles: [{ role: 'REPORTER', unit: OWN.unit }] });
  aims = new Aims(program, view, colleague);
});

afterAll(async () => {
  await view.close();
  await program.close();
});

function statementOf(mutation: string): string {
  const selected = `userErrors { code path message } ${resultsOf(mutation)}`;
  if (mutation === 'signOut') return `mutation { signOut { ${selected} } }`;
  const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
  return `mutation ($input: ${type}!) { ${mutation}(input: $input) { ${selected} } }`;
}

async function outcomeOf(client: ApiClient, mutation: string, input: object | undefined): Promise<Outcome> {
  const answer = await client.ask<Record<string, Parameters<typeof refusalsIn>[0]> | null>(statementOf(mutation), {
    input,
  });
  const codes = (answer.errors ?? []).map(({ extensions }) => extensions.code);
  if (codes.length > 0) {
    expect(codes).toEqual(['UNAUTHENTICATED']);
    return 'deny';
  }
  const refusals = refusalsIn(answer.data![mutation]!);
  expect(refusals.length).toBeLessThanOrEqual(1);
  return (refusals[0]?.code as Outcome | undefined) ?? 'done';
}

const nameOf = ({ mutation, of, item, document, request }: MutationLine): string => {
  if (request !== undefined) return `${mutation} of a ${request} request of the own unit`;
  if (document !== undefined) return `${mutation} of ${document.unit} unit’s document, ${document.state}`;
  const aimed = (report: AimedReport) =>
    `${report.by === 'self' ? 'an own' : 'a colleague’s'} ${report.state} report of ${report.unit === 'own' ? 'the own' : 'another'} unit`;
  if (of !== undefined) return `${mutation} of ${aimed(of)}`;
  return item === undefined ? mutation : `${mutation} on an item of ${item === 'own' ? 'the own' : 'another'} unit`;
};

describe('mutations', () => {
  afterEach(async () => {
    await view.rows(`delete from progress_report where (summary = 'made' or summary like 'Không thay đổi%')`);
  });

  /** Sends a mutation as one column, aimed at something of its own. */
  async function cellOf(line: MutationLine, column: Column): Promise<Outcome> {
    // signing out ends the session: each cell has one of its own
    const asker = line.mutation === 'signOut' ? await makeAsker(program, view, column) : askers[column];
    const input = await aims.aim(line, asker);
    const before = await view.everything();
    const outcome = await outcomeOf(asker.client, line.mutation, input);
    const after = await view.everything();
    if (outcome === 'done') expect(after).not.toEqual(before);
    else expect(after).toEqual(before);
    await view.rows(`delete from progress_report where (summary = 'made' or summary like 'Không thay đổi%')`);
    return outcome;
  }

  /** Sends a mutation as all columns that are to be refused, one after the other, aimed at the same thing. */
  async function refusedCells(line: MutationLine, columns: readonly Column[]): Promise<Map<Column, Outcome>> {
    const input = await aims.aim(line, askers.STRANGER);
    const before = await view.everything();
    const found = new Map<Column, Outcome>();
    for (const column of columns) found.set(column, await outcomeOf(askers[column].client, line.mutation, input));
    expect(await view.everything()).toEqual(before);
    await view.rows(`delete from progress_report where (summary = 'made' or summary like 'Không thay đổi%')`);
    return found;
  }

  test.each(some(MUTATIONS, 30, ({ mutation }) => mutation).map((line) => ({ ...line, name: nameOf(line) })))(
    '$name: done for whom the table says, and a refusal writes nothing',
    async (line) => {
      const isShared = line.mutation !== 'signOut' && line.of?.by !== 'self';
      const refused = isShared ? COLUMNS.filter((column) => line.outcome[column] !== 'done') : [];
      const cells = await refusedCells(line, refused);
      const found = await lineOf(async (column) => cells.get(column) ?? (await cellOf(line, column)));
      expect(found).toEqual(line.outcome);
    },
  );
});
