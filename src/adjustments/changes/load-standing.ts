import type { EntityManager } from 'typeorm';
import { holderOnSql } from '../../organisation/public';
import type { CalendarDate } from '../../platform/lib/calendar-date';
import { AdjustmentRequest } from '../requests/adjustment-request.entity';
import { PENDING } from '../requests/adjustment.rules';
import { In } from 'typeorm';
import type { AdjustmentFacts } from './adjustment-facts.rules';
import type { Query } from './load-adjustment-facts';
import type { Standing } from './standing.rules';
import { thingsOf } from './things.rules';

const STANDING = `select
  (select json_agg(json_build_object('id', id, 'name', name, 'nameEn', name_en, 'validTo', valid_to,
    'holderId', ${holderOnSql('id', '$5::date', (table) => table)})) from unit where id = any($1::uuid[])) as units,
  (select json_agg(json_build_object('id', id, 'unitId', unit_id)) from person where id = any($1::uuid[])) as persons,
  (select json_agg(json_build_object('workItemId', work_item_id, 'title', title, 'dueOn', due_on)) from deliverable
    where work_item_id = any($2::uuid[]) and due_on is not null) as deliverables,
  (select json_build_object('periodFrom', period_from, 'periodTo', period_to) from programme where id = $3::uuid) as programme,
  (select json_agg(a.id) from appendix a join document d on d.id = a.document_id
    where d.programme_id = $3::uuid and d.state = 'ISSUED') as "issuedLists",
  (select json_agg(code) from work_item where lower(code) = any(select lower(c) from unnest($4::text[]) c)) as "takenCodes"`;

/** Loads what the changes of one request are judged by. */
export async function loadStanding(
  query: Query,
  manager: EntityManager,
  { requests, rows }: AdjustmentFacts,
  today: CalendarDate,
): Promise<Standing> {
  const { id, programmeId, changes } = requests[0]!;
  const columns = changes.map((change) => ('set' in change ? change.set : 'row' in change ? change.row : {}));
  const leads = rows.work_item.map((item) => item.lead_unit_id);
  const named = [...leads, ...columns.flatMap((set) => [set.lead_unit_id, set.responsible_person_id])];
  const items = changes.flatMap((change) => ('workItemId' in change ? [change.workItemId] : []));
  const codes = changes.flatMap((change) => (change.kind === 'ADD_ITEM' ? [change.row.code] : []));
  const [found] = (await query(STANDING, [named.filter((key) => key != null), items, programmeId, codes, today])) as [
    Standing,
  ];
  const others = await manager.find(AdjustmentRequest, {
    where: { programmeId, state: In(PENDING) },
    relations: { unit: true },
  });
  return {
    units: found.units ?? [],
    persons: found.persons ?? [],
    deliverables: found.deliverables ?? [],
    programme: found.programme,
    issuedLists: found.issuedLists ?? [],
    takenCodes: found.takenCodes ?? [],
    pending: others
      .filter((other) => other.id !== id)
      .map((other) => ({
        id: other.id,
        unit: other.unit,
        registeredOn: other.registeredAt.toISOString().slice(0, 10),
        things: other.requested.flatMap((change) => thingsOf(change)),
      })),
  };
}
