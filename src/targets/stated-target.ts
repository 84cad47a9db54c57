import type { Target } from './target.entity';
import type { TargetInput } from './target.inputs';

type Stated = Pick<
  Target,
  | 'name'
  | 'nameEn'
  | 'shortName'
  | 'shortNameEn'
  | 'comparator'
  | 'value'
  | 'valueHigh'
  | 'wording'
  | 'dueOn'
  | 'baseline'
  | 'baselineOn'
  | 'source'
>;

/** What an input states of a target, as its row keeps it. */
export function statedIn(input: TargetInput): Stated {
  return {
    name: input.name.trim(),
    nameEn: input.nameEn.trim(),
    shortName: input.shortName.trim(),
    shortNameEn: input.shortNameEn.trim(),
    comparator: input.comparator,
    value: input.value ?? null,
    valueHigh: input.valueHigh ?? null,
    wording: input.wording.trim(),
    dueOn: input.dueOn,
    baseline: input.baseline ?? null,
    baselineOn: input.baselineOn ?? null,
    source: { citations: [input.source.trim()], reliability: null, note: null },
  };
}
