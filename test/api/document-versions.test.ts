import type { ApiClient } from '../support/api-client';
import { DatabaseView } from '../support/database-view';
import { doneDocument } from '../support/document-operations';
import { makeDocument } from '../support/made/made-document';
import { startTestProgram, type TestProgram } from '../support/program';
import { expectPoints } from '../support/refused';

const VERSIONS = 25;
const LINES = 499;

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

/** Gives a document more versions, in each of which every line of every section is another. */
async function writeVersions(id: string, count: number, lines: number): Promise<void> {
  await view.rows(
    `insert into document_version (document_id, number, note, written_by_id, written_at)
     select $1, number, 'made', (select id from account order by id limit 1), '2023-11-01T08:00:00Z' from generate_series(2, $2::integer) number`,
    [id, count],
  );
  await view.rows(
    `insert into document_section (version_id, ordinal, kind, text)
     select v.id, place, kind, (select string_agg(v.number || ' ' || line, E'\\n' order by line) from generate_series(1, $2::integer) line)
     from document_version v, unnest('{PURPOSE,CONTENT,ORGANISATION}'::text[]) with ordinality as section(kind, place)
     where v.document_id = $1 and v.number > 1`,
    [id, lines],
  );
}

interface Versions {
  readonly document: {
    readonly versions: readonly Record<string, { before: string | null; after: string | null }[]>[];
  };
}

test('differences with several versions stand side by side in one answer', async () => {
  const id = await makeDocument(view, { state: 'DRAFTING', unit: null });
  await writeVersions(id, 3, 1);
  const { data, errors } = await secretariat.ask<Versions>(
    `query ($code: String!, $since: Int) { document(code: $code) { versions {
      last: difference { before after } first: difference(since: 1) { before after } none: difference(since: $since) { before after } } } }`,
    { code: `made-${id}`, since: 0 },
  );
  expect(errors).toBeUndefined();
  const { last, first, none } = data.document.versions[2]!;
  expect(last![0]).toEqual({ before: '2 1', after: '3 1' });
  expect(first![0]).toEqual({ before: 'made', after: '3 1' });
  expect(none![0]).toEqual({ before: null, after: '3 1' });
});

test('asking for all differences of long texts many times over is answered, and costs what it is', async () => {
  const id = await makeDocument(view, { state: 'DRAFTING', unit: null });
  await writeVersions(id, VERSIONS, LINES);
  const aliases = Array.from({ length: 4 }, (_, place) => `a${place}: difference { section }`).join(' ');
  const { data, errors, extensions } = await secretariat.ask<Versions>(
    `query ($code: String!) { document(code: $code) { versions { ${aliases} } } }`,
    { code: `made-${id}` },
  );
  expect(errors).toBeUndefined();
  expect(data.document.versions[24]!.a3).toHaveLength(3 * LINES);
  expect((extensions as { cost: { requested: number } }).cost.requested).toBeGreaterThan(4 * 20 * 100);
});

test('a document has no more versions than can be shown', async () => {
  const id = await makeDocument(view, { state: 'DRAFTING', unit: null });
  await writeVersions(id, 199, 1);
  const input = { documentId: `do_${id}`, note: 'Lần nữa.' };
  await doneDocument(secretariat, 'reviseDocument', input);
  await expectPoints(view, secretariat, ['reviseDocument', input, ['CONFLICT input.documentId']]);
});
