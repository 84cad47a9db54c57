/*
 * What no reader can see: soft hyphens, zero-width and filler characters, variation selectors, tags, controls other than white space. The database's
 * `plain_text` and `search_text` have the same lists; a test holds the two together.
 */
const UNSEEN_RANGES =
  '\\u0000-\\u0008\\u000e-\\u001f\\u007f-\\u0084\\u0086-\\u009f\\u00ad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f' +
  '\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f\\u3164\\ufe00-\\ufe0f\\ufeff\\uffa0\\ufff0-\\ufffb' +
  '\\u{1bca0}-\\u{1bca3}\\u{1d173}-\\u{1d17a}\\u{e0000}-\\u{e0fff}';

// an empty braille cell looks like a space, so it is one
const SPACE_RANGES =
  '\\u0009-\\u000d\\u0020\\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u2800\\u3000';

const UNSEEN = new RegExp(`[${UNSEEN_RANGES}]`, 'gu');
const UNSEEN_AND_MARKS = new RegExp(`[\\u0300-\\u036f${UNSEEN_RANGES}]`, 'gu');
const SPACES = new RegExp(`[${SPACE_RANGES}]+`, 'gu');

// what most codes are: plain as they stand, which is known for a tenth of the price
const PLAIN = /^[!-~]+(?: [!-~]+)*$/;

// letters that look like Đ in capitals: Icelandic eth and African d come from old fonts and foreign keyboards
const LOOKALIKES: Readonly<Record<string, string>> = { Ð: 'Đ', ð: 'đ', Ɖ: 'Đ', ɖ: 'đ' };

/** The form in which texts are equal, whatever keyboard wrote them: NFC, Đ and đ for what looks like them, one space for any, nothing unseen. */
export function plainText(text: string): string {
  if (PLAIN.test(text)) return text;
  const composed = text.replace(UNSEEN, '').normalize('NFC');
  return foldSpaces(composed.replace(/[ÐðƉɖ]/g, (letter) => LOOKALIKES[letter]!));
}

/** The form in which names, numbers and codes are one: plain, whatever the case. The database's `same_text` does the same. */
export function sameText(text: string): string {
  return plainText(text).toLowerCase();
}

/** The form in which texts are searched: without case and accents, đ as d, and as plain as above. The database's `search_text` does the same. */
export function searchText(text: string): string {
  const bare = text.toLowerCase().normalize('NFD').replace(UNSEEN_AND_MARKS, '');
  return foldSpaces(bare.replace(/[đðɖ]/g, 'd'));
}

/** Whether a text shows a reader nothing: empty, spaces of any kind, or characters that cannot be seen. */
export function isBlank(text: string | null | undefined): boolean {
  return text === null || text === undefined || plainText(text) === '';
}

function foldSpaces(text: string): string {
  return text.replace(SPACES, ' ').replace(/^ | $/g, '');
}
