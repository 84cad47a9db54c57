import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { complaintsOf, type Project } from './cited-rules';

const ROOT = join(__dirname, '..', '..');
const rules = readFileSync(join(ROOT, 'docs', 'rules.md'), 'utf8');
const read = (path: string) => (existsSync(join(ROOT, path)) ? readFileSync(join(ROOT, path), 'utf8') : null);

const citations = ['src', 'schema/operations', 'docs/adr'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(tsx?|graphql|md)$/.test(file))
    .flatMap((file) => {
      const path = join(folder, file);
      const found = readFileSync(join(ROOT, path), 'utf8').matchAll(/\(R\d+(?:, R\d+)*\)|\brules? R\d+(?: and R\d+)*/g);
      return [...found].flatMap(([text]) => (text.match(/R\d+/g) ?? []).map((rule) => ({ rule, file: path })));
    }),
);
const project: Project = { read, citations };

test('what docs/rules.md names is there, and what cites a rule finds it there', () => {
  expect(new Set(citations.map(({ rule }) => rule)).size).toBeGreaterThan(8);
  expect(complaintsOf(rules, project)).toEqual([]);
});

test('it has the sixteen rules in their order', () => {
  const numbers = [...rules.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);
  expect(numbers).toEqual(Array.from({ length: 16 }, (_, index) => `R${index + 1}`));
});

test.each([
  [
    'a file that is gone',
    rules.replace('approval-level.rules.ts', 'gone.rules.ts'),
    /^R5 .+ src\/documents\/route\/gone\.rules\.ts, which is not there$/,
  ],
  [
    'a test file that is gone',
    rules.replace('clarity.test.ts', 'gone.test.ts'),
    /^R3 .+ test\/api\/gone\.test\.ts, which is not there$/,
  ],
  [
    'a test that has another name',
    rules.replace('every point of the check', 'each point'),
    /^R3 .+ "each point can be missing", which is no test of/,
  ],
  ['a rule in one language', rules.replace('- **vi**: Kỳ đã đóng', '- Kỳ đã đóng'), /^R15 has no line "vi"$/],
  [
    'a rule that says nothing of where it is kept',
    rules.replace('- **Not built yet**: briefings.', ''),
    /^R6 says neither/,
  ],
])('%s would be noticed by its name', (_what, planted, complaint) => {
  expect(planted).not.toBe(rules);
  expect(complaintsOf(planted, project)).toEqual([expect.stringMatching(complaint)]);
});

test('a citation of a rule that is not there, or that nothing enforces, would be noticed', () => {
  const cited = ['R17', 'R6'].map((rule) => ({ rule, file: 'src/a.ts' }));
  expect(complaintsOf(rules, { read, citations: cited })).toEqual([
    'src/a.ts cites R17, which docs/rules.md does not tell',
    'src/a.ts cites R6, which docs/rules.md says nothing enforces',
  ]);
});
