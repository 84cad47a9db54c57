import { createHash, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { PageCursors } from './page-cursor';

const cursors = new PageCursors(randomBytes(32));
const values = fc.array(fc.option(fc.string({ unit: 'grapheme' })), { minLength: 1, maxLength: 4 });

/** A cursor as the database seals it. */
function seal(
  from: PageCursors,
  list: string,
  sealed: readonly (string | null)[],
  today: string | null = null,
): string {
  const body = Buffer.from(JSON.stringify([today, ...sealed]));
  const key = from.keyOf(list);
  const inner = createHash('sha256').update(key).update(body).digest();
  const signature = createHash('sha256').update(key).update(inner).digest().subarray(0, 12);
  return Buffer.concat([signature, body]).toString('base64url');
}

test('a cursor opens to what was sealed, for its own list', () => {
  fc.assert(
    fc.property(fc.string(), values, (list, sealed) => {
      expect(cursors.open(list, seal(cursors, list, sealed))).toEqual({ today: null, values: sealed });
    }),
  );
});

test('a cursor keeps the date as of which it was given', () => {
  const cursor = seal(cursors, 'list', ['a'], '2023-11-14');
  expect(cursors.open('list', cursor)).toEqual({ today: '2023-11-14', values: ['a'] });
  expect(cursors.peekDate(cursor)).toBe('2023-11-14');
  expect(cursors.peekDate(seal(cursors, 'list', ['2023-11-14']))).toBeNull();
});

test('a cursor does not open for another list, nor with another secret', () => {
  const others = new PageCursors(randomBytes(32));
  fc.assert(
    fc.property(fc.string(), fc.string(), values, (list, other, sealed) => {
      fc.pre(list !== other);
      const cursor = seal(cursors, list, sealed);
      expect(cursors.open(other, cursor)).toBeNull();
      expect(others.open(list, cursor)).toBeNull();
    }),
  );
});

test('a cursor with any byte changed does not open', () => {
  fc.assert(
    fc.property(values, fc.nat(), fc.integer({ min: 1, max: 255 }), (sealed, place, change) => {
      const bytes = Buffer.from(seal(cursors, 'list', sealed), 'base64url');
      const index = place % bytes.length;
      bytes[index] = bytes[index]! ^ change;
      expect(cursors.open('list', bytes.toString('base64url'))).toBeNull();
    }),
  );
});

test('what is no cursor does not open', () => {
  fc.assert(fc.property(fc.string(), (text) => expect(cursors.open('list', text)).toBeNull()));
});
