export { assertUnitsAreThere } from './assert-units-are-there';
export { getUnitOn, heirsOn, holderOn } from './load-unit';
export { Person } from './person.entity';
export { ENTERED_SOURCE, Reliability, Source } from './source';
export { Unit, UnitKind } from './unit.entity';
export { currentUnitIdSql, holderOnSql } from './unit-heir.sql';
export { UnitSuccession } from './unit-succession.entity';
