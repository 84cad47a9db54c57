import { startTestProgram, type TestProgram } from '../support/program';
import { type Delivery, Subscriber } from '../support/sockets/subscriber';

interface Today {
  readonly live: { readonly installation: { readonly today: string } };
}

/** Starts a program shortly before midnight, soon enough to see it come: on a slow machine with more time. */
async function shortlyBeforeMidnight(): Promise<{ program: TestProgram; subscriber: Subscriber }> {
  for (let margin = 4_000; ; margin *= 2) {
    const clock = new Date(new Date('2023-11-15T00:00:00+07:00').getTime() - margin);
    const program = await startTestProgram({ clock });
    const { data } = await (
      await program.as('analyst')
    ).ask<{ installation: { today: string } }>('{ installation { today } }');
    if (data.installation.today === '2023-11-14') {
      return { program, subscriber: new Subscriber(program.url, (await program.as('analyst')).token) };
    }
    await program.close();
  }
}

test('when a day begins, what depends on the date is answered anew, and the log says it once', async () => {
  const { program, subscriber } = await shortlyBeforeMidnight();
  const { messages } = subscriber.subscribe<Today>('subscription { live { installation { today } } }');
  const days = subscriber.subscribe<{ events: { type: string; data: { date: string } } }>(
    'subscription { events(after: "1.0", where: { type: { eq: "DAY_STARTED" } }) { type data } }',
  ).messages;
  const todayOf = ({ data }: Delivery<Today>) => data.live.installation.today;
  const received = await messages.nextUntil((delivery) => todayOf(delivery) === '2023-11-15');
  expect(received.map(todayOf)).toEqual(expect.arrayContaining(['2023-11-15']));
  await days.nextUntil(({ data }) => data.events.data.date === '2023-11-15');
  const dates = days.all.map(({ data }) => data.events.data.date);
  expect(dates).toEqual([...new Set(dates)].sort());
  expect(dates).toEqual(expect.arrayContaining(['2023-11-14', '2023-11-15']));
  await subscriber.close();
  await program.close();
}, 60_000);
