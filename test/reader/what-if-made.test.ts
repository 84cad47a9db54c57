import fc from 'fast-check';
import { sized } from '../support/size';
import { Chooser } from './made/chooser';
import { ChangeMaker, writeChanges } from './made/made-changes';
import { seededChance } from './made/seeded-chance';
import { type MadeOperation, madeOperations } from './made-operations';
import { Proposals } from './proposals';
import { COLUMNS, LANGUAGES, Reading, SEED, WITHOUT } from './reading';
import { answer, type Answered, type Asked, asNow, supposing } from './supposed';

const RUNS = sized(50, 300);
const ROUNDS = Array.from({ length: sized(2, 4) }, (_, round) => SEED + round);
/** Fields of Query that lead to what is changed soon. */
const ROOTS: readonly string[] = [
  'workItems',
  'workItem',
  'targets',
  'programmes',
  'units',
  'documents',
  'traces',
  'node',
];

const proposals = new Proposals();
let reading: Reading;
let changeMaker: ChangeMaker;

beforeAll(async () => {
  reading = await Reading.open({ withPast: false, domains: [proposals.domain] });
  changeMaker = new ChangeMaker(reading.view);
});

afterAll(() => reading.close());

/** What is made asks for what was changed often enough to show it. */
function madeOnes(): fc.Arbitrary<MadeOperation> {
  const seen = reading.seenBy('SECRETARIAT');
  const others = Object.keys(seen.shape.schema.getQueryType()!.getFields()).filter((name) => !ROOTS.includes(name));
  const all = [...WITHOUT, 'Query.supposing'];
  const near = [...all, ...others.map((name) => `Query.${name}`)];
  const [wide, narrow] = [all, near].map((without) => madeOperations(seen, { without: new Set(without) }));
  return fc.oneof({ arbitrary: wide!, weight: 1 }, { arbitrary: narrow!, weight: 3 });
}

test.each(ROUNDS)(
  'what is answered as if rows were changed is what is answered once they are (seed %i)',
  async (seed) => {
    const changes = await changeMaker.make(new Chooser(seededChance(seed)));
    const reports = await reading.view.rows<{ id: string }>(
      `select id from progress_report where state = 'ACCEPTED' order by id limit 2`,
    );
    const [first, second] = reports.map(({ id }) => id);
    // what several would change comes together
    const { work_item, ...others } = changes;
    proposals.set(first!, { work_item: work_item! });
    proposals.set(second!, others);
    const ids = [first, second].map((id) => `rp_${id}`);
    const before = await reading.view.everything();
    const operations = fc.sample(
      fc.record({
        made: madeOnes(),
        column: fc.constantFrom(...COLUMNS),
        language: fc.constantFrom(...LANGUAGES),
      }),
      { numRuns: RUNS, seed },
    );
    const supposed: [Asked, Answered][] = [];
    let different = 0;
    for (const { made, column, language } of operations) {
      const asked = { ...made, column, language };
      const client = reading.clientOf(column);
      const given = `supposing(reports: ${JSON.stringify(ids)})`;
      const found = asNow(await answer(client, asked, supposing(made.text, given)), 'supposing');
      supposed.push([asked, found]);
      if ((await answer(client, asked, made.text)).text !== found.text) different += 1;
    }
    expect(await reading.view.everything()).toEqual(before);
    expect(different).toBeGreaterThan(RUNS / 8);
    await writeChanges(reading.view, changes);
    for (const [asked, { text, codes }] of supposed) {
      const { text: askedText, variables, column } = asked;
      const real = await answer(reading.clientOf(column), asked, askedText);
      expect({ askedText, variables, column, codes, text: codes.length === 0 ? text : '' }).toEqual({
        askedText,
        variables,
        column,
        codes: real.codes,
        text: codes.length === 0 ? real.text : '',
      });
    }
    await reading.reload();
  },
  sized(120_000, 600_000),
);
