// `npm run migration:generate -- add-colour`: brings the database (DATABASE_URL, else the bundled one) to the newest migration, writes what its entities
// want beyond that to migrations/<time>-add-colour.ts, and lists it in migrations/index.ts. Read it before you commit it.
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const INDEX = join(ROOT, 'migrations', 'index.ts');

const name = process.argv[2];
if (name === undefined || !/^[a-z][a-z0-9-]*$/.test(name)) {
  console.error('Name the change in kebab case: npm run migration:generate -- add-colour');
  process.exit(1);
}
const before = new Set(listMigrations());
const source = ['-d', 'dist/ormconfig.js'];
tool('typeorm/cli.js', ['migration:run', ...source]);
tool('typeorm/cli.js', ['migration:generate', `migrations/${name}`, '--pretty', ...source]);
const written = listMigrations().find((file) => !before.has(file));
list(written);
tool('eslint/bin/eslint.js', ['--fix', `migrations/${written}`]);
tool('prettier/bin/prettier.cjs', ['--write', `migrations/${written}`, 'migrations/index.ts']);

function listMigrations() {
  return readdirSync(join(ROOT, 'migrations')).filter((file) => /^\d+-.*\.ts$/.test(file));
}

/** Adds a migration to the end of migrations/index.ts. */
function list(file) {
  const text = readFileSync(join(ROOT, 'migrations', file), 'utf8');
  const [, className] = /export class (\w+)/.exec(text);
  const index = readFileSync(INDEX, 'utf8')
    .replace(/\n\n\/\*\*/, `\nimport { ${className} } from './${file.slice(0, -3)}';\n\n/**`)
    .replace(/,?\s*\];\s*$/, `, ${className}];\n`);
  writeFileSync(INDEX, index);
}

function tool(path, args) {
  const { status } = spawnSync(process.execPath, [join(ROOT, 'node_modules', path), ...args], {
    cwd: ROOT,
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(status ?? 1);
}
