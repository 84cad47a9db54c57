import { suggestHealth } from './suggest-health';

const facts = {
  percent: 60,
  plannedPercent: 62,
  startsOn: '2022-01-01',
  dueOn: '2024-12-31',
  today: '2023-11-14',
  milestones: [{ id: 'm1', dueOn: '2023-06-30', reachedOn: '2023-06-20' as string | null }],
  reachedIds: [] as string[],
};

describe('the status that a report would bring', () => {
  it('is on track near the plan', () => {
    expect(suggestHealth(facts)).toBe('ON_TRACK');
  });

  it('is at risk ten points behind the plan', () => {
    expect(suggestHealth({ ...facts, percent: 52 })).toBe('AT_RISK');
    expect(suggestHealth({ ...facts, percent: 52.5 })).toBe('ON_TRACK');
  });

  it('is at risk when a milestone was missed, until the report says that it is reached', () => {
    const missed = { ...facts, milestones: [{ id: 'm2', dueOn: '2023-11-01', reachedOn: null }] };
    expect(suggestHealth(missed)).toBe('AT_RISK');
    expect(suggestHealth({ ...missed, reachedIds: ['m2'] })).toBe('ON_TRACK');
  });

  it('is overdue after the due date, completed at 100 % all the same', () => {
    expect(suggestHealth({ ...facts, dueOn: '2023-11-13' })).toBe('OVERDUE');
    expect(suggestHealth({ ...facts, dueOn: '2023-11-13', percent: 100 })).toBe('COMPLETED');
  });

  it('is not due before the item starts', () => {
    expect(suggestHealth({ ...facts, startsOn: '2024-01-01' })).toBe('NOT_DUE');
  });
});
