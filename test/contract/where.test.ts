import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const ROOT = join(__dirname, '..', '..');
const textOf = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

const PAGES = [
  'README.md',
  ...readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => join('docs', file)),
];

/** The anchor under which a page is found at a heading. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(' ', '-');
}

/** Links of a page that lead to nothing: a file that is not there, or a heading that its page has not. */
function brokenLinks(page: string): string[] {
  return [...textOf(page).matchAll(/\]\((?!https?:)([^)#\s]*)(?:#([^)\s]+))?\)/g)].flatMap(([link, path, anchor]) => {
    const target = path === '' ? page : join(dirname(page), path!);
    if (!existsSync(join(ROOT, target))) return [`${page}: ${link}`];
    if (anchor === undefined) return [];
    const anchors = [...textOf(target).matchAll(/^#+ (.+)$/gm)].map(([, heading]) => anchorOf(heading!));
    return anchors.includes(anchor) ? [] : [`${page}: ${link}`];
  });
}

test.each(PAGES)('the links of %s lead somewhere', (page) => {
  expect(brokenLinks(page)).toEqual([]);
});

/** Files that a page names by their place in the repository. */
const namedIn = (page: string): string[] =>
  [...textOf(page).matchAll(/`((?:src|test|migrations|bench|scripts|docs)\/[\w./-]+)`/g)].map(([, path]) => path!);

test('every file that is named in the documentation is there, save the one that is to be added', () => {
  const named = PAGES.flatMap((page) => namedIn(page).map((path) => ({ page, path })));
  expect(named.length).toBeGreaterThan(150);
  expect(named.filter(({ path }) => !existsSync(join(ROOT, path)))).toEqual([
    { page: 'docs/adding-a-command.md', path: 'src/work/items/take-back-verification.ts' },
  ]);
});

test('the README has a row for every folder of the platform, and every domain in its list', () => {
  const [, table = ''] = textOf('README.md').split('## Where things live');
  const rows = new Set(
    [...table.matchAll(/^\| ([^|]+) \|/gm)].flatMap(([, cell]) => cell!.match(/[\w-]+(?=`)/g) ?? []),
  );
  const folders = ['src', 'src/platform'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && entry.name !== 'platform')
      .map(({ name }) => name),
  );
  expect(folders.filter((name) => !rows.has(name))).toEqual([]);
});

test.each([
  'backpressure',
  'throttle',
  'health',
  'rules R1 to R16',
  'wait for a cursor',
  'events',
  'add a column',
  'add a command',
])('from the README in two steps: %s', (wanted) => {
  expect(textOf('README.md')).toContain('(docs/where.md)');
  expect(textOf('docs/where.md')).toMatch(new RegExp(`^\\| .*${wanted}.* \\|`, 'm'));
});
