import { type DocumentNode, Kind, visit } from 'graphql';
import type { MadeInputs } from './made-inputs';

/** The document with the declarations of the variables that it uses, and their values; fragments that nobody spreads are gone. */
export function pruned(
  document: DocumentNode,
  inputs: Pick<MadeInputs, 'declarations'>,
): { document: DocumentNode; variables: Record<string, unknown> } {
  const spread = withoutUnused(document);
  const used = new Set<string>();
  visit(spread, { Variable: (node) => void used.add(node.name.value) });
  const { nodes, values } = inputs.declarations(used);
  const definitions = spread.definitions.map((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION ? { ...definition, variableDefinitions: nodes } : definition,
  );
  return { document: { ...spread, definitions }, variables: values };
}

/** Removes fragments that the operation does not reach. */
function withoutUnused(document: DocumentNode): DocumentNode {
  const reached = new Set<string>();
  const reach = (names: readonly string[]): void => {
    for (const name of names) {
      if (reached.has(name)) continue;
      reached.add(name);
      reach(spreadsOf(document, name));
    }
  };
  reach(spreadsOf(document, null));
  const definitions = document.definitions.filter(
    (definition) => definition.kind !== Kind.FRAGMENT_DEFINITION || reached.has(definition.name.value),
  );
  return { ...document, definitions };
}

/** Names that a fragment spreads, or (null) the operation. */
function spreadsOf(document: DocumentNode, fragment: string | null): string[] {
  const names: string[] = [];
  for (const definition of document.definitions) {
    const isWanted =
      definition.kind === Kind.FRAGMENT_DEFINITION
        ? definition.name.value === fragment
        : fragment === null && definition.kind === Kind.OPERATION_DEFINITION;
    if (isWanted) visit(definition, { FragmentSpread: (node) => void names.push(node.name.value) });
  }
  return names;
}
