import type { ApiClient } from '../support/api-client';
import { DatabaseView } from '../support/database-view';
import { doneDocument } from '../support/document-operations';
import { makeAccount } from '../support/made/made-account';
import { makeDocument } from '../support/made/made-document';
import { startTestProgram, type TestProgram } from '../support/program';

const SAID = 'Ngân sách chưa bố trí';

let program: TestProgram;
let view: DatabaseView;
let secretariat: ApiClient;
let display: ApiClient;

beforeAll(async () => {
  program = await startTestProgram();
  view = await DatabaseView.open(program.target);
  secretariat = await program.as('secretariat');
  ({ client: display } = await makeAccount(program, view, { roles: [{ role: 'DISPLAY' }] }));
});

afterAll(async () => {
  await view.close();
  await program.close();
});

interface Read {
  readonly node: { readonly state: string; readonly steps: readonly { kind: string; note: string | null }[] };
  readonly documentSteps: { readonly totalCount: number };
}

const read = (client: ApiClient, id: string) =>
  client.ask<Read>(
    `query ($id: ID!) { node(id: $id) { ... on Document { state steps { kind note } } }
      documentSteps(where: { note: { contains: "${SAID}" } }) { totalCount } }`,
    { id },
  );

test('what is said of a draft on its way reaches officials, and neither a room’s screen nor what everybody hears of', async () => {
  const documentId = `do_${await makeDocument(view, { state: 'DRAFTING', unit: null })}`;
  await doneDocument(secretariat, 'reviseDocument', {
    documentId,
    note: SAID,
    sections: [{ kind: 'PURPOSE', text: 'Khác.' }],
  });
  await doneDocument(secretariat, 'finaliseDocument', { documentId, withoutOpinionsReason: SAID });
  await doneDocument(secretariat, 'submitDocument', { documentId, latenessReason: SAID });
  await doneDocument(secretariat, 'approveDocument', { documentId, level: 'UNIT' });
  await doneDocument(secretariat, 'returnDocument', { documentId, reason: SAID });
  await doneDocument(secretariat, 'withdrawDocument', { documentId, reason: SAID });
  const heard = await view.rows<{ type: string; data: object }>(
    `select type, data from event_log where audience = 'EVERYONE' and type like 'DOCUMENT_%'`,
  );
  expect(heard.map(({ type }) => type)).toContain('DOCUMENT_RETURNED');
  expect(JSON.stringify(heard)).not.toContain(SAID);

  const official = (await read(secretariat, documentId)).data;
  expect(official.node.steps.map(({ note }) => note)).toEqual([SAID, SAID, SAID, null, SAID, SAID]);
  const room = (await read(display, documentId)).data;
  expect(room.node).toEqual({ state: 'WITHDRAWN', steps: [{ kind: 'APPROVED', note: null }] });
  expect([official.documentSteps.totalCount, room.documentSteps.totalCount]).toEqual([5, 0]);
});
