import { type Role, ROLES } from '../../src/platform/access/actor';
import { DatabaseView } from '../support/database-view';
import { makeAccount } from '../support/made/made-account';
import { startTestProgram, type TestProgram } from '../support/program';
import { AIMS } from './aimed-states';
import { type Asker, makeAskers, OWN } from './askers';
import type { Column } from './rights.table';
import type { End, StateLine } from './state-lines';
import { STATE_LINES } from './state-rights.table';
import { refusalsIn, resultsOf } from '../support/refusals-in';
import { some } from '../support/size';

let program: TestProgram;
let view: DatabaseView;
let askers: Record<Column, Asker>;
/** The account of a reporter who is none of the askers. */
let colleague: string;

beforeAll(async () => {
  program = await startTestProgram();
  view = await DatabaseView.open(program.target);
  askers = await makeAskers(program, view);
  colleague = (await makeAccount(program, view, { roles: [{ role: 'REPORTER', unit: OWN.unit }] })).id;
});

afterAll(async () => {
  await view.close();
  await program.close();
});

/** What comes of a command: done, or the code of the one refusal. */
async function endOf(role: Role, command: string, input: object): Promise<End> {
  const type = `${command[0]!.toUpperCase()}${command.slice(1)}Input`;
  const { data, errors } = await askers[role].client.ask<{ payload: Parameters<typeof refusalsIn>[0] }>(
    `mutation ($input: ${type}!) { payload: ${command}(input: $input) { userErrors { code path message } ${resultsOf(command)} } }`,
    { input },
  );
  expect(errors).toBeUndefined();
  const refusals = refusalsIn(data.payload);
  expect(refusals.length).toBeLessThanOrEqual(1);
  return (refusals[0]?.code as End | undefined) ?? 'done';
}

const submitterOf = ({ by }: StateLine, role: Role) => (by === 'self' ? askers[role].accountId! : colleague);

/** Those who are to be refused, at one thing, which none of them changes; an own report is another one for each of them. */
async function refusedEnds(line: StateLine): Promise<[Role, End][]> {
  const refused = ROLES.filter((role) => line.ends[role] !== 'done');
  const found: [Role, End][] = [];
  for (const roles of line.by === 'self' ? refused.map((role) => [role]) : [refused]) {
    const input = await AIMS[line.aimed](view, line, submitterOf(line, roles[0]!));
    const before = await view.everything();
    const ends = roles.map(async (role): Promise<[Role, End]> => [role, await endOf(role, line.command, input)]);
    found.push(...(await Promise.all(ends)));
    expect(await view.everything()).toEqual(before);
  }
  return found;
}

/** Those who are to do it, each with a thing of its own. */
async function doneEnds(line: StateLine): Promise<[Role, End][]> {
  const found: [Role, End][] = [];
  for (const role of ROLES.filter((name) => line.ends[name] === 'done')) {
    const input = await AIMS[line.aimed](view, line, submitterOf(line, role));
    const before = await view.everything();
    found.push([role, await endOf(role, line.command, input)]);
    expect(await view.everything()).not.toEqual(before);
  }
  return found;
}

const nameOf = (line: StateLine): string => {
  const kind = line.with === undefined ? '' : ` (${line.with})`;
  const whose = line.unit === 'own' ? 'the own unit' : 'another unit';
  const by = line.by === undefined ? '' : line.by === 'self' ? ', submitted by oneself' : ', submitted by a colleague';
  const on = line.aimed === 'list' ? 'a list whose document is' : `a ${line.aimed} that is`;
  return `${line.command}${kind} on ${on} ${line.state}, of ${whose}${by}`;
};

test.each(some(STATE_LINES, 20, ({ command }) => command).map((line) => ({ ...line, name: nameOf(line) })))(
  '$name: every role gets what the table says, and a refusal changes no row',
  async (line) => {
    const found = [...(await refusedEnds(line)), ...(await doneEnds(line))];
    expect(Object.fromEntries(found)).toEqual(line.ends);
  },
);

test('an opinion of a unit that was asked twice answers the later round; the replaced one stays as it was', async () => {
  const line = STATE_LINES.find(({ command, state }) => command === 'recordOpinion' && state === 'REPLACED')!;
  const input = (await AIMS.consultation(view, line, colleague)) as { documentId: string };
  expect(await endOf('REPORTER', 'recordOpinion', input)).toBe('done');
  const rounds = await view.rows<{ round: number; opinion: string | null }>(
    `select round, opinion from consultation where 'do_' || document_id = $1 order by round`,
    [input.documentId],
  );
  expect(rounds).toEqual([
    { round: 1, opinion: null },
    { round: 2, opinion: 'AGREED' },
  ]);
});
