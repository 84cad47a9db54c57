import { ROLES } from '../../src/platform/access/actor';
import { DatabaseView } from '../support/database-view';
import { sendDocument } from '../support/document-operations';
import { makeDocument } from '../support/made/made-document';
import { startTestProgram, type TestProgram } from '../support/program';
import { Subscriber } from '../support/sockets/subscriber';
import { type Asker, makeAskers, OTHER, OWN } from './askers';
import type { Column } from './rights.table';
import { some } from '../support/size';

const ROUTE = ['UNIT', 'PEOPLES_COMMITTEE'];
/** What may stand in front of whoever looks; what was submitted waits for a level, or for being issued. */
const STANDS = ['DRAFTING', 'CONSULTING', 'FINALISED', 'SUBMITTED', 'SUBMITTED, approved', 'ISSUED', 'WITHDRAWN'];
const ASKED = 'so-yt';
const RIGHTS =
  'viewerCan { revise sendForOpinions recordOpinion answerOpinion finalise submit approve return issue correctIssue withdraw }';

let program: TestProgram;
let view: DatabaseView;
let askers: Record<Column, Asker>;

beforeAll(async () => {
  program = await startTestProgram();
  view = await DatabaseView.open(program.target);
  askers = await makeAskers(program, view);
});

afterAll(async () => {
  await view.close();
  await program.close();
});

/** A document of a unit in a state that lacks nothing for the next step: an opinion is awaited, another one came and was taken in. */
async function made(stand: string, unit: string): Promise<string> {
  const [state, approved] = stand.split(', ');
  const id = await makeDocument(view, {
    state: state!,
    unit,
    asked: [OWN.unit, ASKED],
    answered: [ASKED],
    approvedBy: approved === undefined ? [] : ROUTE,
  });
  await view.rows(`update consultation set verdict = 'TAKEN_IN' where document_id = $1 and opinion is not null`, [id]);
  return id;
}

/** The mutation of each action with an input that lacks nothing. */
async function commandsOn(id: string): Promise<Readonly<Record<string, readonly [mutation: string, input: object]>>> {
  const documentId = `do_${id}`;
  const { answered } = await view.row<{ answered: string }>(
    `select 'co_' || id as answered from consultation where document_id = $1 and opinion is not null`,
    [id],
  );
  return {
    revise: ['reviseDocument', { documentId, note: 'made' }],
    sendForOpinions: ['sendForOpinions', { documentId, unitCodes: ['so-nv'], dueOn: '2023-11-20' }],
    recordOpinion: ['recordOpinion', { documentId, unitCode: OWN.unit, opinion: 'AGREED' }],
    answerOpinion: ['answerOpinion', { consultationId: answered, verdict: 'TAKEN_IN' }],
    finalise: ['finaliseDocument', { documentId, withoutOpinionsReason: 'made' }],
    submit: ['submitDocument', { documentId }],
    approve: ['approveDocument', { documentId, level: 'UNIT' }],
    return: ['returnDocument', { documentId, reason: 'made' }],
    issue: ['issueDocument', { documentId, number: `${id}/KH`, issuedOn: '2023-11-13' }],
    correctIssue: ['correctIssue', { documentId, number: `${id}/QĐ`, reason: 'made' }],
    withdraw: ['withdrawDocument', { documentId, reason: 'made' }],
  };
}

async function rightsOf({ client }: Asker, id: string): Promise<Record<string, boolean>> {
  const { data } = await client.ask<{ node: { viewerCan: Record<string, boolean> } }>(
    `query ($id: ID!) { node(id: $id) { ... on Document { ${RIGHTS} } } }`,
    { id: `do_${id}` },
  );
  return data.node.viewerCan;
}

/** What the commands really do: each refused one on the document that was asked about, which it leaves alone, each done one on another of the kind. */
async function doneBy({ client }: Asker, id: string, again: () => Promise<string>): Promise<Record<string, boolean>> {
  const done: Record<string, boolean> = {};
  let current = id;
  for (const action of Object.keys(await commandsOn(id))) {
    const [mutation, input] = (await commandsOn(current))[action]!;
    const { userErrors } = await sendDocument(client, mutation, input);
    done[action] = userErrors.length === 0;
    if (done[action]) current = await again();
  }
  return done;
}

const CASES = [OWN.unit, OTHER.unit].flatMap((unit) =>
  STANDS.flatMap((stand) => ROLES.map((role) => ({ unit: unit === OWN.unit ? 'own' : 'another', stand, role }))),
);

test.each(some(CASES, 20, ({ stand }) => stand))(
  '$role is told what the commands do with $unit unit’s document, $stand',
  async (given) => {
    const unit = given.unit === 'own' ? OWN.unit : OTHER.unit;
    const asker = askers[given.role];
    const id = await made(given.stand, unit);
    const told = await rightsOf(asker, id);
    expect(told).toEqual(await doneBy(asker, id, () => made(given.stand, unit)));
  },
);

test('each action is open to somebody in some state', async () => {
  const open = new Set<string>();
  for (const stand of STANDS) {
    const told = await rightsOf(askers.SECRETARIAT, await made(stand, OWN.unit));
    for (const [action, isOpen] of Object.entries(told)) if (isOpen) open.add(action);
  }
  expect(open.size).toBe(11);
});

test('opinions can be recorded while one is awaited, and answered once one came', async () => {
  const answered = { state: 'CONSULTING', unit: OWN.unit, asked: [OWN.unit], answered: [OWN.unit] };
  const told = [
    await rightsOf(askers.SECRETARIAT, await makeDocument(view, answered)),
    await rightsOf(askers.SECRETARIAT, await makeDocument(view, { ...answered, answered: [] })),
    await rightsOf(askers.SECRETARIAT, await makeDocument(view, { ...answered, asked: [], answered: [] })),
  ];
  expect(told.map(({ recordOpinion, answerOpinion }) => [recordOpinion, answerOpinion])).toEqual([
    [false, true],
    [true, false],
    [false, false],
  ]);
});

test('a page that is kept live offers the next step to whom it belongs, as soon as the one before is taken', async () => {
  const id = await made('CONSULTING', OWN.unit);
  const page = new Subscriber(program.url, askers.APPROVER.client.token);
  interface Shown {
    readonly live: { readonly node: { readonly viewerCan: { readonly submit: boolean } } };
  }
  const { messages } = page.subscribe<Shown>(
    'subscription ($id: ID!) { live { node(id: $id) { ... on Document { viewerCan { submit } } } } }',
    { id: `do_${id}` },
  );
  expect((await messages.next()).data.live.node.viewerCan.submit).toBe(false);
  const [mutation, input] = (await commandsOn(id)).finalise!;
  await sendDocument(askers.REPORTER.client, mutation, input);
  await messages.nextUntil(({ data }) => data.live.node.viewerCan.submit);
  await page.close();
});
