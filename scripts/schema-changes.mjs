// Holds the printed schema against that of the last release (schema/released.graphql) and writes what has changed into
// schema/CHANGELOG.md. See docs/schema-changes.md.
//   npm run schema:changes                                           writes the entries; reasons that are there stay
//   npm run schema:changes -- --reason "…" [--for Query.asOf]        gives that reason to the breaking changes without one (of paths that begin so)
//   npm run schema:changes -- --check                                fails when an entry is missing or a breaking change has no reason
//   npm run schema:changes -- --release 0.2.0                        makes what is stated a release, and the printed schema the new baseline
// `--folder` is where the three files lie.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { breakingLine, readChangelog, release, withoutReason, writeChangelog } from './schema/changelog.mjs';
import { contractOf, findChanges } from './schema/find-changes.mjs';

const { values: options } = parseArgs({
  options: {
    check: { type: 'boolean', default: false },
    reason: { type: 'string' },
    for: { type: 'string', default: '' },
    release: { type: 'string' },
    folder: { type: 'string', default: join(dirname(fileURLToPath(import.meta.url)), '..', 'schema') },
  },
});
const [released, printed, changelog] = ['released.graphql', 'schema.graphql', 'CHANGELOG.md'].map((name) =>
  join(options.folder, name),
);

const sdl = readFileSync(printed, 'utf8');
const text = readFileSync(changelog, 'utf8');
const stated = readChangelog(text);
const changes = await findChanges(readFileSync(released, 'utf8'), sdl);
if (options.reason !== undefined) giveReason(options.reason.replace(/\s+/g, ' ').trim());
const wanted = writeChangelog(stated, changes);
const open = withoutReason(stated, changes);

if (options.check) {
  if (wanted !== text) complain('schema/CHANGELOG.md does not say what has changed: run `npm run schema:changes`.');
} else if (options.release === undefined) {
  writeFileSync(changelog, wanted);
}
for (const change of open) complain(`breaking, and without a reason: ${breakingLine(change, stated.deprecations)}`);
if (open.length > 0) {
  console.error(
    'Keep the old name, or state why in schema/CHANGELOG.md (or by `npm run schema:changes -- --for PATH --reason "…"`).',
  );
} else if (options.release !== undefined) {
  makeRelease(options.release);
}

function giveReason(reason) {
  for (const change of withoutReason(stated, changes))
    if (change.path.startsWith(options.for)) stated.reasons.set(breakingLine(change, stated.deprecations), reason);
}

function makeRelease(version) {
  if (!/^\d+\.\d+\.\d+$/.test(version)) return complain(`--release wants a version such as 0.2.0, not "${version}".`);
  writeFileSync(changelog, release(wanted, version, new Date().toISOString().slice(0, 10)));
  writeFileSync(released, contractOf(sdl));
}

function complain(sentence) {
  console.error(sentence);
  process.exitCode = 1;
}
