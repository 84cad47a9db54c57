import type { LogEvent } from '../event-log/event-row';
import { type Filter, FilterWriter } from '../reader/filter';
import type { ReadContext } from '../reader/read-context';
import { Parameters } from '../reader/statement';
import type { OperationContext } from './operation-context';

/** Positions of those events that a filter lets through. Without a filter: all, without asking the database. */
export async function matchingEvents(
  context: OperationContext,
  events: readonly LogEvent[],
  filter: Filter | null,
): Promise<ReadonlySet<number>> {
  const positions = events.map((event) => event.position);
  if (filter === null || Object.keys(filter).length === 0) return new Set(positions);
  const simple = matchInMemory(filter);
  if (simple !== null) return new Set(events.filter(simple).map((event) => event.position));
  const { registry, database } = context.services;
  const type = registry.named('Event')!;
  const readContext: ReadContext = context.reader.context;
  const parameters = new Parameters(readContext);
  const condition = new FilterWriter(registry, parameters, readContext).write(type, 'r', filter);
  const rows = await database.query<{ position: number }>(
    `select r.position from event_log r where r.position = any(${parameters.bind(positions)}::bigint[]) and ${condition}`,
    parameters.values,
  );
  return new Set(rows.map((row) => row.position));
}

/** Filters on the type alone are by far the most frequent, and need no statement. Null for others. */
function matchInMemory(filter: Filter): ((event: LogEvent) => boolean) | null {
  const { type, ...rest } = filter as { type?: { eq?: string; ne?: string; in?: string[] } | null };
  if (Object.keys(rest).length > 0 || type === null || type === undefined) return null;
  const { eq, ne, in: among } = type;
  if (eq === null || ne === null) return null;
  return (event) =>
    (eq === undefined || event.type === eq) &&
    (ne === undefined || event.type !== ne) &&
    (among === undefined || among === null || among.includes(event.type));
}
