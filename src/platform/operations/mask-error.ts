import { randomUUID } from 'node:crypto';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { DomainError } from '../lib/domain-error';
import type { Language, Localised } from '../lib/localised';
import type { Logger } from '../observability/logger';
import { ReadError } from '../reader/read-error';
import { TooExpensive } from './cost/too-expensive';
import { RateLimited } from './limits/rate-limited';

/** Codes of top-level errors. */
export type ErrorCode =
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'BAD_USER_INPUT'
  | 'GRAPHQL_PARSE_FAILED'
  | 'GRAPHQL_VALIDATION_FAILED'
  | 'PERSISTED_QUERY_NOT_FOUND'
  | 'PERSISTED_QUERY_NOT_SUPPORTED'
  | 'NOT_FOUND'
  | 'CONFLICT'
  | 'RATE_LIMITED'
  | 'QUERY_TOO_COMPLEX'
  | 'CURSOR_EXPIRED'
  | 'UNAVAILABLE'
  | 'INTERNAL';

const FROM_GRAPHQL: Readonly<Record<string, ErrorCode>> = {
  GRAPHQL_PARSE_FAILED: 'GRAPHQL_PARSE_FAILED',
  GRAPHQL_VALIDATION_FAILED: 'GRAPHQL_VALIDATION_FAILED',
  BAD_USER_INPUT: 'BAD_USER_INPUT',
  BAD_REQUEST: 'BAD_USER_INPUT',
  OPERATION_RESOLUTION_FAILURE: 'BAD_USER_INPUT',
  PERSISTED_QUERY_NOT_SUPPORTED: 'PERSISTED_QUERY_NOT_SUPPORTED',
  PERSISTED_QUERY_NOT_FOUND: 'PERSISTED_QUERY_NOT_FOUND',
  QUERY_TOO_COMPLEX: 'QUERY_TOO_COMPLEX',
  UNAUTHENTICATED: 'UNAUTHENTICATED',
  RATE_LIMITED: 'RATE_LIMITED',
};

/** Codes whose messages are words of a protocol: clients compare them letter by letter, so they are in no language. */
const PROTOCOL: ReadonlySet<ErrorCode> = new Set(['PERSISTED_QUERY_NOT_FOUND', 'PERSISTED_QUERY_NOT_SUPPORTED']);
/** What graphql-js refuses: over HTTP Apollo states these codes, over WebSocket there is none. */
const OF_GRAPHQL = new Set<unknown>([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'OPERATION_RESOLUTION_FAILURE',
  undefined,
]);

const UNAVAILABLE: Localised = {
  vi: 'Hệ thống tạm thời chưa phục vụ được. Hãy thử lại sau ít giây.',
  en: 'The service is not available just now. Try again in a few seconds.',
};

/** SQLSTATE of a statement that took longer than it may. */
const QUERY_CANCELED = '57014';
const TOO_LONG: Localised = {
  vi: 'Truy vấn chạy quá lâu nên đã bị dừng. Hãy lọc hẹp hơn hoặc lấy ít dòng hơn.',
  en: 'The query took too long and was stopped. Filter more narrowly, or ask for fewer rows.',
};

/**
 * What may leave the server of an error, the same on every transport: a code, a message in the caller's language, its path. Whatever was not meant for
 * the caller is logged under an id and shown as that id alone. `explain` says in the caller's language what graphql-js refused.
 */
export function maskError(
  error: GraphQLError,
  language: Language,
  logger: Logger,
  explain?: (error: GraphQLError) => string,
): GraphQLFormattedError {
  const shape = { ...(error.locations && { locations: error.locations }), ...(error.path && { path: error.path }) };
  const cause = error.originalError ?? error;
  if (cause instanceof ReadError) {
    const place = shape.path === undefined && cause.path !== null ? { path: cause.path } : {};
    const more = detailsOf(cause);
    return { message: cause.localised[language], ...shape, ...place, extensions: { code: cause.code, ...more } };
  }
  if (cause instanceof DomainError) {
    const [refusal] = cause.refusals;
    return { message: refusal!.message[language], ...shape, extensions: { code: refusal!.code } };
  }
  const known = codeOf(error);
  if (known !== null)
    return { message: saidOf(error, known, language, explain), ...shape, extensions: { code: known } };
  if (isInvalidValue(cause)) {
    const message = { vi: 'Giá trị không hợp lệ.', en: 'A value is not valid.' }[language];
    return { message, ...shape, extensions: { code: 'BAD_USER_INPUT' } };
  }
  if (sqlState(cause) === QUERY_CANCELED) {
    return { message: TOO_LONG[language], ...shape, extensions: { code: 'QUERY_TOO_COMPLEX' } };
  }
  if (isConnectionFailure(cause)) {
    logger.error({ err: cause }, 'database unavailable');
    return { message: UNAVAILABLE[language], ...shape, extensions: { code: 'UNAVAILABLE' } };
  }
  return internal(cause, shape, language, logger);
}

/** The code that clients see for one that Apollo or graphql-js states; null for what is no client's mistake. */
export function publicCodeOf(stated: unknown): ErrorCode | null {
  return typeof stated === 'string' ? (FROM_GRAPHQL[stated] ?? null) : null;
}

/** The words for what Apollo or graphql-js refused: those of a protocol as they are. */
function saidOf(
  error: GraphQLError,
  code: ErrorCode,
  language: Language,
  explain?: (error: GraphQLError) => string,
): string {
  if (PROTOCOL.has(code)) return error.message;
  if (explain !== undefined && OF_GRAPHQL.has(error.extensions.code)) return explain(error);
  // graphql-js speaks English; the words before it say at least in the caller's language what is wrong
  const prefix = language === 'vi' ? 'Yêu cầu không hợp lệ: ' : '';
  return prefix + withoutSuggestion(error.message);
}

/** What a refusal says to programs, beside its message. */
function detailsOf(refusal: ReadError): object {
  if (refusal instanceof RateLimited) return refusal.reached;
  return refusal instanceof TooExpensive ? { cost: refusal.cost } : {};
}

// validation hides suggestions by itself, coercion of variables does not
function withoutSuggestion(message: string): string {
  return message.replace(/ ?Did you mean .+\?$/s, '');
}

function codeOf(error: GraphQLError): ErrorCode | null {
  const stated = valueCodeOf(error) ?? error.extensions.code;
  // over HTTP Apollo states a code for what graphql-js refuses, over WebSocket nobody does
  const known = publicCodeOf(stated) ?? (stated === undefined && isOfGraphQL(error) ? 'BAD_USER_INPUT' : null);
  const isTooLong = known !== null && /^Syntax Error: .*tokens/.test(error.message);
  return isTooLong ? 'QUERY_TOO_COMPLEX' : known;
}

/** What a scalar of ours states of a value that it refuses: the same whether the value stood in the document or in the variables. */
function valueCodeOf({ extensions, originalError }: GraphQLError): unknown {
  if (extensions.code !== 'GRAPHQL_VALIDATION_FAILED' || !(originalError instanceof GraphQLError)) return undefined;
  return originalError.extensions.code;
}

/** Whether graphql-js itself made an error: of syntax and validation without a cause, of the coercion of variables with one, before any field. */
function isOfGraphQL({ originalError, path }: GraphQLError): boolean {
  return originalError === undefined || (originalError instanceof GraphQLError && path === undefined);
}

function internal(
  cause: unknown,
  shape: Pick<GraphQLFormattedError, 'locations' | 'path'>,
  language: Language,
  logger: Logger,
): GraphQLFormattedError {
  const id = randomUUID();
  logger.error({ err: cause, errorId: id }, 'internal error');
  const message = {
    vi: `Lỗi nội bộ. Hãy báo quản trị viên mã lỗi ${id}.`,
    en: `Internal error. Tell the administrator the error id ${id}.`,
  }[language];
  return { message, ...shape, extensions: { code: 'INTERNAL', errorId: id } };
}

function sqlState(cause: unknown): string | undefined {
  const code = (cause as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : undefined;
}

// class 22: data exceptions, e.g. a NUL in a text or a number out of range
function isInvalidValue(cause: unknown): boolean {
  return sqlState(cause)?.match(/^22[0-9A-Z]{3}$/) != null;
}

// classes 08 and 57P: the server went away; the rest are the socket's own
function isConnectionFailure(cause: unknown): boolean {
  const state = sqlState(cause);
  if (state !== undefined && /^(08\w{3}|57P\w{2}|53300|ECONNREFUSED|ECONNRESET|ENOENT|EPIPE)$/.test(state)) return true;
  return (
    cause instanceof Error && /Connection terminated|Client has encountered a connection error/.test(cause.message)
  );
}
