import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { PageCursors } from './page-cursor';

const cursors = new PageCursors(randomBytes(32));
const values = fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1, maxLength: 4 });

test('a cursor opens to what was sealed, for its own list', () => {
  fc.assert(
    fc.property(fc.string(), values, (list, sealed) => {
      expect(cursors.open(list, cursors.seal(list, sealed))).toEqual(sealed);
    }),
  );
});

test('a cursor does not open for another list, nor with another secret', () => {
  const others = new PageCursors(randomBytes(32));
  fc.assert(
    fc.property(fc.string(), fc.string(), values, (list, other, sealed) => {
      fc.pre(list !== other);
      const cursor = cursors.seal(list, sealed);
      expect(cursors.open(other, cursor)).toBeNull();
      expect(others.open(list, cursor)).toBeNull();
    }),
  );
});

test('a cursor with any byte changed does not open', () => {
  fc.assert(
    fc.property(values, fc.nat(), fc.integer({ min: 1, max: 255 }), (sealed, place, change) => {
      const bytes = Buffer.from(cursors.seal('list', sealed), 'base64url');
      const index = place % bytes.length;
      bytes[index] = bytes[index]! ^ change;
      expect(cursors.open('list', bytes.toString('base64url'))).toBeNull();
    }),
  );
});

test('what is no cursor does not open', () => {
  fc.assert(fc.property(fc.string(), (text) => expect(cursors.open('list', text)).toBeNull()));
});
