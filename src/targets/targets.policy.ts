import { type Actor, hasRole, unitsOf } from '../platform/access/actor';
import type { RowRule } from '../platform/reader/model/row-rule';
import { isPossible, type MeasurementAction, type StandingColumns } from './measurements/measurement.rules';
import { MeasurementState } from './measurements/measurement.state';

/** Accepted measurements are everybody's; provisional ones belong to the unit that gave them and to those who judge or inspect them. */
export const readableMeasurements: RowRule = (actor) => {
  if (hasRole(actor, 'SECRETARIAT', 'INSPECTOR', 'ADMINISTRATOR')) return 'all';
  const units = unitsOf(actor, 'REPORTER', 'APPROVER');
  return (row, bind) => {
    const accepted = `${row}.state = ${bind(MeasurementState.ACCEPTED)}`;
    return units.length === 0 ? accepted : `(${accepted} or ${row}.unit_id = any(${bind(units)}::uuid[]))`;
  };
};

interface SeenMeasurement {
  readonly state: MeasurementState;
  readonly unitId: string | null;
  readonly recordedById: string | null;
}

/** Whether the actor may see this very measurement: the same rule as the row predicate, for commands. */
export function canSeeMeasurement(actor: Actor, { state, unitId }: SeenMeasurement): boolean {
  return (
    state === MeasurementState.ACCEPTED ||
    hasRole(actor, 'SECRETARIAT', 'INSPECTOR', 'ADMINISTRATOR') ||
    (unitId !== null && unitsOf(actor, 'REPORTER', 'APPROVER').includes(unitId))
  );
}

/** Who records measurements that count at once, accepts and corrects them: the secretariat. */
export function canJudgeMeasurements(actor: Actor): boolean {
  return hasRole(actor, 'SECRETARIAT');
}

/** What the actor may do with a measurement as it stands: nobody accepts or returns one of their own (rule R13). */
export function rightsOnMeasurement(
  actor: Actor,
  measurement: StandingColumns & Pick<SeenMeasurement, 'recordedById'>,
): Readonly<Record<MeasurementAction, boolean>> {
  const judges = canJudgeMeasurements(actor);
  const isOwn = measurement.recordedById === actor.accountId;
  return {
    accept: judges && !isOwn && isPossible('accept', measurement),
    correct: judges && isPossible('correct', measurement),
    return: judges && !isOwn && isPossible('return', measurement),
  };
}

/** Who enters indicators and targets, sets trajectories and assesses what no number decides: the secretariat. */
export function canKeepTargets(actor: Actor): boolean {
  return hasRole(actor, 'SECRETARIAT');
}

/** The unit for which somebody else gives a measurement that waits; null for who gives none. Of several the own one, else the first. */
export function givingUnitOf(actor: Actor): string | null {
  const units = actor.roles.flatMap(({ role, unitId }) => (role === 'REPORTER' && unitId !== null ? [unitId] : []));
  return units.find((unitId) => unitId === actor.unitId) ?? units.sort()[0] ?? null;
}
