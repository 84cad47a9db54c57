import {
  type FieldNode,
  getNullableType,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  isInputObjectType,
  isListType,
  valueFromASTUntyped,
} from 'graphql';
import { sizeClassOf } from '../../reader/model/size-class';
import { LIMITS } from '../limits/limits';
import { tooLarge } from '../limits/too-large';
import { costOf, countedOf, isFilter, ROWS_OF_QUANTIFIER } from '../../schema/cost/cost-of-field';

/** What the arguments of one field cost, and what they hold. */
export interface MeasuredConditions {
  readonly cost: number;
  /** The argument that costs most. */
  readonly dearest: string | null;
  readonly conditions: number;
  readonly quantifiers: number;
  /** Characters of all texts, counted wherever they are used: a variable's for each place that names it. */
  readonly characters: number;
}

/** What a list of values costs beside its comparison, by its class. */
const COST_OF_VALUES = [0, 10, 100] as const;

/** Beyond so many conditions nobody counts on. */
export const COUNTED_CONDITIONS = 20 * LIMITS.conditions;

const NOTHING: MeasuredConditions = { cost: 0, dearest: null, conditions: 0, quantifiers: 0, characters: 0 };

/**
 * Measures filters, orders, keys of groups and conditions on groups, given as literals or by variables (before coercion or after it), by the weights that the entries of
 * their inputs carry. What stands within `some`, `none` or `every` counts ten times, at every level anew. Throws QUERY_TOO_COMPLEX for what is nested too deeply.
 */
export function measureConditions(
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  variables: Readonly<Record<string, unknown>>,
): MeasuredConditions {
  if (node.arguments === undefined || node.arguments.length === 0) return NOTHING;
  const measure = new ConditionMeasure();
  let [dearest, highest]: [string | null, number] = [null, 0];
  for (const { name, value } of node.arguments) {
    const declared = field.args.find((argument) => argument.name === name.value);
    if (declared === undefined) continue;
    const before = measure.cost;
    const given = valueFromASTUntyped(value, variables);
    measure.value(given, declared.type, 0, 1);
    // an argument with a price has it for each of its values
    measure.cost += (costOf(declared)?.weight ?? 0) * (Array.isArray(given) ? new Set(given).size : 1);
    if (measure.cost - before > highest) [dearest, highest] = [name.value, measure.cost - before];
  }
  const { cost, conditions, quantifiers, characters } = measure;
  return { cost, dearest, conditions, quantifiers, characters };
}

class ConditionMeasure {
  cost = 0;
  conditions = 0;
  quantifiers = 0;
  characters = 0;

  /** Takes in a value; `times` says for how many rows of each row of the list it is asked. */
  value(value: unknown, type: GraphQLInputType, depth: number, times: number): void {
    if (value === null || value === undefined || this.conditions > COUNTED_CONDITIONS) return;
    const nullable = getNullableType(type);
    if (isListType(nullable)) {
      const items: readonly unknown[] = Array.isArray(value) ? value : [value];
      for (const item of items) this.value(item, nullable.ofType, depth, times);
      return;
    }
    if (typeof value === 'string') this.characters += value.length;
    else if (isInputObjectType(nullable) && typeof value === 'object') this.object(value, nullable, depth, times);
  }

  private object(value: object, type: GraphQLInputObjectType, depth: number, times: number): void {
    const nested = isFilter(type) ? depth + 1 : depth;
    if (nested > LIMITS.filterDepth) throw tooDeep(nested);
    const before = this.conditions;
    const fields = type.getFields();
    for (const [name, entry] of Object.entries(value)) {
      const declared = fields[name];
      if (declared !== undefined && entry !== undefined) this.entry(entry, declared, nested, times);
    }
    // an empty filter is written, too: thousands of them are as long as others
    if (nested > depth && this.conditions === before) this.conditions += 1;
  }

  private entry(entry: unknown, declared: GraphQLInputField, depth: number, times: number): void {
    // an operand may be null (`eq: null`), a filter that is null counts as absent
    if (entry === null && isInputObjectType(getNullableType(declared.type))) return;
    const counted = countedOf(declared) ?? {};
    this.cost += (costOf(declared)?.weight ?? 0) * times;
    if (counted.condition === true) this.conditions += 1;
    if (counted.quantifier === true) this.quantifiers += 1;
    if (counted.values === true) this.cost += costOfValues(entry) * times;
    this.value(entry, declared.type, depth, counted.quantifier === true ? times * ROWS_OF_QUANTIFIER : times);
  }
}

function costOfValues(values: unknown): number {
  return Array.isArray(values) ? COST_OF_VALUES[sizeClassOf(values.length)] : 0;
}

function tooDeep(asked: number): ReturnType<typeof tooLarge> {
  return tooLarge('QUERY_TOO_COMPLEX', {
    name: {
      vi: 'số tầng lồng nhau của bộ lọc `where` hoặc `having`',
      en: 'the nesting of a filter (`where`, `having`)',
    },
    limit: LIMITS.filterDepth,
    asked,
    wayOut: { vi: 'Hãy viết bộ lọc phẳng hơn.', en: 'Write the filter flatter.' },
  });
}
