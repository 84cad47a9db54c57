import { formatDelta, formatNumber } from '../../common/format';
import type { Language } from '../../common/language';
import type { CommonTexts } from '../../common/texts/texts';
import type { Target } from './figure';

interface Words {
  language: Language;
  texts: CommonTexts;
}

/** The parts of a bullet bar, each from 0 to 1 of its length. */
export interface BulletParts {
  done: number;
  /** Where the plan expected the figure of that period to be; null where there is no plan. */
  planned: number | null;
}

/** The change since the figure before; empty where there is nothing to compare. For ranks a smaller number is a rise. */
export function deltaText(target: Target, { language, texts }: Words): string {
  const latest = target.latestMeasurement?.value;
  const previous = target.previousMeasurement?.value;
  if (latest === undefined || previous === undefined) return '';
  if (target.comparator !== 'RANK') return formatDelta(latest - previous, language);
  const places = formatNumber(Math.abs(latest - previous), language, 0);
  if (latest === previous) return '0';
  return latest < previous ? texts.rankUp(places) : texts.rankDown(places);
}

/** The bar of a target, whose full length is what was promised (or more, if more was reached). Null where a bar would say nothing. */
export function bulletParts(target: Target): BulletParts | null {
  if (target.value === null || target.comparator === 'RANK' || target.comparator === 'QUALITATIVE') return null;
  const done = target.latestMeasurement?.value ?? 0;
  const planned = plannedFor(target);
  const full = Math.max(target.valueHigh ?? target.value, done, planned ?? 0);
  if (full <= 0) return null;
  const share = (value: number) => Math.min(1, Math.max(0, value / full));
  return { done: share(done), planned: planned === null ? null : share(planned) };
}

/** What the plan expected of the newest figure: for its own period, by which its status is judged; what it expects today where nothing is measured. */
export function plannedFor(target: Target): number | null {
  return target.latestMeasurement === null ? target.expectedValue : target.expectedAtMeasurement;
}

/** Whether the newest figure is older than the newest period whose reports are due. */
export function isFigureOld(target: Target, newestDuePeriodEnd: string | null): boolean {
  if (newestDuePeriodEnd === null || target.latestMeasurement === null) return false;
  return target.latestMeasurement.endsOn < newestDuePeriodEnd;
}

/** The last day of the newest period whose reports were due before `today`; null when none was. */
export function newestDuePeriodEnd(cycles: readonly { endsOn: string; dueOn: string }[], today: string): string | null {
  const ends = cycles.filter(({ dueOn }) => dueOn < today).map(({ endsOn }) => endsOn);
  return ends.length === 0 ? null : ends.reduce((newest, end) => (end > newest ? end : newest));
}
