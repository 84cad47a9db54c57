import { type Actor, hasRole, isOfficial, unitsOf } from '../../access/actor';
import { EventAudience } from '../../event-log/event-audience';
import type { RowRule } from './row-rule';

interface Concern {
  readonly audience: EventAudience;
  readonly unitId: string | null;
}

function seesAllUnits(actor: Actor): boolean {
  return hasRole(actor, 'SECRETARIAT', 'INSPECTOR', 'ADMINISTRATOR');
}

function seesRecords(actor: Actor): boolean {
  return hasRole(actor, 'INSPECTOR', 'ADMINISTRATOR');
}

/** Whether an actor may see an event, by the rights of now: asked for every event of a stream, replayed ones too. */
export function canSeeEvent(actor: Actor, event: Concern): boolean {
  if (event.audience === EventAudience.EVERYONE) return true;
  if (event.audience === EventAudience.OFFICIALS) return isOfficial(actor);
  if (event.audience === EventAudience.RECORDS) return seesRecords(actor);
  return (
    seesAllUnits(actor) || (event.unitId !== null && unitsOf(actor, 'REPORTER', 'APPROVER').includes(event.unitId))
  );
}

/** The same rule as a row predicate, for lists of events. */
export const readableEvents: RowRule = (actor) => {
  if (seesRecords(actor)) return 'all';
  return (row, bind) => {
    const open = [EventAudience.EVERYONE, ...(isOfficial(actor) ? [EventAudience.OFFICIALS] : [])];
    const everyone = `${row}.audience = any(${bind(open)}::text[])`;
    const ofUnits = `${row}.audience = ${bind(EventAudience.UNIT)}`;
    if (seesAllUnits(actor)) return `(${everyone} or ${ofUnits})`;
    return `(${everyone} or (${ofUnits} and ${row}.unit_id = any(${bind(unitsOf(actor, 'REPORTER', 'APPROVER'))}::uuid[])))`;
  };
};
