import type { DocumentNode, FieldNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import type { Session } from '../live/session';

/** A subscription that was parsed and validated. */
export interface SubscriptionRequest {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly session: Session;
  /** What the client says beside its query: which answer it has, and whether it takes patches. */
  readonly liveOptions: LiveOptions;
}

/** See docs/feed.md. */
export interface LiveOptions {
  readonly hash: string | null;
  readonly takesPatches: boolean;
}

/** The one root field of a subscription. */
export interface SubscribedField {
  readonly key: string;
  readonly name: string;
  readonly nodes: readonly FieldNode[];
  readonly args: Readonly<Record<string, unknown>>;
  /** Variables of the operation, coerced. */
  readonly variables: Readonly<Record<string, unknown>>;
}
