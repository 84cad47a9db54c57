import fc from 'fast-check';
import { DomainError } from '../../platform/lib/domain-error';
import { assertMilestones, changesOf, type PlannedStep } from './work-item.rules';

const STANDING = {
  concreteObjective: null,
  product: 'Báo cáo',
  approvalLevel: null,
  startsOn: '2023-01-01',
  dueOn: '2023-12-31',
};

function refusedFields(work: () => unknown): string[] {
  try {
    work();
    return [];
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return error.refusals.map(({ path }) => path.slice(1).join('.'));
  }
}

describe('a description', () => {
  test('takes what is new; blanks and what stands already say nothing', () => {
    const given = { concreteObjective: ' Rà soát ', product: 'Báo cáo', approvalLevel: '', dueOn: null };
    expect(changesOf(STANDING, given, true)).toEqual({ concreteObjective: 'Rà soát' });
  });

  test('fills what is empty after the plan is submitted, and changes nothing that was decided', () => {
    expect(changesOf(STANDING, { concreteObjective: 'Rà soát', approvalLevel: 'UNIT' }, false)).toEqual({
      concreteObjective: 'Rà soát',
      approvalLevel: 'UNIT',
    });
    expect(refusedFields(() => changesOf(STANDING, { product: 'Khác', startsOn: '2023-02-01' }, false))).toEqual([
      'product',
      'startsOn',
    ]);
  });

  test('keeps the due date behind the start', () => {
    expect(refusedFields(() => changesOf(STANDING, { startsOn: '2024-01-01' }, true))).toEqual(['dueOn']);
    expect(changesOf(STANDING, { startsOn: '2024-01-01', dueOn: '2024-01-01' }, true)).toEqual({
      startsOn: '2024-01-01',
      dueOn: '2024-01-01',
    });
  });
});

const steps = fc.array(
  fc.record({
    dueOn: fc.integer({ min: 1, max: 31 }).map((day) => `2023-06-${String(day).padStart(2, '0')}`),
    plannedPercent: fc.integer({ min: 0, max: 100 }),
  }),
  { maxLength: 6 },
);

/** The slow way: no later step expects less than an earlier one, and those of one day expect the same. */
function rises(all: readonly PlannedStep[]): boolean {
  return all.every((step) =>
    all.every(
      (other) =>
        other.dueOn < step.dueOn ||
        (other.dueOn === step.dueOn
          ? other.plannedPercent === step.plannedPercent
          : other.plannedPercent >= step.plannedPercent),
    ),
  );
}

test('milestones are taken exactly where the planned curve with them never falls', () => {
  const item = { startsOn: '2023-06-01', dueOn: '2023-06-31' };
  fc.assert(
    fc.property(steps.filter(rises), steps, (standing, added) => {
      const isTaken = refusedFields(() => assertMilestones(item, standing, added)).length === 0;
      expect(isTaken).toBe(rises([...standing, ...added]));
    }),
  );
});
