import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type OperationDefinitionNode, parse } from 'graphql';
import type { TouchedTags } from '../../src/platform/event-log/touched-tags';
import { ValidatedOperationCache } from '../../src/platform/operations/validated-operation-cache';
import { AnswerCache } from '../../src/platform/reader/answer-cache';
import { DatabaseView } from '../support/database-view';
import { heldBytes } from '../support/held-bytes';
import { makeAccount } from '../support/made/made-account';
import { metric } from '../support/metrics';
import { startTestProgram, type TestProgram } from '../support/program';

let program: TestProgram;
let view: DatabaseView;

beforeAll(async () => {
  program = await startTestProgram();
  view = await DatabaseView.open(program.target);
});

afterAll(async () => {
  await view.close();
  await program.close();
});

const OVERVIEW = readFileSync(join(__dirname, '../../schema/operations/screen-overview.graphql'), 'utf8');

/** What is held for each byte that is counted, once what is made once and for all is there. */
async function heldForCounted(
  count: number,
  counted: () => number | Promise<number>,
  add: (n: number) => unknown,
): Promise<number> {
  for (let n = 0; n < count / 4; n += 1) await add(-1 - n);
  const [held, said] = [await heldBytes(), await counted()];
  for (let n = 0; n < count; n += 1) await add(n);
  const r = ((await heldBytes()) - held) / ((await counted()) - said);
  process.stdout.write(`RATIO ${r}\n`);
  return r;
}

function expectWithinTwice(ratio: number): void {
  expect(ratio).toBeGreaterThan(1 / 2);
  expect(ratio).toBeLessThan(2);
}

test.each([
  [100, 20_000],
  [1_000, 10_000],
  [5_000, 3_000],
])('answers of %d bytes hold about what is counted of them', async (size, count) => {
  const untouched = { isUntouchedSince: () => true } as unknown as TouchedTags;
  const cache = new AnswerCache(untouched, 256 * 1024 * 1024);
  const [tags, cursor] = [new Set(['work_item']), { epoch: 1, position: 1 }];
  const ratio = await heldForCounted(
    count,
    () => cache.counts.bytes,
    (n) =>
      cache.answer(`${n} {"code":"07-${n}"}`, 'account', () =>
        Promise.resolve({ bytes: Buffer.from('x'.repeat(size)), cursor, tags, truncated: [], isKept: true }),
      ),
  );
  expectWithinTwice(ratio);
});

test.each([
  ['of a page', 200, (n: number) => `${OVERVIEW} # ${n}`],
  [
    'of a line',
    1_000,
    (n: number) => `{ a${n + 1_000}: workItem(code: "${n}") { id code title kind leadUnit { id name } } }`,
  ],
  [
    'with 150 conditions',
    40,
    (n: number) => {
      const conditions = Array.from({ length: 150 }, (_, index) => `{ code: { eq: "${n} ${index}" } }`);
      return `{ workItems(where: { or: [${conditions.join(' ')}] }) { nodes { id } } }`;
    },
  ],
])('documents %s hold about what is counted of them', async (_kind, count, textOf) => {
  const documents = new ValidatedOperationCache();
  const ratio = await heldForCounted(
    count,
    () => documents.bytes,
    (n) => {
      const text = textOf(n);
      const document = parse(text);
      const operation = document.definitions.find((node): node is OperationDefinitionNode => 'operation' in node)!;
      documents.add(text, null, { document, operation }, `account ${n % 8}`);
    },
  );
  expectWithinTwice(ratio);
});

test.each([
  ['400', 200, 12],
  ['20', 10, 60],
])('plans of %s conditions hold about what is counted of them', async (_conditions, pairs, count) => {
  const { client } = await makeAccount(program, view, { roles: [{ role: 'DISPLAY' }] });
  const query = 'query ($w: WorkItemFilter) { workItems(where: $w, first: 1) { nodes { id } } }';
  const operator = (n: number, bit: number) => (((n + 100) >> bit) % 2 === 0 ? 'eq' : 'ne');
  const ask = async (n: number) => {
    const conditions = Array.from({ length: pairs }, (_, index) => ({
      code: { [operator(n, index % 10)]: 'x' },
      title: { eq: 'x' },
    }));
    expect((await client.ask(query, { w: { or: conditions } })).errors).toBeUndefined();
  };
  expectWithinTwice(await heldForCounted(count, () => metric(program.url, 'tiendo_plan_bytes'), ask));
});

test('what a page asked anew each time leaves behind is what is counted of its document, its plan and its answer', async () => {
  const { client } = await makeAccount(program, view, { roles: [{ role: 'DISPLAY' }] });
  const counted = async () => {
    const names = ['tiendo_document_bytes', 'tiendo_plan_bytes', 'tiendo_answer_bytes'];
    const bytes = await Promise.all(names.map((name) => metric(program.url, name)));
    return bytes.reduce((sum, one) => sum + one);
  };
  const ask = async (n: number) => {
    const asked = await client.ask(`${OVERVIEW} # ${n}`, { programme: '07-CTr/TU', items: ['07-01'] });
    expect(asked.errors).toBeUndefined();
  };
  expectWithinTwice(await heldForCounted(20, counted, ask));
});
