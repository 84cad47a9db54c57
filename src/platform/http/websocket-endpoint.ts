import { type ExecutionResult, execute, GraphQLError, type GraphQLSchema, OperationTypeNode } from 'graphql';
import { type Context as SocketContext, type SubscribePayload } from 'graphql-ws';
import { useServer } from 'graphql-ws/use/ws';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { answerOperation } from '../graphql/answer-operation';
import { maskError } from '../graphql/mask-error';
import { OperationContext } from '../graphql/operation-context';
import type { Services } from '../graphql/services';
import { resultOf } from '../graphql/result-of';
import { subscribeOperation, type SubscriptionRequest } from '../graphql/subscribe-operation';
import { toGraphQLError } from '../graphql/to-graphql-error';
import { admitOperation, validateOperation } from '../graphql/validate-operation';
import type { Identify } from '../access/remembered-identities';
import { atMoment } from '../lib/at-moment';
import { languageOf } from '../lib/localised';
import type { LiveHub } from '../live/live-hub';
import { Session } from '../live/session';
import { bearerToken, isOwnOrigin, tokenOf } from './request-identity';
import { SocketRegistry } from './socket-registry';
import { watchSlowness } from './slow-client';

const LARGEST_FRAME = 64 * 1024;
const INIT_TIMEOUT_MS = 3_000;
const OPERATIONS_PER_SOCKET = 20;

/** Close codes beyond graphql-ws's own. 4401 is final for clients, 4403 makes them come back with a new token. */
const CLOSE = { revoked: 4401, expired: 4403, restart: 1012, slow: 1013 } as const;

interface Extra extends Record<PropertyKey, unknown> {
  readonly socket: WebSocket;
  readonly request: IncomingMessage;
  session?: Session;
}

interface Prepared {
  /** Whose operation it is: noted when it came, for the connection loses its session when its rights end. */
  readonly session: Session;
  readonly schema: GraphQLSchema;
  readonly document: SubscriptionRequest['document'];
  readonly operation: SubscriptionRequest['operation'];
  readonly variableValues: Readonly<Record<string, unknown>>;
  readonly operationName?: string | null;
}

/** GraphQL over WebSocket (graphql-transport-ws): queries, mutations and subscriptions, under the same limits and masking as over HTTP. */
export class WebSocketEndpoint {
  readonly sockets = new SocketRegistry();
  private readonly server: WebSocketServer;
  private readonly disposable: { dispose: () => void | Promise<void> };
  private readonly aborts = new WeakMap<WebSocket, AbortController>();
  private isDraining = false;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly services: Services,
    private readonly hub: LiveHub,
    private readonly authenticate: Identify,
  ) {
    this.server = new WebSocketServer({ noServer: true, maxPayload: LARGEST_FRAME, perMessageDeflate: false });
    this.disposable = useServer<Record<string, unknown>, Extra>(
      {
        connectionInitWaitTimeout: INIT_TIMEOUT_MS,
        onConnect: (context) => this.onConnect(context),
        onSubscribe: (context, _id, payload) => this.onSubscribe(context, payload),
        execute: (args) => this.executeOnce(args as unknown as Prepared & { contextValue: Extra }),
        subscribe: (args) => this.subscribe(args as unknown as Prepared & { contextValue: Extra }),
        context: (context) => context.extra,
        onClose: (context) => this.aborts.get(context.extra.socket)?.abort(),
      },
      this.server,
      // keep-alive pings every 12 s find dead peers
      12_000,
    );
  }

  /** Takes an upgrade request on the GraphQL path. */
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    if (this.isDraining || !isOwnOrigin(request)) {
      socket.once('finish', () => socket.destroy());
      socket.end(
        `HTTP/1.1 ${this.isDraining ? '503 Service Unavailable' : '403 Forbidden'}\r\nconnection: close\r\n\r\n`,
      );
      return;
    }
    this.server.handleUpgrade(request, socket, head, (webSocket) => {
      this.aborts.set(webSocket, new AbortController());
      watchSlowness(webSocket, () => webSocket.close(CLOSE.slow, 'Too slow'));
      this.server.emit('connection', webSocket, request);
      // graphql-ws writes such errors to the console; ws itself closes with the right code
      webSocket.removeAllListeners('error');
      webSocket.on('error', (error) => this.services.logger.warn({ err: error }, 'WebSocket broken off'));
    });
  }

  /** Takes no new operations and sends clients away, in batches spread over a window so that they do not all come back at once. */
  async drain(windowMs: number): Promise<void> {
    this.isDraining = true;
    await this.sockets.closeAll(CLOSE.restart, 'Service restart', windowMs);
    // who has not said who it is, or came meanwhile
    for (const socket of this.server.clients) socket.terminate();
    await this.disposable.dispose();
  }

  private async onConnect(context: SocketContext<Record<string, unknown>, Extra>): Promise<boolean> {
    try {
      await this.admit(context);
    } catch (error) {
      // the database may be away for a moment: clients take 4500, which graphql-ws would send, as final
      this.services.logger.error({ err: error }, 'could not authenticate a connection');
      context.extra.socket.close(CLOSE.slow, 'Try again later');
    }
    return true;
  }

  private async admit({ connectionParams, extra }: SocketContext<Record<string, unknown>, Extra>): Promise<void> {
    const token = bearerToken(connectionParams?.authorization) ?? tokenOf(extra.request);
    const language = languageOf(
      typeof connectionParams?.language === 'string'
        ? connectionParams.language
        : extra.request.headers['accept-language'],
    );
    const rightsVersion = this.hub.rightsVersion;
    const found = token === null ? null : await this.authenticate(token);
    if (found?.is === 'expired') {
      extra.socket.close(CLOSE.expired, 'Token expired');
      return;
    }
    if (token === null || found?.is !== 'valid') {
      extra.socket.close(CLOSE.revoked, 'Not signed in');
      return;
    }
    // it may have gone while its token was looked up: nothing would take it off the lists again
    if (extra.socket.readyState !== extra.socket.OPEN) return;
    if (!this.sockets.add(extra.socket, found.actor.accountId)) {
      extra.socket.close(CLOSE.slow, 'Too many connections of this account');
      return;
    }
    const session = new Session(found.actor, language, () => this.authenticate(token));
    extra.session = session;
    const applyRights = this.watchRights(extra, session);
    if (this.hub.rightsVersion !== rightsVersion) await applyRights();
  }

  /** Sends the client away when its rights change or its token ends; gives the function that looks at once. */
  private watchRights(extra: Extra, session: Session): () => Promise<void> {
    const { socket } = extra;
    const end = (code: number, reason: string): void => {
      // a client that does not answer the close can still write
      delete extra.session;
      this.aborts.get(socket)?.abort();
      socket.close(code, reason);
    };
    const applyRights = async (): Promise<void> => {
      const change = await session.refresh().catch((error: unknown) => {
        this.services.logger.error({ err: error }, 'could not read rights again');
        return 'unknown' as const;
      });
      if (change === 'revoked') end(CLOSE.revoked, 'Access revoked');
      else if (change === 'expired') end(CLOSE.expired, 'Token expired');
      // the client comes back by itself and gets what its new rights allow
      else if (change === 'rights') end(CLOSE.restart, 'Rights changed');
      else if (change === 'unknown') end(CLOSE.restart, 'Try again');
    };
    const stopListening = this.hub.onRightsChange(applyRights);
    const stopTimer = atMoment(session.expiresAt, () => end(CLOSE.expired, 'Token expired'));
    socket.once('close', () => {
      stopListening();
      stopTimer();
    });
    return applyRights;
  }

  private onSubscribe(
    context: SocketContext<Record<string, unknown>, Extra>,
    payload: SubscribePayload,
  ): Prepared | readonly GraphQLError[] {
    const { session } = context.extra;
    const language = session?.language ?? 'vi';
    const mask = (error: GraphQLError) => unmasked(maskError(error, language, this.services.logger), error);
    if (this.isDraining) context.extra.socket.close(CLOSE.restart, 'Service restart');
    if (session === undefined || this.isDraining) return [notSignedIn()];
    if (Object.keys(context.subscriptions).length > OPERATIONS_PER_SOCKET) {
      const message = {
        vi: `Một kết nối có tối đa ${OPERATIONS_PER_SOCKET} truy vấn đang mở.`,
        en: `A connection has at most ${OPERATIONS_PER_SOCKET} open operations.`,
      }[language];
      return [new GraphQLError(message, { extensions: { code: 'RATE_LIMITED' } })];
    }
    const { documents } = this.services;
    const known = documents.get(payload.query, payload.operationName);
    const checked = known ?? validateOperation(this.schema, payload.query, payload.operationName);
    if (!('document' in checked)) return checked.map(mask);
    try {
      const { actor } = session.caller;
      admitOperation(this.schema, checked, payload.variables ?? {}, { actor, mayIntrospect: true });
    } catch (error) {
      return [mask(toGraphQLError(error))];
    }
    if (known === undefined) documents.add(payload.query, payload.operationName, checked);
    const { document, operation } = checked;
    return {
      session,
      schema: this.schema,
      document,
      operation,
      variableValues: payload.variables ?? {},
      operationName: payload.operationName ?? null,
    };
  }

  private async executeOnce(prepared: Prepared & { contextValue: Extra }): Promise<ExecutionResult> {
    const { contextValue: extra, document, operation, schema, session, variableValues } = prepared;
    // what comes while rights are being read waits for them
    await this.hub.rightsSettled();
    if (extra.session === undefined) return { errors: [notSignedIn()] };
    const context = new OperationContext(this.services, session.caller, this.originOf(extra));
    if (operation.operation === OperationTypeNode.QUERY) {
      const answer = await answerOperation(schema, document, operation, variableValues, context);
      if (answer !== null) return resultOf(answer);
    }
    const result = await execute({
      schema,
      document,
      operationName: operation.name?.value,
      variableValues,
      contextValue: context,
    });
    if (result.errors === undefined) return result;
    const errors = result.errors.map((error) =>
      unmasked(maskError(error, session.language, this.services.logger), error),
    );
    return { ...result, errors };
  }

  private subscribe(prepared: Prepared & { contextValue: Extra }) {
    const { contextValue: extra, document, operation, schema, session, variableValues } = prepared;
    const abort = new AbortController();
    const ends = AbortSignal.any([abort.signal, this.aborts.get(extra.socket)!.signal]);
    const request = { schema, document, operation, variables: variableValues, session, origin: this.originOf(extra) };
    try {
      const source = subscribeOperation({ services: this.services, hub: this.hub }, request, ends);
      // what the socket's end or a lost right takes away stops here, not at the client's next message
      ends.addEventListener('abort', () => void source.return(), { once: true });
      return abortable(source, abort);
    } catch (error) {
      const shown = toGraphQLError(error);
      return { errors: [unmasked(maskError(shown, session.language, this.services.logger), shown)] };
    }
  }

  private originOf(extra: Extra) {
    return { transport: 'websocket' as const, address: extra.request.socket.remoteAddress ?? '' };
  }
}

/** A generator whose `return` first aborts what it waits for: a generator at rest in an `await` does not hear `return`. */
function abortable<Value>(
  source: AsyncGenerator<Value, void, void>,
  abort: AbortController,
): AsyncGenerator<Value, void, void> {
  const end = (): Promise<IteratorResult<Value, void>> => {
    abort.abort();
    return source.return();
  };
  return {
    next: async () => {
      const step = await source.next();
      if (step.done === true) abort.abort();
      return step;
    },
    return: end,
    throw: (error: unknown) => {
      abort.abort();
      return source.throw(error);
    },
    [Symbol.asyncIterator]() {
      return this;
    },
    [Symbol.asyncDispose]: async () => {
      await end();
    },
  };
}

function unmasked(
  shown: { message: string; extensions?: object; path?: readonly (string | number)[] },
  error: GraphQLError,
): GraphQLError {
  return new GraphQLError(shown.message, { path: shown.path, extensions: { ...shown.extensions }, nodes: error.nodes });
}

function notSignedIn(): GraphQLError {
  return new GraphQLError('Not signed in.', { extensions: { code: 'UNAUTHENTICATED' } });
}
