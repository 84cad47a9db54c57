import type { DerivedSql } from '../../platform/reader/model/declarations';

/**
 * A unit has answered when it confirmed, or since it was asked registered changes of the list or of items on it that it did not take back; else it has time, or is
 * silent. What was returned is no answer any more.
 */
export const reviewStateSql: DerivedSql = (row, { today, table }) => `(case
    when exists (select from ${table('adjustment_request')} rq where rq.unit_id = ${row}.unit_id
      and (rq.registered_at at time zone 'Asia/Ho_Chi_Minh')::date >= ${row}.opened_on and rq.state not in ('RETURNED', 'WITHDRAWN')
      and exists (select from jsonb_array_elements(rq.requested) rc where rc->>'appendixId' = ${row}.appendix_id::text
        or exists (select from ${table('work_item')} wi where wi.id::text = rc->>'workItemId' and wi.appendix_id = ${row}.appendix_id)))
      then 'ADJUSTING'
    when ${row}.confirmed_at is not null then 'CONFIRMED'
    when ${row}.due_on < ${today}::date then 'OVERDUE'
    else 'OPEN' end)`;
