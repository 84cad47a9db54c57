import { sameText } from '../platform/lib/text-forms';

/** A name as it is compared: within one unit, two persons whose names differ by case, spaces or the way they were typed alone are one person. */
export function sameName(displayName: string): string {
  return sameText(displayName);
}
