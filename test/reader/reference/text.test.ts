import { cloneDatabase } from '../../support/database';
import { DatabaseView } from '../../support/database-view';
import { DEMO_TEMPLATE } from '../../support/test-server';
import { compareCodePoints, compareNatural, compareVietnamese, foldText } from './text';

let view: DatabaseView;
let drop: () => Promise<void>;

beforeAll(async () => {
  const clone = await cloneDatabase(DEMO_TEMPLATE);
  drop = clone.drop;
  view = await DatabaseView.open(clone.target);
});

afterAll(async () => {
  await view.close();
  await drop();
});

const LETTERS = [
  'a',
  'à',
  'ả',
  'ã',
  'á',
  'ạ',
  'ă',
  'ằ',
  'â',
  'ấ',
  'b',
  'd',
  'đ',
  'e',
  'ê',
  'ệ',
  'o',
  'ô',
  'ơ',
  'ợ',
  'u',
  'ư',
  'ử',
  'y',
  'ỹ',
];
const SIGNS = ['', ' ', '-', '_', '%', "'", '"', '(', '.', '0', '10', '2', '€', '🏙️', '\ue000', '\u00a0', '\n'];

/** Texts of the demo, and pieces of letters, case, marks and signs put together. */
async function texts(): Promise<string[]> {
  const rows = await view.rows<{ text: string }>(
    `select name as text from unit union select short_name from unit union select title from work_item union select text from chronicle_entry
     union select code from work_item union select wording from target union select summary from progress_report union select office from committee_membership`,
  );
  const made = LETTERS.flatMap((letter, index) =>
    SIGNS.flatMap((sign) => {
      const other = LETTERS[(index * 7) % LETTERS.length]!;
      return [letter, letter.toUpperCase(), letter.normalize('NFD')].flatMap((form) => [
        form + sign,
        sign + form,
        form + sign + other,
      ]);
    }),
  );
  return [...new Set([...rows.map(({ text }) => text), ...made])];
}

test.each([
  ['as a Vietnamese reader expects', 'vi-x-icu', compareVietnamese],
  ['as people count', 'natural_order', compareNatural],
  ['by code points', 'C', compareCodePoints],
])('texts are sorted %s, as the database does', async (_name, collation, compare) => {
  const all = await texts();
  expect(all.length).toBeGreaterThan(2_000);
  const sorted = await view.rows<{ text: string }>(
    `select text from unnest($1::text[]) as text order by text collate "${collation}"`,
    [all],
  );
  expect([...all].sort(compare)).toEqual(sorted.map(({ text }) => text));
});

test.each([
  ['Đô thị', 'do thi'],
  ['ỦY BAN', 'uy ban'],
  ['Ủy ban'.normalize('NFD'), 'uy ban'],
  ['Sơn Tây – 50%', 'son tay – 50%'],
  ['', ''],
])('%j is looked for as %j', (text, folded) => {
  expect(foldText(text)).toBe(folded);
});
