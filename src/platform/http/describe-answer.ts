import type { GraphQLRequest, HTTPGraphQLHead } from '@apollo/server';
import {
  type FormattedExecutionResult,
  type GraphQLFormattedError,
  type OperationDefinitionNode,
  OperationTypeNode,
} from 'graphql';
import type { OperationContext } from '../schema/operation-context';
import { tagOf } from './entity-tag';
import { mediaTypeFor, RESPONSE_JSON } from './bodies/media-type';
import { refusalStatus } from './refusal-status';
import { textOf } from './bodies/text-result';

/**
 * Says what HTTP must know of an answer: its status where there is no data, the tag of what was asked by GET, whether it may be compressed. Called before what
 * every answer has beside its data is added: the position of the log moves with every event, and no tag may move with it; an
 * estimate has none.
 */
export function describeAnswer(
  head: HTTPGraphQLHead,
  result: FormattedExecutionResult,
  { http }: GraphQLRequest,
  operation: OperationDefinitionNode | undefined,
  { answered, wantsEstimate }: OperationContext,
): void {
  answered.isCompressible = operation?.operation === OperationTypeNode.QUERY;
  const { errors } = result;
  if (
    errors !== undefined &&
    textOf(result) === NOTHING &&
    mediaTypeFor(http?.headers.get('accept')) === RESPONSE_JSON
  ) {
    delete result.data;
    head.status = statusOf(head.status, errors);
  } else if (http?.method === 'GET' && !wantsEstimate) {
    answered.tag = tagOf(`${textOf(result)}${JSON.stringify(errors ?? null)}`);
  }
}

const NOTHING = 'null';

/** Apollo has stated a status where it refused by itself. */
function statusOf(stated: number | undefined, errors: readonly GraphQLFormattedError[]): number {
  return stated !== undefined && stated >= 400 ? stated : refusalStatus(errors[0]!.extensions?.code);
}
