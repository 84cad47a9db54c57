import { parseDecimal } from './parse-decimal';

describe('a number typed by hand', () => {
  it('may have a comma or a point', () => {
    expect(parseDecimal('97,5')).toBe(97.5);
    expect(parseDecimal('97.5')).toBe(97.5);
  });

  it('may carry a percent sign and spaces', () => {
    expect(parseDecimal(' 60 % ')).toBe(60);
  });

  it('is not guessed at when it can be read in two ways', () => {
    expect(parseDecimal('1.234,5')).toBeNull();
  });

  it('is refused when it is no number', () => {
    expect(parseDecimal('chín mươi')).toBeNull();
    expect(parseDecimal('')).toBeNull();
    expect(parseDecimal('12,')).toBeNull();
  });
});
