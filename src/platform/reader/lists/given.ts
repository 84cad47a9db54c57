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

/** Where variables are found while a statement is written. Plans outlive it: what they keep of a client's values is how to read others in their place. */
export interface GivenVariables {
  readonly variables: Variables;
}

/** The arguments of a field that were given, by name. */
export function givenArguments(
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  source: GivenVariables,
): ReadonlyMap<string, Given> {
  const found = new Map<string, Given>();
  for (const argument of node.arguments ?? []) {
    const declared = field.args.find(({ name }) => name === argument.name.value);
    const given = declared && givenOf(argument.value, declared.type, source);
    if (given !== undefined) found.set(argument.name.value, given);
  }
  return found;
}

/** A value that is the same whatever the variables are. */
export function fixed(value: unknown): Given {
  const source: GivenVariables = { variables: {} };
  return known(source, () => value, true);
}

/** Of an input object, the entries of some names. */
export function entriesOf(given: Given, isKept: (name: string, entry: Given) => boolean): Given {
  return composed(given.entries().filter(([name, entry]) => isKept(name, entry)));
}

function givenOf(node: ValueNode, type: GraphQLInputType, source: GivenVariables): Given | undefined {
  if (node.kind === Kind.VARIABLE) {
    const name = node.name.value;
    return name in source.variables ? known(source, memberOf(itself, name)) : undefined;
  }
  const nullable = getNullableType(type);
  if (node.kind === Kind.NULL) return fixed(null);
  if (isListType(nullable)) {
    const nodes = node.kind === Kind.LIST ? node.values : [node];
    // a variable that was not given stands for null within a list
    return listed(nodes.map((item) => givenOf(item, nullable.ofType, source) ?? fixed(null)));
  }
  if (isInputObjectType(nullable) && node.kind === Kind.OBJECT) {
    const entries = node.fields.flatMap(({ name, value }): [string, Given][] => {
      const given = givenOf(value, nullable.getFields()[name.value]!.type, source);
      return given === undefined ? [] : [[name.value, given]];
    });
    return composed(entries);
  }
  return fixed(valueFromAST(node, nullable, source.variables));
}

const itself: Given['read'] = (variables) => variables;

// by itself: a closure in a larger function would keep all that stands around it, the document and a client's values
function memberOf(read: Given['read'], name: string | number): Given['read'] {
  return (variables) => (read(variables) as Record<string | number, unknown>)[name];
}

function known(source: GivenVariables, read: Given['read'], isFixed = false): Given {
  return {
    get value() {
      return read(source.variables);
    },
    isFixed,
    read,
    entries: () =>
      Object.keys((read(source.variables) ?? {}) as Record<string, unknown>).map((name) => [
        name,
        known(source, memberOf(read, name), isFixed),
      ]),
    items: () =>
      ((read(source.variables) ?? []) as unknown[]).map((_item, index) =>
        known(source, memberOf(read, index), isFixed),
      ),
  };
}

function listed(items: Given[]): Given {
  return {
    get value() {
      return items.map((item) => item.value);
    },
    isFixed: items.every((item) => item.isFixed),
    read: (variables) => items.map((item) => item.read(variables)),
    entries: () => [],
    items: () => items,
  };
}

function composed(entries: [string, Given][]): Given {
  return {
    get value() {
      return Object.fromEntries(entries.map(([name, given]) => [name, given.value]));
    },
    isFixed: entries.every(([, given]) => given.isFixed),
    read: (variables) => Object.fromEntries(entries.map(([name, given]) => [name, given.read(variables)])),
    entries: () => entries,
    items: () => [],
  };
}
