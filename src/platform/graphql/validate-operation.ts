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
    return [error as GraphQLError];
  }
  const errors = validate(schema, document, [...specifiedRules, ...EXTRA_RULES], {
    maxErrors: 5,
    hideSuggestions: true,
  });
  if (errors.length > 0) return errors;
  const operation = getOperationAST(document, operationName);
  return operation ? { document, operation } : [new GraphQLError('Name the operation to execute.')];
}

/** What must hold of every operation before it is executed, whoever parsed it. Throws. */
export function assertExecutable(
  { document, operation }: ValidOperation,
  variables: Readonly<Record<string, unknown>>,
  rights: { readonly isSignedIn: boolean; readonly mayIntrospect: boolean },
): void {
  assertWithinLimits(document, operation, variables);
  if (isIntrospection(document) && !rights.isSignedIn && !rights.mayIntrospect) throw unauthenticated();
}
