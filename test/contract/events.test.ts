import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, type GraphQLEnumType, type GraphQLInputObjectType } from 'graphql';
import { domains } from '../../src/domains';
import type { DeclaredEvent } from '../../src/platform/event-log/event-types';
import { declaredEvents } from '../../src/platform/schema/declared-events';

const SRC = join(__dirname, '..', '..', 'src');
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

/** Types of events that sources declare, by their files, and that no domain lists: they would be in no enum and in no manual. */
function unlisted(sources: Readonly<Record<string, object>>, listed: readonly string[]): string[] {
  return Object.entries(sources).flatMap(([file, exported]) =>
    Object.values(exported)
      .flatMap((map: unknown) => (typeof map === 'object' && map !== null ? Object.values(map) : []))
      .filter((one: unknown): one is DeclaredEvent => typeof one === 'object' && one !== null && 'audience' in one)
      .filter(({ type }) => !listed.includes(type))
      .map(({ type }) => `${file}: ${type} is listed by no domain`),
  );
}

test('every type of event that is declared is listed by a domain', async () => {
  const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.events.ts'));
  const sources = await Promise.all(
    files.map(async (file) => [file, (await import(join(SRC, file))) as object] as const),
  );
  const listed = declared.map(({ type }) => type as string);
  expect(files.length).toBeGreaterThan(8);
  expect(unlisted(Object.fromEntries(sources), listed)).toEqual([]);
  expect(
    unlisted(
      Object.fromEntries(sources),
      listed.filter((type) => type !== 'MILESTONES_ADDED'),
    ),
  ).toEqual(['work/items/work-item.events.ts: MILESTONES_ADDED is listed by no domain']);
});

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
