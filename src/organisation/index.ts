import type { Domain } from '../platform/domain';
import { LoggedEvent } from '../platform/reader/logged-event.entity';
import { visibleToAll } from '../platform/reader/visible-to-all';
import { says } from '../platform/lib/says';
import { Person } from './person.entity';
import { UnitSuccession } from './unit-succession.entity';
import { Unit } from './unit.entity';

/** Units in time, their successors, persons. */
export const organisation: Domain = {
  name: 'organisation',
  entities: [Unit, UnitSuccession, Person],
  policies: [Unit, UnitSuccession, Person].map(visibleToAll),
  collections: [
    {
      on: Unit,
      field: 'successions',
      of: UnitSuccession,
      by: 'predecessorId',
      as: 'list',
      description: says('Đơn vị kế thừa sau sắp xếp.', 'The units that succeeded it.'),
    },
    {
      on: Unit,
      field: 'predecessions',
      of: UnitSuccession,
      by: 'successorId',
      as: 'list',
      description: says('Các đơn vị mà nó kế thừa.', 'The units that it succeeded.'),
    },
  ],
  relations: [
    {
      on: LoggedEvent,
      field: 'unit',
      to: Unit,
      by: 'unitId',
      description: says('Đơn vị liên quan.', 'The unit that the event concerns.'),
    },
  ],
};
