import fc from 'fast-check';
import { Kind, type OperationDefinitionNode, parse, print, visit } from 'graphql';
import type { Language } from '../../src/platform/lib/localised';
import type { Column } from '../access/rights.table';
import { sized } from '../support/size';
import { Chooser } from './made/chooser';
import { ChangeMaker, writeChanges } from './made/made-changes';
import { seededChance } from './made/seeded-chance';
import { type MadeOperation, madeOperations } from './made-operations';
import { Proposals } from './proposals';
import { COLUMNS, LANGUAGES, Reading, SEED, WITHOUT } from './reading';

const RUNS = sized(50, 300);
const ROUNDS = Array.from({ length: sized(2, 8) }, (_, round) => SEED + round);
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

interface Answered {
  readonly text: string;
  readonly codes: readonly string[];
}

interface Asked extends MadeOperation {
  readonly column: Column;
  readonly language: Language;
}

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

/** The same operation as if reports were so. */
function supposing(text: string, reports: readonly string[]): string {
  const given = `supposing(reports: ${JSON.stringify(reports)})`;
  const document = visit(parse(text), {
    NamedType: (node) =>
      node.name.value === 'Query' ? { ...node, name: { ...node.name, value: 'Snapshot' } } : undefined,
  });
  const field = (parse(`{ ${given} { __typename } }`).definitions[0] as OperationDefinitionNode).selectionSet
    .selections[0];
  const definitions = document.definitions.map((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION
      ? {
          ...definition,
          selectionSet: {
            kind: Kind.SELECTION_SET,
            selections: [{ ...field, selectionSet: definition.selectionSet }],
          } as OperationDefinitionNode['selectionSet'],
        }
      : definition,
  );
  return print({ ...document, definitions });
}

/** Asks past every cache. */
async function answer({ column, language, variables }: Asked, text: string): Promise<Answered> {
  const { url, token } = reading.clientOf(column);
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'accept-language': language,
      authorization: `Bearer ${token}`,
      'cache-control': 'no-cache',
    },
    body: JSON.stringify({ query: text, variables }),
  });
  const { data, errors = [] } = (await response.json()) as {
    data: Record<string, unknown> | null;
    errors?: { extensions: { code: string } }[];
  };
  return { text: JSON.stringify(data), codes: errors.map(({ extensions }) => extensions.code) };
}

/** The answer as that of the present would be. */
function asNow({ text, codes }: Answered): Answered {
  const inner = codes.length > 0 ? text : JSON.stringify((JSON.parse(text) as { supposing: unknown }).supposing);
  return { text: inner.replaceAll(/~[0-9a-f]{16}"/g, '"').replaceAll(':"Snapshot"', ':"Query"'), codes };
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
      const found = asNow(await answer(asked, supposing(made.text, ids)));
      supposed.push([asked, found]);
      if ((await answer(asked, made.text)).text !== found.text) different += 1;
    }
    expect(await reading.view.everything()).toEqual(before);
    expect(different).toBeGreaterThan(RUNS / 8);
    await writeChanges(reading.view, changes);
    for (const [asked, { text, codes }] of supposed) {
      const { text: askedText, variables, column } = asked;
      const real = await answer(asked, askedText);
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
