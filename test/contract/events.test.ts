import { domains } from '../../src/domains';

const declared = domains.flatMap(({ events = [] }) => events.flatMap((map) => Object.values(map)));

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
