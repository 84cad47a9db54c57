import { type ApolloServer, HeaderMap, type HTTPGraphQLResponse } from '@apollo/server';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type GraphQLError, type GraphQLFormattedError, type GraphQLSchema, OperationTypeNode } from 'graphql';
import { createHash } from 'node:crypto';
import { type Actor, hasRole } from '../access/actor';
import type { Identify } from '../access/remembered-identities';
import { readCursor } from '../event-log/log-cursor';
import { answerOperation } from '../graphql/answer-operation';
import { assertText } from '../graphql/limits/assert-text';
import { maskError } from '../graphql/mask-error';
import { OperationContext } from '../graphql/operation-context';
import type { Services } from '../graphql/services';
import type { ValidOperation } from '../graphql/validate-operation';
import { toGraphQLError } from '../graphql/to-graphql-error';
import { type Language, languageOf } from '../lib/localised';
import { clientAddress } from './client-address';
import { readBody, BodyTooLarge } from './read-body';
import { tokenOf } from './request-identity';
import { answerBytes } from './text-result';

/** Largest body of a request: room for a long text that a rule then refuses by name. */
const LARGEST_BODY = 4 * 1024 * 1024;

/** With 1 in this header an operation is not run: the answer says what it would cost. */
const ESTIMATE = 'x-estimate';

/** How long a request waits for the log. */
const LONGEST_WAIT_MS = 5_000;

/** GraphQL over HTTP: Apollo Server directly on node:http (behind Express it made 1,842 instead of 3,994 requests/s in a comparison). */
export class HttpEndpoint {
  constructor(
    private readonly apollo: ApolloServer<OperationContext>,
    private readonly schema: GraphQLSchema,
    private readonly services: Services,
    /** Reads whose a token is: commands decide by the rights of this moment. */
    private readonly authenticate: Identify,
    /** The same, perhaps remembered for a moment: for queries. */
    private readonly identify: Identify,
  ) {}

  /** Answers one request to the GraphQL path. */
  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const language = languageOf(request.headers['accept-language']);
    let body: unknown;
    try {
      body = await parsedBody(request);
    } catch (error) {
      const tooLarge = error instanceof BodyTooLarge;
      const message = tooLarge ? TOO_LARGE[language] : NO_JSON[language];
      answer(response, tooLarge ? 413 : 400, { message, extensions: { code: 'BAD_USER_INPUT' } });
      return;
    }
    const known = this.knownQuery(request, body);
    const context = await this.contextOf(
      request,
      response,
      language,
      known === null ? this.authenticate : this.identify,
    );
    if (context === null || !(await this.hasHeard(request.headers['x-wait-for'], response, language))) return;
    const refusal = known === null ? refusalOf(request, body) : null;
    if (refusal !== null) {
      answer(response, 400, maskError(refusal, language, this.services.logger));
      return;
    }
    if (known !== null && (await this.answerKnown(known, context, response))) return;
    const result = await this.apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: {
        method: (request.method ?? 'GET').toUpperCase(),
        headers: headerMapOf(request),
        search: new URL(request.url ?? '/', 'http://local').search,
        body,
      },
      context: () => Promise.resolve(context),
    });
    await pass(request, response, context, result);
  }

  /** The query of a request, if Apollo has parsed and validated its text before; null for everything else, which is Apollo's. */
  private knownQuery(request: IncomingMessage, body: unknown): KnownQuery | null {
    if (request.method !== 'POST' || !wantsPlainJson(request) || request.headers[ESTIMATE] === '1') return null;
    const { query, operationName, variables, ...others } = (body ?? {}) as Record<string, unknown>;
    if (typeof query !== 'string' || Object.keys(others).length > 0) return null;
    if (operationName != null && typeof operationName !== 'string') return null;
    if (variables != null && (typeof variables !== 'object' || Array.isArray(variables))) return null;
    const known = this.services.documents.get(query, operationName);
    if (known?.operation.operation !== OperationTypeNode.QUERY) return null;
    return { ...known, variables: (variables ?? {}) as Record<string, unknown> };
  }

  /** Answers it past Apollo, which would parse and look up again what it has let in before. False when Apollo must say why not. */
  private async answerKnown(
    { document, operation, variables }: KnownQuery,
    context: OperationContext,
    response: ServerResponse,
  ): Promise<boolean> {
    const answered = await answerOperation(this.schema, document, operation, variables, context);
    if (answered === null) return false;
    const bytes = answerBytes(answered);
    response.writeHead(200, {
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
      'content-length': bytes.length,
    });
    response.end(bytes);
    return true;
  }

  /** The context of a request's operation; null when it is answered already, because nobody could say who asks. */
  private async contextOf(
    request: IncomingMessage,
    response: ServerResponse,
    language: Language,
    identify: Identify,
  ): Promise<OperationContext | null> {
    let actor: Actor | null;
    try {
      actor = await actorOf(request, identify);
    } catch (error) {
      const shown = maskError(toGraphQLError(error), language, this.services.logger);
      answer(response, shown.extensions?.code === 'UNAVAILABLE' ? 503 : 500, shown);
      return null;
    }
    const origin = { transport: 'http' as const, address: clientAddress(request, this.services.config.proxies) };
    const context = new OperationContext(this.services, { actor, language }, origin);
    context.wantsEstimate = request.headers[ESTIMATE] === '1';
    context.readsAnew = request.headers['cache-control'] === 'no-cache';
    context.wantsExplanation =
      request.headers['x-explain'] === '1' && actor !== null && hasRole(actor, 'ADMINISTRATOR');
    return context;
  }

  /** Waits until this process has heard of the log up to a position that the client knows of, e.g. that of its own change on another process. */
  private async hasHeard(
    header: string | string[] | undefined,
    response: ServerResponse,
    language: Language,
  ): Promise<boolean> {
    if (header === undefined) return true;
    const cursor = readCursor(String(header));
    if (cursor !== null && (await this.services.log.hasReached(cursor, LONGEST_WAIT_MS))) return true;
    answer(response, cursor === null ? 400 : 503, {
      message: (cursor === null ? NO_CURSOR : NOT_YET)[language],
      extensions: { code: cursor === null ? 'BAD_USER_INPUT' : 'UNAVAILABLE' },
    });
    return false;
  }
}

/** A query whose text is known to be valid. */
interface KnownQuery extends ValidOperation {
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Who asks; null for strangers. Fails when the database cannot be asked. */
async function actorOf(request: IncomingMessage, identify: Identify): Promise<Actor | null> {
  const token = tokenOf(request);
  const found = token === null ? null : await identify(token);
  return found?.is === 'valid' ? found.actor : null;
}

const NO_CURSOR = { vi: '`x-wait-for` không phải là vị trí nhật ký.', en: '`x-wait-for` is no log position.' };
const NOT_YET = {
  vi: 'Máy chủ này chưa đọc đến vị trí nhật ký trong `x-wait-for`. Hãy thử lại.',
  en: 'This server has not reached the log position in `x-wait-for`. Try again.',
};
const TOO_LARGE = { vi: 'Yêu cầu quá lớn (tối đa 4 MB).', en: 'The request is too large (at most 4 MB).' };
const NO_JSON = { vi: 'Nội dung yêu cầu không phải là JSON.', en: 'The body of the request is no JSON.' };

/** Why the text of a request's document may not be parsed: Apollo would try. Null when it may. */
function refusalOf(request: IncomingMessage, body: unknown): GraphQLError | null {
  const inBody = (body as { query?: unknown } | null | undefined)?.query;
  const text = inBody ?? new URL(request.url ?? '/', 'http://local').searchParams.get('query');
  if (typeof text !== 'string') return null;
  try {
    assertText(text);
    return null;
  } catch (error) {
    return toGraphQLError(error);
  }
}

/** Answers a request that never became an operation, in the shape of GraphQL all the same. */
function answer(response: ServerResponse, status: number, error: GraphQLFormattedError): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' });
  response.end(JSON.stringify({ errors: [error] }));
}

/** Passes on what Apollo answered. */
async function pass(
  request: IncomingMessage,
  response: ServerResponse,
  context: OperationContext,
  result: HTTPGraphQLResponse,
): Promise<void> {
  for (const [name, value] of result.headers) response.setHeader(name, value);
  if (context.cookies.length > 0) response.setHeader('set-cookie', context.cookies);
  response.statusCode = result.status ?? 200;
  if (result.body.kind === 'complete') {
    finish(request, response, result.body.string, !context.wantsEstimate);
    return;
  }
  response.setHeader('cache-control', 'no-store');
  for await (const chunk of result.body.asyncIterator) response.write(chunk);
  response.end();
}

/** Ends an answer of Apollo's. What was asked by GET may be asked again with its tag. */
function finish(request: IncomingMessage, response: ServerResponse, text: string, mayTag: boolean): void {
  const isTagged = mayTag && request.method === 'GET' && response.statusCode === 200;
  response.setHeader('cache-control', isTagged ? 'private, no-cache' : 'no-store');
  if (isTagged) {
    // the position of the log moves with every event: what it stands for is in the data
    const [data] = text.split(',"extensions":', 1);
    const tag = `W/"${createHash('sha256').update(data!).digest('base64url').slice(0, 22)}"`;
    response.setHeader('etag', tag);
    response.setHeader('vary', 'authorization, cookie, accept, accept-language');
    if (request.headers['if-none-match'] === tag) {
      response.statusCode = 304;
      response.removeHeader('content-length');
      response.end();
      return;
    }
  }
  response.end(text);
}

/** Whether a request comes with JSON and takes the plain media type; the other one is Apollo's to negotiate. */
function wantsPlainJson({ headers }: IncomingMessage): boolean {
  const { accept, 'content-type': type } = headers;
  if (type?.startsWith('application/json') !== true) return false;
  return accept === undefined || accept === '*/*' || accept === 'application/json';
}

async function parsedBody(request: IncomingMessage): Promise<unknown> {
  if (request.method !== 'POST') return undefined;
  const text = (await readBody(request, LARGEST_BODY)).toString('utf8');
  // anything else than JSON is left to Apollo, which names what it accepts
  return request.headers['content-type']?.includes('json') === true ? JSON.parse(text) : text;
}

function headerMapOf(request: IncomingMessage): HeaderMap {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  return headers;
}
