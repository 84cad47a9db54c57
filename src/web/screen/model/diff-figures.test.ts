import type { Health } from '../../generated/operations';
import { type Change, diffFigures, isCrossing } from './diff-figures';
import type { Figure } from './figure';

function figure(key: string, value: number | null, health: Health = 'ON_TRACK'): Figure {
  return { key, value, health };
}

function change(from: Health, to: Health): Change {
  return { key: 'item:07-01', from: figure('item:07-01', 60, from), to: figure('item:07-01', 60, to) };
}

describe('two consecutive snapshots', () => {
  it('differ in the figures whose value changed', () => {
    const before = [figure('target:1', 97.1), figure('item:07-01', 60)];
    const after = [figure('target:1', 97.5), figure('item:07-01', 60)];
    expect(diffFigures(before, after)).toEqual([{ key: 'target:1', from: before[0], to: after[0] }]);
  });

  it('differ when a status changes though the value does not', () => {
    expect(diffFigures([figure('item:07-01', 60)], [figure('item:07-01', 60, 'AT_RISK')])).toHaveLength(1);
  });

  it('that are equal differ in nothing', () => {
    expect(diffFigures([figure('target:7b', null)], [figure('target:7b', null)])).toEqual([]);
  });

  it('do not differ in figures that only one of them has', () => {
    expect(diffFigures([], [figure('target:1', 97.5)])).toEqual([]);
    expect(diffFigures([figure('target:1', 97.5)], [])).toEqual([]);
  });
});

describe('a change that a room must not miss', () => {
  it('leads into or out of overdue or completed', () => {
    expect(isCrossing(change('ON_TRACK', 'OVERDUE'))).toBe(true);
    expect(isCrossing(change('OVERDUE', 'AT_RISK'))).toBe(true);
    expect(isCrossing(change('ON_TRACK', 'COMPLETED'))).toBe(true);
    expect(isCrossing(change('COMPLETED', 'ON_TRACK'))).toBe(true);
  });

  it('is not one between the other statuses, nor one of the value alone', () => {
    expect(isCrossing(change('ON_TRACK', 'AT_RISK'))).toBe(false);
    expect(isCrossing(change('OVERDUE', 'OVERDUE'))).toBe(false);
  });
});
