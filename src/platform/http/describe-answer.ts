import type { GraphQLRequest, HTTPGraphQLHead } from '@apollo/server';
import { type FormattedExecutionResult, type OperationDefinitionNode, OperationTypeNode } from 'graphql';
import type { AnsweredOverHttp } from '../graphql/operation-context';
import { tagOf } from './entity-tag';
import { mediaTypeFor, RESPONSE_JSON } from './media-type';
import { refusalStatus } from './refusal-status';
import { textOf } from './text-result';

/**
 * Says what HTTP must know of an answer: its status where there is no data, the tag of what was asked by GET, whether it may be compressed. Called before what
 * every answer has beside its data is added: the position of the log moves with every event, and no tag may move with it.
 */
export function describeAnswer(
  head: HTTPGraphQLHead,
  result: FormattedExecutionResult,
  { http }: GraphQLRequest,
  operation: OperationDefinitionNode | undefined,
  answered: AnsweredOverHttp,
): void {
  answered.isCompressible = operation?.operation === OperationTypeNode.QUERY;
  const data = http?.method === 'GET' || result.errors !== undefined ? textOf(result) : null;
  if (result.errors !== undefined && data === 'null' && mediaTypeFor(http?.headers.get('accept')) === RESPONSE_JSON) {
    delete result.data;
    if ((head.status ?? 200) < 400) head.status = refusalStatus(result.errors[0]!.extensions?.code);
  } else if (http?.method === 'GET' && data !== null) {
    answered.tag = tagOf(`${data}${JSON.stringify(result.errors ?? null)}`);
  }
}
