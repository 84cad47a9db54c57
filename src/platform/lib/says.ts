/**
 * Description of a GraphQL element: Vietnamese first, English after it. The schema is the analysts' manual,
 * so both languages stand in one text that every tool shows.
 */
export function says(vi: string, en: string): string {
  return `${vi}\n${en}`;
}
