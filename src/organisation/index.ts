import { changePerson } from './change-person';
import { correctUnit } from './correct-unit';
import { createPerson } from './create-person';
import { createUnit } from './create-unit';
import { endUnit } from './end-unit';
import { mergeUnits } from './merge-units';
import { moveUnit } from './move-unit';
import { NonWorkingDay } from './working-days/non-working-day.entity';
import { nonWorkingDayEvents } from './working-days/non-working-day.events';
import { readableDays } from './working-days/non-working-day.policy';
import { setNonWorkingDays } from './working-days/set-non-working-days';
import { workingCalendar } from './working-days/working-calendar.single';
import type { Domain } from '../platform/domain';
import { LoggedEvent } from '../platform/reader/model/logged-event.entity';
import { visibleToAll } from '../platform/reader/model/visible-to-all';
import { says } from '../platform/lib/says';
import { readablePersons } from './organisation.policy';
import { Person } from './person.entity';
import { UnitHeir } from './unit-heir.entity';
import { UnitSuccession } from './unit-succession.entity';
import { Unit } from './unit.entity';
import { personEvents, unitEvents } from './unit.events';

/** Units in time, their successors, persons; working days. */
export const organisation: Domain = {
  name: 'organisation',
  entities: [Unit, UnitSuccession, UnitHeir, Person, NonWorkingDay],
  commands: [changePerson, correctUnit, createPerson, createUnit, endUnit, mergeUnits, moveUnit, setNonWorkingDays],
  events: [unitEvents, personEvents, nonWorkingDayEvents],
  singles: [workingCalendar],
  policies: [
    ...[Unit, UnitSuccession, UnitHeir].map(visibleToAll),
    { of: Person, readable: readablePersons },
    { of: NonWorkingDay, readable: readableDays },
  ],
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
    {
      on: Unit,
      field: 'heirs',
      of: UnitHeir,
      by: 'unitId',
      as: 'connection',
      description: says(
        'Đơn vị nắm giữ công việc của nó qua từng thời gian, theo mọi lần sắp xếp.',
        'Who holds its matters from when to when, through all reorganisations.',
      ),
    },
    {
      on: Unit,
      field: 'inherited',
      of: UnitHeir,
      by: 'heirId',
      as: 'connection',
      description: says(
        'Các đơn vị mà công việc do nó nắm giữ, gồm chính nó, kèm thời gian và phần.',
        'The units whose matters it holds, itself included, with times and shares.',
      ),
    },
    {
      on: Unit,
      field: 'persons',
      of: Person,
      by: 'unitId',
      as: 'connection',
      description: says(
        'Những người phụ trách của đơn vị; màn hình không thấy.',
        'The persons of the unit who can answer for work; not for screens.',
      ),
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
