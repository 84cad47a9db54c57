import { openTestDatabase, type TestDatabase } from '../support/database';
import { DatabaseView } from '../support/database-view';
import { openVersions, type Recorded, recordBatch, tableAt, tableNow } from './row-history';
import { type Chance, chanceOf } from './chance';
import { RandomWriter } from './random-writer';
import { sized } from '../support/size';

const WRITES = sized(150, 500);
const WRITERS = 4;
const TABLES = ['unit', 'person', 'term'] as const;

let database: TestDatabase;
let sequencing: DatabaseView;
let writers: RandomWriter[];

beforeEach(async () => {
  database = await openTestDatabase();
  sequencing = await DatabaseView.open(database.target);
  // two writers never write one row at the same time: each would wait for the other, and the test for both
  const taken = new Set<string>();
  writers = await Promise.all(
    Array.from(
      { length: WRITERS },
      async () => new RandomWriter(await DatabaseView.open(database.target), TABLES, taken),
    ),
  );
});

afterEach(async () => {
  await Promise.all(writers.map((writer) => writer.close()));
  await sequencing.close();
  await database.close();
});

/** Writes at random; batches are cut while transactions are open, and while they commit. */
async function run(chance: Chance): Promise<{ recorded: Recorded[]; openAtBatch: number }> {
  const recorded: Recorded[] = [];
  let openAtBatch = 0;
  for (let written = 0; written < WRITES;) {
    const writer = chance.pick(writers);
    const isBatch = chance.oneIn(4);
    if (isBatch) openAtBatch += writers.filter(({ isOpen }) => isOpen).length;
    const [wrote, batch] = await Promise.all([writer.step(chance), isBatch ? recordBatch(sequencing, TABLES) : null]);
    written += wrote;
    if (batch !== null) recorded.push(batch);
    if (chance.oneIn(150)) await raiseEpoch();
  }
  for (const writer of writers) await writer.finish();
  recorded.push(await recordBatch(sequencing, TABLES));
  return { recorded, openAtBatch };
}

/** What a start does with a restored database: nothing else writes meanwhile. */
async function raiseEpoch(): Promise<void> {
  for (const writer of writers) await writer.finish();
  await sequencing.rows('update log_head set epoch = epoch + 1');
}

// one series that is always the same, one that never was
test.each(sized([2021], [2021, Date.now()]))(
  'every batch sees later what it saw then (series %i)',
  async (series) => {
    const chance = chanceOf(series);
    const { recorded, openAtBatch } = await run(chance);
    expect(recorded.length).toBeGreaterThan(sized(20, 80));
    expect(openAtBatch).toBeGreaterThan(sized(20, 80));
    const rolledBack = writers.reduce((sum, writer) => sum + writer.rolledBack, 0);
    expect(rolledBack).toBeGreaterThan(sized(1, 5));

    const last = recorded.at(-1)!;
    for (const { batch, tables } of [...chance.some(recorded, 50), last]) {
      for (const table of TABLES) {
        expect({ batch, table, rows: await tableAt(sequencing, table, batch) }).toEqual({
          batch,
          table,
          rows: tables[table],
        });
      }
    }
    for (const table of TABLES)
      expect(await openVersions(sequencing, table)).toEqual(await tableNow(sequencing, table));
    expect(new Set(recorded.map(({ tables }) => JSON.stringify(tables))).size).toBeGreaterThan(sized(5, 20));
  },
  60_000,
);
