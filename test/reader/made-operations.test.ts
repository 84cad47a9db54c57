import fc from 'fast-check';
import { getNamedType, parse, specifiedRules, TypeInfo, validate, visit, visitWithTypeInfo } from 'graphql';
import { type MadeOperation, madeOperations } from './made-operations';
import { Samples } from './made/samples';
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
  const { all: types } = reading.seenBy('SECRETARIAT').shape;
  for (const { options } of types) {
    if (options.list !== undefined) expect(all).toContain(options.list);
  }
  const reached = reachedBy(texts);
  expect(types.map(({ name }) => name).filter((name) => !reached.has(name))).toEqual([]);
});

/** Names of the types of which operations select something. */
function reachedBy(texts: readonly string[]): Set<string> {
  const reached = new Set<string>();
  for (const text of texts) {
    const info = new TypeInfo(reading.seenBy('SECRETARIAT').shape.schema);
    const note = () => void reached.add(getNamedType(info.getParentType())?.name ?? '');
    visit(parse(text), visitWithTypeInfo(info, { Field: note }));
  }
  return reached;
}

test('rows of every type are made, and every value of every enum stands in some row', () => {
  const seen = reading.seenBy('SECRETARIAT');
  const samples = new Samples(seen);
  const missing = seen.shape.all.flatMap((type) => {
    if (seen.world.all(type.name).length === 0) return [type.name];
    return [...seen.shape.of(type.name).values()].flatMap((field) => {
      if (field.kind !== 'leaf' || field.isList || !type.stored.has(field.name)) return [];
      const values = samples.of(type.name, field);
      return (
        (field.enumValues ?? [])
          // titles are told of in differences of versions; no section is one
          .filter((value) => !values.includes(value) && !(type.name === 'DocumentSection' && value.startsWith('TITLE')))
          .map((value) => `${type.name}.${field.name} ${value}`)
      );
    });
  });
  expect(missing).toEqual([]);
});

test('the same seed makes the same operations', () => {
  expect(JSON.stringify(made(20))).toBe(JSON.stringify(made(20)));
});

test('a failure is reported as a short operation', () => {
  const property = fc.property(
    madeOperations(reading.seenBy('SECRETARIAT'), { without: WITHOUT }),
    ({ text }) => !text.includes('DESC'),
  );
  const { failed, counterexample } = fc.check(property, { numRuns: 2_000, seed: SEED });
  expect(failed).toBe(true);
  const [{ text }] = counterexample!;
  expect(text).toMatch(/DESC/);
  expect(text.replace(/\s+/g, ' ').length).toBeLessThan(200);
});
