import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { execute, type ExecutionResult, GraphQLError, type GraphQLSchema, OperationTypeNode } from 'graphql';
import {
  type Context as SocketContext,
  handleProtocols,
  makeServer,
  type Server,
  type SubscribePayload,
} from 'graphql-ws';
import { WebSocketServer } from 'ws';
import type { Identify } from '../access/remembered-identities';
import { executedExtensions } from '../graphql/answer-extensions';
import { answerOperation } from '../graphql/answer-operation';
import type { EstimatedCost } from '../graphql/cost/estimate-cost';
import { maskError } from '../graphql/mask-error';
import { OperationContext } from '../graphql/operation-context';
import { resultOf } from '../graphql/result-of';
import type { Services } from '../graphql/services';
import { type LiveWishes, subscribeOperation } from '../graphql/subscribe-operation';
import { toGraphQLError } from '../graphql/to-graphql-error';
import { admitOperation, validateOperation, type ValidOperation } from '../graphql/validate-operation';
import { type Language, languageOf } from '../lib/localised';
import type { LiveHub } from '../live/live-hub';
import type { Session } from '../live/session';
import { clientAddress } from './client-address';
import { CLOSE, Connection, type ConnectionSurroundings, type Handshake } from './connection';
import type { Connections } from './connections';
import { ExplainingSocket, isTooBig } from './explaining-socket';
import { ownFrame, publicFrame } from './frames';
import { Handshakes } from './handshakes';
import { bearerToken, isOwnOrigin, tokenOf } from './request-identity';
import { SocketOperation } from './socket-operation';

const LARGEST_FRAME = 64 * 1024;
const OPERATIONS_PER_SOCKET = 20;

/** Connections of one process; who comes beyond finds another one. */
const MOST_CONNECTIONS = 50_000;

type Params = Record<string, unknown>;
/** What graphql-ws keeps for a connection; it wants a record. */
interface Extra extends Record<PropertyKey, unknown> {
  readonly connection: Connection;
}

interface AdmittedOperation extends ValidOperation {
  readonly cost: EstimatedCost;
}

interface Prepared extends AdmittedOperation {
  readonly id: string;
  /** Whose operation it is: noted when it came, for the connection loses its session when its rights end. */
  readonly session: Session;
  readonly schema: GraphQLSchema;
  readonly variableValues: Readonly<Record<string, unknown>>;
  readonly operationName?: string | null;
  readonly wishes: LiveWishes;
  /** Whether the answer is to be what it would cost. */
  readonly isEstimate: boolean;
}

type Executed = Prepared & { readonly contextValue: Extra };

/** GraphQL over WebSocket (graphql-transport-ws): queries, mutations and subscriptions, under the same limits and masking as over HTTP. */
export class WebSocketEndpoint {
  private readonly server: WebSocketServer;
  private readonly protocol: Server<Extra>;
  private readonly handshakes = new Handshakes();
  private readonly surroundings: ConnectionSurroundings;
  private readonly stopListening: () => void;
  private isDraining = false;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly services: Services,
    private readonly hub: LiveHub,
    private readonly connections: Connections,
    private readonly authenticate: Identify,
  ) {
    this.surroundings = {
      writeFrame: services.config.ownFrames ? ownFrame : publicFrame,
      onError: (error) => {
        if (isTooBig(error)) services.logger.warn('WebSocket closed: a message was too big');
        else services.logger.warn({ err: error }, 'WebSocket broken off');
      },
      onGone: (connection) => this.connections.remove(connection),
    };
    this.stopListening = hub.rights.onChange((accounts) => this.connections.readRights(accounts));
    this.server = new WebSocketServer({
      noServer: true,
      WebSocket: ExplainingSocket,
      clientTracking: false,
      maxPayload: LARGEST_FRAME,
      perMessageDeflate: false,
      handleProtocols,
    });
    this.protocol = makeServer<Params, Extra>({
      // connections are looked after together: a timer for each would cost more than the connection
      connectionInitWaitTimeout: 0,
      onConnect: (context) => this.onConnect(context),
      onSubscribe: (context, id, payload) => this.onSubscribe(context, id, payload),
      execute: (args) => this.executeOnce(args as unknown as Executed),
      subscribe: (args) => this.subscribe(args as unknown as Executed),
      context: (context) => context.extra,
    });
  }

  /** Takes an upgrade request on the GraphQL path. */
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    if (!isOwnOrigin(request)) return refuseUpgrade(socket, '403 Forbidden');
    const open = (): void => {
      if (this.isDraining) refuseUpgrade(socket, '503 Service Unavailable');
      else if (!socket.destroyed) this.upgrade(request, socket, head);
    };
    const hasRoom = !this.isDraining && this.connections.openSize < MOST_CONNECTIONS && this.handshakes.enter(open);
    if (!hasRoom) refuseUpgrade(socket, '503 Service Unavailable');
  }

  /** Takes no new operations and sends clients away, spread over a window so that they do not all come back at once. */
  async drain(windowMs: number): Promise<void> {
    this.isDraining = true;
    await this.connections.closeAll(CLOSE.restart, 'Service restart', windowMs);
    this.stopListening();
    this.server.close();
  }

  private upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const handshake = {
      token: tokenOf(request),
      language: request.headers['accept-language'],
    };
    const address = clientAddress(request, this.services.config.proxies);
    this.server.handleUpgrade(request, socket, head, (webSocket) => {
      const connection = new Connection(webSocket, address, handshake, this.surroundings);
      this.connections.add(connection);
      connection.closed = this.protocol.opened(connection, { connection });
    });
  }

  private async onConnect(context: SocketContext<Params, Extra>): Promise<boolean> {
    const { connection } = context.extra;
    const { handshake } = connection;
    connection.handshake = null;
    const params = context.connectionParams ?? {};
    // graphql-ws keeps them for the life of the connection
    Object.assign(context, { connectionParams: null });
    try {
      await this.admit(connection, handshake, params);
    } catch (error) {
      // the database may be away for a moment: clients take 4500, which graphql-ws would send, as final
      this.services.logger.error({ err: error }, 'could not authenticate a connection');
      connection.close(CLOSE.slow, 'Try again later');
    }
    return true;
  }

  private async admit(connection: Connection, handshake: Handshake | null, params: Params): Promise<void> {
    const { socket } = connection;
    const token = bearerToken(params.authorization) ?? handshake?.token ?? null;
    const language = languageOf(typeof params.language === 'string' ? params.language : handshake?.language);
    const { version } = this.hub.rights;
    const found = token === null ? null : await this.authenticate(token);
    if (found?.is === 'expired') return connection.close(CLOSE.expired, 'Token expired');
    if (token === null || found?.is !== 'valid') return connection.close(CLOSE.revoked, 'Not signed in');
    // it may have gone while its token was looked up: nothing would take it off the lists again
    if (socket.readyState !== socket.OPEN) return;
    if (!this.connections.admit(connection, found.actor, language, token)) {
      return connection.close(CLOSE.slow, 'Too many connections of this account');
    }
    // rights may have changed between the look and the listening
    if (this.hub.rights.version !== version) await this.connections.readRights(new Set([found.actor.accountId]));
  }

  private onSubscribe(
    { extra: { connection }, subscriptions }: SocketContext<Params, Extra>,
    id: string,
    payload: SubscribePayload,
  ): Prepared | readonly GraphQLError[] {
    const { session } = connection;
    if (this.isDraining) connection.socket.close(CLOSE.restart, 'Service restart');
    if (session === null || this.isDraining) return [notSignedIn()];
    if (Object.keys(subscriptions).length > OPERATIONS_PER_SOCKET) return [tooManyOperations(session.language)];
    const { extensions, operationName } = payload;
    const isEstimate = extensions?.estimate === true;
    const checked = this.checked(payload, session, isEstimate);
    if (!('document' in checked)) return checked;
    const variableValues = payload.variables ?? {};
    const wishes = {
      hash: typeof extensions?.hash === 'string' ? extensions.hash : null,
      takesPatches: extensions?.patch === 'json-patch',
    };
    // graphql-ws keeps the message as long as the operation: its text is kept once, with the document
    Object.assign(payload, { query: '', variables: null, extensions: null });
    return { ...checked, id, session, schema: this.schema, variableValues, operationName, wishes, isEstimate };
  }

  /** Parses, validates and admits an operation; what was parsed and validated before is not again. */
  private checked(
    { query, operationName, variables }: SubscribePayload,
    session: Session,
    isEstimate: boolean,
  ): AdmittedOperation | readonly GraphQLError[] {
    const { documents } = this.services;
    const known = documents.get(query, operationName);
    const checked = known ?? validateOperation(this.schema, query, operationName);
    if (!('document' in checked)) return checked.map((error) => this.masked(error, session.language));
    try {
      const { actor } = session.caller;
      const cost = admitOperation(this.schema, checked, variables ?? {}, { actor, isEstimate, mayIntrospect: true });
      if (known === undefined) documents.add(query, operationName, checked, actor?.accountId ?? null);
      return { ...checked, cost };
    } catch (error) {
      return [this.masked(toGraphQLError(error), session.language)];
    }
  }

  private async executeOnce(prepared: Executed): Promise<ExecutionResult> {
    const { contextValue, document, operation, schema, session, variableValues } = prepared;
    const { connection } = contextValue;
    // what comes while rights are being read waits for them
    await this.hub.rights.settled();
    if (connection.session === null) return { errors: [notSignedIn()] };
    const origin = { transport: 'websocket' as const, address: connection.address };
    const context = new OperationContext(this.services, session.caller, origin);
    context.cost = prepared.cost;
    if (prepared.isEstimate) return { data: null, extensions: { ...executedExtensions(context, false) } };
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
    const extensions = { ...executedExtensions(context, result.data != null) };
    return { ...this.maskedResult(result, session.language), extensions };
  }

  private async subscribe(prepared: Executed): Promise<SocketOperation | ExecutionResult> {
    const { contextValue, id, session, variableValues: variables } = prepared;
    if (prepared.isEstimate) return this.executeOnce(prepared);
    const outlet = new SocketOperation(contextValue.connection, id);
    try {
      await this.hub.rights.settled();
      outlet.begin(await subscribeOperation(this.services, this.hub, { ...prepared, variables }, outlet));
      return outlet;
    } catch (error) {
      outlet.complete();
      return { data: null, errors: [this.masked(toGraphQLError(error), session.language)] };
    }
  }

  private maskedResult(result: ExecutionResult, language: Language): ExecutionResult {
    if (result.errors === undefined) return result;
    return { ...result, errors: result.errors.map((error) => this.masked(error, language)) };
  }

  private masked(error: GraphQLError, language: Language): GraphQLError {
    const { message, path, extensions } = maskError(error, language, this.services.logger);
    return new GraphQLError(message, { path, extensions: { ...extensions }, nodes: error.nodes });
  }
}

function refuseUpgrade(socket: Duplex, status: string): void {
  socket.once('finish', () => socket.destroy());
  socket.end(`HTTP/1.1 ${status}\r\nconnection: close\r\n\r\n`);
}

function tooManyOperations(language: Language): GraphQLError {
  const message = {
    vi: `Một kết nối có tối đa ${OPERATIONS_PER_SOCKET} truy vấn đang mở.`,
    en: `A connection has at most ${OPERATIONS_PER_SOCKET} open operations.`,
  }[language];
  return new GraphQLError(message, { extensions: { code: 'RATE_LIMITED' } });
}

function notSignedIn(): GraphQLError {
  return new GraphQLError('Not signed in.', { extensions: { code: 'UNAUTHENTICATED' } });
}
