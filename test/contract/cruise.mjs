// Cruises trees with the project's own rules. `node cruise.mjs <folder>…` writes for each folder the violations found: [{ rule, from, to }].
// A program of its own because dependency-cruiser is an ES module and tests are CommonJS.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cruise } from 'dependency-cruiser';
import extractOptions from 'dependency-cruiser/config-utl/extract-depcruise-options';
import extractTsConfig from 'dependency-cruiser/config-utl/extract-ts-config';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const PARTS = ['src', 'migrations', 'ormconfig.ts', 'test', 'bench'];

const options = await extractOptions(join(ROOT, '.dependency-cruiser.cjs'));
const tsConfig = extractTsConfig(join(ROOT, 'tsconfig.json'));
const found = [];
for (const folder of process.argv.slice(2)) {
  const parts = PARTS.filter((part) => existsSync(join(folder, part)));
  const { output } = await cruise(
    parts,
    { ...options, baseDir: folder, tsConfig: { fileName: join(ROOT, 'tsconfig.json') } },
    undefined,
    { tsConfig },
  );
  found.push(output.summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to })));
}
process.stdout.write(JSON.stringify(found));
