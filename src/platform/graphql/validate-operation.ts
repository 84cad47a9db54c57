import {
  type DocumentNode,
  getOperationAST,
  GraphQLError,
  type GraphQLSchema,
  type OperationDefinitionNode,
  parse,
  specifiedRules,
  validate,
  type ValidationContext,
  type ASTVisitor,
} from 'graphql';
import type { Actor } from '../access/actor';
import type { PlanCost } from '../reader/plan';
import { assertAffordable } from './cost/assert-affordable';
import { unauthenticated } from './operation-context';
import { assertWithinLimits } from './limits/assert-within-limits';
import { LIMITS } from './limits/limits';
import { isIntrospection } from './document-facts';

const LONGEST_ALIAS_BYTES = 63;

/** PostgreSQL cuts names after 63 bytes, and two cut ones could become one: longer aliases are refused. */
function AliasLengthRule(context: ValidationContext): ASTVisitor {
  return {
    Field(node) {
      if (node.alias === undefined || Buffer.byteLength(node.alias.value) <= LONGEST_ALIAS_BYTES) return;
      context.reportError(
        new GraphQLError(`An alias has at most ${LONGEST_ALIAS_BYTES} bytes.`, { nodes: [node.alias] }),
      );
    },
  };
}

/** Rules beyond the specification's, for every transport. */
export const EXTRA_RULES = [AliasLengthRule] as const;

/** Options for parsing, for every transport. */
export const PARSE_OPTIONS = { maxTokens: LIMITS.tokens } as const;

/** An operation that may be executed. */
export interface ValidOperation {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
}

/** Parses and validates outside Apollo (WebSocket). Gives the errors instead when it is not valid. */
export function validateOperation(
  schema: GraphQLSchema,
  query: string,
  operationName: string | null | undefined,
): ValidOperation | readonly GraphQLError[] {
  let document: DocumentNode;
  try {
    document = parse(query, PARSE_OPTIONS);
  } catch (error) {
    return [withCode(error as GraphQLError, 'GRAPHQL_PARSE_FAILED')];
  }
  const errors = validate(schema, document, [...specifiedRules, ...EXTRA_RULES], {
    maxErrors: 5,
    hideSuggestions: true,
  });
  if (errors.length > 0) return errors.map((error) => withCode(error, 'GRAPHQL_VALIDATION_FAILED'));
  const operation = getOperationAST(document, operationName);
  return operation ? { document, operation } : [new GraphQLError('Name the operation to execute.')];
}

// as Apollo does over HTTP
function withCode(error: GraphQLError, code: string): GraphQLError {
  const { message, nodes, source, positions } = error;
  return new GraphQLError(message, { nodes, source, positions, originalError: error, extensions: { code } });
}

/** Who asks, for what must hold of an operation. */
interface Asking {
  readonly actor: Actor | null;
  /** Whether strangers may ask about the schema itself. */
  readonly mayIntrospect: boolean;
}

/**
 * Lets an operation in to be executed, whoever parsed it: its shape is within the limits, its cost within the budget of who asks. Gives the cost; throws
 * QUERY_TOO_COMPLEX, or UNAUTHENTICATED for what strangers may not ask.
 */
export function admitOperation(
  schema: GraphQLSchema,
  { document, operation }: ValidOperation,
  variables: Readonly<Record<string, unknown>>,
  { actor, mayIntrospect }: Asking,
): PlanCost {
  assertWithinLimits(document, operation);
  if (isIntrospection(document) && actor === null && !mayIntrospect) throw unauthenticated();
  return assertAffordable(schema, { document, operation }, variables, actor);
}
