import { type ExecutionResult, GraphQLError } from 'graphql';
import type { MaskedAnswer } from './answer-operation';

/** An answer as an execution's result, for transports that want one; `wrap` makes the data of what was answered. */
export function resultOf(
  { data, errors, extensions }: MaskedAnswer,
  wrap: (data: unknown) => unknown = (parsed) => parsed,
): ExecutionResult {
  const shown = errors?.map(
    ({ message, path, extensions: code }) => new GraphQLError(message, { path, extensions: code }),
  );
  return {
    data: wrap(JSON.parse(data.toString())) as Record<string, unknown> | null,
    ...(shown && { errors: shown }),
    extensions: { ...extensions },
  };
}
