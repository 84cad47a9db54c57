import {
  type FieldNode,
  getNullableType,
  type GraphQLField,
  type GraphQLInputType,
  isInputObjectType,
  isListType,
  Kind,
  type ValueNode,
  valueFromAST,
} from 'graphql';

/** Coerced variables of an operation. */
export type Variables = Readonly<Record<string, unknown>>;

/**
 * A value that a client gave, as a literal or by a variable: what it was when the statement was written, and how to read it again from other variables of the same shape.
 * What decides on the statement's text may look at `value`; what becomes a parameter goes through `read`.
 */
export interface Given {
  readonly value: unknown;
  /** Whether it is the same whatever the variables are. */
  readonly isFixed: boolean;
  readonly read: (variables: Variables) => unknown;
  /** Entries of an input object, in the given order; nothing that was left out. */
  readonly entries: () => [string, Given][];
  /** Items of a list. */
  readonly items: () => Given[];
}

/** The arguments of a field that were given, by name. */
export function givenArguments(
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  variables: Variables,
): ReadonlyMap<string, Given> {
  const found = new Map<string, Given>();
  for (const argument of node.arguments ?? []) {
    const declared = field.args.find(({ name }) => name === argument.name.value);
    const given = declared && givenOf(argument.value, declared.type, variables);
    if (given !== undefined) found.set(argument.name.value, given);
  }
  return found;
}

/** A value that is the same whatever the variables are. */
export function fixed(value: unknown): Given {
  return known(value, () => value, true);
}

/** Of an input object, the entries of some names. */
export function entriesOf(given: Given, isKept: (name: string, entry: Given) => boolean): Given {
  return composed(given.entries().filter(([name, entry]) => isKept(name, entry)));
}

function givenOf(node: ValueNode, type: GraphQLInputType, variables: Variables): Given | undefined {
  if (node.kind === Kind.VARIABLE) {
    const name = node.name.value;
    return name in variables ? known(variables[name], (given) => given[name]) : undefined;
  }
  const nullable = getNullableType(type);
  if (node.kind === Kind.NULL) return fixed(null);
  if (isListType(nullable)) {
    const nodes = node.kind === Kind.LIST ? node.values : [node];
    // a variable that was not given stands for null within a list
    return listed(nodes.map((item) => givenOf(item, nullable.ofType, variables) ?? fixed(null)));
  }
  if (isInputObjectType(nullable) && node.kind === Kind.OBJECT) {
    const entries = node.fields.flatMap(({ name, value }): [string, Given][] => {
      const given = givenOf(value, nullable.getFields()[name.value]!.type, variables);
      return given === undefined ? [] : [[name.value, given]];
    });
    return composed(entries);
  }
  return fixed(valueFromAST(node, nullable, variables));
}

function known(value: unknown, read: Given['read'], isFixed = false): Given {
  return {
    value,
    isFixed,
    read,
    entries: () =>
      Object.entries((value ?? {}) as Record<string, unknown>).map(([name, entry]) => [
        name,
        known(entry, (variables) => (read(variables) as Record<string, unknown>)[name]),
      ]),
    items: () =>
      ((value ?? []) as unknown[]).map((item, index) =>
        known(item, (variables) => (read(variables) as unknown[])[index]),
      ),
  };
}

function listed(items: Given[]): Given {
  return {
    value: items.map((item) => item.value),
    isFixed: items.every((item) => item.isFixed),
    read: (variables) => items.map((item) => item.read(variables)),
    entries: () => [],
    items: () => items,
  };
}

function composed(entries: [string, Given][]): Given {
  return {
    value: Object.fromEntries(entries.map(([name, given]) => [name, given.value])),
    isFixed: entries.every(([, given]) => given.isFixed),
    read: (variables) => Object.fromEntries(entries.map(([name, given]) => [name, given.read(variables)])),
    entries: () => entries,
    items: () => [],
  };
}
