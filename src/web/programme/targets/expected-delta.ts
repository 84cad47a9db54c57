import { formatDelta } from '../../common/format';
import type { Language } from '../../common/language';
import type { Target } from '../model/rows';

interface ExpectedDelta {
  /** Whether the newest figure is on the wrong side of the trajectory. */
  isBehind: boolean;
  /** The difference with its sign; empty where there is nothing to compare, and for ranks, which are whole. */
  text: (language: Language) => string;
}

/** How far the newest figure is from where the trajectory is today. */
export function expectedDelta({ latestMeasurement, expectedValue, comparator }: Target): ExpectedDelta {
  if (latestMeasurement === null || expectedValue === null) return { isBehind: false, text: () => '' };
  const difference = latestMeasurement.value - expectedValue;
  const lowerIsBetter = comparator === 'RANK' || comparator === 'LT' || comparator === 'LTE';
  return {
    isBehind: lowerIsBetter ? difference > 0 : difference < 0,
    text: (language) => (comparator === 'RANK' ? '' : formatDelta(difference, language)),
  };
}
