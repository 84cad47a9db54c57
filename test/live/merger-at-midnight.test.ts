import { DatabaseView } from '../support/database-view';
import { makeAccount } from '../support/made-account';
import { startTestProgram, type TestProgram } from '../support/program';
import { Subscriber } from '../support/sockets/subscriber';

/** Starts a program shortly before the departments were merged, soon enough to see it come: on a slow machine with more time. */
async function shortlyBeforeTheMerger(): Promise<TestProgram> {
  for (let margin = 10_000; ; margin *= 2) {
    const program = await startTestProgram({
      clock: new Date(new Date('2025-03-01T00:00:00+07:00').getTime() - margin),
    });
    const { data } = await (
      await program.as('analyst')
    ).ask<{ unit: { isCurrent: boolean } }>('{ unit(code: "so-tttt") { isCurrent } }');
    if (data.unit.isCurrent) return program;
    await program.close();
  }
}

test('on the day of a merger the roles go over by themselves, on open connections too', async () => {
  const program = await shortlyBeforeTheMerger();
  const view = await DatabaseView.open(program.target);
  const give = (unit: string) => makeAccount(program, view, { roles: [{ role: 'REPORTER', unit }] });
  const [successor, untouched] = [await give('so-khcn-2025'), await give('so-yt')];
  const query = 'query { workItem(code: "07-12") { viewerCan { submitReport } } }';
  const may = async () =>
    (await successor.client.ask<{ workItem: { viewerCan: { submitReport: boolean } } }>(query)).data.workItem.viewerCan
      .submitReport;
  const before = await may();
  const [leaving, staying] = [successor, untouched].map(({ token }) => new Subscriber(program.url, token)) as [
    Subscriber,
    Subscriber,
  ];
  const { messages } = staying.subscribe<{ live: { unit: { isCurrent: boolean } } }>(
    'subscription { live { unit(code: "so-tttt") { isCurrent } } }',
  );
  await leaving.ask('{ viewer { id } }');
  expect(await leaving.closed).toMatchObject({ code: 1012 });
  await messages.nextUntil(({ data }) => !data.live.unit.isCurrent);
  expect([before, await may()]).toEqual([false, true]);
  await staying.close();
  await view.close();
  await program.close();
}, 90_000);
