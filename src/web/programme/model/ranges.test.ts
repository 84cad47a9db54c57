import { ranges } from './ranges';

describe('numbers of missing rows', () => {
  it('that follow one another are written as a range', () => {
    expect(ranges([1, 2, 3, 7, 9, 10])).toBe('1–3, 7, 9–10');
    expect(ranges([12, 4])).toBe('4, 12');
    expect(ranges([])).toBe('');
  });
});
