import { type ExecutionResult, GraphQLError } from 'graphql';
import { writeCursor } from '../event-log/log-cursor';
import type { MaskedAnswer } from './answer-operation';

/** A masked answer as an execution's result, for transports that want one; `wrap` makes the data of what was answered. */
export function resultOf(
  { data, errors, cursor }: MaskedAnswer,
  wrap: (data: unknown) => unknown = (parsed) => parsed,
): ExecutionResult {
  const shown = errors?.map(({ message, path, extensions }) => new GraphQLError(message, { path, extensions }));
  return {
    data: wrap(JSON.parse(data)) as Record<string, unknown> | null,
    ...(shown && { errors: shown }),
    ...(cursor !== null && { extensions: { cursor: writeCursor(cursor) } }),
  };
}
