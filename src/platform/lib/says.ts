declare const said: unique symbol;

/** A description in both languages. Only `says` makes one. */
export type Said = string & { readonly [said]: true };

/**
 * Description of a GraphQL element: Vietnamese first, English after it. The schema is the analysts' manual,
 * so both languages stand in one text that every tool shows. Throws where one of them is missing: the program does not start.
 */
export function says(vi: string, en: string): Said {
  if (vi.trim() === '' || en.trim() === '' || vi === en) {
    throw new Error(`Not said in Vietnamese and in English: “${vi}” “${en}”.`);
  }
  return `${vi}\n${en}` as Said;
}
