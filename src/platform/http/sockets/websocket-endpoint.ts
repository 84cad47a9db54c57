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
import type { Identify } from '../../access/remembered-identities';
import { executedExtensions } from '../../operations/answer-extensions';
import { answerOperation } from '../../operations/answer-operation';
import { explainInvalid } from '../../operations/explain-invalid';
import type { EstimatedCost } from '../../schema/cost/estimated-cost';
import { maskError } from '../../operations/mask-error';
import { RateLimited } from '../../operations/limits/rate-limited';
import { COUNTED_AS_QUERY, countedAs } from '../../operations/limits/rates';
import { OperationContext } from '../../schema/operation-context';
import { resultOf } from '../../operations/result-of';
import type { OperationServices } from '../../operations/operation-services';
import { declaredVariables } from '../../operations/declared-variables';
import { subscribeOperation } from '../../operations/subscribe-operation';
import type { LiveOptions } from '../../operations/subscription-request';
import type { ValidOperation } from '../../operations/valid-operation';
import { toGraphQLError } from '../../operations/to-graphql-error';
import { admitOperation, validateOperation } from '../../operations/validate-operation';
import { type Language, languageOf } from '../../lib/localised';
import type { LiveHub } from '../../live/live-hub';
import type { Session } from '../../live/session';
import { clientAddress } from '../client-address';
import { CLOSE, Connection, type ConnectionServices, type Handshake } from './connection';
import type { Connections } from './connections';
import { ExplainingSocket, isTooBig } from './explaining-socket';
import { ownFrame, publicFrame } from './frames';
import { Handshakes } from './handshakes';
import { refuseUpgrade } from './refuse-upgrade';
import { bearerToken, mayAsk, tokenOf } from '../request-identity';
import type { SocketOperation } from './socket-operation';
import { SocketRoom } from './socket-room';

const LARGEST_FRAME = 64 * 1024;
const OPERATIONS_PER_SOCKET = 20;
/** Pieces that a message may come in, and those of a frame that TCP may bring: more is somebody's game. */
const MOST_FRAGMENTS = 64;
const MOST_CHUNKS = 4_096;

/** Who does not answer a close within this time is cut off. */
const CLOSE_MS = 5_000;

// the types of ws are older than it is
const BOUNDS = { maxFragments: MOST_FRAGMENTS, maxBufferedChunks: MOST_CHUNKS, closeTimeout: CLOSE_MS } as object;

type Params = Record<string, unknown>;
/** What graphql-ws keeps for a connection; it wants a record. */
interface Extra extends Record<PropertyKey, unknown> {
  readonly connection: Connection;
}

interface AdmittedOperation extends ValidOperation {
  readonly cost: EstimatedCost;
}

interface Prepared extends AdmittedOperation {
  /** Its place among the operations of its connection. */
  readonly place: SocketOperation;
  /** Whose operation it is: noted when it came, for the connection loses its session when its rights end. */
  readonly session: Session;
  readonly schema: GraphQLSchema;
  readonly variableValues: Readonly<Record<string, unknown>>;
  readonly operationName?: string | null;
  readonly liveOptions: LiveOptions;
  /** Whether the answer is to be what it would cost. */
  readonly isEstimate: boolean;
}

type Executed = Prepared & { readonly contextValue: Extra };

/** GraphQL over WebSocket (graphql-transport-ws): queries, mutations and subscriptions, under the same limits and masking as over HTTP. */
export class WebSocketEndpoint {
  private readonly server: WebSocketServer;
  private readonly protocol: Server<Extra>;
  private readonly handshakes = new Handshakes();
  private readonly room: SocketRoom;
  private readonly connectionServices: ConnectionServices;
  private readonly stopListening: () => void;
  private isDraining = false;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly services: OperationServices,
    private readonly hub: LiveHub,
    private readonly connections: Connections,
    private readonly authenticate: Identify,
  ) {
    const { sockets, socketsPerAddress } = services.config;
    this.room = new SocketRoom({ perAddress: socketsPerAddress, inAll: sockets });
    this.connectionServices = {
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
      ...BOUNDS,
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
    if (!mayAsk(request, this.services.config)) return refuseUpgrade(socket, '403 Forbidden');
    if (this.isDraining) return refuseUpgrade(socket, '503 Service Unavailable');
    const address = clientAddress(request, this.services.config.proxies);
    const full = this.room.enter(address, socket);
    if (full !== null) return refuseUpgrade(socket, '429 Too Many Requests', full, request);
    const open = (): void => {
      if (this.isDraining) refuseUpgrade(socket, '503 Service Unavailable');
      else if (!socket.destroyed) this.upgrade(request, socket, head, address);
    };
    if (!this.handshakes.enter(open)) refuseUpgrade(socket, '503 Service Unavailable');
  }

  /** Takes no new operations and sends clients away, spread over a window so that they do not all come back at once. */
  async drain(windowMs: number): Promise<void> {
    this.isDraining = true;
    await this.connections.closeAll(CLOSE.restart, 'Service restart', windowMs);
    this.stopListening();
    this.server.close();
  }

  private upgrade(request: IncomingMessage, socket: Duplex, head: Buffer, address: string): void {
    const handshake = {
      token: tokenOf(request, this.services.config),
      language: request.headers['accept-language'],
    };
    this.server.handleUpgrade(request, socket, head, (webSocket) => {
      const connection = new Connection(webSocket, address, handshake, this.connectionServices);
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

  private async onSubscribe(
    { extra: { connection } }: SocketContext<Params, Extra>,
    id: string,
    payload: SubscribePayload,
  ): Promise<Prepared | readonly GraphQLError[]> {
    const place = connection.operationOf(id);
    // its connection has ended
    if (place === undefined) return [notSignedIn()];
    const prepared = await this.prepared(connection, place, payload);
    if (!('document' in prepared)) place.worked();
    return prepared;
  }

  /** Lets an operation in when it is its account's turn. */
  private async prepared(
    connection: Connection,
    place: SocketOperation,
    payload: SubscribePayload,
  ): Promise<Prepared | readonly GraphQLError[]> {
    const { session } = connection;
    if (this.isDraining) connection.close(CLOSE.restart, 'Service restart');
    if (session === null || this.isDraining) return [notSignedIn()];
    try {
      if (connection.operations > OPERATIONS_PER_SOCKET) throw tooManyOperations();
      // however many wait: nothing more is read from their sockets, and those are bounded
      await place.waitFor(this.services.turns.take(session.accountId));
      if (!place.starts() || connection.session === null) return [notSignedIn()];
      const { extensions, operationName } = payload;
      const isEstimate = extensions?.estimate === true;
      const checked = this.checked(payload, session, isEstimate);
      if (!('document' in checked)) return checked.map((error) => this.masked(error, session.language));
      const variableValues = declaredVariables(checked.operation, payload.variables ?? {});
      const liveOptions = {
        hash: typeof extensions?.hash === 'string' ? extensions.hash : null,
        takesPatches: extensions?.patch === 'json-patch',
      };
      // graphql-ws keeps the message as long as the operation: its text is kept once, with the document
      Object.assign(payload, { query: '', variables: null, extensions: null });
      return {
        ...checked,
        place,
        session,
        schema: this.schema,
        variableValues,
        operationName,
        liveOptions,
        isEstimate,
      };
    } catch (error) {
      return [this.masked(toGraphQLError(error), session.language)];
    }
  }

  /** Parses, validates, counts and admits an operation; what was parsed and validated before is not again. Throws what else stands in its way. */
  private checked(
    { query, operationName, variables }: SubscribePayload,
    session: Session,
    isEstimate: boolean,
  ): AdmittedOperation | readonly GraphQLError[] {
    const { documents, rates } = this.services;
    const known = documents.get(query, operationName);
    const found = known ?? validateOperation(this.schema, query, operationName);
    const isValid = 'document' in found;
    const { kind, operations } = isValid ? countedAs(found.operation) : COUNTED_AS_QUERY;
    rates.count(kind, session.accountId, operations);
    if (!isValid) return found;
    const { actor } = session.caller;
    const cost = admitOperation(this.schema, found, variables ?? {}, { actor, isEstimate, mayIntrospect: true });
    if (known === undefined) documents.add(query, operationName, found, session.accountId);
    return { ...found, cost };
  }

  private async executeOnce(prepared: Executed): Promise<ExecutionResult> {
    try {
      return await this.executed(prepared);
    } finally {
      prepared.place.worked();
    }
  }

  private async executed(prepared: Executed): Promise<ExecutionResult> {
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
    if (prepared.isEstimate) return this.executeOnce(prepared);
    const { place, session, variableValues: variables } = prepared;
    try {
      await this.hub.rights.settled();
      place.begin(await subscribeOperation(this.services, this.hub, { ...prepared, variables }, place));
      // graphql-ws keeps this as long as the subscription: what is asked is kept once, by those who share it
      Object.assign(prepared, { document: null, operation: null, variableValues: null });
      return place;
    } catch (error) {
      return { data: null, errors: [this.masked(toGraphQLError(error), session.language)] };
    } finally {
      place.worked();
    }
  }

  private maskedResult(result: ExecutionResult, language: Language): ExecutionResult {
    if (result.errors === undefined) return result;
    return { ...result, errors: result.errors.map((error) => this.masked(error, language)) };
  }

  private masked(error: GraphQLError, language: Language): GraphQLError {
    // whoever has a connection has signed in
    const explain = (invalid: GraphQLError) => explainInvalid(invalid, this.schema, { language, isKnown: true });
    const { message, path, extensions } = maskError(error, language, this.services.logger, explain);
    return new GraphQLError(message, { path, extensions: { ...extensions }, nodes: error.nodes });
  }
}

function tooManyOperations(): RateLimited {
  return new RateLimited(
    { limit: 'operationsPerSocket', value: OPERATIONS_PER_SOCKET },
    {
      vi: `Một kết nối có tối đa ${OPERATIONS_PER_SOCKET} truy vấn đang mở. Hãy kết thúc bớt, hoặc mở thêm một kết nối.`,
      en: `A connection has at most ${OPERATIONS_PER_SOCKET} open operations. Complete one, or open another connection.`,
    },
  );
}

function notSignedIn(): GraphQLError {
  return new GraphQLError('Not signed in.', { extensions: { code: 'UNAUTHENTICATED' } });
}
