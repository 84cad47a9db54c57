const PAUSE_MS = 10;

/** Looks again and again until a fact holds, and gives what was found. The test's own time limit ends it. */
export async function until<Found>(
  look: () => Promise<Found> | Found,
  holds: (found: Found) => boolean,
): Promise<Found> {
  for (;;) {
    const found = await look();
    if (holds(found)) return found;
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}
