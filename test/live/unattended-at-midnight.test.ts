import { DatabaseView } from '../support/database-view';
import { mutated } from '../support/payload';
import { startTestProgram, type TestProgram } from '../support/program';
import { type Delivery, Subscriber } from '../support/sockets/subscriber';

const [TODAY, TOMORROW] = ['2023-11-14', '2023-11-15'];

interface Alarm {
  readonly live: {
    readonly installation: { readonly today: string };
    readonly target: { readonly isUnattended: boolean; readonly unattendedSince: string | null };
    readonly unattended: { readonly nodes: readonly { readonly number: string }[] };
  };
}

interface Watched {
  readonly number: string;
  readonly first: Delivery<Alarm>;
  readonly messages: ReturnType<typeof Subscriber.prototype.subscribe<Alarm>>['messages'];
  close(): Promise<void>;
}

/** Ends, as of tomorrow, the one assignment that keeps a target attended, and watches the target. */
async function watchEnding(program: TestProgram): Promise<Watched> {
  const view = await DatabaseView.open(program.target);
  const found = await view.row<{ member: string; target: string; number: string }>(
    `select 'cm_' || a.membership_id as member, 'ta_' || t.id as target, t.number
     from target_assignment a join target t on t.id = a.target_id
     where a.ends_on is null and not exists (select from target_assignment o where o.target_id = t.id and o.id <> a.id) order by t.number limit 1`,
  );
  await view.close();
  const input = { membershipId: found.member, targetIds: [found.target], effectiveOn: TOMORROW };
  await mutated(await program.as('secretariat'), 'endMemberAssignment', input);
  const subscriber = new Subscriber(program.url, (await program.as('member')).token);
  const { messages } = subscriber.subscribe<Alarm>(
    `subscription { live { installation { today } target: node(id: "${found.target}") { ... on Target { isUnattended unattendedSince } }
      unattended: targets(where: { isUnattended: { eq: true }, programme: { code: { eq: "07-CTr/TU" } } }) { nodes { number } } } }`,
  );
  const first = await messages.next();
  const close = async () => {
    await subscriber.close();
    await program.close();
  };
  return { number: found.number, first, messages, close };
}

/** Starts a program shortly before midnight, soon enough to see it come: on a slow machine with more time. */
async function shortlyBeforeMidnight(): Promise<Watched> {
  for (let margin = 6_000; ; margin *= 2) {
    const clock = new Date(new Date(`${TOMORROW}T00:00:00+07:00`).getTime() - margin);
    const watched = await watchEnding(await startTestProgram({ clock }));
    if (watched.first.data.live.installation.today === TODAY) return watched;
    await watched.close();
  }
}

test('whoever leaves a target as of tomorrow is in charge today; when the day begins the target is an alarm, on open screens too (R2)', async () => {
  const { number, first, messages, close } = await shortlyBeforeMidnight();
  const numbers = ({ data }: Delivery<Alarm>) => data.live.unattended.nodes.map((target) => target.number);
  expect(first.data.live.target).toEqual({ isUnattended: false, unattendedSince: null });
  expect(numbers(first)).not.toContain(number);
  const received = await messages.nextUntil(({ data }) => data.live.target.isUnattended);
  const alarm = received.at(-1)!;
  expect(alarm.data.live).toMatchObject({
    installation: { today: TOMORROW },
    target: { isUnattended: true, unattendedSince: TOMORROW },
  });
  expect(numbers(alarm)).toEqual([...numbers(first), number].sort());
  await close();
}, 90_000);
