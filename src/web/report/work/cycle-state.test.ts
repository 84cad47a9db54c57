import { cycleStateOf, inOrderOfWork, isOwed, type WorkEntry } from './cycle-state';

type Reports = WorkEntry['progressReports']['nodes'];

function report(period: string, state: Reports[number]['state']): Reports[number] {
  return { id: period + state, period, state, percentComplete: 60, changedAt: '2023-11-14T08:00:00+07:00' };
}

function entry(code: string, nodes: Reports, openCycle: WorkEntry['openCycle'] = cycle('2023-11-25')): WorkEntry {
  return {
    id: code,
    code,
    title: code,
    titleEn: code,
    shortName: code,
    shortNameEn: code,
    health: 'ON_TRACK',
    percentComplete: 60,
    plannedPercent: 60,
    dueOn: '2024-12-31',
    isSample: true,
    openCycle,
    freshness: { reportedAt: null, ageDays: null, isStale: false },
    viewerCan: { submitReport: true },
    progressReports: { nodes },
  };
}

function cycle(dueOn: string): NonNullable<WorkEntry['openCycle']> {
  return { period: '2023-Q4', dueOn, closesOn: '2023-12-15' };
}

describe('an item in its open cycle', () => {
  it('is owed until a report stands', () => {
    expect(cycleStateOf(entry('07-01', [report('2023-Q3', 'ACCEPTED')]))).toBe('NONE');
    expect(isOwed('NONE')).toBe(true);
    expect(isOwed('RETURNED')).toBe(true);
    expect(isOwed('SUBMITTED')).toBe(false);
  });

  it('stands where its newest report of that period stands', () => {
    expect(cycleStateOf(entry('07-01', [report('2023-Q4', 'SUBMITTED'), report('2023-Q4', 'RETURNED')]))).toBe(
      'SUBMITTED',
    );
  });

  it('owes nothing while no cycle is open', () => {
    expect(cycleStateOf(entry('07-01', [], null))).toBe('NO_CYCLE');
    expect(isOwed('NO_CYCLE')).toBe(false);
  });
});

describe('a unit’s list', () => {
  it('begins with what came back, then what is due first', () => {
    const list = [
      entry('07-01', [report('2023-Q4', 'ACCEPTED')]),
      entry('07-02', []),
      entry('07-03', [], cycle('2023-11-10')),
      entry('07-04', [report('2023-Q4', 'RETURNED')]),
    ];
    expect(inOrderOfWork(list).map(({ code }) => code)).toEqual(['07-04', '07-03', '07-02', '07-01']);
  });
});
