import type { Check, Page } from './founding-answer';

/** All rows of a statement as a JSON list; columns are named like fields. */
const rows = (statement: string): string => `(select coalesce(json_agg(r), '[]') from (${statement}) r)`;
const TODAY = `date '2023-11-14'`;
const OWN = `(select id from programme where code = '07-CTr/TU')`;

/** Whether a cycle (c) is one of an item (w): opened, not due before it began, not opened after it was completed. */
const IS_CYCLE = `c.programme_id = w.programme_id and c.opens_on <= ${TODAY}
  and c.due_on >= w.starts_on and w.starts_on <= ${TODAY} and w.is_in_force and (w.completed_on is null or w.completed_on >= c.opens_on)
  and (not c.is_extraordinary or w.kind = any(c.applies_to_kinds))
  and not exists (select from report_waiver x where x.work_item_id = w.id and x.cycle_id = c.id)`;

/** What was accepted on the item up to the period of a cycle. */
const ACCEPTED = `progress_report r join reporting_cycle o on o.id = r.cycle_id
  where r.work_item_id = w.id and r.state = 'ACCEPTED' and r.superseded_at is null and o.ends_on <= c.ends_on`;
const DONE = `coalesce((select r.percent_complete from ${ACCEPTED} order by o.ends_on desc limit 1), 0)`;

/** Where the plan stood on the last day of a period: on the line between the points on both sides of it. */
const POINTS = `(select w.starts_on as x, 0 as y union all select m.due_on, m.planned_percent from milestone m where m.work_item_id = w.id
  union all select w.due_on, 100) p`;
const PLANNED = `coalesce((select past.y + (next.y - past.y) * (c.ends_on - past.x) / (next.x - past.x)::numeric
  from (select * from ${POINTS} where x <= c.ends_on order by x desc, y desc limit 1) past,
    (select * from ${POINTS} where x > c.ends_on order by x, y limit 1) next), case when c.ends_on < w.starts_on then 0 else 100 end)`;
const MISSED = `select from milestone m where m.work_item_id = w.id and m.due_on < c.ends_on and coalesce(m.reached_on > c.ends_on, true)
  and not exists (select from ${ACCEPTED} and m.id = any(r.milestone_ids))`;
const HEALTH = `case when ${DONE} >= 100 then 'COMPLETED' when w.due_on < c.ends_on then 'OVERDUE' when w.starts_on > c.ends_on then 'NOT_DUE'
  when ${PLANNED} - ${DONE} >= 10 or exists (${MISSED}) then 'AT_RISK' else 'ON_TRACK' end`;
const OWN_REPORT = `progress_report r where r.work_item_id = w.id and r.cycle_id = c.id and r.state = 'ACCEPTED' and r.superseded_at is null`;

const DAY = `(r.submitted_at at time zone 'Asia/Ho_Chi_Minh')::date`;
/** What units owed and whether it came in time: the loaded outage moves what was due on 20 June 2022 by two days. */
const DUE = `(select w.lead_unit_id as unit_id, c.period, c.due_on, exists (select from progress_report r where r.work_item_id = w.id and r.cycle_id = c.id
    and r.state in ('SUBMITTED', 'UNIT_APPROVED', 'ACCEPTED') and ${DAY} <= case c.due_on when '2022-06-20' then date '2022-06-22' else c.due_on end) as on_time
  from work_item w join reporting_cycle c on ${IS_CYCLE} where c.due_on < ${TODAY}) due`;
const BY_PERIOD = `(select unit_id, period, count(*) as due, count(*) filter (where on_time) as kept, bool_and(on_time) as "isOnTime", max(due_on) as due_on
  from ${DUE} group by unit_id, period) p`;

/** Whether an item is overdue or at risk today, by its own percentage. */
const IS_RED = `w.completed_on is null and w.starts_on <= ${TODAY} and w.is_in_force and (w.due_on < ${TODAY}
  or ${PLANNED.replaceAll('c.ends_on', TODAY)} - w.percent_complete >= 10
  or exists (select from milestone m where m.work_item_id = w.id and m.due_on < ${TODAY} and m.reached_on is null))`;

interface Nodes {
  readonly nodes: readonly Record<string, unknown>[];
}

/** What the files on what is due must answer, as in founding-queries.table.ts. */
export const DUE_CHECKS: Readonly<Record<string, Check>> = {
  'why-items-are-red.graphql': {
    sql: `select ${rows(`select w.code,
        (select coalesce(json_agg(json_build_object('text', o.text, 'proposal', o.proposal, 'decidedBy', o.decided_by, 'state', o.state,
            'raisedOn', o.raised_on, 'ageDays', ${TODAY} - o.raised_on) order by o.raised_on), '[]')
          from obstacle o where o.work_item_id = w.id and o.state <> 'RESOLVED') as obstacles,
        (select coalesce(json_agg(s order by s.period), '[]') from (select c.period, ${HEALTH} as health,
            (select r.percent_complete::float8 from ${OWN_REPORT}) as "percentComplete",
            (select coalesce(r.health_reason, r.difficulties, r.decrease_reason, r.lateness_reason) from ${OWN_REPORT}) as reason
          from reporting_cycle c where ${IS_CYCLE} and (c.due_on < ${TODAY} or exists (select from ${OWN_REPORT}))
          order by c.period desc limit 4) s) as history
      from work_item w where w.programme_id = ${OWN} and ${IS_RED} order by w.code`)} as items`,
    of: ({ workItems }) => ({
      items: workItems!.nodes.map(({ code, obstacles, statusHistory }) => ({
        code,
        obstacles: (obstacles as Page).nodes,
        history: statusHistory,
      })),
    }),
  },
  'late-silent-and-held-up-by-unit.graphql': {
    sql: `select ${rows(`select u.code, p.due, p."onTime", (select count(*) from work_item w join reporting_cycle c on ${IS_CYCLE}
          where w.lead_unit_id = u.id and c.due_on < ${TODAY} and not exists (select from progress_report r where r.work_item_id = w.id and r.cycle_id = c.id
            and (r.state in ('SUBMITTED', 'UNIT_APPROVED', 'ACCEPTED') or r.state = 'RETURNED' and c.closes_on >= ${TODAY}))) as silent
        from (select unit_id, sum(due) as due, sum(kept) as "onTime" from ${BY_PERIOD} group by unit_id) p
          join unit u on u.id = p.unit_id order by u.code collate natural_order`)} as units,
      ${rows(`select u.code as unit, o.text, o.decided_by as "decidedBy", o.state, ${TODAY} - o.raised_on as "ageDays"
        from obstacle o left join unit u on u.id = o.unit_id where o.state <> 'RESOLVED' order by o.raised_on, o.text collate "vi-x-icu"`)} as obstacles`,
    of: ({ units, obstacles }) => ({
      units: units!.nodes.map(({ code, punctuality, silent }) => ({
        code,
        ...(punctuality as object),
        silent: (silent as Page).totalCount,
      })),
      obstacles: obstacles!.nodes.map(({ unit, ...row }) => ({
        unit: (unit as { code: string } | null)?.code ?? null,
        ...row,
      })),
    }),
  },
  'punctuality-of-units.graphql': {
    sql: `select ${rows(`select u.code, p.due, p."onTime", round(100.0 * p."onTime" / p.due, 1)::float8 as rate, p.periods
        from (select unit_id, sum(due) as due, sum(kept) as "onTime",
            json_agg(json_build_object('period', period, 'isOnTime', "isOnTime") order by due_on, period) as periods from ${BY_PERIOD} group by unit_id) p
          join unit u on u.id = p.unit_id where p.due >= 3 order by rate desc, p."onTime" desc, u.code collate natural_order`)} as units,
      ${rows(`select starts_on as "startsOn", ends_on as "endsOn", reason from service_outage order by starts_on desc`)} as outages`,
    of: ({ units, serviceOutages }) => ({
      units: units!.nodes.map(({ code, punctuality }) => {
        const { due, onTime, rate, periods } = punctuality as Record<string, unknown>;
        return { code, due, onTime, rate, periods };
      }),
      outages: serviceOutages!.nodes,
    }),
  },
  'measurements-that-are-due.graphql': {
    sql: `select ${rows(`select i.code, t.number, p.period,
          coalesce((select u.code from measurement m join unit u on u.id = m.unit_id where m.indicator_id = i.id and m.state = 'ACCEPTED'
            order by m.ends_on desc limit 1), 'so-khcn') as unit, p.ends_on + 30 as "dueOn",
          case when p.ends_on + 30 < ${TODAY} then 'OVERDUE' else 'DUE' end as state
        from trajectory_point p join target t on t.id = p.target_id join indicator i on i.id = t.indicator_id
        where t.programme_id = ${OWN} and t.comparator <> 'QUALITATIVE' and p.ends_on < ${TODAY}
          and not exists (select from measurement m where m.indicator_id = i.id and m.period = p.period and m.state = 'ACCEPTED' and m.superseded_at is null)
        order by p.ends_on, i.code, p.period`)} as due,
      ${rows(`select i.code, u.code as unit, m.period, m.value::float8 as value, m.return_reason as "returnReason"
        from measurement m join indicator i on i.id = m.indicator_id left join unit u on u.id = m.unit_id where m.state = 'RETURNED'`)} as returned`,
    of: ({ programme, returned }) => {
      const coded = (value: unknown) => (value as { code: string } | null)?.code ?? null;
      return {
        due: (programme as unknown as { dueMeasurements: Nodes['nodes'] }).dueMeasurements.map((row) => ({
          code: coded(row.indicator),
          number: (row.target as { number: string }).number,
          period: row.period,
          unit: coded(row.unit),
          dueOn: row.dueOn,
          state: row.state,
        })),
        returned: returned!.nodes.map(({ indicator, unit, period, value, returnReason }) => ({
          code: coded(indicator),
          unit: coded(unit),
          period,
          value,
          returnReason,
        })),
      };
    },
  },
};
