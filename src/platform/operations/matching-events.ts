import { createHash } from 'node:crypto';
import type { LogEvent } from '../event-log/event-row';
import { plainText } from '../lib/text-forms';
import { fixed } from '../reader/lists/argument-value';
import { LoggedEvent } from '../reader/model/logged-event.entity';
import { presentTime, Scope, Statement, valuesOfRun } from '../reader/statement/statement';
import { whereSql } from '../reader/lists/where';
import type { OperationContext } from '../schema/operation-context';

/** The `where` of a stream of events, after coercion. */
export type EventFilter = Readonly<Record<string, unknown>>;

/** Positions of those events that a filter lets through. Without a filter: all, without asking the database. */
export async function matchingEvents(
  context: OperationContext,
  events: readonly LogEvent[],
  filter: EventFilter | null,
): Promise<ReadonlySet<number>> {
  const positions = events.map((event) => event.position);
  if (filter === null || Object.keys(filter).length === 0) return new Set(positions);
  const simple = matchInMemory(filter);
  if (simple !== null) return new Set(events.filter(simple).map((event) => event.position));
  const { model, reader } = context.services;
  const statement = new Statement();
  const scope = new Scope(statement, context.actor, presentTime());
  const among = statement.bind(() => positions, 'bigint[]');
  const condition = whereSql(model, model.registry.of(LoggedEvent), 'r', fixed(filter), scope);
  const run = valuesOfRun({ ...context.run, variables: {} });
  const text = `select array(select r.position::text from event_log r where r.position = any(${among}) and ${condition})`;
  const values = statement.slots.map((slot) => slot(run));
  // groups that hear of the same events ask at the same moment: one statement answers them
  const name = createHash('sha256').update(text).digest('base64url').slice(0, 32);
  const [matching] = (await reader.row({ name, text, types: statement.types }, values, run)) as [string[]];
  return new Set(matching.map(Number));
}

/** The operators that are answered without the database. */
interface TypeFilter {
  readonly eq?: string | null;
  readonly ne?: string | null;
  readonly in?: readonly string[] | null;
}

/** Filters on the type alone are by far the most frequent, and need no statement. Null for others. */
function matchInMemory(filter: EventFilter): ((event: LogEvent) => boolean) | null {
  const { type, ...others } = filter as { type?: TypeFilter | null };
  if (Object.keys(others).length > 0 || type === null || type === undefined) return null;
  const { eq, ne, in: among, ...unknown } = type;
  // what is not known here is for the database: nothing that was asked may be passed over
  if (eq === null || ne === null || Object.keys(unknown).length > 0) return null;
  const isOneOf = among == null ? null : new Set(among.map(plainText));
  const [wanted, unwanted] = [eq, ne].map((given) => (given === undefined ? undefined : plainText(given)));
  return (event) =>
    (wanted === undefined || event.type === wanted) &&
    (unwanted === undefined || event.type !== unwanted) &&
    (isOneOf?.has(event.type) ?? true);
}
