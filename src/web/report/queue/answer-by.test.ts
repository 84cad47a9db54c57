import { answerBy } from './answer-by';

describe('the date by which a reviewer answers', () => {
  it('is two working days after the report arrived', () => {
    expect(answerBy('2023-11-14T09:00:00+07:00')).toBe('2023-11-16');
  });

  it('leaves out weekends', () => {
    expect(answerBy('2023-11-16T09:00:00+07:00')).toBe('2023-11-20');
    expect(answerBy('2023-11-17T09:00:00+07:00')).toBe('2023-11-21');
    expect(answerBy('2023-11-18T09:00:00+07:00')).toBe('2023-11-21');
  });

  it('counts from the day in Hanoi', () => {
    expect(answerBy('2023-11-14T18:00:00Z')).toBe('2023-11-17');
  });
});
