// npm run bench -- queries|submit|commands|live|load [--quick] [--json FILE]: measures tiendo against the limit and its peers, each as its documentation says. See README.md.
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { build, install } from './lib/install.mjs';

const USAGE = 'npm run bench -- queries|submit|commands|live|load [--quick] [--json FILE]';

/** What can be measured, by name, and how it is shown; loaded when the dependencies are there. */
const SETS = {
  queries: { load: async () => (await import('./lib/queries-set.mjs')).runQueries, table: './lib/table.mjs' },
  submit: { load: async () => (await import('./lib/submit-set.mjs')).runSubmit, table: './lib/table.mjs' },
  // the program alone, one call at a time
  commands: {
    load: async () => (await import('./lib/commands-set.mjs')).runCommands,
    table: './lib/commands-table.mjs',
    isAlone: true,
  },
  // what subscribers follow is seeded by the set itself, and does not depend on how many other reports there are
  live: {
    load: async () => (await import('./lib/live/set.mjs')).runLive,
    table: './lib/live/table.mjs',
    isOwnSeed: true,
  },
  // nothing but the program itself is measured, on a database that it fills itself
  load: {
    load: async () => (await import('./lib/city/set.mjs')).runLoad,
    table: './lib/city/table.mjs',
    isAlone: true,
  },
};

const { set, isQuick, file } = readArguments();
if (!SETS[set].isAlone) install();
build();

const { Belongings } = await import('./lib/belongings.mjs');
const belongings = new Belongings();
for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
]) {
  process.on(signal, () => void belongings.release().then(() => process.exit(code)));
}

try {
  await run();
} catch (error) {
  if (!belongings.isEnding) console.error(error.message);
  process.exitCode = 1;
} finally {
  await belongings.release();
}

async function run() {
  const { startDatabase } = await import('./lib/database.mjs');
  const { machineText } = await import('./lib/machine.mjs');
  const { plainRows, tableOf, withRatios } = await import(SETS[set].table);
  const runSet = await SETS[set].load();
  const database = await belongings.keep(startDatabase());
  const { machine, rows, notes } = SETS[set].isAlone
    ? await runSet({ belongings, database, isQuick, say })
    : await runAgainstPeers(runSet, database);
  const rated = withRatios(rows);
  console.log(`\n${machineText(machine)}\n\n${tableOf(rated)}\n`);
  for (const note of notes) console.log(note);
  if (file !== undefined) await writeFile(file, `${JSON.stringify({ machine, rows: plainRows(rated) }, null, 2)}\n`);
}

/** Loads the demo and what is measured on, and measures the contenders by one process of clients. */
async function runAgainstPeers(runSet, database) {
  const { Load } = await import('./lib/load.mjs');
  const { FULL, QUICK } = await import('./lib/measure.mjs');
  const { ServerProcess } = await import('./lib/processes.mjs');
  const { REPORTS, seed } = await import('./lib/seed.mjs');
  say('loading the demo');
  await (await belongings.keep(ServerProcess.start('tiendo', await database.urlFor('tiendo')))).stop();
  if (!SETS[set].isOwnSeed) {
    say(`seeding ${REPORTS.toLocaleString('en')} reports`);
    await seed(database);
  }
  const load = await belongings.keep(Promise.resolve(Load.start()));
  say('starting the contenders');
  return runSet({ belongings, database, load, pace: isQuick ? QUICK : FULL, isQuick, say });
}

function readArguments() {
  let parsed;
  try {
    parsed = parseArgs({ allowPositionals: true, options: { quick: { type: 'boolean' }, json: { type: 'string' } } });
  } catch (error) {
    return refuse(error.message);
  }
  const { values, positionals } = parsed;
  const [name, ...others] = positionals;
  if (!Object.hasOwn(SETS, name ?? '') || others.length > 0)
    return refuse('Name one set: queries, submit, commands, live or load.');
  return { set: name, isQuick: values.quick === true, file: values.json };
}

function refuse(reason) {
  console.error(`${reason}\n${USAGE}`);
  process.exit(2);
}

function say(what) {
  console.log(`${new Date().toISOString().slice(11, 19)} ${what}`);
}
