import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, type GraphQLEnumType, type GraphQLInputObjectType } from 'graphql';
import { domains } from '../../src/domains';
import { declaredEvents } from '../../src/platform/schema/declared-events';

const declared = declaredEvents(domains);

test('no type of event is declared twice', () => {
  const types = declared.map(({ type }) => type);
  expect(types.length).toBeGreaterThan(50);
  expect(types.filter((type, index) => types.indexOf(type) !== index)).toEqual([]);
});

test.each(declared.map((event) => [event.type, event] as const))(
  '%s says in both languages what has happened',
  (type, event) => {
    expect(type).toMatch(/^[A-Z]+(_[A-Z]+)+$/);
    const [vi, en, ...more] = event.description.split('\n');
    expect(vi).toMatch(/^\p{Lu}.*[àáạảãâăèéẹẻẽêìíịỉĩòóọỏõôơùúụủũưỳýỵỷỹđ].*\.$/iu);
    expect(en).toMatch(/^[A-Z][\x20-\x7e’]*\.$/);
    expect(more).toEqual([]);
  },
);

test('the schema names them in answers, and filters by any text', () => {
  const schema = buildSchema(readFileSync(join(__dirname, '..', '..', 'schema', 'schema.graphql'), 'utf8'));
  const named = (schema.getType('EventType') as GraphQLEnumType).getValues();
  expect(named.map(({ name, description }) => [name, description])).toEqual(
    declared.map(({ type, description }) => [type, description]),
  );
  expect(String((schema.getType('EventFilter') as GraphQLInputObjectType).getFields().type!.type)).toBe(
    'StringComparison',
  );
});
