import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const SOURCE = join(__dirname, '..', '..', 'src');

function sourcesIn(folder: string): { path: string; text: string }[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'web' ? [] : sourcesIn(path);
    if (!entry.name.endsWith('.ts') || entry.name.endsWith('.test.ts')) return [];
    return [{ path: path.slice(SOURCE.length + 1), text: readFileSync(path, 'utf8') }];
  });
}

function naming(pattern: RegExp, allowed: RegExp): string[] {
  return sourcesIn(SOURCE)
    .filter(({ path, text }) => pattern.test(text) && !allowed.test(path))
    .map(({ path }) => path);
}

test('no statement asks the database what time it is', () => {
  expect(
    naming(
      /\b(current_date|current_timestamp|localtimestamp)\b|[^.\w](?<!get )now\(\)(?!:)/i,
      /^platform\/lib\/clock\.ts$/,
    ),
  ).toEqual([]);
});

test('the database’s own clock is read only for what lasts in real time', () => {
  expect(naming(/clock_timestamp\(\)/, /^(loading\/load-demo|platform\/jobs\/day-started)\.ts$/)).toEqual([]);
});

test('real time is read only by the clock, by tokens, and where the shift itself is measured', () => {
  const allowed = /^(accounts\/|platform\/(access\/remembered-identities|lib\/clock|live\/session|database\/|http\/))/;
  expect(naming(/new Date\(\)|Date\.now\(\)/, allowed)).toEqual([]);
});
