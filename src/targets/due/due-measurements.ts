import { Unit } from '../../organisation/public';
import { says } from '../../platform/lib/says';
import type { Collection } from '../../platform/reader/model/declarations';
import { Programme } from '../../programme/public';
import { Indicator } from '../indicator.entity';
import { DueMeasurement } from './due-measurement.entity';

const shared = { field: 'dueMeasurements', of: DueMeasurement, as: 'list' } as const;

/** Where measurements that have to come are shown: at their indicator, at the unit that owes them, at their programme. */
export const dueMeasurements: readonly Collection[] = [
  {
    ...shared,
    on: Indicator,
    by: 'indicatorId',
    description: says(
      'Các kỳ của lộ trình đã hết mà chỉ số chưa có số liệu được chấp nhận, đến hạn trước đứng trước.',
      'Periods of trajectories that are over and for which no value of it is accepted, due first before the others.',
    ),
  },
  {
    ...shared,
    on: Unit,
    by: 'unitId',
    description: says(
      'Các số liệu đơn vị còn phải cung cấp, đến hạn trước đứng trước.',
      'Values that the unit owes, due first before the others.',
    ),
  },
  {
    ...shared,
    on: Programme,
    among: 'programmeIds',
    description: says(
      'Các số liệu còn thiếu theo lộ trình các chỉ tiêu của chương trình, đến hạn trước đứng trước.',
      'Values that the trajectories of its targets ask for and that are not there, due first before the others.',
    ),
  },
];
