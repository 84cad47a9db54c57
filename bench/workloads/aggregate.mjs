import { canonicalGroups, groupsOfTiendo } from './report-groups.mjs';

/**
 * The zone whose months are meant. It has the same time as Asia/Ho_Chi_Minh, and so the same answer; but only for the latter are sums kept, and here the rows
 * themselves are to be read.
 */
export const ZONE = 'Asia/Bangkok';

/** The grouping itself, the same text for whoever writes SQL by hand. */
export const AGGREGATE = `
  select u.code as unit, to_char(g.month, 'YYYY-MM') as month, g.count, g.average
  from (
    select r.unit_id, date_trunc('month', r.submitted_at at time zone '${ZONE}') as month,
      count(*)::integer as count, avg(r.percent_complete)::double precision as average
    from progress_report r group by 1, 2
  ) g join unit u on u.id = g.unit_id order by u.code collate "C", g.month`;

/**
 * Average and number of the reports by unit and month, over all of them: an ad-hoc question, answered from the rows. tiendo answers the inspector, who may
 * see every report; the analyst sees the accepted ones alone.
 */
export const aggregate = {
  name: 'aggregate',
  // more only wait for the two cores
  concurrency: 4,
  account: 'inspector',
  variables: {},
  /** An answer takes a good part of a second: shorter rounds would count too few, and many requests only to count statements take long. */
  leastWindowMs: 1_500,
  leadMs: 300,
  countedRequests: 4,

  limit: {
    values: () => [],
    statement: `
      select row_to_json(answer)::text as text from (
        select array_to_json(array(select row_to_json(g) from (${AGGREGATE}) g)) as "reportsByUnitAndMonth"
      ) answer`,
  },

  tiendo: {
    query: `query Aggregate {
      progressReports(first: 0) {
        groupedAggregates(by: [{ field: UNIT }, { field: SUBMITTED_AT, bucket: MONTH, timeZone: "${ZONE}" }], first: 1000) {
          keys { value } count percentComplete { avg }
        }
      }
    }`,
    canonical: groupsOfTiendo,
  },

  peers: {
    query: 'query Aggregate { reportsByUnitAndMonth { unit month count average } }',
    canonical: (data) => data,
  },

  postgraphile: {
    query: `query Aggregate {
      allProgressReports {
        groupedAggregates(groupBy: [UNIT_ID, SUBMITTED_AT_TRUNCATED_TO_MONTH]) {
          keys count { percentComplete } average { percentComplete }
        }
      }
    }`,
    canonical: (data, { unitCodes }) =>
      canonicalGroups(
        data.allProgressReports.groupedAggregates.map(({ keys: [unit, month], count, average }) => ({
          unit: unitCodes.get(unit),
          month,
          count: Number(count.percentComplete),
          average: Number(average.percentComplete),
        })),
      ),
  },
};
