import { GraphQLError } from 'graphql';
import { RateLimited } from './limits/rate-limited';

/** An error as graphql-js and Apollo pass it on; answers of refused operations are 200 with errors, as for any other field error, except where the client is told to come later. */
export function toGraphQLError(error: unknown): GraphQLError {
  if (error instanceof GraphQLError) return error;
  const cause = error instanceof Error ? error : new Error(String(error));
  const http = cause instanceof RateLimited ? tooMany(cause) : { status: 200 };
  return new GraphQLError(cause.message, { originalError: cause, extensions: { http } });
}

/** How Apollo answers over HTTP who asked too much. */
function tooMany({ reached: { retryAfter } }: RateLimited): object {
  return { status: 429, ...(retryAfter !== undefined && { headers: new Map([['retry-after', String(retryAfter)]]) }) };
}
