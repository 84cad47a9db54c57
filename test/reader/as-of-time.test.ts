import { cloneDatabase } from '../support/database';
import { DatabaseView } from '../support/database-view';
import { startTestProgram } from '../support/program';
import { changeProgress } from '../support/report-steps';
import { DEMO_TEMPLATE } from '../support/test-server';
import { until } from '../support/until';
import { bytes, cursorOf, type Item, momentOf, Past, read } from './past';

let past: Past;

beforeAll(async () => {
  past = await Past.open();
});

afterAll(() => past.close());

/** Lets days pass for a database that no past.program runs on: what happened lies so much further back. */
async function letDaysPass(database: DatabaseView, days: number): Promise<void> {
  const span = `interval '${days} days'`;
  await database.rows(`update log_batch set sequenced_at = sequenced_at - ${span}`);
  await database.rows(`update installation set clock_offset_ms = clock_offset_ms + ${days * 86_400_000}`);
}

test('what depends on the date is as of the date of then', async () => {
  const { target, drop } = await cloneDatabase(DEMO_TEMPLATE);
  const database = await DatabaseView.open(target);
  const first = await startTestProgram({ target });
  await changeProgress(first, 64);
  const cursor = await cursorOf(database);
  const at = await momentOf(first);
  const query =
    'query ($cursor: Cursor!) { asOf(cursor: $cursor) { workItems(first: 200) { nodes { code health daysLate plannedPercent freshness { ageDays } } } } }';
  const then = await bytes(await first.as('secretariat'), query, { cursor });
  await first.close();
  await letDaysPass(database, 400);
  const later = await startTestProgram({ target });
  const client = await later.as('secretariat');
  expect(await bytes(client, query, { cursor })).toBe(then);
  expect(
    await bytes(
      client,
      query.replace('($cursor: Cursor!)', '($cursor: DateTime!)').replace('asOf(cursor:', 'asOf(at:'),
      { cursor: at },
    ),
  ).toBe(then);
  const { today, workItem } = await read<{ today: { today: string }; workItem: Item }>(
    client,
    '{ today: installation { today } workItem(code: "07-01") { health } }',
  );
  expect([today.today, workItem.health]).toEqual(['2024-12-18', 'AT_RISK']);
  expect(then).toContain('{"code":"07-01","health":"ON_TRACK"');
  await later.close();
  await database.close();
  await drop();
});

describe('a time', () => {
  let held: DatabaseView | null = null;

  /** Keeps everybody else from numbering, until the test ends or unlocks. */
  async function holdSequencer(): Promise<DatabaseView> {
    held = await DatabaseView.open(past.program.target);
    await held.rows('select pg_advisory_lock(7202102)');
    return held;
  }

  afterEach(async () => {
    await held?.close();
    held = null;
  });

  test('means the last batch up to it', async () => {
    await changeProgress(past.program, 66);
    const [between, cursor] = [await past.momentNow(), await past.cursorNow()];
    const then = await past.itemThen({ at: between });
    expect(then).toMatchObject({ percentComplete: 66, id: expect.stringMatching(`@${cursor}$`) as string });
    await changeProgress(past.program, 67);
    expect(await past.itemThen({ at: between })).toEqual(then);
    expect((await past.itemThen({ at: await past.momentNow() })).percentComplete).toBe(67);
  });

  test('waits for the batch under way, which may belong to it', async () => {
    const sequencing = await holdSequencer();
    await past.writer.write({ type: 'RENAMED', extraTags: ['unit'] }, (tx) =>
      tx.query(`update unit set short_name = 'XD' where code = 'so-xd'`),
    );
    await sequencing.rows('begin');
    await sequencing.rows('select from sequence_events()');
    const at = await past.momentNow();
    const query = 'query ($at: DateTime!) { asOf(at: $at) { unit(code: "so-xd") { id shortName } } }';
    const asked = bytes(past.secretariat, query, { at });
    // one waits to look, others, who want to number, for the lock itself
    await until(
      () =>
        past.view.row<{ waiting: number }>(
          `select count(*)::integer as waiting from pg_locks where locktype = 'advisory' and mode = 'ShareLock' and not granted`,
        ),
      ({ waiting }) => waiting === 1,
    );
    await sequencing.rows('commit');
    await sequencing.rows('select pg_advisory_unlock(7202102)');
    const answer = await asked;
    expect(JSON.parse(answer)).toMatchObject({ asOf: { unit: { shortName: 'XD' } } });
    expect(await bytes(past.secretariat, query, { at })).toBe(answer);
  });

  test('that is long past waits for nobody, nor does a cursor', async () => {
    const cursor = await past.cursorNow();
    await holdSequencer();
    await past.view.rows(
      `update log_batch set sequenced_at = sequenced_at - interval '1 hour' where last_position = 1`,
    );
    const at = new Date(past.program.program.clock.now().getTime() - 1_800_000).toISOString();
    expect((await past.itemThen({ at })).id).toMatch(/@1\.1$/);
    expect((await past.itemThen({ cursor })).id).toMatch(`@${cursor}`);
  });
});
