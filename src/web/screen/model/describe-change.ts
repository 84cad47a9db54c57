import { formatForWall } from '../../common/format';
import type { Language } from '../../common/language';
import type { TextsOf } from '../../common/texts/texts';
import type { ScreenOverviewQuery } from '../../generated/operations';
import type { Change } from './diff-figures';
import { itemKey, targetKey } from './figure';

interface Words {
  language: Language;
  texts: TextsOf<'screen'>;
  pick: (vietnamese: string, english: string) => string;
}

/** The words for one change: who, what, its name, and from what to what. */
export interface ChangeWords {
  unit: string | null;
  label: string;
  name: string;
  step: string;
}

/** Puts a change into words; null when the snapshot no longer holds what changed. */
export function describeChange(change: Change, { programme }: ScreenOverviewQuery, words: Words): ChangeWords | null {
  const item = programme?.workItems.nodes.find(({ code }) => itemKey(code) === change.key);
  if (item !== undefined) {
    return {
      unit: item.leadUnit === null ? null : words.pick(item.leadUnit.shortName, item.leadUnit.shortNameEn),
      label: item.code,
      name: words.pick(item.shortName, item.shortNameEn),
      step: stepText(change, words, '%'),
    };
  }
  const target = programme?.targets.nodes.find(({ number }) => targetKey(number) === change.key);
  if (target === undefined) return null;
  return {
    unit: null,
    label: words.texts.targetLabel(target.number),
    name: words.pick(target.shortName, target.shortNameEn),
    step: stepText(change, words, target.indicator?.unitOfMeasure?.startsWith('%') ? '%' : ''),
  };
}

/** `97,1 → 97,5%`, or the two statuses where the value stayed. */
function stepText({ from, to }: Change, { language, texts }: Words, unit: string): string {
  if (from.value === to.value) return `${texts.healths[from.health]} → ${texts.healths[to.health]}`;
  const write = (value: number | null) => (value === null ? '—' : formatForWall(value, language));
  return `${write(from.value)} → ${write(to.value)}${unit}`;
}
