/** A name as it is compared: within one unit, two persons whose names differ by case, spaces or the way accents are encoded alone are one person. */
export function sameName(displayName: string): string {
  return displayName.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
}
