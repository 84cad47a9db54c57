import { DomainError } from '../../platform/lib/domain-error';
import {
  assertAllFound,
  assertCanEnd,
  assertCharged,
  assertFree,
  assertSoon,
  type Charge,
  type ChargeKind,
  isTakenBack,
} from './charge.rules';

const KIND: ChargeKind = {
  noun: { vi: 'chỉ tiêu', en: 'target' },
  verb: { vi: 'phụ trách', en: 'in charge of' },
  list: 'targetIds',
};
const TODAY = '2023-11-14';
const charge = (changes: Partial<Charge> = {}): Charge => ({
  name: 'Kinh tế số',
  startsOn: '2021-07-23',
  endsOn: null,
  ...changes,
});

/** The code, path and English text of a refusal; null when it was none. */
function refusalOf(decide: () => void): string | null {
  try {
    decide();
    return null;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return error.message;
  }
}

function ending(effectiveOn: string, charges: readonly Charge[], lastOn: string | null = null): string | null {
  return refusalOf(() => assertCanEnd(KIND, { office: 'Director', endsOn: lastOn }, charges, effectiveOn, TODAY));
}

describe('a charge can be ended', () => {
  test.each([
    ['from today', TODAY, charge()],
    ['from a day to come', '2024-01-01', charge()],
    ['from a past day after it began', '2021-07-24', charge()],
    ['earlier than was decided', '2023-12-01', charge({ endsOn: '2023-12-31' })],
    ['today, after what was to be its last day', TODAY, charge({ endsOn: TODAY })],
    ['from the very day on which it begins, today', TODAY, charge({ startsOn: TODAY })],
    ['before a day to come on which it begins', TODAY, charge({ startsOn: '2024-01-01' })],
  ])('%s', (_name, effectiveOn, given) => expect(ending(effectiveOn, [given])).toBeNull());
});

describe('a charge cannot be ended', () => {
  test.each([
    ['from the day on which it begins', '2021-07-23', charge(), /^INVALID input.effectiveOn: .*from 2021-07-23 on/],
    ['from a past day before it began', '2021-01-01', charge(), /^INVALID/],
    [
      'again, once it has ended',
      TODAY,
      charge({ endsOn: '2023-11-13' }),
      /^CLOSED input.targetIds: .*until 2023-11-13/,
    ],
    ['in the past, once it has ended', '2022-01-01', charge({ endsOn: '2023-11-13' }), /^CLOSED/],
    ['later than was decided', '2024-01-01', charge({ endsOn: '2023-12-30' }), /^CLOSED/],
  ])('%s', (_name, effectiveOn, given, refusal) => expect(ending(effectiveOn, [given])).toMatch(refusal));

  test('once its member has left', () => {
    expect(ending(TODAY, [charge()], '2023-11-01')).toMatch(/^CLOSED .*until 2023-11-01/);
  });
});

test('the refusals name what they are about', () => {
  const holder = { office: 'Director', endsOn: null };
  expect(refusalOf(() => assertFree(KIND, holder, [charge()]))).toMatch(/^CONFLICT .*in charge of already: Kinh tế số/);
  expect(refusalOf(() => assertCharged(KIND, holder, ['Kinh tế số']))).toMatch(
    /^CONFLICT .*not in charge of: Kinh tế số/,
  );
  expect(refusalOf(() => assertAllFound(KIND, ['a'], ['a', 'b']))).toMatch(
    /^NOT_FOUND input.targetIds.1: Entry 2 is no target/,
  );
  expect(refusalOf(() => assertSoon('startsOn', '2024-11-15', '2024-11-14'))).toMatch(
    /^INVALID .*not after 2024-11-14/,
  );
});

test('a charge is taken back, not ended, when it begins today or later', () => {
  const taken = (startsOn: string, effectiveOn: string) => isTakenBack({ startsOn }, effectiveOn, TODAY);
  expect(taken(TODAY, TODAY)).toBe(true);
  expect(taken('2024-01-01', '2023-12-01')).toBe(true);
  expect(taken('2024-01-01', '2024-01-02')).toBe(false);
  expect(taken('2023-11-13', '2023-11-01')).toBe(false);
});

test('what is free, charged and there is let through', () => {
  const holder = { office: 'Director', endsOn: null };
  expect(refusalOf(() => assertSoon('startsOn', '2024-11-14', '2024-11-14'))).toBeNull();
  expect(refusalOf(() => assertFree(KIND, holder, []))).toBeNull();
  expect(refusalOf(() => assertCharged(KIND, holder, []))).toBeNull();
  expect(refusalOf(() => assertAllFound(KIND, ['a'], ['a', 'a']))).toBeNull();
});
