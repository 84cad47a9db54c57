import {
  type DocumentNode,
  execute,
  type ExecutionArgs,
  type ExecutionResult,
  getArgumentValues,
  type FieldNode,
  GraphQLError,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
// graphql-js keeps this to itself; it coerces variables exactly as an execution does
import { getVariableValues } from 'graphql/execution/values';
import { createHash } from 'node:crypto';
import { type Caller, rightsKeyOf } from '../access/actor';
import { writeCursor } from '../event-log/log-cursor';
import type { LogEvent } from '../event-log/event-row';
import { todayOf } from '../lib/clock';
import { pause } from '../lib/pause';
import { type StreamedEvent, streamEvents } from '../live/event-stream';
import { heartbeats } from '../live/heartbeat';
import type { LiveRun } from '../live/live-group';
import type { LiveHub } from '../live/live-hub';
import type { Session } from '../live/session';
import { fragmentsOf, SelectionCollector } from '../reader/selections';
import { answerQuery } from './answer-operation';
import { type EventFilter, matchingEvents } from './matching-events';
import { fieldNamesOf } from './document-facts';
import { maskError } from './mask-error';
import { resultOf } from './result-of';
import { OperationContext, type Origin } from './operation-context';
import type { Services } from './services';

/** Fields whose answer depends on the account itself, not only on its rights: live queries with them are not shared between accounts. */
const ACCOUNT_FIELDS = ['viewer', 'viewerCan'];

/** Codes of failures that may be gone at the next try. */
const PASSING: ReadonlySet<unknown> = new Set(['UNAVAILABLE', 'INTERNAL']);

/** While the database is away, the time until the next try. */
const RETRY_MS = 1_000;

/** A subscription that was parsed and validated. */
export interface SubscriptionRequest {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly session: Session;
  readonly origin: Origin;
}

/** What subscriptions need of the program. */
export interface SubscriptionServices {
  readonly services: Services;
  readonly hub: LiveHub;
}

/**
 * Starts a subscription: `live`, `events` or `heartbeat`. Every delivery is an execution of its own with a fresh context, never the context of the
 * subscription's beginning.
 */
export function subscribeOperation(
  { services, hub }: SubscriptionServices,
  request: SubscriptionRequest,
  signal: AbortSignal,
): AsyncGenerator<ExecutionResult, void, void> {
  const root = rootFieldOf(request);
  const { name, args } = root;
  const runner = new DeliveryRunner(services, request, root);
  if (name === 'live') return hub.subscribe(liveRequest(runner, request));
  if (name === 'events') return deliverEvents(runner, services, hub, request, args, signal);
  return deliverHeartbeats(runner, services, signal);
}

/** The one root field of a subscription. */
interface RootField {
  readonly key: string;
  readonly name: string;
  readonly nodes: readonly FieldNode[];
  readonly args: Readonly<Record<string, unknown>>;
  /** Variables of the operation, coerced. */
  readonly variables: Readonly<Record<string, unknown>>;
}

function rootFieldOf({ schema, document, operation, variables }: SubscriptionRequest): RootField {
  const type = schema.getSubscriptionType()!;
  const { coerced, errors } = getVariableValues(schema, operation.variableDefinitions ?? [], { ...variables });
  if (errors !== undefined) throw errors[0]!;
  const collector = new SelectionCollector(schema, fragmentsOf(document), coerced);
  const [root] = collector.root(type, operation.selectionSet);
  if (root === undefined) throw new GraphQLError('The subscription selects nothing.');
  const [key, nodes] = root;
  const field = type.getFields()[nodes[0]!.name.value]!;
  return { key, name: field.name, nodes, args: getArgumentValues(field, nodes[0]!, coerced), variables: coerced };
}

/** Answers a subscription's selection for one delivery. */
class DeliveryRunner {
  readonly fieldNames: ReadonlySet<string>;

  constructor(
    readonly services: Services,
    readonly request: SubscriptionRequest,
    private readonly root: RootField,
  ) {
    this.fieldNames = fieldNamesOf(request.document);
  }

  /** Runs a live query. `caller` is who it is for: the session as it is now, or the rights under which the live group was formed. */
  async live(caller: Caller): Promise<LiveRun> {
    const { schema, document, operation, variables: rawVariables } = this.request;
    const context = this.contextOf(caller);
    const { key, nodes, variables } = this.root;
    const query = schema.getQueryType()!;
    const asked = { schema, document, operation, rawVariables, variables };
    const answer = await answerQuery(asked, context, 'live', (collector) => collector.below(query, nodes));
    const mayPass = answer.errors?.some((error) => PASSING.has(error.extensions?.code)) ?? false;
    const result = resultOf({ ...answer, extensions: { cursor: answer.extensions.cursor } }, (data) =>
      data === null ? null : { [key]: data },
    );
    return { result, dependencies: context.dependencies, mayPass };
  }

  /** Executes the selection over what is delivered. */
  async deliver(rootValue: object, previousCursor: string | null = null): Promise<ExecutionResult> {
    const { schema, document, operation, variables, session } = this.request;
    const context = this.contextOf(session.caller);
    context.previousCursor = previousCursor;
    const args: ExecutionArgs = {
      schema,
      document,
      operationName: operation.name?.value,
      variableValues: variables,
      rootValue,
      contextValue: context,
    };
    const answer = await execute(args);
    const errors = answer.errors?.map((error) => maskedError(error, session, this.services));
    const cursor = writeCursor(this.services.log.feed.head);
    return { ...answer, ...(errors && { errors }), extensions: { cursor } };
  }

  /** Delivers an event; while the database is away the event waits with it. */
  async deliverEvent(event: StreamedEvent, signal: AbortSignal): Promise<ExecutionResult> {
    for (;;) {
      const answer = await this.deliver({ events: event }, event.previous);
      const isAway = answer.errors?.some((error) => error.extensions.code === 'UNAVAILABLE') ?? false;
      if (!isAway || signal.aborted) return answer;
      await pause(RETRY_MS, signal);
    }
  }

  private contextOf(caller: Caller): OperationContext {
    return new OperationContext(this.services, caller, this.request.origin);
  }
}

function maskedError(error: GraphQLError, session: Session, services: Services): GraphQLError {
  const { message, ...rest } = maskError(error, session.language, services.logger);
  return new GraphQLError(message, { path: rest.path, extensions: rest.extensions, nodes: error.nodes });
}

function liveRequest(runner: DeliveryRunner, request: SubscriptionRequest) {
  const { session, document, operation, variables } = request;
  const { actor } = session.caller;
  const isPersonal = ACCOUNT_FIELDS.some((name) => runner.fieldNames.has(name));
  const key = createHash('sha256')
    .update(
      JSON.stringify([
        document.loc?.source.body ?? '',
        operation.name?.value ?? '',
        variables,
        rightsKeyOf(actor),
        session.language,
        isPersonal ? actor?.accountId : '',
      ]),
    )
    .digest('base64url');
  // the group keeps the rights that it was formed under: a member whose rights change is sent away, and must not lend new rights to the others
  const { caller } = session;
  const hasSameRights = () => rightsKeyOf(session.caller.actor) === rightsKeyOf(caller.actor);
  return { key, session, execute: () => runner.live(hasSameRights() ? session.caller : caller) };
}

async function* deliverEvents(
  runner: DeliveryRunner,
  services: Services,
  hub: LiveHub,
  request: SubscriptionRequest,
  args: Readonly<Record<string, unknown>>,
  signal: AbortSignal,
): AsyncGenerator<ExecutionResult, void, void> {
  const { session } = request;
  const contextOf = () => new OperationContext(services, session.caller, request.origin);
  const events = streamEvents(
    {
      feed: services.log.feed,
      after: (args.after as string | undefined) ?? null,
      actor: async () => {
        await hub.rightsSettled();
        await session.settled();
        return contextOf().actor;
      },
      matching: (page: readonly LogEvent[]) =>
        matchingEvents(contextOf(), page, (args.where as EventFilter | undefined) ?? null),
      oldest: async () => {
        const [row] = await services.database.query<{ oldest: number }>(
          'select coalesce(min(position), 1) as oldest from event_log',
        );
        return row!.oldest;
      },
      onFailure: (error) => services.logger.error({ err: error }, 'an event stream waits for the database'),
    },
    signal,
  );
  try {
    for await (const event of events) yield await runner.deliverEvent(event, signal);
  } catch (error) {
    const cause = error instanceof Error ? error : new Error(String(error));
    const graphqlError = new GraphQLError(cause.message, { originalError: cause, path: ['events'] });
    yield { data: null, errors: [maskedError(graphqlError, session, services)] };
  }
}

async function* deliverHeartbeats(
  runner: DeliveryRunner,
  services: Services,
  signal: AbortSignal,
): AsyncGenerator<ExecutionResult, void, void> {
  const beat = () => ({
    serverTime: services.clock.now(),
    today: todayOf(services.clock),
    cursor: writeCursor(services.log.feed.head),
    appVersion: services.appVersion,
  });
  for await (const heartbeat of heartbeats(beat, signal)) yield await runner.deliver({ heartbeat });
}
