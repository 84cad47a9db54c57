import fc from 'fast-check';
import { Database } from '../../src/platform/database/database';
import type { Answer } from '../support/api-client';
import { type MadeOperation, madeOperations } from './made-operations';
import { COLUMNS, LANGUAGES, Reading, SEED, WITHOUT } from './reading';
import { comparedTexts } from './reference/agreement';
import { executeReference } from './reference/execute';
import type { Row } from './reference/world';
import { sized } from '../support/size';

const RUNS = sized(60, 250);
/** Share of what is made that may be larger than the server takes. */
const TOO_LARGE = 0.02;
const BATCHES = Array.from({ length: sized(2, 8) }, (_, batch) => SEED + batch);
const BATCHES_OF_THE_PAST = BATCHES.slice(0, sized(1, 3));

let reading: Reading;
let statements: jest.SpyInstance;

beforeAll(async () => {
  reading = await Reading.open({ withPast: true });
  statements = jest.spyOn(Database.prototype, 'read');
});

afterAll(async () => {
  statements.mockRestore();
  await reading.close();
});

/** Whoever asks it in whichever language: the server's answer is the reference's, as text. */
async function expectAgreement(operations: fc.Arbitrary<MadeOperation>, seed: number): Promise<void> {
  const asked = fc.asyncProperty(
    operations,
    fc.constantFrom(...COLUMNS),
    fc.constantFrom(...LANGUAGES),
    async ({ text, variables }, column, language) => {
      statements.mockClear();
      const { data, errors } = await reading.clientOf(column).ask<unknown>(text, variables, language);
      fc.pre(!isTooLarge(errors));
      expect(errors).toBeUndefined();
      // none where the answer is at hand already
      expect(statements.mock.calls.length).toBeLessThanOrEqual(1);
      const seen = { present: reading.seenBy(column, language), past: () => reading.seenThenBy(column, language) };
      const texts = comparedTexts(executeReference(seen, text, variables), data);
      expect(texts.actual).toBe(texts.expected);
    },
  );
  await fc.assert(asked, { numRuns: RUNS, maxSkipsPerRun: TOO_LARGE, seed });
}

/** Whether the server declined it for its cost, which depends on who asks: nothing can be compared then. */
function isTooLarge(errors: Answer<unknown>['errors']): boolean {
  return errors?.[0]?.extensions.code === 'QUERY_TOO_COMPLEX';
}

test('of every type whose rows can change, rows of the moment before are changed or gone since', () => {
  const [then, now] = [reading.past!.world, reading.seenBy('SECRETARIAT').world];
  const same = then.shape.all.filter((type) => {
    const stored = ({ values }: Row) => JSON.stringify([...type.stored.keys()].map((path) => values[path]));
    return then.all(type.name).every((row) => {
      const later = now.find(type.name, row.id);
      return later !== undefined && stored(later) === stored(row);
    });
  });
  // the log never changes
  expect(same.map(({ name }) => name)).toEqual(['Event']);
});

// in batches, so that a failure is found and made small soon
describe('the reader answers, by one statement at most, as plain execution over rows in memory does', () => {
  test.each(BATCHES)(
    'whatever is asked (seed %i)',
    async (seed) => {
      const past = reading.seenThenBy('SECRETARIAT');
      await expectAgreement(madeOperations(reading.seenBy('SECRETARIAT'), { without: WITHOUT }, past), seed);
    },
    120_000,
  );

  test.each(BATCHES_OF_THE_PAST)(
    'whatever is asked of a moment before (seed %i)',
    async (seed) => {
      const { cursor, at } = reading.past!;
      const seen = reading.seenThenBy('SECRETARIAT');
      const [byPlace, byTime] = [{ cursor }, { at }].map((asOf) => madeOperations(seen, { without: WITHOUT, asOf }));
      await expectAgreement(fc.oneof(byPlace!, byTime!), seed);
    },
    120_000,
  );
});
