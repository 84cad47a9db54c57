import { DatabaseView } from '../support/database-view';
import { makeAccount } from '../support/made/made-account';
import { startTestProgram, type TestProgram } from '../support/program';
import { Subscriber } from '../support/sockets/subscriber';

interface Live {
  readonly live: { readonly unit: { readonly isCurrent: boolean } };
}

/** What is asked of a program in which the merger comes soon. */
interface Watched {
  /** Whether who works in the new department may report there. */
  readonly may: () => Promise<boolean>;
  readonly before: boolean;
  /** A connection of theirs. */
  readonly leaving: Subscriber;
  /** What somebody sees whom the merger does not concern. */
  readonly messages: ReturnType<typeof Subscriber.prototype.subscribe<Live>>['messages'];
  /** Whether the merger was still to come when all of that was there. */
  readonly isInTime: boolean;
  close(): Promise<void>;
}

async function watchMerger(program: TestProgram): Promise<Watched> {
  const view = await DatabaseView.open(program.target);
  const give = (unit: string) => makeAccount(program, view, { roles: [{ role: 'REPORTER', unit }] });
  const [successor, untouched] = [await give('so-khcn-2025'), await give('so-yt')];
  await view.close();
  const query = 'query { workItem(code: "07-12") { viewerCan { submitReport } } }';
  const may = async () =>
    (await successor.client.ask<{ workItem: { viewerCan: { submitReport: boolean } } }>(query)).data.workItem.viewerCan
      .submitReport;
  const before = await may();
  const [leaving, staying] = [successor, untouched].map(({ token }) => new Subscriber(program.url, token)) as [
    Subscriber,
    Subscriber,
  ];
  // refused when the merger has come meanwhile, which the next answer says
  await leaving.ask('{ viewer { id } }').catch(() => undefined);
  const { messages } = staying.subscribe<Live>('subscription { live { unit(code: "so-tttt") { isCurrent } } }');
  const isInTime = (await messages.next()).data.live.unit.isCurrent;
  const close = async () => {
    await Promise.all([leaving.close(), staying.close()]);
    await program.close();
  };
  return { may, before, leaving, messages, isInTime, close };
}

/** Starts a program shortly before the departments were merged, soon enough to see it come: on a slow machine with more time. */
async function shortlyBeforeTheMerger(): Promise<Watched> {
  for (let margin = 5_000; ; margin *= 2) {
    const clock = new Date(new Date('2025-03-01T00:00:00+07:00').getTime() - margin);
    const watched = await watchMerger(await startTestProgram({ clock }));
    if (watched.isInTime) return watched;
    await watched.close();
  }
}

test('on the day of a merger the roles go over by themselves, on open connections too', async () => {
  const { may, before, leaving, messages, close } = await shortlyBeforeTheMerger();
  expect(await leaving.closed).toMatchObject({ code: 1012 });
  await messages.nextUntil(({ data }) => !data.live.unit.isCurrent);
  expect([before, await may()]).toEqual([false, true]);
  await close();
}, 90_000);
