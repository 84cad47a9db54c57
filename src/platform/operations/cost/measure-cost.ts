import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  getNamedType,
  getNullableType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  valueFromASTUntyped,
} from 'graphql';
import { costOf, type ListSize, listSizeOf, SHORT_LIST } from '../../schema/cost/cost-of-field';
import { COUNTED_CONDITIONS, measureConditions } from './measure-conditions';

/** What an operation costs, and what in it costs most. */
export interface MeasuredCost {
  readonly requested: number;
  readonly dearest: {
    /** Response keys from the root, joined by dots. */
    readonly path: string;
    readonly cost: number;
  };
  /** Conditions in all filters, wherever a fragment with them is spread; the quantifiers among them. */
  readonly conditions: number;
  readonly quantifiers: number;
  /** Characters of all texts in arguments, wherever they are used. */
  readonly characters: number;
}

/** The cost of a selection, of the dearest field in it, and how many conditions it holds. */
interface Selected {
  readonly cost: number;
  readonly dearest: Measured | null;
  readonly conditions: number;
  readonly quantifiers: number;
  readonly characters: number;
}

/** The cost of a field, and the way to what makes up more than half of it. */
interface Measured {
  readonly cost: number;
  readonly conditions: number;
  readonly quantifiers: number;
  readonly characters: number;
  readonly path: readonly string[];
  readonly pathCost: number;
}

/** The lists of a page: fields of the type that stands around, and how long they are. */
interface Sized {
  readonly fields: readonly string[];
  readonly size: number;
}

const NOTHING: Selected = { cost: 0, dearest: null, conditions: 0, quantifiers: 0, characters: 0 };

/**
 * Measures an operation by the weights and sizes that its fields carry. A field counts its own weight and that of its filter, order and groups once, and for each
 * value that it gives the weight of the value's type and what is selected below. The result is an upper bound: a field that is asked for twice counts twice, and of fragments on several types all count.
 *
 * A fragment is measured once for each length of the page that it stands on, however often it is spread: fragments that double themselves cost no time. An unknown field counts
 * for nothing; validation reports it.
 */
export function measureCost(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): MeasuredCost {
  const measure = new CostMeasure(schema, document, { ...defaultsOf(operation), ...variables });
  const root = schema.getRootType(operation.operation);
  const selected = root == null ? NOTHING : measure.selection(operation.selectionSet, root, null);
  const { cost, dearest, ...counts } = selected;
  const path = dearest?.path.join('.') ?? '';
  return { requested: cost, dearest: { path, cost: dearest?.pathCost ?? 0 }, ...counts };
}

class CostMeasure {
  private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  private readonly known = new Map<string, Selected>();

  constructor(
    private readonly schema: GraphQLSchema,
    document: DocumentNode,
    private readonly variables: Readonly<Record<string, unknown>>,
  ) {
    this.fragments = new Map(
      document.definitions.flatMap((node) =>
        node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node] as const] : [],
      ),
    );
  }

  selection({ selections }: SelectionSetNode, type: GraphQLNamedType, sized: Sized | null): Selected {
    let [cost, conditions, quantifiers, characters] = [0, 0, 0, 0];
    let dearest: Measured | null = null;
    for (const selection of selections) {
      if (this.isLeftOut(selection)) continue;
      const found = this.selected(selection, type, sized);
      cost += found.cost;
      conditions += found.conditions;
      quantifiers += found.quantifiers;
      characters += found.characters;
      if (found.dearest !== null && found.dearest.cost > (dearest?.cost ?? 0)) dearest = found.dearest;
      // what is refused all the same need not be measured to its end
      if (conditions > COUNTED_CONDITIONS) break;
    }
    return { cost, dearest, conditions, quantifiers, characters };
  }

  private selected(selection: SelectionNode, type: GraphQLNamedType, sized: Sized | null): Selected {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return this.fragment(selection.name.value, sized);
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      const condition = selection.typeCondition?.name.value;
      const narrowed = condition === undefined ? type : this.schema.getType(condition);
      return narrowed === undefined ? NOTHING : this.selection(selection.selectionSet, narrowed, sized);
    }
    const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[selection.name.value] : undefined;
    if (field === undefined) return NOTHING;
    const measured = this.field(selection, field, sized);
    return { ...measured, dearest: measured };
  }

  private fragment(name: string, sized: Sized | null): Selected {
    const key = sized === null ? name : `${name} ${sized.size} ${sized.fields.join(' ')}`;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const fragment = this.fragments.get(name);
    const type = fragment && this.schema.getType(fragment.typeCondition.name.value);
    if (fragment === undefined || type === undefined) return NOTHING;
    // a circle, which validation reports by itself, ends here
    this.known.set(key, NOTHING);
    const found = this.selection(fragment.selectionSet, type, sized);
    this.known.set(key, found);
    return found;
  }

  private field(node: FieldNode, field: GraphQLField<unknown, unknown>, sized: Sized | null): Measured {
    const type = getNamedType(field.type);
    const listSize = listSizeOf(field);
    const size = sized?.fields.includes(node.name.value) === true ? sized.size : this.sizeOf(node, listSize);
    const below = listSize?.sizedFields === undefined ? null : { fields: listSize.sizedFields, size };
    const count = isListType(getNullableType(field.type)) ? size : 1;
    const selected = node.selectionSet === undefined ? NOTHING : this.selection(node.selectionSet, type, below);
    const times = (cost: number) => (count === 0 ? 0 : count * cost);
    const asked = measureConditions(field, node, this.variables);
    const own = (costOf(field)?.weight ?? 0) + times(weightOf(type)) + asked.cost;
    const cost = own + times(selected.cost);
    const counts = {
      conditions: asked.conditions + selected.conditions,
      quantifiers: asked.quantifiers + selected.quantifiers,
      characters: asked.characters + selected.characters,
    };
    const name = node.alias?.value ?? node.name.value;
    const key = asked.cost * 2 > cost ? `${name}(${asked.dearest})` : name;
    const { dearest } = selected;
    // what counts for nothing itself (`live`, `asOf`) is only the way to something
    const isDearest = dearest === null || (own > 0 && times(dearest.cost) * 2 <= cost);
    if (isDearest) return { cost, path: [key], pathCost: cost, ...counts };
    return { cost, path: [key, ...dearest.path], pathCost: times(dearest.pathCost), ...counts };
  }

  /** How long the list is that a field gives, or the lists in what it gives: the largest of its slicing arguments, else what is assumed. */
  private sizeOf(node: FieldNode, listSize: ListSize | undefined): number {
    const given = (node.arguments ?? []).flatMap(({ name, value }) => {
      if (listSize?.slicingArguments?.includes(name.value) !== true) return [];
      const size = value.kind === Kind.VARIABLE ? this.variables[value.name.value] : valueFromASTUntyped(value);
      return typeof size === 'number' ? [Math.max(0, size)] : [];
    });
    return given.length > 0 ? Math.max(...given) : (listSize?.assumedSize ?? SHORT_LIST);
  }

  private isLeftOut({ directives = [] }: SelectionNode): boolean {
    return directives.some(({ name, arguments: given = [] }) => {
      const value = given.find((argument) => argument.name.value === 'if')?.value;
      if (value === undefined) return false;
      const condition = value.kind === Kind.VARIABLE ? this.variables[value.name.value] : valueFromASTUntyped(value);
      return (name.value === 'skip' && condition === true) || (name.value === 'include' && condition === false);
    });
  }
}

/** Every object counts for one unless its type says otherwise; scalars and enums are part of what holds them. */
function weightOf(type: GraphQLNamedType): number {
  return costOf(type)?.weight ?? (isCompositeType(type) ? 1 : 0);
}

function defaultsOf(operation: OperationDefinitionNode): Record<string, unknown> {
  return Object.fromEntries(
    (operation.variableDefinitions ?? []).flatMap(({ variable, defaultValue }) =>
      defaultValue === undefined ? [] : [[variable.name.value, valueFromASTUntyped(defaultValue)] as const],
    ),
  );
}
