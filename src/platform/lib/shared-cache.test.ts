import fc from 'fast-check';
import { SharedCache } from './shared-cache';

interface Text {
  readonly size: number;
}

function cacheOf(limitBytes: number, shareBytes: number): SharedCache<Text> {
  return new SharedCache<Text>({ limitBytes, shareBytes, bytesOf: ({ size }) => size });
}

test('one owner fills its own share, and what others brought in stays', () => {
  const cache = cacheOf(1_000, 200);
  cache.set('quiet', { size: 40 }, 'quiet one');
  for (let n = 0; n < 1_000; n += 1) cache.set(`loud ${n}`, { size: 20 }, 'loud one');
  expect(cache.get('quiet')).toEqual({ size: 40 });
  expect(cache.get('loud 989')).toBeUndefined();
  expect(cache.get('loud 990')).toEqual({ size: 20 });
  expect(cache.bytes).toBe(240);
});

test('what was used last stays longest, in a share as in the whole', () => {
  const cache = cacheOf(1_000, 40);
  for (const key of ['a', 'b', 'c', 'd']) cache.set(key, { size: 10 }, 'one');
  expect(cache.get('a')).toBeDefined();
  cache.set('e', { size: 10 }, 'one');
  expect(['a', 'b', 'c', 'd', 'e'].filter((key) => cache.get(key) !== undefined)).toEqual(['a', 'c', 'd', 'e']);
});

test('what is larger than a quarter of a share is not kept', () => {
  const cache = cacheOf(1_000, 200);
  cache.set('large', { size: 51 }, 'one');
  expect(cache.get('large')).toBeUndefined();
  expect(cache.bytes).toBe(0);
});

test('a key that another owner brings in anew counts for that one alone', () => {
  const cache = cacheOf(1_000, 40);
  cache.set('key', { size: 10 }, 'first');
  cache.set('key', { size: 10 }, 'second');
  for (let n = 0; n < 10; n += 1) cache.set(`first ${n}`, { size: 10 }, 'first');
  expect(cache.get('key')).toBeDefined();
  expect(cache.bytes).toBe(50);
});

test('whatever is brought in, neither the whole nor a share is ever exceeded', () => {
  const step = fc.record({ key: fc.nat(30), size: fc.integer({ min: 1, max: 40 }), owner: fc.nat(4) });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
      const cache = cacheOf(200, 120);
      const held = new Map<string, { size: number; owner: number }>();
      for (const { key, size, owner } of steps) {
        cache.set(String(key), { size }, String(owner));
        held.set(String(key), { size, owner });
      }
      const left = [...held].filter(([key]) => cache.get(key) !== undefined);
      const bytes = (rows: typeof left) => rows.reduce((sum, [, { size }]) => sum + size, 0);
      expect(bytes(left)).toBe(cache.bytes);
      expect(cache.bytes).toBeLessThanOrEqual(200);
      for (let owner = 0; owner <= 4; owner += 1) {
        expect(bytes(left.filter(([, row]) => row.owner === owner))).toBeLessThanOrEqual(120);
      }
    }),
    { numRuns: 200 },
  );
});
