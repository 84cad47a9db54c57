import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Kind, type OperationDefinitionNode, parse } from 'graphql';
import { DatabaseView } from '../support/database-view';
import { startTestProgram, type TestProgram } from '../support/program';
import { type ListAnswer, listOf, listWith } from './adjusting-queries.table';
import type { Answer, Disputed } from './founding-answer';
import { CHECKS } from './founding-queries.table';

const FOLDER = join(__dirname, '../../schema/operations/founding');
const files = readdirSync(FOLDER).sort();

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

/** Files whose answers have a test of their own. */
const TOLD_ELSEWHERE: Readonly<Record<string, string>> = {
  'roles-across-programmes.graphql': 'founding/roles-across-programmes.test.ts',
  'shared-indicators.graphql': 'api/founding-targets.test.ts',
  'structure-on-a-date.graphql': 'api/founding-units.test.ts',
  'work-under-todays-structure.graphql': 'api/founding-units.test.ts',
};

test('every file of the folder has its check, and every check its file', () => {
  expect(files).toEqual([...Object.keys(CHECKS), ...Object.keys(TOLD_ELSEWHERE)].sort());
});

test.each(Object.entries(TOLD_ELSEWHERE))('%s is asked by %s', (file, test) => {
  const name = file.replace('.graphql', '');
  expect(readFileSync(join(__dirname, '..', test), 'utf8')).toMatch(new RegExp(`\\b${name}\\b`));
});

test.each(Object.entries(CHECKS))('%s answers the secretariat with what the tables hold', async (file, { sql, of }) => {
  const secretariat = await program.as('secretariat');
  const { data, errors } = await secretariat.ask<Answer>(readFileSync(join(FOLDER, file), 'utf8'));
  expect(errors).toBeUndefined();
  expect(of === undefined ? data : of(data)).toEqual(await view.row(sql));
});

describe.each(files)('%s', (file) => {
  const text = readFileSync(join(FOLDER, file), 'utf8');

  test('begins with its question in Vietnamese and in English, is named like its file and runs without variables', () => {
    const [vietnamese, english] = text.split('\n');
    expect(vietnamese).toMatch(/^# [A-ZĐ].*[ạảấầẩậắằặẹẻẽếềểệịọỏốồổộớờởợụủứừửữựỳỵỷỹ].*\?$/);
    expect(english).toMatch(/^# [A-Z][\u0020-\u007e’]*\?$/);
    const operations = parse(text).definitions.filter(
      (node): node is OperationDefinitionNode => node.kind === Kind.OPERATION_DEFINITION,
    );
    const name = file
      .replace('.graphql', '')
      .replace(/(^|-)([a-z])/g, (_all, _dash, letter: string) => letter.toUpperCase());
    expect(operations.map((operation) => [operation.operation, operation.name?.value])).toEqual([['query', name]]);
    const variables = operations[0]!.variableDefinitions ?? [];
    expect(variables.filter(({ defaultValue }) => defaultValue === undefined)).toEqual([]);
  });
});

test('two sources on one figure are told apart: the loaded growth of 2022 is such a figure', async () => {
  const secretariat = await program.as('secretariat');
  const { data } = await secretariat.ask<{ disputed: { groups: Disputed[] } }>(
    readFileSync(join(FOLDER, 'several-sources-side-by-side.graphql'), 'utf8'),
  );
  expect(data.disputed.groups.map(({ keys, value }) => [keys[1]!.value, value])).toContainEqual([
    '2022',
    { min: 8.29, max: 8.89 },
  ]);
});

test('what nothing traces to shows one of each kind of gap: an item that serves nothing, and a viewpoint that nothing serves', async () => {
  const secretariat = await program.as('secretariat');
  const { data } = await secretariat.ask<{
    items: { totalCount: number };
    programme: { viewpoints: { number: string; isTraced: boolean }[] };
  }>(readFileSync(join(FOLDER, 'what-traces-to-nothing.graphql'), 'utf8'));
  expect(data.items.totalCount).toBeGreaterThan(0);
  expect(data.programme.viewpoints.filter(({ isTraced }) => !isTraced).map(({ number }) => number)).toEqual(['1']);
});

test('the city’s plan is shown with its sections I, II and III, and with who took which step', async () => {
  const secretariat = await program.as('secretariat');
  const { data } = await secretariat.ask<{
    documents: {
      nodes: {
        code: string;
        versions: { sections: { ordinal: number; kind: string; text: string }[] }[];
        steps: { actor: object | null }[];
      }[];
    };
  }>(readFileSync(join(FOLDER, 'committee-papers.graphql'), 'utf8'));
  const { versions, steps } = data.documents.nodes.find(({ code }) => code === 'D-185')!;
  for (const { sections } of versions) {
    expect(sections.map(({ ordinal, kind }) => `${ordinal} ${kind}`)).toEqual([
      '1 PURPOSE',
      '2 CONTENT',
      '3 ORGANISATION',
    ]);
    for (const { text } of sections) expect(text).not.toBe('');
  }
  expect(steps.filter(({ actor }) => actor === null)).toEqual([]);
});

test('the list as it would be stands beside the list as it is: two requests that wait move two items, and nothing else', async () => {
  const secretariat = await program.as('secretariat');
  const waiting = await view.rows<{ id: string; code: string; after: string }>(
    `select 'aq_' || id as id, c ->> 'subject' as code, c ->> 'after' as after from adjustment_request q
     cross join jsonb_array_elements(q.change_lines) c where q.state in ('REGISTERED', 'UNIT_APPROVED') and c ->> 'field' = 'dueOn' order by 2`,
  );
  expect(waiting.map(({ code }) => code)).toEqual(['07-31', '07-32']);
  const { data, errors } = await secretariat.ask<ListAnswer & { whatIf: ListAnswer }>(
    readFileSync(join(FOLDER, 'list-now-and-as-adjusted.graphql'), 'utf8'),
    { adjustments: waiting.map(({ id }) => id) },
  );
  expect(errors).toBeUndefined();
  expect(listOf(data)).toEqual(await view.row(listWith()));
  const dates = Object.fromEntries(waiting.map(({ code, after }) => [code, after]));
  expect(listOf(data.whatIf)).toEqual(await view.row(listWith(dates)));
});
