import fc from 'fast-check';
import { ApiClient } from '../support/api-client';
import { cloneDatabase, type TestTarget } from '../support/database';
import { makeAccount } from '../support/made/made-account';
import { AdjustmentMaker } from '../adjustments/made-adjustments';
import { mutate, mutated } from '../support/payload';
import { startTestProgram, type TestProgram } from '../support/program';
import { sized } from '../support/size';
import { DEMO_TEMPLATE } from '../support/test-server';
import { Chooser } from './made/chooser';
import { seededChance } from './made/seeded-chance';
import { type MadeOperation, madeOperations } from './made-operations';
import { LANGUAGES, Reading, SEED, WITHOUT } from './reading';
import { answer, type Answered, type Asked, asNow, supposing } from './supposed';

const RUNS = sized(20, 150);
const REQUESTS = sized(12, 16);
/** What changes may be asked for. */
const SORTS = ['addItem', 'item', 'milestone', 'resource', 'stopItem', 'target'];
const ROUNDS = Array.from({ length: 2 }, (_, round) => SEED + round);

/** Fields of Query that lead to what adjustments change. */
const ROOTS: readonly string[] = ['workItems', 'workItem', 'targets', 'programmes', 'units', 'documents', 'resources'];

/** What is not the same after approval: the log, the requests themselves and what they left behind. Filters and orders by them are told by their words. */
const EXCEPTED = ['events', 'adjustmentRequests', 'adjustmentRequest', 'revisions'];
const EXCEPTED_WORDS = /revision|adjust|event/i;

/** Questions that are not made by chance, since the reference of other tests does not answer them. */
const TOLD = [
  '{ workItems(first: 100) { nodes { code openCycles { period dueOn } statusHistory(last: 6) { period health percentComplete reason } slippageDays baseline { dueOn startsOn product leadUnit { code } } } } }',
  '{ units(first: 100) { nodes { code punctuality(periods: 8) { due onTime rate streak periods { period isOnTime } } } } }',
  '{ programmes { nodes { code dueMeasurements { period dueOn state indicator { code } unit { code } } } } }',
  '{ progressReports { groupedAggregates(by: [{ field: CYCLE }]) { keys { value } count coverage { expected received } } } }',
  '{ expectedReports(first: 100) { totalCount nodes { id workItem { code } unit { code } state isLate daysLate } } }',
  '{ workItems { totalCount aggregates { percentComplete { avg } dueOn { min max } } groupedAggregates(by: [{ field: HEALTH }, { field: LEAD_UNIT }]) { keys { value label } count } } }',
  // every column of every table that adjustments change
  `{ workItems(first: 100) { nodes { id code number title shortName startsOn dueOn product concreteObjective approvalLevel isInForce stoppedOn health statutoryClass daysLate
      leadUnit { code } responsiblePerson { displayName } missingClarity units { id role unit { code } } milestones { id number title dueOn plannedPercent reachedOn } } } }`,
  `{ resources(first: 100) { totalCount nodes { id kind description amount currency origin state statedOn workItem { code } }
      groupedAggregates(by: [{ field: CURRENCY }, { field: STATE }]) { keys { value } count amount { sum } } } }`,
  '{ targets(first: 100) { nodes { id number value valueHigh dueOn health trajectory { id period endsOn expected } programme { code } } } }',
  '{ documents(first: 100) { nodes { code appendices { code expectedCount actualCount missingNumbers unclearCount } } } }',
  '{ listReviews { nodes { unit { code } state } } }',
];

interface Round {
  readonly ids: readonly string[];
  readonly answers: readonly (readonly [Asked, Answered])[];
  readonly changed: number;
}

let target: TestTarget;
let drop: () => Promise<void>;
let close: () => Promise<void> = () => Promise.resolve();
/** Ids of requests that a unit has approved, by the seed of a round: what is answered as if they were approved. */
const rounds = new Map<number, Round>();
const tokens = new Map<string, string>();
let kinds: ReadonlySet<string>;
/** Units for which a reporter asks. */
let own: readonly string[];

beforeAll(
  async () => {
    ({ target, drop } = await cloneDatabase(DEMO_TEMPLATE));
    const reading = await Reading.open({ withPast: false, target });
    close = () => reading.close();
    for (const column of ['SECRETARIAT', 'ANALYST'] as const) tokens.set(column, reading.clientOf(column).token!);
    const registered = await register(reading);
    await reading.reload();
    const made = madeOnes(reading);
    const before = await reading.view.everything();
    for (const seed of ROUNDS) rounds.set(seed, await suppose(reading, made, registered, seed));
    expect(await reading.view.everything()).toEqual(before);
    // a database is copied while nobody is connected to it
    await reading.close();
    close = () => Promise.resolve();
  },
  sized(60_000, 900_000),
);

afterAll(async () => {
  await close();
  await drop();
});

function chosen({ made, column, language }: { made: MadeOperation } & Pick<Asked, 'column' | 'language'>): Asked {
  return { ...made, column, language };
}

interface Registered {
  readonly id: string;
  readonly unit: string;
}

/** Has units register changes of all sorts by the commands, and their approvers agree: then analysts read them, too. */
async function register({ program, view }: Reading): Promise<Registered[]> {
  const maker = await AdjustmentMaker.open(view, new Chooser(seededChance(SEED)));
  const units = await view.rows<{ code: string }>(
    'select u.code from unit u where exists (select from work_item w where w.lead_unit_id = u.id) order by u.code',
  );
  const every = units.map(({ code }) => code);
  const staff = async (role: 'REPORTER' | 'APPROVER', of: readonly string[]) =>
    (await makeAccount(program, view, { roles: of.map((unit) => ({ role, unit })) })).client;
  const [reporter, approver] = [await staff('REPORTER', every), await staff('APPROVER', every)];
  const { programme, aim } = await view.row<{ programme: string; aim: string }>(
    `select 'pr_' || p.id as programme, 'ta_' || (select t.id from target t where t.programme_id = p.id order by number, id limit 1) as aim
     from programme p where code = '07-CTr/TU'`,
  );
  const named = { product: 'Sản phẩm', objective: 'Mục tiêu', resources: 'Ngân sách', reason: 'Chậm vốn' };
  const registered: Registered[] = [];
  const sorts = new Set<string>();
  own = every.filter((_, index) => index % 2 === 0);
  tokens.set('REPORTER', (await staff('REPORTER', own)).token!);
  // until there are enough, and changes of every sort among them
  while (registered.length < REQUESTS || SORTS.some((sort) => !sorts.has(sort))) {
    const made = maker.request(registered.length % 2 === 0 ? own : null) ?? maker.request();
    if (made === null) break;
    const input = { programmeId: programme, targetId: aim, ...named, changes: made.changes };
    const { adjustmentRequest } = await mutate<{ adjustmentRequest: { id: string } | null }>(
      reporter,
      'registerAdjustment',
      input,
      'adjustmentRequest { id }',
    );
    // rows are made by chance, and what contradicts them is refused
    if (adjustmentRequest === null) continue;
    await mutated(approver, 'approveAdjustment', { adjustmentRequestId: adjustmentRequest.id });
    registered.push({ id: adjustmentRequest.id, unit: made.unit });
    for (const sort of made.changes.flatMap((change) => Object.keys(change))) sorts.add(sort);
  }
  kinds = sorts;
  return registered;
}

/** Asks as if some of the requests were approved; every second time only those of some units, so that their reporter may ask, too. */
async function suppose(
  reading: Reading,
  made: fc.Arbitrary<MadeOperation>,
  registered: readonly Registered[],
  seed: number,
): Promise<Round> {
  const choose = new Chooser(seededChance(seed));
  const isOwn = seed % 2 === 1;
  const open = isOwn ? registered.filter(({ unit }) => own.includes(unit)) : registered;
  const ids = choose.some(open, choose.between(Math.min(5, open.length), 10)).map(({ id }) => id);
  const columns = isOwn ? (['REPORTER', 'SECRETARIAT'] as const) : (['SECRETARIAT', 'ANALYST'] as const);
  const given = `whatIf(adjustments: ${JSON.stringify(ids)})`;
  const chances = fc.record({
    made,
    column: fc.constantFrom(...columns),
    language: fc.constantFrom(...LANGUAGES),
  });
  const answers: [Asked, Answered][] = [];
  let changed = 0;
  for (let index = -TOLD.length; index < RUNS; index += 1) {
    // one by one: while many are made, connections are closed
    const asked =
      index < 0
        ? { text: TOLD[index + TOLD.length]!, variables: {}, column: columns[0], language: 'vi' as const }
        : chosen(fc.sample(chances, { numRuns: 1, seed: seed * 1_000 + index })[0]!);
    const { column, text } = asked;
    const client = new ApiClient(reading.program.url, tokens.get(column)!);
    const found = asNow(await answer(client, asked, supposing(text, given)), 'whatIf');
    // what is supposed costs something, too
    if (found.codes.includes('QUERY_TOO_COMPLEX')) continue;
    answers.push([asked, found]);
    if ((await answer(client, asked, text)).text !== found.text) changed += 1;
  }
  return { ids, answers, changed };
}

/** What is made asks for what was changed often enough to show it, and never for what is excepted. */
function madeOnes(reading: Reading): fc.Arbitrary<MadeOperation> {
  const seen = reading.seenBy('SECRETARIAT');
  const { schema } = seen.shape;
  const fields = Object.keys(schema.getQueryType()!.getFields());
  const excepted = Object.keys(schema.getTypeMap()).flatMap((type) => EXCEPTED.map((name) => `${type}.${name}`));
  const all = [...WITHOUT, ...excepted];
  const near = [...all, ...fields.filter((name) => !ROOTS.includes(name)).map((name) => `Query.${name}`)];
  const [wide, narrow] = [all, near].map((without) => madeOperations(seen, { without: new Set(without) }));
  return fc
    .oneof({ arbitrary: wide!, weight: 1 }, { arbitrary: narrow!, weight: 4 })
    .filter(({ text, variables }) => !EXCEPTED_WORDS.test(text + JSON.stringify(variables)));
}

/** The copy on which requests are approved. */
let copy: { readonly program: TestProgram; readonly drop: () => Promise<void> } | null = null;

afterEach(async () => {
  await copy?.program.close();
  await copy?.drop();
  copy = null;
});

/** The requests are approved by the commands, in the order in which they were registered, on a copy of the database. */
async function approveAll(ids: readonly string[]): Promise<TestProgram> {
  const clone = await cloneDatabase(target.database);
  const program = await startTestProgram({ target: clone.target });
  copy = { program, drop: clone.drop };
  const [secretariat, head] = [await program.as('secretariat'), await program.as('head')];
  const { data } = await secretariat.ask<{ adjustmentRequests: { nodes: { id: string }[] } }>(
    'query ($ids: [ID!]) { adjustmentRequests(first: 100, where: { id: { in: $ids } }, orderBy: [{ registeredAt: ASC }]) { nodes { id } } }',
    { ids },
  );
  for (const { id: adjustmentRequestId } of data.adjustmentRequests.nodes) {
    await mutated(secretariat, 'appraiseAdjustment', { adjustmentRequestId, isFor: true, opinion: 'Hợp lý' });
    await mutated(head, 'approveAdjustment', { adjustmentRequestId });
  }
  return program;
}

test('changes of every sort were registered', () => {
  expect([...kinds].sort()).toEqual(SORTS);
});

test.each(ROUNDS)(
  'what is answered as if adjustments were approved is what is answered once the commands have approved them (seed %i)',
  async (seed) => {
    const { ids, answers, changed } = rounds.get(seed)!;
    expect(ids.length).toBeGreaterThan(0);
    expect(changed).toBeGreaterThan(answers.length / 8);
    const program = await approveAll(ids);
    for (const [asked, { text, codes }] of answers) {
      const { text: askedText, variables, column } = asked;
      const real = await answer(new ApiClient(program.url, tokens.get(column)!), asked, askedText);
      expect({ ids, askedText, variables, column, codes, text: codes.length === 0 ? text : '' }).toEqual({
        ids,
        askedText,
        variables,
        column,
        codes: real.codes,
        text: codes.length === 0 ? real.text : '',
      });
    }
  },
  sized(60_000, 900_000),
);
