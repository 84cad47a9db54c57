import fc from 'fast-check';
import { parse, specifiedRules, validate } from 'graphql';
import { type MadeOperation, madeOperations } from './made-operations';
import { Reading, SEED, WITHOUT } from './reading';

let reading: Reading;

beforeAll(async () => {
  reading = await Reading.open({ withPast: false });
});

afterAll(async () => {
  await reading.close();
});

const made = (numRuns: number): MadeOperation[] =>
  fc.sample(madeOperations(reading.seenBy('SECRETARIAT'), { without: WITHOUT }), { numRuns, seed: SEED });

test('made operations are valid, and ask for whatever the schema offers', () => {
  const { schema } = reading.seenBy('SECRETARIAT').shape;
  const texts = made(400).map(({ text }) => text);
  for (const text of texts) expect([text, validate(schema, parse(text), specifiedRules)]).toEqual([text, []]);
  const all = texts.join('\n');
  const offered = [
    'where: ',
    'orderBy: ',
    'groupedAggregates(',
    'aggregates {',
    'edges {',
    'pageInfo {',
    '__typename',
    '... on ',
    '@include',
    '@skip',
  ];
  expect(offered.filter((part) => !all.includes(part))).toEqual([]);
  for (const { options } of reading.seenBy('SECRETARIAT').shape.all) {
    if (options.list !== undefined) expect(all).toContain(options.list);
  }
});

test('the same seed makes the same operations', () => {
  expect(JSON.stringify(made(20))).toBe(JSON.stringify(made(20)));
});

test('a failure is reported as a short operation', () => {
  const property = fc.property(
    madeOperations(reading.seenBy('SECRETARIAT'), { without: WITHOUT }),
    ({ text, variables }) => !`${text} ${JSON.stringify(variables)}`.includes('SCHEME'),
  );
  const { failed, counterexample } = fc.check(property, { numRuns: 2_000, seed: SEED });
  expect(failed).toBe(true);
  const [{ text }] = counterexample!;
  expect(text).toMatch(/SCHEME/);
  expect(text.replace(/\s+/g, ' ').length).toBeLessThan(160);
});
