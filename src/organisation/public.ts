export { assertUnitsAreThere } from './assert-units-are-there';
export { getUnitOn, heirsOn, holderOn } from './load-unit';
export { Person } from './person.entity';
export { personSteps } from './person.steps';
export { ENTERED_SOURCE, Reliability, Source } from './source';
export { Unit, UnitKind } from './unit.entity';
export { currentUnitIdSql, holderOnSql } from './unit-heir.sql';
export { UnitSuccession } from './unit-succession.entity';
export { nonWorkingDayEvents } from './working-days/non-working-day.events';
export { loadWorkingDays } from './working-days/load-working-days';
export { WorkingDays } from './working-days/working-days.rules';
export {
  addWorkingDaysSql,
  isWorkedSql,
  workingDaysBetweenSql,
  workingDaysKnownUntilSql,
} from './working-days/working-days.sql';
