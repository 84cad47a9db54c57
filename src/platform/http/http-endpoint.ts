import { type ApolloServer, HeaderMap, type HTTPGraphQLResponse } from '@apollo/server';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type GraphQLError, type GraphQLFormattedError, type GraphQLSchema, OperationTypeNode } from 'graphql';
import { type Actor, hasRole } from '../access/actor';
import type { Identify, Identity, IdentifyAtOnce } from '../access/remembered-identities';
import { readCursor } from '../event-log/log-cursor';
import { answerOperation, type MaskedAnswer } from '../operations/answer-operation';
import { assertText } from '../operations/limits/assert-text';
import { tooManyWaiting } from '../operations/limits/operation-turns';
import { RateLimited } from '../operations/limits/rate-limited';
import { guessedKind, ownerOf as rateOwnerOf } from '../operations/limits/rates';
import { maskError } from '../operations/mask-error';
import { OperationContext } from '../schema/operation-context';
import type { OperationServices } from '../operations/operation-services';
import type { ValidOperation } from '../operations/valid-operation';
import { toGraphQLError } from '../operations/to-graphql-error';
import { type Language, languageOf } from '../lib/localised';
import type { Turn } from '../lib/turns';
import { BodyRoom, type HeldBody } from './bodies/body-room';
import { clientAddress } from './client-address';
import { answerCors } from './cors';
import { hasAlready } from './entity-tag';
import { HttpRefusal } from './http-refusal';
import { mediaTypeFor, PLAIN_JSON } from './bodies/media-type';
import { parseJson, readJsonBytes, readSearch } from './bodies/read-json';
import { refusalStatus } from './refusal-status';
import { setSafeHeaders } from './safe-headers';
import { isOwnOrigin, tokenOf } from './request-identity';
import { sendBody, sendData } from './bodies/send-body';
import { tailBytes } from './bodies/text-result';

/** With 1 in this header an operation is not run: the answer says what it would cost. */
const ESTIMATE = 'x-estimate';

/** How long a request waits for the log. */
const LONGEST_WAIT_MS = 5_000;

/** What an answer to a GET depends on beside its address. */
const VARIES_BY = 'authorization, cookie, accept, accept-language, x-explain, x-estimate';

/** GraphQL over HTTP: Apollo Server directly on node:http (behind Express it made 1,842 instead of 3,994 requests/s in a comparison). */
export class HttpEndpoint {
  private readonly bodies = new BodyRoom();

  constructor(
    private readonly apollo: ApolloServer<OperationContext>,
    private readonly schema: GraphQLSchema,
    private readonly services: OperationServices,
    /** Reads whose a token is: commands decide by the rights of this moment. */
    private readonly authenticate: Identify,
    /** The same, perhaps remembered for a moment: for queries. */
    private readonly identify: IdentifyAtOnce,
  ) {}

  /** Answers one request to the GraphQL path, when it is the turn of whoever asks. */
  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (answerCors(request, response, this.services.config.corsOrigins)) return;
    const language = languageOf(request.headers['accept-language']);
    const address = clientAddress(request, this.services.config.proxies);
    const held = this.bodies.enter(address);
    try {
      await this.answer(request, response, { language, address }, held);
    } catch (error) {
      if (error instanceof RateLimited) refuseForNow(request, response, error, language);
      else if (error instanceof HttpRefusal) {
        const { status, localised, code } = error;
        refuse(request, response, status, { message: localised[language], extensions: { code } });
      } else throw error;
    } finally {
      held.leave();
    }
  }

  private async answer(
    request: IncomingMessage,
    response: ServerResponse,
    from: Omit<Asking, 'actor'>,
    held: HeldBody,
  ): Promise<void> {
    const search = readSearch(request);
    const bytes = request.method === 'POST' ? await readJsonBytes(request, held) : null;
    const asked = this.whoAsks(request, response, from, this.identify);
    const asking = asked instanceof Promise ? await asked : asked;
    if (asking === null) return;
    const awaited = request.headers['x-wait-for'];
    if (awaited !== undefined) await this.untilHeard(awaited);
    const turn = this.services.turns.ask(ownerOf(asking));
    if (turn === null) throw tooManyWaiting();
    try {
      if (turn.begun !== null && !(await hasBegun(turn.begun, turn, response))) return;
      const answering = this.answerInTurn(request, response, { search, bytes }, asking);
      if (answering !== undefined) await answering;
    } finally {
      turn.end();
    }
  }

  /** Answers by Apollo, except a query that is known to it: what is at hand is answered at once, without a promise on its way. */
  private answerInTurn(
    request: IncomingMessage,
    response: ServerResponse,
    { search, bytes }: Sent,
    asking: Asking,
  ): void | Promise<void> {
    const body = bytes === null ? undefined : parseJson(bytes);
    const known = asking.actor === null ? null : this.knownQuery(request, body);
    if (known === null) return this.answerByApollo(request, response, { search, body }, asking);
    this.services.rates.count('query', ownerOf(asking));
    const context = this.contextOf(request, asking);
    const { document, operation, variables } = known;
    const answer = answerOperation(this.schema, document, operation, variables, context);
    const send = (answered: MaskedAnswer): void | Promise<void> =>
      sendData(request, response, { ...answered, tail: tailBytes(answered) });
    // its variables do not fit, and Apollo says how
    if (answer === null) return this.passByApollo(request, response, { search, body }, context);
    return answer instanceof Promise ? answer.then(send) : send(answer);
  }

  private async answerByApollo(
    request: IncomingMessage,
    response: ServerResponse,
    { search, body }: Parsed,
    asking: Asking,
  ): Promise<void> {
    // commands decide by the rights of this moment
    const acting = asking.actor === null ? asking : await this.whoAsks(request, response, asking, this.authenticate);
    if (acting === null) return;
    const kind = guessedKind((body as { query?: unknown } | null | undefined)?.query);
    // what is refused for its text counts, too
    this.services.rates.count(kind, ownerOf(acting));
    const refusal = refusalOf(search, body);
    if (refusal !== null) {
      refuse(request, response, 400, maskError(refusal, acting.language, this.services.logger));
      return;
    }
    const context = this.contextOf(request, acting);
    context.countedAs = kind;
    await this.passByApollo(request, response, { search, body }, context);
  }

  private async passByApollo(
    request: IncomingMessage,
    response: ServerResponse,
    { search, body }: Parsed,
    context: OperationContext,
  ): Promise<void> {
    const result = await this.apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: {
        method: (request.method ?? 'GET').toUpperCase(),
        headers: headerMapOf(request),
        search,
        body,
      },
      context: () => Promise.resolve(context),
    });
    // a page of another site is never given a session
    if (context.cookies.length > 0 && isOwnOrigin(request, this.services.config)) {
      response.setHeader('set-cookie', context.cookies);
    }
    if (context.retryAfter !== null) response.setHeader('retry-after', String(context.retryAfter));
    await pass(request, response, context, result);
  }

  /** The query of a request, if Apollo has parsed and validated its text before; null for everything else, which is Apollo's. */
  private knownQuery(request: IncomingMessage, body: unknown): KnownQuery | null {
    if (request.method !== 'POST' || wantsEstimate(request)) return null;
    if (mediaTypeFor(request.headers.accept) !== PLAIN_JSON) return null;
    const { query, operationName, variables, ...others } = (body ?? {}) as Record<string, unknown>;
    if (typeof query !== 'string' || Object.keys(others).length > 0) return null;
    if (operationName != null && typeof operationName !== 'string') return null;
    if (variables != null && (typeof variables !== 'object' || Array.isArray(variables))) return null;
    const known = this.services.documents.get(query, operationName);
    if (known?.operation.operation !== OperationTypeNode.QUERY) return null;
    return { ...known, variables: (variables ?? {}) as Record<string, unknown> };
  }

  /** Who asks, at once where it is remembered; null when it is answered already, because nobody could say. */
  private whoAsks(
    request: IncomingMessage,
    response: ServerResponse,
    { language, address }: Omit<Asking, 'actor'>,
    identify: IdentifyAtOnce,
  ): Asking | Promise<Asking | null> {
    const token = tokenOf(request, this.services.config);
    const asking = (found: Identity | null): Asking => {
      return { actor: found?.is === 'valid' ? found.actor : null, language, address };
    };
    const found = token === null ? null : identify(token);
    if (!(found instanceof Promise)) return asking(found);
    return found.then(asking, (error: unknown) => {
      const shown = maskError(toGraphQLError(error), language, this.services.logger);
      refuse(request, response, refusalStatus(shown.extensions?.code), shown);
      return null;
    });
  }

  /** The context of a request's operation. */
  private contextOf(request: IncomingMessage, { actor, language, address }: Asking): OperationContext {
    const origin = { transport: 'http' as const, address };
    const context = new OperationContext(this.services, { actor, language }, origin);
    context.wantsEstimate = wantsEstimate(request);
    context.noCache = request.headers['cache-control'] === 'no-cache';
    context.wantsExplanation =
      request.headers['x-explain'] === '1' && actor !== null && hasRole(actor, 'ADMINISTRATOR');
    return context;
  }

  /** Waits until this process has heard of the log up to a position that the client knows of, e.g. that of its own change on another process. */
  private async untilHeard(header: string | string[]): Promise<void> {
    const cursor = readCursor(String(header));
    if (cursor === null) throw new HttpRefusal(400, NO_CURSOR);
    if (!(await this.services.log.hasReached(cursor, LONGEST_WAIT_MS))) {
      throw new HttpRefusal(503, NOT_YET, 'UNAVAILABLE');
    }
  }
}

/** Who sent a request: an account, or a stranger. */
interface Asking {
  readonly actor: Actor | null;
  readonly language: Language;
  readonly address: string;
}

/** Whose turn a request is: its account's, or that of all strangers at its address. */
function ownerOf({ actor, address }: Asking): string {
  return rateOwnerOf(actor?.accountId ?? null, address);
}

/** What was sent. */
interface Sent {
  readonly search: string;
  readonly bytes: Buffer | null;
}

/** The same, its body read. */
interface Parsed {
  readonly search: string;
  readonly body: unknown;
}

/** Waits for a turn; false when the client is gone by then. */
async function hasBegun(begun: Promise<void>, turn: Turn, response: ServerResponse): Promise<boolean> {
  const giveUp = (): void => turn.end();
  response.once('close', giveUp);
  await begun;
  response.off('close', giveUp);
  return !response.destroyed;
}

/** A query whose text is known to be valid. */
interface KnownQuery extends ValidOperation {
  readonly variables: Readonly<Record<string, unknown>>;
}

const TOO_MANY_REQUESTS = 429;
const NO_CURSOR = { vi: '`x-wait-for` không phải là vị trí nhật ký.', en: '`x-wait-for` is no log position.' };
const NOT_YET = {
  vi: 'Máy chủ này chưa đọc đến vị trí nhật ký trong `x-wait-for`. Hãy thử lại.',
  en: 'This server has not reached the log position in `x-wait-for`. Try again.',
};

function wantsEstimate(request: IncomingMessage): boolean {
  return request.headers[ESTIMATE] === '1';
}

/** Why the text of a request's document may not be parsed: Apollo would try. Null when it may. */
function refusalOf(search: string, body: unknown): GraphQLError | null {
  const inBody = (body as { query?: unknown } | null | undefined)?.query;
  const text = inBody ?? new URLSearchParams(search).get('query');
  if (typeof text !== 'string') return null;
  try {
    assertText(text);
    return null;
  } catch (error) {
    return toGraphQLError(error);
  }
}

/** Answers a request that never became an operation, in the shape of GraphQL all the same. */
function refuse(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  error: GraphQLFormattedError,
): void {
  const type = mediaTypeFor(request.headers.accept) ?? PLAIN_JSON;
  const headers = { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store' };
  setSafeHeaders(response).writeHead(status, headers);
  response.end(JSON.stringify({ errors: [error] }));
}

/** Refuses a request whose sender asks too much, and says when it may come again. */
function refuseForNow(
  request: IncomingMessage,
  response: ServerResponse,
  { localised, code, reached }: RateLimited,
  language: Language,
): void {
  response.setHeader('retry-after', String(reached.retryAfter));
  refuse(request, response, TOO_MANY_REQUESTS, { message: localised[language], extensions: { code, ...reached } });
}

/** Passes on what Apollo answered. What was asked by GET may be asked again with its tag. */
async function pass(
  request: IncomingMessage,
  response: ServerResponse,
  { answered: { tag, isCompressible } }: OperationContext,
  { headers, status, body }: HTTPGraphQLResponse,
): Promise<void> {
  setSafeHeaders(response);
  for (const [name, value] of headers) response.setHeader(name, value);
  response.statusCode = status ?? 200;
  const isTagged = tag !== null && response.statusCode === 200;
  response.setHeader('cache-control', isTagged ? 'private, no-cache' : 'no-store');
  if (body.kind === 'chunked') {
    for await (const chunk of body.asyncIterator) response.write(chunk);
    response.end();
    return;
  }
  if (isTagged) {
    response.setHeader('etag', tag);
    response.appendHeader('vary', VARIES_BY);
    if (hasAlready(request, tag)) {
      response.statusCode = 304;
      response.end();
      return;
    }
  }
  await sendBody(request, response, Buffer.from(body.string), isCompressible);
}

function headerMapOf(request: IncomingMessage): HeaderMap {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  return headers;
}
