import {
  type DocumentNode,
  execute,
  type ExecutionArgs,
  type ExecutionResult,
  getArgumentValues,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
} from 'graphql';
// graphql-js keeps these to itself; they resolve fragments, directives and variables exactly as an execution does
import { collectFields } from 'graphql/execution/collectFields';
import { getVariableValues } from 'graphql/execution/values';
import { createHash } from 'node:crypto';
import { type Caller, rightsKeyOf } from '../access/actor';
import { writeCursor } from '../event-log/log-cursor';
import type { LogEvent } from '../event-log/event-row';
import { todayOf } from '../lib/clock';
import { streamEvents } from '../live/event-stream';
import { heartbeats } from '../live/heartbeat';
import type { LiveRun } from '../live/live-group';
import type { LiveHub } from '../live/live-hub';
import type { Session } from '../live/session';
import type { Filter } from '../reader/filter';
import { matchingEvents } from './matching-events';
import { fieldNamesOf } from './document-facts';
import { maskError } from './mask-error';
import { OperationContext, type Origin } from './operation-context';
import type { Services } from './services';

/** Fields whose answer depends on the account itself, not only on its rights: live queries with them are not shared between accounts. */
const ACCOUNT_FIELDS = ['viewer', 'viewerCan'];

/** Codes of failures that may be gone at the next try. */
const PASSING: ReadonlySet<unknown> = new Set(['UNAVAILABLE', 'INTERNAL']);

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
  const { name, args } = rootFieldOf(request);
  const runner = new DeliveryRunner(services, request);
  if (name === 'live') return hub.subscribe(liveRequest(runner, request));
  if (name === 'events') return deliverEvents(runner, services, hub, request, args, signal);
  return deliverHeartbeats(runner, services, signal);
}

function rootFieldOf({ schema, document, operation, variables }: SubscriptionRequest): {
  name: string;
  args: Readonly<Record<string, unknown>>;
} {
  const type = schema.getSubscriptionType()!;
  const coerced = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
  if (coerced.errors !== undefined) throw coerced.errors[0]!;
  const fragments = Object.fromEntries(
    document.definitions.flatMap((node) => (node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node]] : [])),
  );
  const fields = collectFields(schema, fragments, coerced.coerced, type, operation.selectionSet);
  const node = [...fields.values()][0]?.[0];
  if (node === undefined) throw new GraphQLError('The subscription selects nothing.');
  const field = type.getFields()[node.name.value]!;
  return { name: node.name.value, args: getArgumentValues(field, node, coerced.coerced) };
}

/** Executes a subscription's selection for one delivery. */
class DeliveryRunner {
  readonly fieldNames: ReadonlySet<string>;

  constructor(
    readonly services: Services,
    readonly request: SubscriptionRequest,
  ) {
    this.fieldNames = fieldNamesOf(request.document);
  }

  /** `caller` is who it is for: the session as it is now, or the rights under which a live group was formed. */
  async run(rootValue: object, caller: Caller = this.request.session.caller): Promise<LiveRun> {
    const { schema, document, operation, variables, session, origin } = this.request;
    const context = new OperationContext(this.services, caller, origin);
    context.fieldNames = this.fieldNames;
    const cursor = writeCursor(this.services.log.feed.head);
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
    const result = { ...answer, ...(errors && { errors }), extensions: { cursor } };
    const mayPass = errors?.some((error) => PASSING.has(error.extensions.code)) ?? false;
    return { result, dependencies: context.dependencies, mayPass };
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
  return { key, session, execute: () => runner.run({}, hasSameRights() ? session.caller : caller) };
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
        matchingEvents(contextOf(), page, (args.where as Filter | undefined) ?? null),
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
    for await (const event of events) yield (await runner.run({ events: event })).result;
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
  for await (const heartbeat of heartbeats(beat, signal)) yield (await runner.run({ heartbeat })).result;
}
