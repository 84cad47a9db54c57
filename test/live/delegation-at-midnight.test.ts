import { DatabaseView } from '../support/database-view';
import { makeAccount, type MadeAccount } from '../support/made/made-account';
import { makeReport } from '../support/made/made-report';
import { mutated } from '../support/payload';
import { startTestProgram, type TestProgram } from '../support/program';
import { Subscriber } from '../support/sockets/subscriber';

const [TODAY, TOMORROW] = ['2023-11-14', '2023-11-15'];
const QUEUE = '{ progressReports(where: { isViewersToReview: { eq: true } }) { totalCount } installation { today } }';

interface Queue {
  readonly progressReports: { readonly totalCount: number };
  readonly installation: { readonly today: string };
}

interface Watched {
  /** Whose delegation begins tomorrow, and whose ends today; each with an open live query. */
  readonly begins: MadeAccount;
  readonly ends: MadeAccount;
  readonly sockets: readonly [Subscriber, Subscriber];
  readonly first: readonly Queue[];
  close(): Promise<void>;
}

/** Delegates a unit's approval: to one until today, to another from tomorrow on. */
async function watchDelegations(program: TestProgram): Promise<Watched> {
  const view = await DatabaseView.open(program.target);
  const admin = await program.as('admin');
  const colleague = await makeAccount(program, view, { roles: [{ role: 'REPORTER', unit: 'so-yt' }] });
  const { id: unitId } = await view.row<{ id: string }>(`select 'un_' || id as id from unit where code = 'so-yt'`);
  const item = await view.row<{ code: string }>(
    `select w.code from work_item w join unit u on u.id = w.lead_unit_id where u.code = 'so-yt' order by w.number limit 1`,
  );
  await makeReport(view, { item: item.code, state: 'SUBMITTED', submittedById: colleague.id });
  const [begins, ends] = [
    await makeAccount(program, view, { roles: [{ role: 'ANALYST' }] }),
    await makeAccount(program, view, { roles: [{ role: 'ANALYST' }] }),
  ];
  await view.close();
  const role = { role: 'APPROVER', unitId };
  await mutated(admin, 'grantRole', { ...role, accountId: `ac_${begins.id}`, validFrom: TOMORROW });
  await mutated(admin, 'grantRole', { ...role, accountId: `ac_${ends.id}`, validFrom: '2023-11-01', validTo: TODAY });
  const opened = await Promise.all(
    [begins, ends].map(async ({ token }) => {
      const socket = new Subscriber(program.url, token);
      const { messages } = socket.subscribe<{ live: Queue }>(`subscription { live ${QUEUE} }`);
      return { socket, queue: (await messages.next()).data.live };
    }),
  );
  const sockets = opened.map(({ socket }) => socket) as [Subscriber, Subscriber];
  const close = async () => {
    await Promise.all(sockets.map((socket) => socket.close()));
    await program.close();
  };
  return { begins, ends, sockets, first: opened.map(({ queue }) => queue), close };
}

/** Starts a program shortly before midnight, soon enough to see it come: on a slow machine with more time. */
async function shortlyBeforeMidnight(): Promise<Watched> {
  for (let margin = 6_000; ; margin *= 2) {
    const clock = new Date(new Date(`${TOMORROW}T00:00:00+07:00`).getTime() - margin);
    const watched = await watchDelegations(await startTestProgram({ clock }));
    if (watched.first.every(({ installation }) => installation.today === TODAY)) return watched;
    await watched.close();
  }
}

test('a delegation begins and ends by itself when the day does, on open connections too', async () => {
  const { begins, ends, sockets, first, close } = await shortlyBeforeMidnight();
  const toReview = async ({ client }: MadeAccount) => (await client.ask<Queue>(QUEUE)).data.progressReports.totalCount;
  expect(first.map(({ progressReports }) => progressReports.totalCount)).toEqual([0, 1]);
  // who watches by other rights than before is sent away, and comes back with those of the day
  for (const { closed } of sockets) expect(await closed).toMatchObject({ code: 1012 });
  expect([await toReview(begins), await toReview(ends)]).toEqual([1, 0]);
  await close();
}, 90_000);
