import { groupsOfTiendo } from './report-groups.mjs';

/**
 * The question of `aggregate`, in the zone for which tiendo keeps sums: read from them, not from the reports. The limit reads the same kept sums by hand; the peers
 * have none.
 */
export const standing = {
  name: 'standing',
  concurrency: 16,
  account: 'inspector',
  only: ['tiendo', 'tiendoCached', 'limit'],
  variables: {},

  limit: {
    values: () => [],
    statement: `
      select row_to_json(answer)::text as text from (select array_to_json(array(select row_to_json(g) from (
        select u.code as unit, to_char(s.month, 'YYYY-MM') as month, s.count, s.average
        from (
          select k.unit_id, k.submitted_month as month, sum(k.rows)::integer as count,
            (sum(k.percent_complete_sum) / sum(k.rows))::double precision as average
          from progress_report_summarised k group by 1, 2 having sum(k.rows) > 0
        ) s join unit u on u.id = s.unit_id order by u.code collate "C", s.month
      ) g)) as "reportsByUnitAndMonth") answer`,
  },

  tiendo: {
    query: `query Standing {
      progressReports(first: 0) {
        groupedAggregates(by: [{ field: UNIT }, { field: SUBMITTED_AT, bucket: MONTH }], first: 1000) {
          keys { value } count percentComplete { avg }
        }
      }
    }`,
    canonical: groupsOfTiendo,
  },

  peers: {
    query: 'query Standing { reportsByUnitAndMonth { unit month count average } }',
    canonical: (data) => data,
  },
};
