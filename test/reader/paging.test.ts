import fc from 'fast-check';
import { getNamedType, type GraphQLInputObjectType, isEnumType } from 'graphql';
import { Chooser } from './made/chooser';
import { MadeArguments } from './made/made-arguments';
import { MadeValues } from './made/made-values';
import { makeRows } from './made/made-rows';
import { Samples } from './made/samples';
import { seededChance } from './made/seeded-chance';
import { COLUMNS, Reading, SEED } from './reading';
import type { OrderInput } from './reference/order';
import { type Direction, inputOf, keysOf, listsOf, listsUnderRows, readPage, walk, type WalkedList } from './walk';
import { sized, some } from '../support/size';

const DIRECTIONS = ['forwards', 'backwards'] as const satisfies readonly Direction[];

let reading: Reading;

beforeAll(async () => {
  reading = await Reading.open({ withPast: false });
});

afterAll(async () => {
  await reading.close();
});

/** Every order by one key: of the row, of an object on it, of a row that it leads to. */
function orders(input: GraphQLInputObjectType, steps = 2): OrderInput[] {
  return Object.values(input.getFields()).flatMap(({ name, type }): OrderInput[] => {
    const inner = getNamedType(type);
    if (isEnumType(inner)) return [{ [name]: 'ASC' }, { [name]: 'DESC' }];
    return steps === 1 ? [] : orders(inner as GraphQLInputObjectType, steps - 1).map((order) => ({ [name]: order }));
  });
}

describe('a list is walked page by page', () => {
  test('in every order by one key, from either end', async () => {
    const seen = reading.seenBy('SECRETARIAT');
    const client = reading.clientOf('SECRETARIAT');
    for (const { field, type } of listsOf(seen.shape)) {
      const every = orders(inputOf(seen.shape.schema, type, 'orderBy'));
      expect(every.length).toBeGreaterThan(1);
      for (const [index, order] of some(every, 6).entries()) {
        const list = { field, type, orderBy: [order] };
        const expected = keysOf(seen, list);
        const size = Math.min(200, Math.max(1, Math.ceil(expected.length / 3)));
        const walked = await walk(client, list, size, DIRECTIONS[index % 2]!);
        expect([field, order, walked]).toEqual([field, order, expected]);
      }
    }
  }, 300_000);

  test('in whatever order, of whatever filter, by pages of whatever size, by whomever', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.noShrink(fc.integer()),
        fc.constantFrom(...COLUMNS),
        fc.constantFrom(...DIRECTIONS),
        async (seed, column, direction) => {
          const seen = reading.seenBy(column);
          const choose = new Chooser(seededChance(seed));
          const made = new MadeArguments(seen.shape, new MadeValues(new Samples(seen), choose), choose);
          const of = choose.one(choose.percent(40) ? listsUnderRows(seen) : listsOf(seen.shape));
          const list: WalkedList = {
            ...of,
            orderBy: made.order(inputOf(seen.shape.schema, of.type, 'orderBy')) as OrderInput[],
            ...(choose.percent(40) && { where: made.filter(inputOf(seen.shape.schema, of.type, 'where'), of.type) }),
          };
          const expected = keysOf(seen, list);
          const size = Math.max(choose.between(1, 30), Math.ceil(expected.length / 10));
          expect([list, await walk(reading.clientOf(column), list, size, direction)]).toEqual([list, expected]);
        },
      ),
      { numRuns: sized(25, 200), seed: SEED },
    );
  }, 300_000);
});

describe('while a list is walked', () => {
  const LISTS: readonly WalkedList[] = [
    { field: 'progressReports', type: 'ProgressReport' },
    { field: 'progressReports', type: 'ProgressReport', orderBy: [{ reviewNote: 'ASC' }] },
    {
      field: 'progressReports',
      type: 'ProgressReport',
      orderBy: [{ claimedHealth: 'DESC' }, { percentComplete: 'ASC' }],
    },
    {
      field: 'progressReports',
      type: 'ProgressReport',
      orderBy: [{ workItem: { responsiblePerson: { displayName: 'DESC' } } }],
    },
    { field: 'measurements', type: 'Measurement', orderBy: [{ value: 'ASC' }] },
    { field: 'measurements', type: 'Measurement', orderBy: [{ note: 'DESC' }, { recordedAt: 'DESC' }] },
    { field: 'workItems', type: 'WorkItem', orderBy: [{ health: 'ASC' }, { freshness: { reportedAt: 'DESC' } }] },
    { field: 'workItems', type: 'WorkItem', orderBy: [{ completedOn: 'DESC' }] },
    { field: 'units', type: 'Unit', orderBy: [{ parent: { name: 'ASC' } }] },
    { field: 'units', type: 'Unit' },
  ];

  test('rows that come show if they stand further on, and move no other', async () => {
    const client = reading.clientOf('SECRETARIAT');
    const cases = LISTS.flatMap((list) => DIRECTIONS.map((direction) => ({ list, direction })));
    const read = await Promise.all(cases.map(({ list, direction }) => readPage(client, list, 7, direction, null)));
    const before = cases.map(({ list }) => keysOf(reading.seenBy('SECRETARIAT'), list));
    await makeRows(reading.view, reading.accountIds, SEED + 1);
    await reading.reload();
    for (const [index, { list, direction }] of cases.entries()) {
      const { keys, start, end } = read[index]!;
      const now = keysOf(reading.seenBy('SECRETARIAT'), list);
      expect([list, now.length > before[index]!.length]).toEqual([list, true]);
      const [expected, place] =
        direction === 'forwards'
          ? [now.slice(now.indexOf(keys.at(-1)!) + 1), end]
          : [now.slice(0, now.indexOf(keys[0]!)), start];
      expect([list, await walk(client, list, 60, direction, place)]).toEqual([list, expected]);
    }
  }, 60_000);

  test('the row on which a place stands may go: the place stays', async () => {
    const client = reading.clientOf('SECRETARIAT');
    for (const orderBy of [undefined, [{ note: 'ASC' }], [{ note: 'DESC' }], [{ value: 'DESC' }]] as const) {
      const list: WalkedList = { field: 'measurements', type: 'Measurement', orderBy };
      const expected = keysOf(reading.seenBy('SECRETARIAT'), list);
      const page = await readPage(client, list, 5, 'forwards', null);
      expect(page.keys).toEqual(expected.slice(0, 5));
      const gone = [page.keys.at(-1)];
      // a correction holds on to what it corrects
      await reading.view.rows(
        `update measurement set corrects_id = null, correction_reason = null where 'me_' || corrects_id = $1`,
        gone,
      );
      await reading.view.rows(`delete from measurement where 'me_' || id = $1`, gone);
      await reading.reload();
      expect(await walk(client, list, 50, 'forwards', page.end)).toEqual(expected.slice(5));
    }
  });
});
