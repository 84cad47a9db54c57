import {
  astFromValue,
  type ASTNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type FragmentSpreadNode,
  type GraphQLInputType,
  type GraphQLSchema,
  Kind,
  type SelectionNode,
  typeFromAST,
  type ValueNode,
  visit,
} from 'graphql';
import type { WrittenOperation } from './operation-writer';
import { pruned } from './pruned';

/** Operations that ask for one thing less each, those with the largest part missing first: along them a failure is made small. */
export function* simplerOperations(schema: GraphQLSchema, operation: WrittenOperation): Generator<WrittenOperation> {
  const { document } = operation;
  for (const node of removable(document)) yield resolved(operation, edited(document, node, null));
  for (const unfolded of unfoldings(document)) yield resolved(operation, unfolded);
  for (const node of aliased(document)) {
    yield resolved(operation, edited(document, node, { ...node, alias: undefined }));
  }
  for (const [name, literal] of literals(schema, operation)) {
    const inlined = visit(document, {
      VariableDefinition: (node) => (node.variable.name.value === name ? null : undefined),
      Variable: { leave: (node) => (node.name.value === name ? literal : undefined) },
    });
    yield resolved(operation, inlined);
  }
}

/** Parts that can be left out; what stands alone in a selection is tried too, and fails validation. */
function removable(document: DocumentNode): ASTNode[] {
  const found: ASTNode[] = [];
  visit(document, {
    enter: (node, _key, parent) => {
      const isItem = Array.isArray(parent) && (parent.length > 1 || !isKeyOfGroups(node)) && ITEMS.has(node.kind);
      if ((REMOVABLE.has(node.kind) && !isMoment(node)) || isItem) found.push(node);
    },
  });
  return found;
}

/** Groups have at least one key: the only entry of `by` stays. */
function isKeyOfGroups(node: ASTNode): boolean {
  return node.kind === Kind.OBJECT && node.fields.some(({ name }) => name.value === 'field');
}

/** `asOf` takes exactly one argument. */
function isMoment(node: ASTNode): boolean {
  return node.kind === Kind.ARGUMENT && (node.name.value === 'at' || node.name.value === 'cursor');
}

const REMOVABLE = new Set<string>([
  Kind.FIELD,
  Kind.INLINE_FRAGMENT,
  Kind.FRAGMENT_SPREAD,
  Kind.ARGUMENT,
  Kind.DIRECTIVE,
  Kind.OBJECT_FIELD,
]);
const ITEMS = new Set<string>([Kind.OBJECT, Kind.STRING, Kind.INT, Kind.FLOAT, Kind.ENUM, Kind.BOOLEAN]);

/** Each fragment in turn gives way to what it selects. Where it stood on another type the text is not valid any more. */
function* unfoldings(document: DocumentNode): Generator<DocumentNode> {
  const targets: SelectionNode[] = [];
  visit(document, {
    InlineFragment: (node) => void targets.push(node),
    FragmentSpread: (node) => void targets.push(node),
  });
  const selected = (target: SelectionNode): readonly SelectionNode[] => {
    if (target.kind === Kind.INLINE_FRAGMENT) return target.selectionSet.selections;
    const fragment = document.definitions.find(
      (definition) =>
        definition.kind === Kind.FRAGMENT_DEFINITION &&
        definition.name.value === (target as FragmentSpreadNode).name.value,
    ) as FragmentDefinitionNode;
    return fragment.selectionSet.selections;
  };
  for (const target of targets) {
    yield visit(document, {
      SelectionSet: (node) =>
        node.selections.includes(target)
          ? { ...node, selections: node.selections.flatMap((entry) => (entry === target ? selected(target) : [entry])) }
          : undefined,
    });
  }
}

function aliased(document: DocumentNode): FieldNode[] {
  const found: FieldNode[] = [];
  visit(document, { Field: (node) => void (node.alias !== undefined && found.push(node)) });
  return found;
}

/** The values of variables as literals: those can be made smaller part by part. */
function* literals(schema: GraphQLSchema, { document, variables }: WrittenOperation): Generator<[string, ValueNode]> {
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    for (const { variable, type, defaultValue } of definition.variableDefinitions ?? []) {
      const name = variable.name.value;
      const inputType = typeFromAST(schema, type as never) as GraphQLInputType | undefined;
      if (inputType === undefined) continue;
      const literal = name in variables ? astFromValue(variables[name], inputType) : defaultValue;
      if (literal) yield [name, literal];
    }
  }
}

function edited(document: DocumentNode, target: ASTNode, replacement: ASTNode | null): DocumentNode {
  return visit(document, { enter: (node) => (node === target ? replacement : undefined) });
}

/** The same operation with only those variables that are still used. */
function resolved({ document: original, variables }: WrittenOperation, document: DocumentNode): WrittenOperation {
  const declared = original.definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION ? (definition.variableDefinitions ?? []) : [],
  );
  const bare = {
    ...document,
    definitions: document.definitions.map((definition) =>
      definition.kind === Kind.OPERATION_DEFINITION ? { ...definition, variableDefinitions: [] } : definition,
    ),
  };
  return pruned(bare, {
    declarations: (used) => ({
      nodes: declared.filter(({ variable }) => used.has(variable.name.value)),
      values: Object.fromEntries(Object.entries(variables).filter(([name]) => used.has(name))),
    }),
  });
}
