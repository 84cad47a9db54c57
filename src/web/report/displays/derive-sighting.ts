/** Whether a screen is there: connected now, not any more, or never yet. */
export type Sighting =
  { readonly is: 'here' } | { readonly is: 'gone'; readonly since: string } | { readonly is: 'never' };

/** A connected screen is noted every half minute; one that has not been for so long is not there. */
const HERE_MS = 90_000;

/** What the time at which a screen was last seen says at a moment, in milliseconds. */
export function deriveSighting(lastSeenAt: string | null, now: number): Sighting {
  if (lastSeenAt === null) return { is: 'never' };
  return now - Date.parse(lastSeenAt) <= HERE_MS ? { is: 'here' } : { is: 'gone', since: lastSeenAt };
}
