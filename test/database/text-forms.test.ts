import fc from 'fast-check';
import { isBlank, plainText, sameText, searchText } from '../../src/platform/lib/text-forms';
import { openTestDatabase, type TestDatabase } from '../support/database';

let database: TestDatabase;

beforeAll(async () => {
  database = await openTestDatabase();
});

afterAll(() => database.close());

interface Forms {
  readonly plain: string;
  readonly same: string;
  readonly searched: string;
}

function formsByDatabase(texts: readonly string[]): Promise<Forms[]> {
  return database.dataSource.query<Forms[]>(
    `select plain_text(t) as plain, same_text(t) as same, search_text(t) as searched
     from unnest($1::text[]) with ordinality as given (t, n) order by n`,
    [texts],
  );
}

const formsByProgram = (text: string): Forms => ({
  plain: plainText(text),
  same: sameText(text),
  searched: searchText(text),
});

// letters of Vietnamese and what is taken for them, marks, spaces, what nobody sees, and what stands at the edges of the lists
const PIECES = [
  ...'aăâbcdđeêghiklmnoôơpqrstuưvxyAĐÂ019-/.ÐðƉɖµßİıſÀệỢ',
  ...['\u0300', '\u0301', '\u0303', '\u0309', '\u0323', '\u031b', '\u0302', '\u034f', '\u0335', '\u0340'],
  ...[
    '\t',
    '\n',
    '\r',
    '\v',
    '\f',
    ' ',
    '\u0085',
    '\u00a0',
    '\u1680',
    '\u2000',
    '\u2007',
    '\u200a',
    '\u2028',
    '\u202f',
  ],
  ...['\u205f', '\u2800', '\u3000', '\u00ad', '\u061c', '\u115f', '\u1160', '\u17b4', '\u180b', '\u180e', '\u180f'],
  ...['\u200b', '\u200d', '\u200f', '\u202a', '\u202e', '\u2060', '\u2065', '\u206f', '\u3164', '\ufe00', '\ufe0f'],
  ...[
    '\ufeff',
    '\uffa0',
    '\ufff0',
    '\ufffb',
    '\u{1bca0}',
    '\u{1d173}',
    '\u{e0000}',
    '\u{e0020}',
    '\u{e01ef}',
    '\u{e0fff}',
  ],
  ...['\u0001', '\u0008', '\u000e', '\u001f', '\u007f', '\u009f', '\u2010', '\u2027', '\ufff9', '\ufffc', '\u{1f3d9}'],
  ...['\u1100', '\u1161', '\uac00', '\u180a', '\u1810', '\u2801', '\ue000', '\u{f0000}'],
];

test('database and program bring texts into the same forms', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.string({ unit: fc.constantFrom(...PIECES), maxLength: 12 }), { minLength: 50, maxLength: 50 }),
      async (texts) => {
        expect(await formsByDatabase(texts)).toEqual(texts.map(formsByProgram));
      },
    ),
    { numRuns: 40 },
  );
});

test('what is in a form stays as it is, and texts of one form are searched alike', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...PIECES), maxLength: 12 }), (text) => {
      expect(plainText(plainText(text))).toBe(plainText(text));
      expect(searchText(searchText(text))).toBe(searchText(text));
      expect(plainText(text.normalize('NFD'))).toBe(plainText(text));
      expect(searchText(plainText(text))).toBe(searchText(text));
      expect(isBlank(text)).toBe(plainText(text) === '');
    }),
  );
});

test.each([
  ['Icelandic eth', 'Quận Ðống Ða', 'Quận Đống Đa'],
  ['African d', 'Ɖống ɖa', 'Đống đa'],
  ['decomposed letters', 'Tiến độ'.normalize('NFD'), 'Tiến độ'],
  ['a space that does not break, and two spaces', 'Sở\u00a0Y  tế ', 'Sở Y tế'],
  ['characters that nobody sees', '\u2060Sở\u200b Y\u00ad tế\ufe0f\u{e0041}', 'Sở Y tế'],
])('%s: one text', async (_name, given, plain) => {
  expect(plainText(given)).toBe(plain);
  expect((await formsByDatabase([given]))[0]!.plain).toBe(plain);
});

test.each([
  '\u200b',
  '\u00ad',
  '\u2060',
  '\u2800',
  '\u3164',
  '\u115f',
  '\uffa0',
  '\ufe0f',
  '\u{e0041}',
  '\u034f',
  ' \n\u3000',
])('a text of %j alone shows nothing', (text) => {
  expect(isBlank(text)).toBe(true);
  expect(isBlank(`${text}7`)).toBe(false);
});
