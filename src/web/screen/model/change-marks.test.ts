import type { Health } from '../../generated/operations';
import { advanceMarks, type ChangeMarks, NO_MARKS } from './change-marks';
import type { Change } from './diff-figures';

const start = Date.parse('2023-11-14T14:29:00+07:00');
const seconds = (count: number) => start + count * 1000;

function change(key: string, from: Health = 'ON_TRACK', to: Health = 'ON_TRACK'): Change {
  return { key, from: { key, value: 60, health: from }, to: { key, value: 65, health: to } };
}

function many(count: number, to: Health = 'ON_TRACK'): Change[] {
  return Array.from({ length: count }, (_, index) => change(`item:07-${index}`, 'ON_TRACK', to));
}

function pass(marks: ChangeMarks, ...times: number[]): ChangeMarks {
  return times.reduce((state, time) => advanceMarks(state, [], seconds(time)), marks);
}

describe('a changed figure', () => {
  it('is marked for 60 s', () => {
    const marks = advanceMarks(NO_MARKS, [change('target:1')], start);
    expect(pass(marks, 59).marked.has('target:1')).toBe(true);
    expect(pass(marks, 60).marked.has('target:1')).toBe(false);
  });

  it('stays in the footer after its mark has gone', () => {
    const marks = pass(advanceMarks(NO_MARKS, [change('target:1')], start), 60, 3600);
    expect(marks.last).toEqual({ announcement: { kind: 'one', change: change('target:1') }, at: start });
  });

  it('shows its newest change when it changes twice', () => {
    const again = { ...change('target:1'), to: { key: 'target:1', value: 70, health: 'ON_TRACK' as const } };
    const marks = advanceMarks(advanceMarks(NO_MARKS, [change('target:1')], start), [again], seconds(30));
    expect(marks.marked.get('target:1')?.change.to.value).toBe(70);
    expect(pass(marks, 89).marked.size).toBe(1);
  });

  it('costs no repaint while nothing ends', () => {
    const marks = advanceMarks(NO_MARKS, [change('target:1')], start);
    expect(pass(marks, 1, 2, 3)).toBe(marks);
  });
});

describe('a banner', () => {
  it('is raised for 12 s when an item becomes overdue or completed', () => {
    const crossing = change('item:07-01', 'ON_TRACK', 'OVERDUE');
    const marks = advanceMarks(NO_MARKS, [crossing], start);
    expect(marks.banner?.announcement).toEqual({ kind: 'one', change: crossing });
    expect(pass(marks, 11).banner).not.toBeNull();
    expect(pass(marks, 12).banner).toBeNull();
  });

  it('is not raised for other changes', () => {
    expect(advanceMarks(NO_MARKS, [change('item:07-01', 'ON_TRACK', 'AT_RISK')], start).banner).toBeNull();
  });

  it('is raised at most once a minute; what came meanwhile follows then', () => {
    const first = advanceMarks(NO_MARKS, [change('item:07-01', 'ON_TRACK', 'OVERDUE')], start);
    const second = advanceMarks(pass(first, 12), [change('item:07-02', 'ON_TRACK', 'COMPLETED')], seconds(20));
    expect(second.banner).toBeNull();
    const later = pass(second, 59, 60);
    expect(later.banner?.announcement).toMatchObject({ kind: 'one', change: { key: 'item:07-02' } });
    expect(pass(later, 72, 130).banner).toBeNull();
  });
});

describe('five changes or more within ten seconds', () => {
  it('are told as a number', () => {
    const marks = advanceMarks(NO_MARKS, many(12, 'OVERDUE'), start);
    expect(marks.last?.announcement).toEqual({ kind: 'many', count: 12 });
    expect(marks.banner?.announcement).toEqual({ kind: 'many', count: 12 });
    expect(marks.marked.size).toBe(12);
  });

  it('are told as a number when they come one by one', () => {
    const marks = many(5).reduce((state, each, index) => advanceMarks(state, [each], seconds(index)), NO_MARKS);
    expect(marks.last?.announcement).toEqual({ kind: 'many', count: 5 });
  });

  it('are told one by one when they take longer', () => {
    const marks = many(5).reduce((state, each, index) => advanceMarks(state, [each], seconds(index * 6)), NO_MARKS);
    expect(marks.last?.announcement.kind).toBe('one');
  });
});
