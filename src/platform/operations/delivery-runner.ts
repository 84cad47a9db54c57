import { execute } from 'graphql';
import type { Caller } from '../access/actor';
import { readCursor, writeCursor } from '../event-log/log-cursor';
import type { LogEvent } from '../event-log/event-row';
import { todayOf } from '../lib/clock';
import { beginObject } from '../lib/json-text';
import type { LiveRun } from '../live/live-group';
import { answerMessage } from '../live/messages';
import { type ExecutedEvent, PREVIOUS, RenderedEvent } from '../live/rendered-event';
import { canSeeEvent } from '../reader/model/event.policy';
import { answerQuery, type MaskedAnswer } from './answer-operation';
import { noRoomForLive } from './limits/live-room';
import { maskError } from './mask-error';
import { type EventFilter, matchingEvents } from './matching-events';
import { OperationContext, type Origin } from '../schema/operation-context';
import type { Services } from '../schema/services';
import { toGraphQLError } from './to-graphql-error';
import type { SubscribedField, SubscriptionRequest } from './subscription-request';

/** Codes of failures that may be gone at the next try. */
const PASSING: ReadonlySet<unknown> = new Set(['UNAVAILABLE', 'INTERNAL']);

// what is executed for many comes from no one's address
const ORIGIN: Origin = { transport: 'websocket', address: '' };

/** Executes what a subscription selects, for all who share it: with the rights that they share, at the time of now, in a context of its own each time. */
export class DeliveryRunner {
  private readonly operation: Pick<SubscriptionRequest, 'schema' | 'document' | 'operation' | 'variables'>;

  constructor(
    private readonly services: Services,
    { schema, document, operation, variables }: SubscriptionRequest,
    private readonly root: SubscribedField,
    private readonly caller: Caller,
  ) {
    // not the session: who has left is not kept
    this.operation = { schema, document, operation, variables };
  }

  /** Runs a live query, in the turn of one of the accounts that share it. An answer over so many bytes is an error. */
  async live(payer: string, mostBytes: number): Promise<LiveRun> {
    const { schema, document, operation, variables: rawVariables } = this.operation;
    const { key, nodes, variables } = this.root;
    const context = this.context();
    context.payer = payer;
    const query = schema.getQueryType()!;
    const asked = { schema, document, operation, rawVariables, variables };
    const answer = await answerQuery(asked, context, 'live', (collector) => collector.below(query, nodes));
    const { data } = answer;
    if (data.length > mostBytes) {
      const refused = maskError(toGraphQLError(noRoomForLive()), this.caller.language, this.services.logger);
      return { ...this.moment(answer, context), data: NULL, errors: [refused] };
    }
    // of the whole message: what is answered lies below `live`
    const errors = answer.errors?.map(({ path, ...error }) => ({ ...error, ...(path && { path: [key, ...path] }) }));
    const truncated = answer.extensions.truncated?.map((cut) => ({ ...cut, path: [key, ...cut.path] }));
    // `live` is never null: an answer that failed as a whole takes the root with it
    const isNull = data.equals(NULL);
    return {
      data: isNull ? data : Buffer.concat([Buffer.from(beginObject(key)), data, CLOSE]),
      ...(errors && { errors }),
      ...(truncated && { truncated }),
      ...this.moment(answer, context),
      isTransient: errors?.some((error) => PASSING.has(error.extensions?.code)) ?? false,
    };
  }

  private moment(
    { extensions }: MaskedAnswer,
    { dependencies }: OperationContext,
  ): Pick<LiveRun, 'cursor' | 'dependencies' | 'isTransient'> {
    return { cursor: readCursor(extensions.cursor)!, dependencies, isTransient: false };
  }

  /** Renders events; null for those that the filter or the rights hold back. Fails when the database is away, so that they are tried again. */
  async events(events: readonly LogEvent[]): Promise<readonly (RenderedEvent | null)[]> {
    const context = this.context();
    const filter = (this.root.args.where as EventFilter | undefined) ?? null;
    const matching = await matchingEvents(context, events, filter);
    return Promise.all(
      events.map(async (event) => {
        if (!matching.has(event.position) || !canSeeEvent(context.actor, event)) return null;
        const cursor = writeCursor(event);
        return new RenderedEvent(cursor, await this.executed({ events: { ...event, cursor } }));
      }),
    );
  }

  /** A beat as of now. */
  async heartbeat(): Promise<Buffer> {
    const { clock, log, appVersion } = this.services;
    const cursor = writeCursor(log.feed.head);
    const beat = { serverTime: clock.now(), today: todayOf(clock), cursor, appVersion };
    const { data, errors, extensions } = await this.executed({ heartbeat: beat });
    return answerMessage(Buffer.from(JSON.stringify(data ?? null)), errors, extensions);
  }

  private async executed(rootValue: object): Promise<ExecutedEvent> {
    const { schema, document, operation, variables } = this.operation;
    const context = this.context();
    context.previousCursor = PREVIOUS;
    const { data, errors } = await execute({
      schema,
      document,
      operationName: operation.name?.value,
      variableValues: variables,
      rootValue,
      contextValue: context,
    });
    const shown = errors?.map((error) => maskError(error, this.caller.language, this.services.logger));
    const away = shown?.findIndex((error) => error.extensions?.code === 'UNAVAILABLE') ?? -1;
    if (away >= 0) throw errors![away]!;
    const extensions = { cursor: writeCursor(this.services.log.feed.head) };
    return { data, ...(shown && { errors: shown }), extensions };
  }

  private context(): OperationContext {
    return new OperationContext(this.services, this.caller, ORIGIN);
  }
}

const NULL = Buffer.from('null');
const CLOSE = Buffer.from('}');
