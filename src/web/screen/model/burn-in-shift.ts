const EVERY_MS = 10 * 60_000;
const STEP_PX = 4;
const STEPS = [
  { x: 0, y: 0 },
  { x: 1, y: 0 },
  { x: 1, y: 1 },
  { x: 0, y: 1 },
  { x: -1, y: 1 },
  { x: -1, y: 0 },
  { x: -1, y: -1 },
  { x: 0, y: -1 },
  { x: 1, y: -1 },
] as const;

/** By how many canvas pixels (at most 4) the picture is moved at a moment, so that it does not burn into the panel: another place every ten minutes. */
export function burnInShift(now: number): { x: number; y: number } {
  const step = STEPS[Math.floor(now / EVERY_MS) % STEPS.length] ?? STEPS[0];
  return { x: step.x * STEP_PX, y: step.y * STEP_PX };
}
