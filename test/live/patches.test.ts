import { applyPatch, type Operation } from 'rfc6902';
import fc from 'fast-check';
import { DatabaseView } from '../support/database-view';
import { EventWriter } from '../support/event-writer';
import { startTestProgram, type TestProgram } from '../support/program';
import { Subscriber } from '../support/sockets/subscriber';
import { sized } from '../support/size';

/** A list that is long, so that one change is a small part of it. */
const SELECTION = `workItems(first: 40, orderBy: [{ code: ASC }]) {
  totalCount nodes { code title percentComplete dueOn leadUnit { code name } milestones { number title reachedOn } } }`;
const LIVE = `subscription { live { ${SELECTION} } }`;

interface Answer {
  readonly data?: unknown;
  readonly extensions: {
    readonly cursor: string;
    readonly hash: string;
    readonly base?: string;
    readonly patch?: Operation[];
    readonly unchanged?: boolean;
  };
}

let program: TestProgram;
let view: DatabaseView;
let writer: EventWriter;
const open: Subscriber[] = [];

beforeAll(async () => {
  program = await startTestProgram();
  view = await DatabaseView.open(program.target);
  writer = await EventWriter.open(program.target);
});

afterEach(async () => {
  await Promise.all(open.splice(0).map((subscriber) => subscriber.close()));
});

afterAll(async () => {
  await writer.close();
  await view.close();
  await program.close();
});

async function subscribe(extensions?: Record<string, unknown>) {
  const subscriber = new Subscriber(program.url, (await program.as('analyst')).token);
  open.push(subscriber);
  const { messages } = subscriber.subscribe<unknown>(LIVE, {}, extensions);
  return messages as unknown as {
    all: Answer[];
    next: () => Promise<Answer>;
    nextUntil: (fits: (answer: Answer) => boolean) => Promise<Answer[]>;
  };
}

/** What a client holds after a message, given what it held before. */
function after(held: Answer | null, message: Answer): Answer {
  if (message.data !== undefined) return message;
  if (message.extensions.unchanged === true) return { ...held!, extensions: message.extensions };
  expect(message.extensions.base).toBe(held!.extensions.hash);
  const data: unknown = structuredClone(held!.data);
  expect(applyPatch(data, message.extensions.patch!).every((error) => error === null)).toBe(true);
  return { data, extensions: message.extensions };
}

async function fresh(): Promise<unknown> {
  const client = await program.as('analyst');
  return { live: (await client.ask(`{ ${SELECTION} }`)).data };
}

function change(statement: string, values: readonly unknown[]): Promise<void> {
  return writer.write({ extraTags: ['work_item', 'milestone'] }, (tx) => tx.query(statement, values));
}

const CHANGES = {
  percent: `update work_item set percent_complete = $2 where id = (select id from work_item order by code offset $1 limit 1)`,
  title: `update work_item set title = 'Tên ' || $2::text || ' "/~' where id = (select id from work_item order by code offset $1 limit 1)`,
  milestone: `update milestone set reached_on = date '2023-01-01' + $2::integer where id = (select id from milestone order by id offset $1 limit 1)`,
  // leaves the list, and comes back
  code: `update work_item set code = case when code like 'Z%' then substr(code, 2) else 'Z' || code end
    where id = (select id from work_item order by code offset $1 limit 1) and $2::integer >= 0`,
} as const;

const change_ = fc.record({
  what: fc.constantFrom(...(Object.keys(CHANGES) as (keyof typeof CHANGES)[])),
  where: fc.nat(31),
  value: fc.nat(100),
});

test('by patches or by whole answers, clients hold the same documents after any changes; who asked for no patches sees none', async () => {
  const [patched, whole] = [await subscribe({ patch: 'json-patch' }), await subscribe()];
  let held: Answer = after(null, await patched.next());
  let plain: Answer = await whole.next();
  let patches = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(change_, { minLength: 1, maxLength: 4 }), async (changes) => {
      for (const { what, where, value } of changes) await change(CHANGES[what], [where, value]);
      const now = await fresh();
      const isNow = (answer: Answer) => JSON.stringify(answer.data) === JSON.stringify(now);
      while (!isNow(held)) {
        const message = await patched.next();
        patches += message.extensions.patch === undefined ? 0 : 1;
        held = after(held, message);
      }
      while (!isNow(plain)) plain = await whole.next();
      expect(held.extensions.hash).toBe(plain.extensions.hash);
    }),
    { numRuns: sized(15, 40) },
  );
  expect(patches).toBeGreaterThan(sized(0, 10));
  expect(whole.all.filter(({ extensions }) => extensions.patch !== undefined)).toEqual([]);
});

test('who comes back with the hash of the answer that it has gets no data while nothing has changed', async () => {
  const before = await subscribe();
  let first = await before.next();
  // changes that undid each other may have left an answer on its way
  while (JSON.stringify(first.data) !== JSON.stringify(await fresh())) first = await before.next();
  const again = await subscribe({ hash: first.extensions.hash, patch: 'json-patch' });
  const acknowledged = await again.next();
  expect(acknowledged).toEqual({
    extensions: { cursor: expect.stringMatching(/^1\.\d+$/) as string, hash: first.extensions.hash, unchanged: true },
  });
  await change(CHANGES.percent, [3, 41.5]);
  const changed = await fresh();
  let held: Answer = { ...first, ...acknowledged, data: first.data };
  // what was under way when it came back may say once more that nothing has changed
  while (JSON.stringify(held.data) !== JSON.stringify(changed)) held = after(held, await again.next());
});
