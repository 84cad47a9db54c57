import { type Actor, hasRole, isOfficial, type Role, unitsOf } from '../../access/actor';
import { EventAudience } from '../../event-log/event-audience';
import type { RowRule } from './row-rule';

interface Concern {
  readonly audience: EventAudience;
  readonly unitId: string | null;
}

const COMMITTEE: readonly Role[] = [
  'SECRETARIAT',
  'COMMITTEE_HEAD',
  'COMMITTEE_MEMBER',
  'INSPECTOR',
  'ANALYST',
  'ADMINISTRATOR',
];

/** Who sees the events of an audience whatever unit they concern. */
const OF_ANY_UNIT: Readonly<Record<EventAudience, (actor: Actor) => boolean>> = {
  EVERYONE: () => true,
  OFFICIALS: isOfficial,
  UNIT: (actor) => hasRole(actor, 'SECRETARIAT', 'INSPECTOR', 'ADMINISTRATOR'),
  OWN_UNIT: () => false,
  UNIT_AND_COMMITTEE: (actor) => hasRole(actor, ...COMMITTEE),
  RECORDS: (actor) => hasRole(actor, 'INSPECTOR', 'ADMINISTRATOR'),
};

/** The audiences to which reporters and approvers belong for their units. */
const OF_OWN_UNIT: readonly EventAudience[] = [
  EventAudience.UNIT,
  EventAudience.OWN_UNIT,
  EventAudience.UNIT_AND_COMMITTEE,
];

function unitsOfOwn(actor: Actor): readonly string[] {
  return unitsOf(actor, 'REPORTER', 'APPROVER');
}

/** Whether an actor may see an event, by the rights of now: asked for every event of a stream, replayed ones too. */
export function canSeeEvent(actor: Actor, { audience, unitId }: Concern): boolean {
  if (OF_ANY_UNIT[audience](actor)) return true;
  return unitId !== null && OF_OWN_UNIT.includes(audience) && unitsOfOwn(actor).includes(unitId);
}

/** The same rule as a row predicate, for lists of events. */
export const readableEvents: RowRule = (actor) => {
  const open = Object.values(EventAudience).filter((audience) => OF_ANY_UNIT[audience](actor));
  const units = unitsOfOwn(actor);
  return (row, bind) => {
    const ofAny = `${row}.audience = any(${bind(open)}::text[])`;
    if (units.length === 0) return ofAny;
    return `(${ofAny} or (${row}.audience = any(${bind(OF_OWN_UNIT)}::text[]) and ${row}.unit_id = any(${bind(units)}::uuid[])))`;
  };
};
