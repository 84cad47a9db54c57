import { Unit } from '../../organisation/public';
import { says } from '../../platform/lib/says';
import { countedFact } from '../../platform/reader/model/declarations';
import type { SchemaContribution } from '../../platform/schema/schema-contribution';
import { punctualitySql } from './punctuality.sql';
import { Punctuality } from './punctuality.types';
import { recordServiceOutage } from './record-service-outage';
import { removeServiceOutage } from './remove-service-outage';
import { serviceOutageEvents } from './service-outage.events';

/** What punctuality brings to the schema, with the outages that excuse. */
export const punctuality = {
  commands: [recordServiceOutage, removeServiceOutage],
  events: [serviceOutageEvents],
  types: [Punctuality],
  facts: [
    countedFact(
      {
        on: Unit,
        field: 'punctuality',
        type: 'Punctuality!',
        description: says(
          'Đơn vị báo cáo đúng hạn đến đâu. Lọc và sắp xếp theo 12 kỳ gần nhất, ví dụ units(where: { punctuality: { due: { gte: 3 } } }, orderBy: [{ punctuality: { rate: DESC } }]).',
          'How punctual the unit’s reports are. Filters and orders go by its newest 12 periods, for instance units(where: { punctuality: { due: { gte: 3 } } }, orderBy: [{ punctuality: { rate: DESC } }]).',
        ),
      },
      {
        argument: 'periods',
        description: says(
          'Tính trên bao nhiêu kỳ đến hạn gần nhất, tối đa 40.',
          'Over how many of its newest due periods, at most 40.',
        ),
        byDefault: 12,
        atMost: 40,
        list: 'periods',
        sql: punctualitySql,
      },
    ),
  ],
} as const satisfies SchemaContribution;
