export { assertUnitsAreThere } from './assert-units-are-there';
export { Person } from './person.entity';
export { Reliability, Source } from './source';
export { Unit, UnitKind } from './unit.entity';
export { UnitSuccession } from './unit-succession.entity';
