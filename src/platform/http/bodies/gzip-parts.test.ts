import fc from 'fast-check';
import { gunzipSync } from 'node:zlib';
import { gzipBody, gzipHead } from './gzip-parts';

test('a head compressed once and any end make one whole gzip body', async () => {
  const bytes = fc.uint8Array({ maxLength: 3_000 }).map((array) => Buffer.from(array));
  await fc.assert(
    fc.asyncProperty(bytes, bytes, bytes, async (beginning, one, other) => {
      const head = await gzipHead(beginning);
      for (const end of [one, other]) {
        const body = gzipBody(head, end);
        expect(gunzipSync(body)).toEqual(Buffer.concat([beginning, end]));
        // one member alone: browsers read no second one
        expect(body.indexOf(Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff]), 1)).toBe(-1);
      }
    }),
    { numRuns: 50 },
  );
});

test('a head keeps its own bytes and nothing around them', async () => {
  const { deflated } = await gzipHead(Buffer.from('a short answer '.repeat(100)));
  expect(deflated.buffer.byteLength).toBe(deflated.length);
});
