import { type DocumentNode, visit } from 'graphql';

/** Names of all fields in a document, fragments included. */
export function fieldNamesOf(document: DocumentNode): ReadonlySet<string> {
  const names = new Set<string>();
  visit(document, {
    Field: (node) => {
      names.add(node.name.value);
    },
  });
  return names;
}

/** Whether a document asks about the schema itself. */
export function isIntrospection(document: DocumentNode): boolean {
  const names = fieldNamesOf(document);
  return names.has('__schema') || names.has('__type');
}
