import { burnInShift } from './burn-in-shift';

const TEN_MINUTES = 600_000;

describe('the shift against burn-in', () => {
  it('is never more than 4 px', () => {
    const shifts = Array.from({ length: 50 }, (_, index) => burnInShift(index * TEN_MINUTES));
    expect(Math.max(...shifts.flatMap(({ x, y }) => [Math.abs(x), Math.abs(y)]))).toBe(4);
  });

  it('changes every ten minutes and not in between', () => {
    expect(burnInShift(TEN_MINUTES)).toEqual(burnInShift(2 * TEN_MINUTES - 1));
    expect(burnInShift(TEN_MINUTES)).not.toEqual(burnInShift(2 * TEN_MINUTES));
  });
});
