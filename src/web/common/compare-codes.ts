const natural = new Intl.Collator('vi', { numeric: true });

/** Codes and numbers as people count, and as the server's lists have them: 7a, 7b, 10. */
export function compareCodes(one: string, other: string): number {
  return natural.compare(one, other);
}
