import { beginObject, member, objectText } from './json-text';

test('an object that begins with text is JSON when it is ended', () => {
  const text = `${beginObject('data')}{"a":1}${member('errors', undefined)}${member('extensions', { "it's": '"' })}}`;
  expect(JSON.parse(text)).toEqual({ data: { a: 1 }, extensions: { "it's": '"' } });
});

test('a name of any characters begins an object', () => {
  expect(JSON.parse(`${beginObject('a "b"\n')}null}`)).toEqual({ 'a "b"\n': null });
});

test('members that are text already keep their order', () => {
  expect(objectText([])).toBe('{}');
  expect(
    objectText([
      ['b', '[1]'],
      ['a', 'null'],
    ]),
  ).toBe('{"b":[1],"a":null}');
});
