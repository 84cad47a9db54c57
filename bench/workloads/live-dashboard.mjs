import { moment } from './moment.mjs';
import { ofPostgraphile } from './of-postgraphile.mjs';

/** The parts of a dashboard, each one statement over the reports of cycle $1. */
export const TOTALS = (table) => `
  select count(*)::integer as count, avg(r.percent_complete)::double precision as average from ${table} r where r.cycle_id = $1`;

export const UNITS = (table) => `
  select u.code as unit, g.count, g.average from (
    select r.unit_id, count(*)::integer as count, avg(r.percent_complete)::double precision as average
    from ${table} r where r.cycle_id = $1 group by 1
  ) g join unit u on u.id = g.unit_id order by u.code collate "C"`;

/** Reports of a cycle: number and average, the same by unit, and the ten newest with item, units and submitter; about 8 KB, the same for every screen. */
export const liveDashboard = {
  name: 'liveDashboard',
  kind: 'state',
  account: 'secretariat',
  groups: 1,
  hasReadingLimit: true,
  subscribers: [100, 1_000],
  variables: ({ cycles: [{ id }] }) => ({ cycle: id }),

  limit: {
    statement: (table) => `
      select row_to_json(answer)::text as text from (select row_to_json(d) as "dashboardChanged" from (
        select t.count, t.average, array_to_json(array(select row_to_json(g) from (${UNITS(table)}) g)) as units,
          array_to_json(array(select row_to_json(r) from (
            select r.receipt_code as "receiptCode", r.period, r.percent_complete as "percentComplete", r.summary, r.state,
              ${moment('r.changed_at')} as "changedAt", row_to_json(i) as "workItem", row_to_json(u) as unit, row_to_json(a) as "submittedBy"
            from (select * from ${table} r where r.cycle_id = $1 order by r.changed_at desc, r.id desc limit 10) r
            join lateral (
              select i.code, i.title, i.due_on as "dueOn", row_to_json(l) as "leadUnit"
              from work_item i join lateral (select l.code, l.name from unit l where l.id = i.lead_unit_id) l on true
              where i.id = r.work_item_id
            ) i on true
            join lateral (select u.code, u.name from unit u where u.id = r.unit_id) u on true
            join lateral (select a.display_name as "displayName" from account a where a.id = r.submitted_by_id) a on true
            order by r.changed_at desc, r.id desc
          ) r)) as newest
        from (${TOTALS(table)}) t
      ) d) answer`,
  },

  tiendo: {
    query: `subscription Dashboard($cycle: ID!) {
      live {
        progressReports(first: 10, where: { cycle: { id: { eq: $cycle } } }) {
          aggregates { count percentComplete { avg } }
          groupedAggregates(by: [{ field: UNIT }]) { keys { value } count percentComplete { avg } }
          nodes {
            receiptCode period percentComplete summary state changedAt
            workItem { code title dueOn leadUnit { code name } } unit { code name } submittedBy { displayName }
          }
        }
      }
    }`,
    /** An id is written with its type's prefix. */
    ownVariables: ({ cycle }) => ({ cycle: `rc_${cycle}` }),
    canonical: ({ live: { progressReports } }) => {
      const { aggregates, groupedAggregates, nodes } = progressReports;
      const units = groupedAggregates.map(({ keys: [unit], count, percentComplete }) => ({
        unit: unit.value,
        count,
        average: percentComplete.avg,
      }));
      return essence({ count: aggregates.count, average: aggregates.percentComplete.avg, units, newest: nodes });
    },
  },

  peers: {
    query: `subscription Dashboard($cycle: ID!) {
      dashboardChanged(cycle: $cycle) {
        count average
        units { unit count average }
        newest {
          receiptCode period percentComplete summary state changedAt
          workItem { code title dueOn leadUnit { code name } } unit { code name } submittedBy { displayName }
        }
      }
    }`,
    canonical: ({ dashboardChanged }) => essence(dashboardChanged),
  },

  postgraphile: {
    query: `subscription Dashboard($cycle: UUID!) {
      dashboardChanged(cycle: $cycle) { cycle { plainReportsByCycleId(first: 10, orderBy: [CHANGED_AT_DESC, PRIMARY_KEY_DESC]) {
        totalCount
        aggregates { average { percentComplete } }
        groupedAggregates(groupBy: [UNIT_ID]) { keys count { percentComplete } average { percentComplete } }
        nodes {
          receiptCode period percentComplete summary state changedAt
          workItemByWorkItemId { code title dueOn unitByLeadUnitId { code name } } unitByUnitId { code name }
          accountBySubmittedById { displayName }
        }
      } } }
    }`,
    canonical: ({ dashboardChanged: { cycle } }, { unitCodes }) => {
      const { totalCount, aggregates, groupedAggregates, nodes } = cycle.plainReportsByCycleId;
      const units = groupedAggregates.map(({ keys: [unit], count, average }) => ({
        unit: unitCodes.get(unit),
        count: Number(count.percentComplete),
        average: Number(average.percentComplete),
      }));
      const newest = ofPostgraphile(nodes);
      return essence({ count: totalCount, average: Number(aggregates.average.percentComplete), units, newest });
    },
  },
};

/** A dashboard in everybody's words: units by code. */
function essence({ count, average, units, newest }) {
  const sorted = [...units].sort((one, other) => (one.unit < other.unit ? -1 : 1));
  return { count, average, units: sorted, newest };
}
