import { visibleToAll } from '../platform/access/row-conditions';
import type { RowPolicy } from '../platform/reader/declarations';
import { Person } from './person.entity';
import { UnitSuccession } from './unit-succession.entity';
import { Unit } from './unit.entity';

/** The city's structure is public to everybody who is signed in. */
export const organisationPolicies: readonly RowPolicy[] = [Unit, UnitSuccession, Person].map(visibleToAll);
