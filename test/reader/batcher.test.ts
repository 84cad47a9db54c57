import { Database } from '../../src/platform/database/database';
import { Batcher, type RowStatement } from '../../src/platform/reader/batcher';
import { Turns } from '../../src/platform/lib/turns';
import { openTestDatabase, type TestDatabase } from '../support/database';

/*
 * Runs of one statement are read together: those that come at the same moment, and those that come while the account's turn is waited for.
 */

const HALF: RowStatement = { name: 'half', text: 'select 100 / $1::int as half', types: ['int'] };
const LENGTH: RowStatement = { name: 'length', text: 'select cardinality($1::int[]) as length', types: ['int[]'] };

let open: TestDatabase;
let database: Database;
let batcher: Batcher;
/** How many rows each statement gave, in the order in which they were sent, with the account in whose turn. */
let sent: string[];
/** Lets turns begin; until then they wait. */
let begin: () => void;

beforeAll(async () => {
  open = await openTestDatabase();
  database = new Database(open.dataSource, open.target, () => undefined);
});

afterAll(async () => {
  await database.close();
  await open.close();
});

beforeEach(() => {
  sent = [];
  const begun = new Promise<void>((resolve) => {
    begin = resolve;
  });
  batcher = new Batcher(async (owner, statement) => {
    await begun;
    const rows = await database.read<unknown[]>({ isExpensive: false, isHeavy: false, owner }, () => ({
      ...statement(),
      name: null,
    }));
    sent.push(`${owner} ${rows.length}`);
    return rows;
  });
});

/** What comes in another turn of the event loop than what came before. */
async function later(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
}

test('runs that come while the turn is waited for go with it', async () => {
  const first = batcher.row(HALF, [1], 'anna');
  await later();
  const second = batcher.row(HALF, [2], 'anna');
  await later();
  const again = batcher.row(HALF, [2], 'anna');
  begin();
  expect(await Promise.all([first, second, again])).toEqual([[100], [50], [50]]);
  expect(sent).toEqual(['anna 2']);
});

test('pieces of work that begin one after the other in one slice are read together', async () => {
  const time = jest.spyOn(performance, 'now').mockReturnValue(0);
  const turns = new Turns({ atOnce: Infinity, perOwner: 1, mostWaiting: 10, sliceMs: 4 });
  const piece = async (value: number): Promise<unknown[]> => {
    await turns.piece('anna');
    return batcher.row(HALF, [value], 'anna');
  };
  begin();
  const atOnce = piece(1);
  // the slice is over: the others begin in the next one, each when the one before has done what it does at once
  time.mockReturnValue(10);
  const inTurn = [2, 4, 5].map(piece);
  expect(await Promise.all([atOnce, ...inTurn])).toEqual([[100], [50], [25], [20]]);
  expect(sent).toEqual(['anna 1', 'anna 3']);
  time.mockRestore();
});

test('what comes when the turn has come goes in the next one', async () => {
  const first = batcher.row(HALF, [1], 'anna');
  begin();
  await first;
  expect(await batcher.row(HALF, [4], 'anna')).toEqual([25]);
  expect(sent).toEqual(['anna 1', 'anna 1']);
});

test('nobody waits in the turn of another account', async () => {
  const anna = batcher.row(HALF, [1], 'anna');
  await later();
  const binh = batcher.row(HALF, [2], 'binh');
  begin();
  expect(await Promise.all([anna, binh])).toEqual([[100], [50]]);
  expect(sent.sort()).toEqual(['anna 1', 'binh 1']);
});

test('runs of several accounts that come at the same moment are read in nobody’s turn', async () => {
  const both = [batcher.row(HALF, [1], 'anna'), batcher.row(HALF, [2], 'binh')];
  begin();
  expect(await Promise.all(both)).toEqual([[100], [50]]);
  expect(sent).toEqual([' 2']);
});

test('a run that fails does not fail those that were read with it', async () => {
  const all = [1, 0, 4].map((value) => batcher.row(HALF, [value], 'anna'));
  begin();
  const outcomes = await Promise.allSettled(all);
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect((outcomes[2] as PromiseFulfilledResult<unknown[]>).value).toEqual([25]);
});

test('a statement answers a hundred runs at most, the next one the others', async () => {
  const all = Array.from({ length: 230 }, (_, index) => batcher.row(HALF, [index + 1], 'anna'));
  begin();
  expect(await Promise.all(all)).toEqual(Array.from({ length: 230 }, (_, index) => [Math.floor(100 / (index + 1))]));
  expect(sent).toEqual(['anna 100', 'anna 100', 'anna 30']);
});

test('runs whose values no statement can hold together are each asked alone', async () => {
  const all = [[1], [1, 2], [], [1, 2]].map((list) => batcher.row(LENGTH, [list], 'anna'));
  begin();
  expect(await Promise.all(all)).toEqual([[1], [2], [0], [2]]);
  expect(sent).toEqual(['anna 1', 'anna 1', 'anna 1']);
});
