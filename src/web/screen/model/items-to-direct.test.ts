import type { Health } from '../../generated/operations';
import type { Item } from './figure';
import { itemsToDirect } from './items-to-direct';

function item(number: number, health: Health, given: Partial<Item> = {}): Item {
  return {
    code: `07-${number}`,
    number,
    shortName: 'Đề án',
    shortNameEn: 'Scheme',
    health,
    percentComplete: 50,
    plannedPercent: 60,
    dueOn: '2023-12-31',
    daysLate: 0,
    isSample: true,
    leadUnit: null,
    freshness: { ageDays: 10, isStale: false },
    ...given,
  };
}

describe('the items that need direction', () => {
  it('are the overdue ones before those at risk, worst first', () => {
    const items = [
      item(5, 'AT_RISK', { percentComplete: 20 }),
      item(13, 'OVERDUE', { daysLate: 7 }),
      item(4, 'OVERDUE', { daysLate: 12 }),
      item(9, 'AT_RISK', { percentComplete: 10 }),
      item(1, 'ON_TRACK'),
    ];
    expect(itemsToDirect(items).map(({ number }) => number)).toEqual([4, 13, 9, 5]);
  });

  it('are at most four', () => {
    expect(
      itemsToDirect([1, 2, 3, 4, 5, 6].map((number) => item(number, 'OVERDUE', { daysLate: number }))),
    ).toHaveLength(4);
  });

  it('keep their place among equals', () => {
    expect(itemsToDirect([item(8, 'OVERDUE'), item(2, 'OVERDUE')]).map(({ number }) => number)).toEqual([2, 8]);
  });

  it('may be none', () => {
    expect(itemsToDirect([item(1, 'ON_TRACK'), item(2, 'COMPLETED'), item(3, 'NOT_DUE')])).toEqual([]);
  });
});
