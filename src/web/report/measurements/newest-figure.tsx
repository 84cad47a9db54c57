import { formatNumber, formatPeriod } from '../../common/format';
import { useLanguage } from '../../common/language-context';
import type { MeasuredTarget } from './measurement-values';

/** What is known of a target so far, and what the plan expects today. */
export function NewestFigure({ target: { latestMeasurement, expectedValue } }: { target: MeasuredTarget }) {
  const { texts, language } = useLanguage<'report'>();
  const words = texts.report.measurements;
  return (
    <p className="muted">
      {latestMeasurement === null
        ? words.noLatest
        : words.latest(
            formatNumber(latestMeasurement.value, language),
            formatPeriod(latestMeasurement.period, language),
          )}
      {expectedValue !== null && ` · ${words.expected(formatNumber(expectedValue, language))}`}
    </p>
  );
}
