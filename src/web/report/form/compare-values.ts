import { formatPercent } from '../../common/format';
import type { Language } from '../../common/language';
import type { CommonTexts, PageTexts } from '../../common/texts/texts';
import { parsePercent } from './fields/check-report';
import type { FormItem, ReportValues } from './report-values';

/** A field in which two texts of one report differ, as people read it. */
export interface Difference {
  readonly field: keyof ReportValues;
  readonly name: string;
  readonly mine: string;
  readonly current: string;
}

interface Words {
  texts: CommonTexts & Pick<PageTexts, 'report'>;
  language: Language;
  pick: (vietnamese: string, english: string) => string;
}

/** The fields in which what somebody typed differs from what is there, in the order of the form. */
export function compareValues(
  mine: ReportValues,
  current: ReportValues,
  milestones: FormItem['milestones'],
  words: Words,
): Difference[] {
  const names = words.texts.report.form;
  const written = { mine: writeValues(mine, milestones, words), current: writeValues(current, milestones, words) };
  const fields: [keyof ReportValues, string][] = [
    ['percent', names.percent],
    ['decreaseReason', names.decreaseReason],
    ['milestoneIds', names.milestones],
    ['claimedHealth', names.healthClaim],
    ['healthReason', names.healthReason],
    ['summary', names.summary],
    ['difficulties', names.difficulties],
    ['proposals', names.proposals],
    ['latenessReason', names.latenessReason],
  ];
  return fields
    .map(([field, name]) => ({ field, name, mine: written.mine[field], current: written.current[field] }))
    .filter((each) => each.mine !== each.current);
}

function writeValues(
  values: ReportValues,
  milestones: FormItem['milestones'],
  { texts, language, pick }: Words,
): Record<keyof ReportValues, string> {
  const percent = parsePercent(values.percent, language);
  const { claimedHealth } = values;
  return {
    percent: percent === null ? values.percent.trim() : formatPercent(percent, language),
    milestoneIds: milestones
      .filter(({ id }) => values.milestoneIds.includes(id))
      .map(({ title, titleEn }) => pick(title, titleEn))
      .join(' · '),
    claimedHealth: claimedHealth === null ? '' : texts.healths[claimedHealth],
    healthReason: claimedHealth === null ? '' : values.healthReason.trim(),
    summary: values.summary.trim(),
    difficulties: values.difficulties.trim(),
    proposals: values.proposals.trim(),
    decreaseReason: values.decreaseReason.trim(),
    latenessReason: values.latenessReason.trim(),
  };
}
