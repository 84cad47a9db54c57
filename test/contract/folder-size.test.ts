import { readdirSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';

const ROOT = join(__dirname, '..', '..');

/** What a reader takes in at a glance; beyond it a folder gets rooms by what its files are about. */
const MOST_FILES = 30;

/** Source files; a test beside a file goes with it. */
const SOURCE = /(?<!\.test)\.(tsx?|mjs|cjs|css)$/;

/** Folders that hold more files than they may, with their number. Subfolders count for themselves. */
function overfull(files: readonly string[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const file of files.filter((path) => SOURCE.test(basename(path)))) {
    counts.set(dirname(file), (counts.get(dirname(file)) ?? 0) + 1);
  }
  return Object.fromEntries([...counts].filter(([, count]) => count > MOST_FILES));
}

function filesBelow(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)));
}

const files = (folder: string, count: number, ending = '.ts') =>
  Array.from({ length: count }, (_, index) => `${folder}/part-${index}${ending}`);

test('no folder of the program or of what tests share holds more than thirty files', () => {
  expect(overfull([...filesBelow('src'), ...filesBelow('test/support')])).toEqual({});
});

test('a folder with one file too many is named, whatever its subfolders hold', () => {
  const planted = [...files('src/work', 31), ...files('src/work/items', 30), ...files('src/web/feed', 32, '.tsx')];
  expect(overfull(planted)).toEqual({ 'src/work': 31, 'src/web/feed': 32 });
});

test('the test of a file takes no room of its own', () => {
  expect(overfull([...files('src/work', 30), ...files('src/work', 30, '.test.ts')])).toEqual({});
});
