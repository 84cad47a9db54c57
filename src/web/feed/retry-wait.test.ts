import { retryWaitMs } from './retry-wait';

describe('the wait before connecting again', () => {
  it('doubles, and never passes 30 s and the jitter', () => {
    expect([0, 1, 2, 3, 4, 5, 50].map((retries) => retryWaitMs(retries, () => 0))).toEqual([
      1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000,
    ]);
    expect(retryWaitMs(9, () => 0.999)).toBeLessThanOrEqual(31_000);
  });

  it('differs from client to client', () => {
    expect(retryWaitMs(2, () => 0.1)).not.toBe(retryWaitMs(2, () => 0.9));
  });
});
