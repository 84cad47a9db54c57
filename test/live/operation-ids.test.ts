import fc from 'fast-check';
import { startTestProgram, type TestProgram } from '../support/program';
import { RawClient, type WireMessage } from '../support/sockets/raw-client';
import { changeProgress } from '../support/report-steps';
import { until } from '../support/until';

const IDS = ['1', '2', '3'] as const;
const PROGRESS = 'subscription { live { workItem(code: "07-01") { percentComplete } } }';
const OPEN = '{ explainLive { connections { operations } queries { members } } }';

interface Explained {
  readonly explainLive: { connections: { operations: number }[]; queries: { members: number }[] };
}

/** One operation that a client has begun; its answers bear its name, whatever its id. */
interface Begun {
  readonly id: string;
  readonly name: string;
  readonly isQuery: boolean;
  isCompleted: boolean;
  /** The server is known to have read that it is completed: nothing of it may come any more. */
  isForbidden: boolean;
  answers: number;
  /** Whether the server has said that it is over. */
  isEnded: boolean;
}

let program: TestProgram;

beforeAll(async () => {
  program = await startTestProgram();
});

afterAll(() => program.close());

async function connected(): Promise<RawClient> {
  return RawClient.signedIn(program.url, (await program.as('analyst')).token!);
}

/** Waits until nothing is open on any connection and no query is kept live. */
async function untilNothingIsOpen(): Promise<void> {
  const admin = await program.as('admin');
  await until(
    async () => (await admin.ask<Explained>(OPEN)).data.explainLive,
    ({ connections, queries }) =>
      connections.every(({ operations }) => operations === 0) && queries.every(({ members }) => members === 0),
  );
}

/** Begins and completes operations under few ids, and holds what comes against what may. */
class Model {
  readonly begun: Begun[] = [];
  readonly wrong: string[] = [];
  private readonly pongs: (() => void)[] = [];

  constructor(private readonly client: RawClient) {
    client.socket.on('message', (data: Buffer) => this.take(JSON.parse(data.toString('utf8')) as WireMessage));
  }

  begin(id: string, isQuery: boolean): void {
    if (this.open(id) !== undefined) return;
    const name = `n${this.begun.length}`;
    this.begun.push({ id, name, isQuery, isCompleted: false, isForbidden: false, answers: 0, isEnded: false });
    const selection = `{ ${name}: workItem(code: "07-01") { percentComplete } }`;
    this.client.start(id, isQuery ? selection : `subscription { live ${selection} }`);
  }

  complete(id: string): void {
    const open = this.open(id);
    if (open === undefined) return;
    open.isCompleted = true;
    this.client.send({ id, type: 'complete' });
  }

  /** There and back: what the server had read of us before, it has acted on. */
  async roundTrip(): Promise<void> {
    const completed = this.begun.filter(({ isCompleted }) => isCompleted);
    this.client.send({ type: 'ping' });
    await new Promise<void>((resolve) => this.pongs.push(resolve));
    for (const entry of completed) entry.isForbidden = true;
  }

  /** All that was not completed has been answered. */
  get isAnswered(): boolean {
    return this.begun.every(
      ({ isCompleted, isQuery, answers, isEnded }) => isCompleted || (answers > 0 && (isEnded || !isQuery)),
    );
  }

  private open(id: string): Begun | undefined {
    return this.begun.find((entry) => entry.id === id && !entry.isCompleted && !entry.isEnded);
  }

  private take({ id, type, payload }: WireMessage): void {
    if (type === 'pong') return this.pongs.shift()?.();
    if (type === 'next') {
      const data = (payload as { data: Record<string, object> & { live?: Record<string, object> } }).data;
      const [name] = Object.keys(data.live ?? data);
      const entry = this.begun.find((one) => one.name === name);
      if (entry?.id !== id || entry?.isForbidden !== false) this.wrong.push(`${name} under ${id}`);
      if (entry !== undefined) entry.answers += 1;
    } else if (type === 'complete') {
      // it says no name, and follows its answer: of those under one id it is the last one's that has any, for what was begun later was read after the earlier one's end
      const entry = this.begun.findLast((one) => one.id === id && one.isQuery && one.answers > 0 && !one.isEnded);
      if (entry === undefined || entry.isForbidden) this.wrong.push(`complete of ${id}`);
      else entry.isEnded = true;
    } else {
      this.wrong.push(`${type} for ${id}`);
    }
  }
}

test('begun and completed a hundred times under one id, nothing stays open and nothing more comes', async () => {
  const client = await connected();
  for (let count = 0; count < 100; count += 1) {
    client.start('1', PROGRESS);
    client.send({ id: '1', type: 'complete' });
  }
  client.start('last', '{ viewer { id } }');
  const seen = await untilAnswered(client, 'last');
  await untilNothingIsOpen();
  await changeProgress(program, 71);
  client.start('after', '{ viewer { id } }');
  expect([...seen, ...(await untilAnswered(client, 'after'))].filter(({ type }) => type === 'error')).toEqual([]);
  await client.cut();
});

test('a second query under the id of one that was completed is answered, and by its own answer', async () => {
  const client = await connected();
  for (let round = 0; round < 30; round += 1) {
    client.start('1', `{ first${round}: workItem(code: "07-01") { title } }`);
    client.send({ id: '1', type: 'complete' });
    client.start('1', `{ second${round}: workItem(code: "07-02") { title } }`);
    const answers = (await untilAnswered(client, '1')).filter(({ type }) => type === 'next');
    expect(answers.map(({ payload }) => Object.keys((payload as { data: object }).data))).toEqual([[`second${round}`]]);
  }
  await client.cut();
});

test('whatever is begun and completed under few ids: what is not completed is answered once, nothing else comes', async () => {
  const step = fc.record({ id: fc.constantFrom(...IDS), does: fc.constantFrom('query', 'live', 'complete', 'wait') });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (steps) => {
      const client = await connected();
      const model = new Model(client);
      for (const { id, does } of steps) {
        if (does === 'wait') await model.roundTrip();
        else if (does === 'complete') model.complete(id);
        else model.begin(id, does === 'query');
      }
      await until(
        () => model.isAnswered,
        (isAnswered) => isAnswered,
      );
      for (const id of IDS) model.complete(id);
      await model.roundTrip();
      await untilNothingIsOpen();
      await model.roundTrip();
      expect(model.wrong).toEqual([]);
      const queries = model.begun.filter(({ isQuery, isCompleted }) => isQuery && !isCompleted);
      expect(queries.map(({ answers }) => answers)).toEqual(queries.map(() => 1));
      await client.cut();
    }),
    { numRuns: 20 },
  );
});

/** Messages up to the end of an operation. */
async function untilAnswered(client: RawClient, id: string): Promise<WireMessage[]> {
  const seen: WireMessage[] = [];
  for (;;) {
    const message = await client.messages.next();
    seen.push(message);
    if (message.id === id && message.type === 'complete') return seen;
  }
}
