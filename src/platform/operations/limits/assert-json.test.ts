import * as fc from 'fast-check';
import { assertJson } from './assert-json';
import { LIMITS } from './limits';

const check = (text: string) => () => assertJson(Buffer.from(text));
const nested = (levels: number, open = '[', close = ']') => open.repeat(levels) + close.repeat(levels);
const inBody = (variables: string) => `{ "query": "{ viewer { id } }", "variables": ${variables} }`;

test('lists and objects nested more deeply than variables may be are refused, whatever stands around them', () => {
  expect(check(inBody(nested(LIMITS.nesting)))).not.toThrow();
  for (const deep of [nested(1_000_000), nested(1_000, '{"a":', '}'), '['.repeat(1_000)]) {
    expect(check(inBody(deep))).toThrow(expect.objectContaining({ code: 'BAD_USER_INPUT' }));
  }
});

test('more values than variables may hold are refused, empty ones too', () => {
  const of = (count: number, value: string) =>
    inBody(`{ "x": [${Array.from({ length: count }, () => value).join()}] }`);
  for (const value of ['1', '[]', '{}', '"a,[{"', '"\\\\"']) {
    expect(check(of(LIMITS.values, value))).not.toThrow();
    expect(check(of(LIMITS.values + 200, value))).toThrow(expect.objectContaining({ code: 'QUERY_TOO_COMPLEX' }));
  }
});

test('whatever stands in a text is no value and no bracket', () => {
  const text = JSON.stringify('[{",\\'.repeat(100_000));
  expect(check(inBody(`{ "x": ${text} }`))).not.toThrow();
});

test('any JSON within the limits is let through', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 6 }), (text) => {
      expect(check(text)).not.toThrow();
    }),
    { numRuns: 100 },
  );
});
