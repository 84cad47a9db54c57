import { GraphQLError } from 'graphql';

/** An error as graphql-js and Apollo pass it on; answers of refused operations are 200 with errors, as for any other field error. */
export function toGraphQLError(error: unknown): GraphQLError {
  if (error instanceof GraphQLError) return error;
  const cause = error instanceof Error ? error : new Error(String(error));
  return new GraphQLError(cause.message, { originalError: cause, extensions: { http: { status: 200 } } });
}
