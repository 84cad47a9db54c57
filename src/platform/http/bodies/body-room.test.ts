import { BodyRoom, type HeldBody } from './body-room';

const MB = 1024 * 1024;

/** Bodies of 4 MB from an address, until one finds no room. */
function fill(room: BodyRoom, address: string): HeldBody[] {
  const bodies: HeldBody[] = [];
  for (;;) {
    const body = room.enter(address);
    if (!body.grow(4 * MB)) return bodies;
    bodies.push(body);
  }
}

test('large bodies of one address take a part of the room, and small ones always find some', () => {
  const room = new BodyRoom();
  expect(fill(room, 'a')).toHaveLength(16);
  expect(room.enter('b').grow(4 * MB)).toBe(true);
  expect(room.enter('a').grow(64 * 1024)).toBe(true);
});

test('the large bodies of many addresses together take no more than the room', () => {
  const room = new BodyRoom();
  for (let n = 0; n < 10; n += 1) fill(room, `address ${n}`);
  expect(room.bytes).toBeLessThanOrEqual(256 * MB);
  expect(room.enter('another').grow(4 * MB)).toBe(false);
  expect(room.enter('another').grow(1_000)).toBe(true);
});

test('what is answered leaves its room to the next one, once', () => {
  const room = new BodyRoom();
  for (const body of fill(room, 'a')) {
    body.leave();
    body.leave();
  }
  expect(room.bytes).toBe(0);
  expect(fill(room, 'a')).toHaveLength(16);
});

test('a body that comes in pieces counts as one, and one that was refused counts as far as it was kept', () => {
  const room = new BodyRoom();
  const body = room.enter('a');
  let kept = 0;
  while (body.grow(50_000)) kept += 50_000;
  expect(room.bytes).toBe(kept - 64 * 1024);
  body.leave();
  expect(room.bytes).toBe(0);
});
