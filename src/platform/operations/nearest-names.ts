const MOST = 3;

/** The names that are nearest to a given one, the nearest first; none where nothing is near. */
export function nearest(given: string, names: readonly string[]): string[] {
  const most = Math.max(2, Math.floor(given.length * 0.4));
  return names
    .map((name) => ({ name, distance: distanceOf(given.toLowerCase(), name.toLowerCase()) }))
    .filter(({ distance }) => distance <= most)
    .sort((one, other) => one.distance - other.distance || one.name.localeCompare(other.name))
    .slice(0, MOST)
    .map(({ name }) => name);
}

/** How many letters must be put in, taken out or changed (Levenshtein); names are short, and so is what is compared. */
function distanceOf(one: string, other: string): number {
  if (Math.abs(one.length - other.length) > MOST_LETTERS || one.length > MOST_LETTERS) return MOST_LETTERS;
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [at, letter] of [...one].entries()) {
    const next = [at + 1];
    for (let index = 0; index < other.length; index += 1) {
      const change = row[index]! + Number(other[index] !== letter);
      next.push(Math.min(change, row[index + 1]! + 1, next[index]! + 1));
    }
    row = next;
  }
  return row.at(-1)!;
}

const MOST_LETTERS = 100;
