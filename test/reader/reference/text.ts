const vietnamese = new Intl.Collator('vi', { usage: 'sort', sensitivity: 'variant', ignorePunctuation: false });

/** Order by code points, as "C" has it: JavaScript's own `<` looks at UTF-16 units, which differs beyond the first plane. */
export function compareCodePoints(left: string, right: string): number {
  return Buffer.compare(Buffer.from(left), Buffer.from(right));
}

/** Vietnamese order (đ after d, tone after letter, case last); what it holds for equal goes by code points. */
export function compareVietnamese(left: string, right: string): number {
  return vietnamese.compare(left, right) || compareCodePoints(left, right);
}

const natural = new Intl.Collator('vi', {
  usage: 'sort',
  sensitivity: 'variant',
  ignorePunctuation: false,
  numeric: true,
});

/** Codes and numbers as people count: 7a, 7b, 10; what counts as equal goes by code points. */
export function compareNatural(left: string, right: string): number {
  return natural.compare(left, right) || compareCodePoints(left, right);
}

/** A text as it is equal to others: composed, with one space between words. The made values hold nothing that is unseen. */
export function oneForm(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[ÐƉ]/g, 'Đ')
    .replace(/[ðɖ]/g, 'đ')
    .split(/[\s\u0085]+/)
    .filter((word) => word !== '')
    .join(' ');
}

/** A text without its marks and its case: `Đô thị` and `do thi` become the same. */
export function foldText(text: string): string {
  return oneForm(
    text
      .normalize('NFD')
      .replace(/[\u0300-\u036f]/g, '')
      .toLowerCase(),
  ).replaceAll('đ', 'd');
}
