const MARKS = /[\u0300-\u036f]/g;

/** The form in which texts are searched: without case and accents, đ as d. The database's `search_text` does the same. */
export function searchText(text: string): string {
  return text.toLowerCase().normalize('NFD').replace(MARKS, '').replaceAll('đ', 'd');
}
