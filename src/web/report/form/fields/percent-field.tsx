import { formatDelta, formatPercent } from '../../../common/format';
import { useLanguage } from '../../../common/language-context';
import type { FieldError } from '../../../common/ui/field-error';
import { NumberField } from '../../../common/ui/number-field';
import { isPercent } from './check-report';

interface PercentFieldProps {
  value: string;
  /** The last accepted percentage; null before the first. */
  before: number | null;
  errors: readonly FieldError[];
  onChange: (text: string) => void;
}

/** So large a step is asked about once more; it is never refused. */
const LARGE_STEP = 40;

/** Percent complete as typed, with what the page understood by it. */
export function PercentField({ before, ...field }: PercentFieldProps) {
  const { texts } = useLanguage<'report'>();
  const words = texts.report.form;
  return (
    <NumberField
      {...field}
      id="percentComplete"
      label={words.percent}
      hint={words.percentHint}
      suffix="%"
      isPossible={isPercent}
      understood={(percent) => <Understood percent={percent} before={before} />}
    />
  );
}

function Understood({ percent, before }: { percent: number; before: number | null }) {
  const { texts, language } = useLanguage<'report'>();
  const words = texts.report.form;
  const text = formatPercent(percent, language);
  const delta = before === null ? null : formatDelta(percent - before, language);
  const isLarge = before !== null && Math.abs(percent - before) >= LARGE_STEP;
  return (
    <p>
      {delta === null ? words.understoodFirst(text) : words.understood(text, delta)}
      {isLarge && delta !== null && <strong>{words.jump(delta)}</strong>}
    </p>
  );
}
