import { cloneDatabase, type TestTarget } from '../support/database';
import { DatabaseView } from '../support/database-view';
import { EventWriter } from '../support/event-writer';
import { startTestProgram, type TestProgram } from '../support/program';
import { Subscriber } from '../support/sockets/subscriber';
import { DEMO_TEMPLATE } from '../support/test-server';

let target: TestTarget;
let drop: () => Promise<void>;
let view: DatabaseView;
let writer: EventWriter;
let programs: readonly { readonly frames: string; readonly program: TestProgram }[];
const open: Subscriber[] = [];

beforeAll(async () => {
  ({ target, drop } = await cloneDatabase(DEMO_TEMPLATE));
  view = await DatabaseView.open(target);
  writer = await EventWriter.open(target);
  programs = await Promise.all(
    ['own', 'public'].map(async (frames) => ({
      frames,
      program: await startTestProgram({ target, environment: { LIVE_FRAMES: frames } }),
    })),
  );
});

afterEach(async () => {
  await Promise.all(open.splice(0).map((subscriber) => subscriber.close()));
});

afterAll(async () => {
  for (const { program } of programs) await program.close();
  await writer.close();
  await view.close();
  await drop();
});

async function connect(program: TestProgram): Promise<Subscriber> {
  const subscriber = new Subscriber(program.url, (await program.as('inspector')).token);
  open.push(subscriber);
  return subscriber;
}

// the lengths around which a frame's header changes its form, and the one from which it is not copied
test.each([
  ['shorter than 126 bytes', 1],
  ['of some kilobytes', 1_500],
  ['of 4 KB and more', 6_000],
  ['of more than 64 KB', 100_000],
])(
  'messages %s arrive whole, whichever way frames are written, between others that graphql-ws writes',
  async (_, length) => {
    const name = 'đ'.repeat(length);
    const received = await Promise.all(
      programs.map(async ({ program }) => {
        const subscriber = await connect(program);
        const subscriptions = [1, 2, 3].map(
          () =>
            subscriber.subscribe<{ events: { data: { name: string } } }>('subscription { events { data } }').messages,
        );
        await subscriber.ask('{ viewer { id } }');
        return { subscriber, subscriptions };
      }),
    );
    for (let round = 0; round < 3; round++) await writer.write({ data: { name: `${name}${round}` } });
    for (const { subscriber, subscriptions } of received) {
      const between = subscriber.ask<{ viewer: object }>('{ viewer { id } }');
      for (const messages of subscriptions) {
        for (let round = 0; round < 3; round++) {
          expect((await messages.next()).data.events.data.name).toBe(`${name}${round}`);
        }
      }
      expect((await between).data.viewer).not.toBeNull();
    }
  },
);

test('a live query goes the same way', async () => {
  const selection = 'workItems(first: 40) { nodes { code title milestones { title } } }';
  const answers = await Promise.all(
    programs.map(async ({ program }) => {
      const { messages } = (await connect(program)).subscribe<{ live: object }>(
        `subscription { live { ${selection} } }`,
      );
      return (await messages.next()).data.live;
    }),
  );
  const fresh = (await (await programs[0]!.program.as('inspector')).ask(`{ ${selection} }`)).data;
  expect(answers).toEqual([fresh, fresh]);
});
