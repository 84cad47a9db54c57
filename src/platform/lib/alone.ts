/**
 * The same bytes in memory of their own. A short buffer is a piece of a larger one, which it would keep as a whole: of what was read, of a pool, or the 16 KB into which
 * zlib writes. For bytes that are kept for long.
 */
export function alone(bytes: Buffer): Buffer {
  if (bytes.buffer.byteLength === bytes.length) return bytes;
  const copy = Buffer.allocUnsafeSlow(bytes.length);
  bytes.copy(copy);
  return copy;
}
