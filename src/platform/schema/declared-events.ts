import type { DeclaredEvent } from '../event-log/event-types';
import type { SchemaContribution } from './schema-contribution';

/** The types of events that domains declare, in their order. */
export function declaredEvents(domains: readonly SchemaContribution[]): readonly DeclaredEvent[] {
  return domains.flatMap(({ events = [] }) => events.flatMap((map) => Object.values(map)));
}
