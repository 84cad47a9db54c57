import type { ApiClient } from '../support/api-client';
import { DatabaseView } from '../support/database-view';
import { doneDocument } from '../support/document-operations';
import { makeDocument } from '../support/made/made-document';
import { startTestProgram, type TestProgram } from '../support/program';
import { expectPoints } from '../support/refused';

let program: TestProgram;
let view: DatabaseView;
let secretariat: ApiClient;

beforeAll(async () => {
  program = await startTestProgram();
  view = await DatabaseView.open(program.target);
  secretariat = await program.as('secretariat');
});

afterAll(async () => {
  await view.close();
  await program.close();
});

interface Shown {
  readonly openOpinions: number;
  readonly unansweredOpinions: number;
  readonly consultations: { readonly nodes: readonly { round: number; isAwaited: boolean; daysLate: number }[] };
}

async function shown(documentId: string): Promise<Shown> {
  const { data, errors } = await secretariat.ask<{ node: Shown }>(
    `query ($id: ID!) { node(id: $id) { ... on Document { openOpinions unansweredOpinions
      consultations(orderBy: [{ round: ASC }]) { nodes { round isAwaited daysLate } } } } }`,
    { id: documentId },
  );
  expect(errors).toBeUndefined();
  return data.node;
}

/** A document out for the opinion of one unit that is four days late with it. */
async function late(): Promise<string> {
  const id = await makeDocument(view, { state: 'CONSULTING', unit: null, asked: ['so-yt'] });
  await view.rows(`update consultation set due_on = '2023-11-10' where document_id = $1`, [id]);
  return `do_${id}`;
}

test('an opinion that nobody waits for any more is not awaited, and its lateness stands still', async () => {
  const documentId = await late();
  const awaited = { openOpinions: 1, unansweredOpinions: 0 };
  expect(await shown(documentId)).toEqual({
    ...awaited,
    consultations: { nodes: [{ round: 1, isAwaited: true, daysLate: 4 }] },
  });
  await doneDocument(secretariat, 'finaliseDocument', { documentId, withoutOpinionsReason: 'Đã quá hạn góp ý.' });
  await view.rows(`update document_step set taken_on = '2023-11-12' where 'do_' || document_id = $1`, [documentId]);
  const closed = {
    openOpinions: 0,
    unansweredOpinions: 0,
    consultations: { nodes: [{ round: 1, isAwaited: false, daysLate: 2 }] },
  };
  expect(await shown(documentId)).toEqual(closed);
  await doneDocument(secretariat, 'submitDocument', { documentId });
  expect(await shown(documentId)).toEqual(closed);
});

test.each(['FINALISED', 'SUBMITTED', 'ISSUED', 'WITHDRAWN'])(
  'a document that is %s waits for no opinion',
  async (state) => {
    const id = await makeDocument(view, { state, unit: null, asked: ['so-yt', 'so-tc'], answered: ['so-tc'] });
    const { openOpinions, unansweredOpinions, consultations } = await shown(`do_${id}`);
    expect([openOpinions, unansweredOpinions]).toEqual([0, 0]);
    expect(consultations.nodes.map(({ isAwaited }) => isAwaited)).toEqual([false, false]);
  },
);

test('a unit that is asked again answers the later round, and is waited for once', async () => {
  const documentId = await late();
  await doneDocument(secretariat, 'sendForOpinions', { documentId, unitCodes: ['so-yt'], dueOn: '2023-11-20' });
  const rounds = (first: object, second: object) => ({
    nodes: [
      { round: 1, ...first },
      { round: 2, ...second },
    ],
  });
  const replaced = { isAwaited: false, daysLate: 4 };
  expect(await shown(documentId)).toEqual({
    openOpinions: 1,
    unansweredOpinions: 0,
    consultations: rounds(replaced, { isAwaited: true, daysLate: 0 }),
  });
  const opinion = { documentId, unitCode: 'so-yt', opinion: 'AGREED' };
  await doneDocument(secretariat, 'recordOpinion', opinion);
  expect(await shown(documentId)).toEqual({
    openOpinions: 0,
    unansweredOpinions: 0,
    consultations: rounds(replaced, { isAwaited: false, daysLate: 0 }),
  });
  await expectPoints(view, secretariat, ['recordOpinion', opinion, ['CONFLICT input.unitCode']]);
  await doneDocument(secretariat, 'finaliseDocument', { documentId });
});
