/** One thing that a reader received: what it was, and the reader's place after it. */
export interface Received {
  readonly name: string;
  readonly place: string;
  /** The place before it, where the stream states it. */
  readonly previous?: string;
}

/** What a reader's record shows when compared with what was written. */
export interface Findings {
  /** Written, never received. */
  readonly missing: number;
  /** Received more than once. */
  readonly repeated: number;
  /** Received before something that stands earlier. */
  readonly disordered: number;
  /** Where the stated place before is not the one that was received before. */
  readonly broken: number;
}

/** Compares what one reader received, over all its connections, with everything that was written. */
export function checkSequence(written: readonly string[], received: readonly Received[], start?: string): Findings {
  const names = new Set(received.map(({ name }) => name));
  const positions = received.map(({ place }) => Number(place.split('.').at(-1)));
  let before = start;
  let broken = 0;
  for (const { place, previous } of received) {
    if (previous !== undefined && previous !== before) broken += 1;
    before = place;
  }
  return {
    missing: written.filter((name) => !names.has(name)).length,
    repeated: received.length - names.size,
    disordered: positions.filter((position, index) => index > 0 && position <= positions[index - 1]!).length,
    broken,
  };
}
