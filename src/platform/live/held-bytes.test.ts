import { HeldBytes } from './held-bytes';

test('what groups of one owner hold counts together, and is given back by each', () => {
  const held = new HeldBytes(100);
  const [one, other] = [held.begin('a', 10), held.begin('a', 20)];
  expect(one.hold(30)).toBe(true);
  expect(held.of('a')).toBe(60);
  expect(other.room).toBe(40);
  expect(other.hold(41)).toBe(false);
  expect(held.hasRoom('a')).toBe(false);
  expect(held.hasRoom('b')).toBe(true);
  one.end();
  other.end();
  expect(held.of('a')).toBe(0);
});

test('what a group says when it is over, e.g. a run that was under way, counts no more', () => {
  const held = new HeldBytes(100);
  const group = held.begin('a', 10);
  group.end();
  group.hold(50);
  group.end();
  expect(held.of('a')).toBe(0);
});
