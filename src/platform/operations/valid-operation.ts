import type { DocumentNode, OperationDefinitionNode } from 'graphql';

/** An operation that may be executed. */
export interface ValidOperation {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
}
