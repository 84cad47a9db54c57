import type { Comparator } from '../generated/operations';
import { formatForWall, formatNumber } from './format';
import type { Language } from './language';
import type { CommonTexts } from './texts/texts';

interface Words {
  language: Language;
  texts: CommonTexts;
}

/** What a target promises, and in which unit. */
export interface TargetTerms {
  comparator: Comparator;
  value: number | null;
  valueHigh: number | null;
  indicator: { unitOfMeasure: string | null } | null;
}

/** A measured value as it stands in a target's row: `72,4`, `hạng 2`, `—`. */
export function valueText(target: TargetTerms, value: number | null, { language, texts }: Words): string {
  // what is qualitative has no number, whatever was entered
  if (value === null || target.comparator === 'QUALITATIVE') return '—';
  if (target.comparator === 'RANK') return texts.rank(formatNumber(value, language, 0));
  return formatForWall(value, language, nearest(target, value));
}

/** The end of what was promised that a value is nearer to: it must not read as if it were that. */
function nearest({ value: low, valueHigh: high }: TargetTerms, value: number): number | null {
  if (low === null || high === null) return low;
  return Math.abs(value - high) < Math.abs(value - low) ? high : low;
}

/** What a target promises: `80%`, `> 50%`, `7–7,5%`, `≈ 30%`, `hạng 1`, `định tính`. */
export function goalText(target: TargetTerms, { language, texts }: Words): string {
  if (target.comparator === 'QUALITATIVE' || target.value === null) return texts.qualitative;
  if (target.comparator === 'RANK') return texts.rank(formatNumber(target.value, language, 0));
  const low = formatForWall(target.value, language);
  const range = target.comparator === 'RANGE' && target.valueHigh !== null;
  const text = range ? `${low}–${formatForWall(target.valueHigh ?? target.value, language)}` : low;
  return `${SIGNS[target.comparator]}${text}${isPercentage(target) ? '%' : ''}`;
}

const SIGNS = { GT: '> ', GTE: '≥ ', LT: '< ', LTE: '≤ ', EQ: '', RANGE: '', APPROX: '≈ ' } as const;

/** Whether values are percentages. */
export function isPercentage({ indicator }: Pick<TargetTerms, 'indicator'>): boolean {
  return indicator?.unitOfMeasure?.startsWith('%') ?? false;
}
