import type { ErrorCode } from '../operations/mask-error';

const STATUS: Partial<Record<ErrorCode, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  RATE_LIMITED: 429,
  INTERNAL: 500,
  UNAVAILABLE: 503,
  // the protocol of persisted queries asks again after this very answer, and some of its clients look at the status first
  PERSISTED_QUERY_NOT_FOUND: 200,
  PERSISTED_QUERY_NOT_SUPPORTED: 200,
};

/** The status of an answer without data, as the draft "GraphQL over HTTP" has it for `application/graphql-response+json`. */
export function refusalStatus(code: unknown): number {
  return STATUS[code as ErrorCode] ?? 400;
}
