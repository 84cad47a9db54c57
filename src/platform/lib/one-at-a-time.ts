/**
 * Work whose outcome all share who ask for it while it is under way: it is never done twice at a time. 1,500 strangers who asked at once whether the program is ready
 * kept an honest query waiting for 2.3 s.
 */
export function oneAtATime<Outcome>(work: () => Promise<Outcome>): () => Promise<Outcome> {
  let underway: Promise<Outcome> | null = null;
  return () => {
    underway ??= work().finally(() => {
      underway = null;
    });
    return underway;
  };
}
