import { getArgumentValues, GraphQLError, print } from 'graphql';
// graphql-js keeps this to itself; it coerces variables exactly as an execution does
import { getVariableValues } from 'graphql/execution/values';
import { createHash } from 'node:crypto';
import { rightsKeyOf } from '../access/actor';
import type { GroupName } from '../live/group-name';
import type { LiveHub } from '../live/live-hub';
import type { Unsubscribe, Sink } from '../live/sink';
import { fragmentsOf, SelectionCollector } from '../reader/statement/selections';
import { noRoomForLive } from './limits/live-room';
import { DeliveryRunner } from './delivery-runner';
import { fieldNamesOf } from './document-facts';
import { startOfStream } from './start-of-stream';
import type { SubscribedField, SubscriptionRequest } from './subscription-request';
import type { Services } from '../schema/services';

/**
 * Starts a subscription: `live`, `events` or `heartbeat`; gives what ends it. Its messages go to the sink. What several subscribers ask in the same words, with the same
 * rights, is executed once for all of them, each time with a context of its own. Throws what makes the subscription impossible from the start.
 */
export async function subscribeOperation(
  services: Services,
  hub: LiveHub,
  request: SubscriptionRequest,
  sink: Sink,
): Promise<Unsubscribe> {
  const root = rootFieldOf(request);
  const { caller } = request.session;
  // of those who share, none can lend the others rights: the rights are part of the name
  const runner = new DeliveryRunner(services, request, root, caller);
  if (root.name === 'live') {
    const { hash: knownHash, takesPatches } = request.liveOptions;
    const name = nameOf(services, request, root.variables);
    if (!hub.hasRoom(name, sink.owner)) throw noRoomForLive();
    const member = { sink, knownHash, takesPatches };
    return hub.subscribe(name, (payer, mostBytes) => runner.live(payer, mostBytes), member);
  }
  if (root.name === 'heartbeat') {
    const name = nameOf(services, request, root.variables);
    if (!hub.hasRoom(name, sink.owner)) throw noRoomForLive();
    return hub.heartbeat(name, () => runner.heartbeat(), sink);
  }
  const after = await startOfStream(services, root.args.after as string | null | undefined);
  // a filter that cannot be is refused now: a stream that has begun takes every failure for one that passes
  await runner.events([]);
  // where it begins is each subscriber's own
  const name = nameOf(services, request, { ...root.args, after: null });
  if (!hub.hasRoom(name, sink.owner)) throw noRoomForLive();
  return hub.stream(name, (events) => runner.events(events), sink, after);
}

function rootFieldOf({ schema, document, operation, variables }: SubscriptionRequest): SubscribedField {
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

/** Names what a subscription may share with others. */
function nameOf(
  { personalFields }: Services,
  { document, operation, session }: SubscriptionRequest,
  variables: Readonly<Record<string, unknown>>,
): GroupName {
  const { actor, language } = session.caller;
  const names = fieldNamesOf(document);
  const isPersonal = [...personalFields].some((name) => names.has(name));
  const query = document.loc?.source.body ?? print(document);
  const owner = isPersonal ? actor?.accountId : '';
  const parts = [query, operation.name?.value ?? '', variables, rightsKeyOf(actor), language, owner];
  return { key: createHash('sha256').update(JSON.stringify(parts)).digest('base64url'), query, variables };
}
