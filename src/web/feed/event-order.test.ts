import { judgeOrder } from './event-order';

describe('an event', () => {
  it('that names the last one as its previous is the next, however many numbers lie between', () => {
    expect(judgeOrder('1.7', { cursor: '1.8', previous: '1.7' })).toBe('next');
    expect(judgeOrder('1.7', { cursor: '1.42', previous: '1.7' })).toBe('next');
  });

  it('at or before the last one comes again', () => {
    expect(judgeOrder('1.7', { cursor: '1.7', previous: '1.6' })).toBe('repeat');
    expect(judgeOrder('1.10', { cursor: '1.9', previous: '1.8' })).toBe('repeat');
  });

  it('after the last one that names another previous, or none, leaves a gap', () => {
    expect(judgeOrder('1.7', { cursor: '1.9', previous: '1.8' })).toBe('gap');
    expect(judgeOrder('1.7', { cursor: '1.9', previous: null })).toBe('gap');
  });

  it('of another log leaves a gap, whatever its number', () => {
    expect(judgeOrder('1.7', { cursor: '2.3', previous: '2.2' })).toBe('gap');
  });
});
