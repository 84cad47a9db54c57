import {
  type ArgumentNode,
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  getNamedType,
  type GraphQLField,
  type GraphQLInputObjectType,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isInterfaceType,
  isLeafType,
  isRequiredArgument,
  Kind,
  type NameNode,
  OperationTypeNode,
  print,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { Chooser } from './chooser';
import { MadeArguments } from './made-arguments';
import { MadeInputs } from './made-inputs';
import { MadeValues } from './made-values';
import { pruned } from './pruned';
import type { Samples } from './samples';

/** What is made: which fields are left alone, how much may be asked. */
export interface MadeOptions {
  /** `Type.field` of what is not asked for. */
  readonly without: ReadonlySet<string>;
  /** Wraps everything in `asOf` with these arguments; then the fields are Snapshot's. */
  readonly asOf?: { readonly at?: string; readonly cursor?: string };
}

/** An operation with its variables. */
export interface WrittenOperation {
  readonly document: DocumentNode;
  readonly variables: Readonly<Record<string, unknown>>;
}

type AnyField = GraphQLField<unknown, unknown>;
type Composite = GraphQLObjectType | GraphQLInterfaceType;

/** Which response names are taken on one level, by what; equal ones are merged. */
type Scope = Map<string, { readonly signature: string; readonly below: Scope }>;

interface Place {
  /** Fields that stand above. */
  readonly depth: number;
  /** How often the level is answered, about. */
  readonly rows: number;
  /** Size of the page, in a connection. */
  readonly page: number;
  readonly scope: Scope;
}

/** Rows of a collection that is no connection, about. */
const LIST_ROWS = 5;
const MOST_ROWS = 60;
const MOST_CELLS = 400;
const DEEPEST = 11;
const MOST_ALIASES = 40;
const ALIASES = ['a', 'b', 'code', 'name', 'nodes', 'id', 'A', '_', 'constructor', '__proto__'];
const WEIGHTS: Readonly<Record<string, number>> = {
  nodes: 6,
  groupedAggregates: 5,
  edges: 3,
  aggregates: 2,
  totalCount: 2,
};
const LONG = 'x'.repeat(62);

/** Writes one operation, top down: choices decide everything, so the same seed writes the same text. */
export class OperationWriter {
  private readonly fragments: FragmentDefinitionNode[] = [];
  private readonly schema: GraphQLSchema;
  private readonly inputs: MadeInputs;
  private readonly values: MadeValues;
  private readonly args: MadeArguments;
  private readonly deepest: number;
  private aliases = 0;
  private cells = 0;

  constructor(
    samples: Samples,
    private readonly choose: Chooser,
    private readonly options: MadeOptions,
  ) {
    this.schema = samples.seen.shape.schema;
    this.inputs = new MadeInputs(choose);
    this.values = new MadeValues(samples, choose);
    this.args = new MadeArguments(samples.seen.shape, this.values, choose);
    this.deepest = choose.between(3, DEEPEST);
  }

  /** The whole operation. */
  write(): WrittenOperation {
    const { asOf } = this.options;
    const root = (
      asOf === undefined ? this.schema.getQueryType() : this.schema.getType('Snapshot')
    ) as GraphQLObjectType;
    const selections = this.selectionSet(root, { depth: 0, rows: 1, page: 0, scope: new Map() });
    const whole = asOf === undefined ? selections : this.inMoment(asOf, selections);
    const definition = {
      kind: Kind.OPERATION_DEFINITION,
      operation: OperationTypeNode.QUERY,
      name: this.choose.percent(30) ? nameNode('Made') : undefined,
      selectionSet: whole,
    } as const;
    return pruned({ kind: Kind.DOCUMENT, definitions: [definition, ...this.fragments] }, this.inputs);
  }

  private inMoment(asOf: NonNullable<MadeOptions['asOf']>, selectionSet: SelectionSetNode): SelectionSetNode {
    const field = this.schema.getQueryType()!.getFields().asOf!;
    const given = Object.entries(asOf).map(([name, value]) => {
      const { type } = field.args.find((argument) => argument.name === name)!;
      return argumentNode(name, this.inputs.argument(type, value));
    });
    return setOf([{ kind: Kind.FIELD, name: nameNode('asOf'), arguments: given, selectionSet }]);
  }

  private selectionSet(type: Composite, place: Place): SelectionSetNode {
    const count = place.depth === 0 ? this.choose.one([1, 1, 1, 2, 3]) : this.choose.one([1, 2, 2, 3, 4, 5]);
    const selections: SelectionNode[] = [];
    const taken = new Set<string>();
    for (let index = 0; index < count; index += 1) selections.push(this.selection(type, place, taken));
    return setOf(selections);
  }

  private selection(type: Composite, place: Place, taken: Set<string>): SelectionNode {
    if (this.choose.percent(8)) return this.typeName(place);
    if (isInterfaceType(type) ? this.choose.percent(75) : this.choose.percent(12)) return this.fragment(type, place);
    const names = Object.values(type.getFields()).filter((field) => this.isAllowed(type, field, place));
    if (names.length === 0) return this.typeName(place);
    // the same field twice is merged, which a few of them show as well as many
    const others = names.filter(({ name }) => !taken.has(name) || this.choose.percent(15));
    const chosen = this.choose.one(this.likely(type, others.length > 0 ? others : names, place));
    taken.add(chosen.name);
    return this.field(type, chosen, place);
  }

  /** Fields with those that matter more standing more often: of a connection its rows and groups, of rows their values. */
  private likely(type: Composite, fields: readonly AnyField[], { depth }: Place): readonly AnyField[] {
    if (type.name.endsWith('Connection')) {
      return fields.flatMap((field) => Array.from({ length: WEIGHTS[field.name] ?? 1 }, () => field));
    }
    const leaves = fields.filter((field) => isLeafType(getNamedType(field.type)));
    const isShallow = leaves.length > 0 && depth > 0 && this.choose.percent(depth > 4 ? 70 : 45);
    return isShallow ? leaves : fields;
  }

  private typeName({ rows }: Place): FieldNode {
    this.cells += rows;
    return { kind: Kind.FIELD, name: nameNode('__typename'), directives: this.directives() };
  }

  private isAllowed(type: Composite, field: AnyField, { depth, rows }: Place): boolean {
    if (this.options.without.has(`${type.name}.${field.name}`)) return false;
    if (isLeafType(getNamedType(field.type))) return true;
    return depth + 1 < this.deepest && this.cells < MOST_CELLS && rows <= MOST_ROWS;
  }

  private field(type: Composite, field: AnyField, place: Place): FieldNode {
    const page = this.pageOf(field, place);
    const given = this.argumentsOf(field, page);
    const named = getNamedType(field.type);
    const signature = `${field.name}(${given.map((argument) => print(argument)).join(',')}):${String(field.type)}`;
    const alias = this.alias(field.name, signature, place.scope);
    const level = place.scope.get(alias ?? field.name)!;
    const rows = place.rows * this.factorOf(type, field, place, given);
    this.cells += isLeafType(named) ? place.rows : 0;
    const below = { depth: place.depth + 1, rows, page: page?.size ?? 0, scope: level.below };
    return {
      kind: Kind.FIELD,
      alias: alias === null ? undefined : nameNode(alias),
      name: nameNode(field.name),
      arguments: given,
      directives: this.directives(),
      selectionSet: isLeafType(named) ? undefined : this.selectionSet(named as Composite, below),
    };
  }

  /** How many things one field leads to, about. */
  private factorOf(type: Composite, field: AnyField, { page }: Place, given: readonly ArgumentNode[]): number {
    if (type.name.endsWith('Connection')) {
      if (field.name === 'nodes' || field.name === 'edges') return Math.max(1, page);
      if (given.length > 0) return LIST_ROWS;
    }
    return String(field.type).startsWith('[') ? LIST_ROWS : 1;
  }

  private pageOf(field: AnyField, { rows }: Place): { name: 'first' | 'last'; size: number } | null {
    if (!field.args.some(({ name }) => name === 'last')) return null;
    const name = this.choose.percent(75) ? 'first' : 'last';
    const most =
      rows === 1 ? this.choose.one([1, 3, 5, 10, 20]) : Math.max(1, Math.min(4, Math.floor(MOST_ROWS / rows)));
    return { name, size: this.choose.percent(3) ? 0 : this.choose.between(1, most) };
  }

  private argumentsOf(field: AnyField, page: { name: string; size: number } | null): ArgumentNode[] {
    const made = this.valuesFor(field, page);
    const nodes = field.args.flatMap((argument) => {
      const value = made[argument.name];
      if (value !== undefined) return [argumentNode(argument.name, this.inputs.argument(argument.type, value))];
      const isLoose = ['where', 'orderBy', 'having'].includes(argument.name);
      if (isRequiredArgument(argument) || !isLoose || !this.choose.percent(3)) return [];
      return [argumentNode(argument.name, this.inputs.absent(argument.type))];
    });
    // arguments come in any order
    return this.choose.some(nodes, nodes.length);
  }

  private valuesFor(field: AnyField, page: { name: string; size: number } | null): Record<string, unknown> {
    const inputs = Object.fromEntries(
      field.args.map(({ name, type }) => [name, getNamedType(type) as GraphQLInputObjectType]),
    );
    if (field.name === 'node') return { id: this.values.anyId() };
    if (field.name === 'groupedAggregates') return this.args.groups(inputs, rowType(inputs.by!));
    if (page !== null) {
      const type = String(getNamedType(field.type)).replace(/Connection$/, '');
      return {
        [page.name]: page.size,
        ...(inputs.where && this.choose.percent(65) && { where: this.args.filter(inputs.where, type) }),
        ...(inputs.orderBy && this.choose.percent(50) && { orderBy: this.args.order(inputs.orderBy) }),
      };
    }
    // single fields: found by one property
    return Object.fromEntries(
      field.args.map(({ name }) => [name, this.values.ofProperty(String(getNamedType(field.type)), name)]),
    );
  }

  private alias(name: string, signature: string, scope: Scope): string | null {
    const wanted = this.aliases < MOST_ALIASES && this.choose.percent(12) ? this.someAlias() : null;
    for (const alias of [wanted, null]) {
      const key = alias ?? name;
      const known = scope.get(key);
      if (known !== undefined && known.signature !== signature) continue;
      if (known === undefined) scope.set(key, { signature, below: new Map() });
      if (alias !== null) this.aliases += 1;
      return alias;
    }
    this.aliases += 1;
    const fresh = `x${this.aliases}`;
    scope.set(fresh, { signature, below: new Map() });
    return fresh;
  }

  private someAlias(): string {
    return this.choose.percent(5) ? LONG + this.choose.one(['a', 'b']) : this.choose.one(ALIASES);
  }

  private fragment(type: Composite, place: Place): SelectionNode {
    const on = this.conditionOf(type);
    const selectionSet = this.selectionSet(on, place);
    const directives = this.directives();
    if (this.choose.percent(60)) {
      const isBare = on === type && this.choose.percent(50);
      return {
        kind: Kind.INLINE_FRAGMENT,
        typeCondition: isBare ? undefined : { kind: Kind.NAMED_TYPE, name: nameNode(on.name) },
        directives,
        selectionSet,
      };
    }
    const name = `F${this.fragments.length + 1}`;
    this.fragments.push({
      kind: Kind.FRAGMENT_DEFINITION,
      name: nameNode(name),
      typeCondition: { kind: Kind.NAMED_TYPE, name: nameNode(on.name) },
      selectionSet,
    });
    return { kind: Kind.FRAGMENT_SPREAD, name: nameNode(name), directives };
  }

  /** The type on which a fragment stands: the same one, one that implements it, or one that it implements. */
  private conditionOf(type: Composite): Composite {
    if (isInterfaceType(type)) return this.choose.one(this.schema.getPossibleTypes(type));
    const others = type.getInterfaces();
    return others.length > 0 && this.choose.percent(20) ? this.choose.one(others) : type;
  }

  private directives(): DirectiveNode[] {
    if (!this.choose.percent(6)) return [];
    const name = this.choose.one(['include', 'skip']);
    const value = this.choose.percent(70) === (name === 'include');
    return [{ kind: Kind.DIRECTIVE, name: nameNode(name), arguments: [argumentNode('if', this.inputs.truth(value))] }];
  }
}

/** The readable type that an input of groups belongs to. */
function rowType(by: GraphQLInputObjectType): string {
  return by.name.replace(/GroupBy$/, '');
}

function nameNode(value: string): NameNode {
  return { kind: Kind.NAME, value };
}

function argumentNode(name: string, value: ArgumentNode['value']): ArgumentNode {
  return { kind: Kind.ARGUMENT, name: nameNode(name), value };
}

function setOf(selections: readonly SelectionNode[]): SelectionSetNode {
  return { kind: Kind.SELECTION_SET, selections };
}
