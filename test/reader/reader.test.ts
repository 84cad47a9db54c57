import fc from 'fast-check';
import { madeOperations } from './made-operations';
import { COLUMNS, LANGUAGES, Reading, SEED, WITHOUT } from './reading';
import { comparedTexts } from './reference/agreement';
import { executeReference } from './reference/execute';

const BATCHES = 10;
const RUNS = 250;

let reading: Reading;

beforeAll(async () => {
  reading = await Reading.open();
});

afterAll(async () => {
  await reading.close();
});

describe('the reader answers as plain execution does', () => {
  // in batches, so that a failure is found and made small soon
  test.each(Array.from({ length: BATCHES }, (_, batch) => SEED + batch))(
    'whatever is asked (seed %i)',
    async (seed) => {
      const operations = madeOperations(reading.seenBy('SECRETARIAT'), { without: WITHOUT });
      await fc.assert(
        fc.asyncProperty(
          operations,
          fc.constantFrom(...COLUMNS),
          fc.constantFrom(...LANGUAGES),
          async ({ text, variables }, column, language) => {
            const { data, errors } = await reading.clientOf(column).ask<unknown>(text, variables, language);
            expect(errors).toBeUndefined();
            const expected = executeReference({ present: reading.seenBy(column, language) }, text, variables);
            const texts = comparedTexts(expected, data);
            expect(texts.actual).toBe(texts.expected);
          },
        ),
        { numRuns: RUNS, seed },
      );
    },
    120_000,
  );
});
