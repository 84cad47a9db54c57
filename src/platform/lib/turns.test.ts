import fc from 'fast-check';
import { type Turn, type TurnBounds, Turns } from './turns';

const ROOMY: TurnBounds = { atOnce: 100, perOwner: 100, mostWaiting: 100, sliceMs: null };

/** Takes a turn that notes when it begins, and keeps it until it is told to end it. */
function noted(turns: Turns, owner: string, begun: string[]): Turn {
  const turn = turns.take(owner);
  if (turn.begun === null) begun.push(owner);
  else void turn.begun.then(() => begun.push(owner));
  return turn;
}

const settled = () => new Promise<void>((resolve) => void setImmediate(resolve));

test('a turn begins at once where nothing is ahead of it', () => {
  expect(new Turns(ROOMY).take('a').begun).toBeNull();
});

test('an owner never has more under way than its share, and the share of others stays free', async () => {
  const turns = new Turns({ ...ROOMY, atOnce: 3, perOwner: 2 });
  const begun: string[] = [];
  const greedy = Array.from({ length: 10 }, () => noted(turns, 'greedy', begun));
  noted(turns, 'modest', begun);
  expect(begun).toEqual(['greedy', 'greedy', 'modest']);
  greedy[0]!.end();
  await settled();
  expect(begun).toEqual(['greedy', 'greedy', 'modest', 'greedy']);
});

test('who has one waiting begins before the second of whoever has many', async () => {
  const turns = new Turns({ ...ROOMY, atOnce: 1, perOwner: 1 });
  const begun: string[] = [];
  const first = noted(turns, 'house', begun);
  const others = [...'aaaab'].map((owner) => noted(turns, owner, begun));
  first.end();
  for (const index of [0, 4, 1, 2, 3]) {
    await settled();
    others[index]!.end();
  }
  expect(begun.join(' ')).toBe('house a b a a a');
});

test('a line that is full takes no more, unless it must', () => {
  const turns = new Turns({ ...ROOMY, perOwner: 1, mostWaiting: 2 });
  const asked = Array.from({ length: 4 }, () => turns.ask('a'));
  expect(asked.map((turn) => turn !== null)).toEqual([true, true, true, false]);
  expect(turns.ask('b')).not.toBeNull();
  turns.take('a');
  expect(turns.loadOf('a')).toBe(4);
});

test('a turn that is given up while it waits never counts', async () => {
  const turns = new Turns({ ...ROOMY, perOwner: 1 });
  const first = turns.take('a');
  const second = turns.take('a');
  second.end();
  await second.begun;
  first.end();
  expect([turns.size, turns.loadOf('a')]).toEqual([0, 0]);
  expect(turns.take('a').begun).toBeNull();
});

test('who works long lets the process do other work before the next one begins', async () => {
  const turns = new Turns({ ...ROOMY, sliceMs: 0 });
  turns.take('a');
  const order: string[] = [];
  const next = turns.take('a');
  const nextButOne = turns.take('a');
  setImmediate(() => order.push('other work'));
  void next.begun!.then(() => order.push('second'));
  await nextButOne.begun;
  expect(order).toEqual(expect.arrayContaining(['second', 'other work']));
});

test('a further piece of work under way goes before new work of the same owner, and needs no share', async () => {
  const turns = new Turns({ ...ROOMY, perOwner: 1, sliceMs: 0 });
  const order: string[] = [];
  const first = turns.take('a');
  const second = noted(turns, 'a', order);
  await turns.piece('a');
  order.push('piece');
  first.end();
  await second.begun;
  expect(order[0]).toBe('piece');
  second.end();
  await settled();
  expect(turns.size).toBe(0);
});

test('work that several share is the turn of the one who has least to do', () => {
  const turns = new Turns({ ...ROOMY, perOwner: 1 });
  for (const owner of ['greedy', 'greedy', 'greedy', 'busy']) turns.take(owner);
  expect(turns.leastBusyOf(['greedy', 'busy', 'greedy'])).toBe('busy');
  expect(turns.leastBusyOf(['greedy', 'busy', 'idle'])).toBe('idle');
  expect(turns.leastBusyOf(['greedy'])).toBe('greedy');
});

test('whatever is asked, given up and ended, in whichever order: no bound is passed, everything begins, nothing is left', async () => {
  const step = fc.record({ owner: fc.constantFrom('a', 'b', 'c'), index: fc.nat(20), does: fc.nat(3) });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 60 }), fc.constantFrom(null, 0, 4), async (steps, sliceMs) => {
      const bounds = { atOnce: 4, perOwner: 2, mostWaiting: 5, sliceMs };
      const turns = new Turns(bounds);
      const open: { owner: string; turn: Turn; isBegun: boolean }[] = [];
      const underWay = (owner?: string) =>
        open.filter((entry) => entry.isBegun && (owner === undefined || entry.owner === owner)).length;
      for (const { owner, index, does } of steps) {
        if (does === 0 && open.length > 0) open.splice(index % open.length, 1)[0]!.turn.end();
        const turn = does === 0 ? null : turns.ask(owner);
        if (turn !== null) {
          const entry = { owner, turn, isBegun: turn.begun === null };
          open.push(entry);
          void turn.begun?.then(() => (entry.isBegun = true));
        }
        if (does === 3) await settled();
        expect(underWay()).toBeLessThanOrEqual(bounds.atOnce);
        expect(underWay(owner)).toBeLessThanOrEqual(bounds.perOwner);
      }
      // what waits for others begins once those end, in whichever order
      while (open.length > 0) {
        await Promise.race(open.map(({ turn }) => turn.begun ?? Promise.resolve()));
        await settled();
        for (const entry of open.filter(({ isBegun }) => isBegun)) {
          entry.turn.end();
          open.splice(open.indexOf(entry), 1);
        }
      }
      expect([turns.size, turns.loadOf('a'), turns.loadOf('b'), turns.loadOf('c')]).toEqual([0, 0, 0, 0]);
    }),
    { numRuns: 60 },
  );
});
