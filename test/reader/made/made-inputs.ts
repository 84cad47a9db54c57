import {
  astFromValue,
  type ConstValueNode,
  type GraphQLInputType,
  GraphQLNonNull,
  getNullableType,
  isInputObjectType,
  isListType,
  isNonNullType,
  Kind,
  type ObjectFieldNode,
  parseType,
  type ValueNode,
  type VariableDefinitionNode,
} from 'graphql';
import type { Chooser } from './chooser';

interface Declared {
  readonly node: VariableDefinitionNode;
  readonly type: string;
  readonly value: unknown;
  readonly isGiven: boolean;
}

/** Writes argument values: as literals, as variables, or as literals with variables in them. */
export class MadeInputs {
  private readonly declared: Declared[] = [];

  constructor(private readonly choose: Chooser) {}

  /** The value of an argument, or undefined where the argument is better left out. */
  argument(type: GraphQLInputType, value: unknown): ValueNode {
    return this.node(type, value, 30);
  }

  /** A truth value for a directive. */
  truth(value: boolean): ValueNode {
    if (this.choose.percent(50)) return { kind: Kind.BOOLEAN, value };
    return this.variable('Boolean!', value, { kind: Kind.BOOLEAN, value });
  }

  /** A variable that is declared and gets no value: as if the argument were not there. */
  absent(type: GraphQLInputType): ValueNode {
    const nullable = String(getNullableType(type));
    const name = this.nextName();
    this.declared.push({ node: definition(name, nullable), type: nullable, value: undefined, isGiven: false });
    return reference(name);
  }

  /** Declarations of those variables that an operation uses, and their values. */
  declarations(used: ReadonlySet<string>): { nodes: VariableDefinitionNode[]; values: Record<string, unknown> } {
    const kept = this.declared.filter(({ node }) => used.has(node.variable.name.value));
    const given = kept.filter(({ isGiven }) => isGiven);
    return {
      nodes: kept.map(({ node }) => node),
      values: Object.fromEntries(given.map(({ node, value }) => [node.variable.name.value, value])),
    };
  }

  private node(type: GraphQLInputType, value: unknown, chance: number, isOnlyOne = false): ValueNode {
    if (this.choose.percent(chance)) return this.asVariable(type, value, isOnlyOne);
    const inner = getNullableType(type);
    if (value === null) return { kind: Kind.NULL };
    if (isListType(inner)) {
      const items = (value as unknown[]).map((item) => this.node(inner.ofType, item, 6));
      // one thing may stand for a list of one
      if (items.length === 1 && items[0]!.kind !== Kind.VARIABLE && this.choose.percent(15)) return items[0]!;
      return { kind: Kind.LIST, values: items };
    }
    if (!isInputObjectType(inner)) return astFromValue(value, inner)!;
    const fields = Object.entries(value as Record<string, unknown>).map(([name, entry]): ObjectFieldNode => ({
      kind: Kind.OBJECT_FIELD,
      name: { kind: Kind.NAME, value: name },
      value: this.node(inner.getFields()[name]!.type, entry, 10, inner.isOneOf),
    }));
    return { kind: Kind.OBJECT, fields };
  }

  private asVariable(type: GraphQLInputType, value: unknown, isOnlyOne: boolean): ValueNode {
    const inner = getNullableType(type);
    const mustBeThere = isOnlyOne || isNonNullType(type);
    const declared = mustBeThere || (value !== null && this.choose.percent(30)) ? new GraphQLNonNull(inner) : inner;
    const constant = value === null ? null : (astFromValue(value, inner) as ConstValueNode | null);
    return this.variable(String(declared), value, constant);
  }

  private variable(type: string, value: unknown, constant: ConstValueNode | null): ValueNode {
    const known = this.declared.filter(
      (entry) => entry.type === type && entry.isGiven && JSON.stringify(entry.value) === JSON.stringify(value),
    );
    if (known.length > 0 && this.choose.percent(70)) return reference(this.choose.one(known).node.variable.name.value);
    const name = this.nextName();
    const isDefault = constant !== null && this.choose.percent(15);
    const node = definition(name, type, isDefault ? constant : undefined);
    this.declared.push({ node, type, value, isGiven: !isDefault });
    return reference(name);
  }

  private nextName(): string {
    return `v${this.declared.length + 1}`;
  }
}

function reference(name: string): ValueNode {
  return { kind: Kind.VARIABLE, name: { kind: Kind.NAME, value: name } };
}

function definition(name: string, type: string, defaultValue?: ConstValueNode): VariableDefinitionNode {
  return {
    kind: Kind.VARIABLE_DEFINITION,
    variable: { kind: Kind.VARIABLE, name: { kind: Kind.NAME, value: name } },
    type: parseType(type),
    defaultValue,
  };
}
