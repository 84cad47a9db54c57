import {
  type DocumentNode,
  getOperationAST,
  GraphQLError,
  type GraphQLSchema,
  parse,
  specifiedRules,
  validate,
  type ValidationContext,
  type ASTVisitor,
} from 'graphql';
import type { Actor } from '../access/actor';
import { assertAffordable } from './cost/assert-affordable';
import type { EstimatedCost } from '../schema/cost/estimated-cost';
import { estimateCost } from './cost/estimate-cost';
import { unauthenticated } from '../schema/operation-context';
import { assertText } from './limits/assert-text';
import { assertVariables } from './limits/assert-variables';
import { assertWithinLimits } from './limits/assert-within-limits';
import { LIMITS } from './limits/limits';
import { toGraphQLError } from './to-graphql-error';
import { isIntrospection } from './document-facts';
import type { ValidOperation } from './valid-operation';

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

/** Parses and validates outside Apollo (WebSocket). Gives the errors instead when it is not valid. */
export function validateOperation(
  schema: GraphQLSchema,
  query: string,
  operationName: string | null | undefined,
): ValidOperation | readonly GraphQLError[] {
  let document: DocumentNode;
  try {
    assertText(query);
    document = parse(query, PARSE_OPTIONS);
  } catch (error) {
    return [error instanceof GraphQLError ? withCode(error, 'GRAPHQL_PARSE_FAILED') : toGraphQLError(error)];
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
  /** Whether the answer is to be what it would cost: then it may cost more than its asker may spend. */
  readonly isEstimate: boolean;
  /** Whether strangers may ask about the schema itself. */
  readonly mayIntrospect: boolean;
}

/**
 * Lets an operation in to be executed, whoever parsed it: its shape and its variables are within the limits, its cost within the budget of who asks. Gives the cost; throws
 * QUERY_TOO_COMPLEX, BAD_USER_INPUT for what is nested too deeply, or UNAUTHENTICATED for what strangers may not ask.
 */
export function admitOperation(
  schema: GraphQLSchema,
  { document, operation }: ValidOperation,
  variables: Readonly<Record<string, unknown>>,
  { actor, isEstimate, mayIntrospect }: Asking,
): EstimatedCost {
  assertVariables(variables);
  assertWithinLimits(schema, document, operation);
  if (isIntrospection(document) && actor === null && !mayIntrospect) throw unauthenticated();
  const asked = { document, operation };
  return isEstimate && actor !== null
    ? estimateCost(schema, asked, variables, actor)
    : assertAffordable(schema, asked, variables, actor);
}
