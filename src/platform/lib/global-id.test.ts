import fc from 'fast-check';
import { idsOf, parseGlobalId, toGlobalId } from './global-id';

test('what is made can be read again', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z]{1,8}$/), fc.uuid(), (prefix, uuid) => {
      expect(parseGlobalId(toGlobalId(prefix, uuid))).toEqual({ prefix, uuid });
    }),
  );
});

test.each([
  '',
  'wi',
  'wi_',
  'wi_1',
  '_6f1c2b3a-0000-4000-8000-000000000000',
  'wi_6F1C2B3A-0000-4000-8000-000000000000',
  'wi_6f1c2b3a-0000-4000-8000-000000000000 ',
  'WI_6f1c2b3a-0000-4000-8000-000000000000',
  '\u0000',
])('%j is no id', (text) => {
  expect(parseGlobalId(text)).toBeNull();
});

test('of many ids those of one type are taken, each once', () => {
  const [one, two] = ['6f1c2b3a-0000-4000-8000-000000000000', '6f1c2b3a-0000-4000-8000-000000000001'];
  expect(idsOf('wi', [`wi_${one}`, 'wi_1', `ta_${one}`, `wi_${two}`, `wi_${one}@1.2`])).toEqual([one, two]);
});
