import { moment } from './moment.mjs';
import { ofPostgraphile } from './of-postgraphile.mjs';
import { withoutNodes } from './without-nodes.mjs';

/** A programme with its 32 items, their lead units and three newest accepted reports, and its 15 targets: about 35 KB of stored facts. */
export const dashboard = {
  name: 'dashboard',
  concurrency: 16,
  account: 'analyst',
  variables: { code: '07-CTr/TU' },

  limit: {
    values: ({ code }) => [code],
    statement: `
      select row_to_json(answer)::text as text from (select (select row_to_json(p) from (
        select p.code, p.title,
          array_to_json(array(select row_to_json(i) from (
            select i.code, i.title, i.short_name as "shortName", i.due_on as "dueOn", i.percent_complete as "percentComplete",
              row_to_json(u) as "leadUnit",
              array_to_json(array(select row_to_json(r) from (
                select r.receipt_code as "receiptCode", r.period, r.percent_complete as "percentComplete", r.summary,
                  ${moment('r.changed_at')} as "changedAt", r.state, row_to_json(u) as unit
                from (
                  select * from progress_report r where r.work_item_id = i.id and r.state = 'ACCEPTED'
                  order by r.changed_at desc, r.id desc limit 3
                ) r
                join lateral (select u.code from unit u where u.id = r.unit_id) u on true
                order by r.changed_at desc, r.id desc
              ) r)) as "progressReports"
            from work_item i
            join lateral (select u.code, u.name, u.short_name as "shortName" from unit u where u.id = i.lead_unit_id) u on true
            where i.programme_id = p.id order by i.code collate "C"
          ) i)) as "workItems",
          array_to_json(array(select row_to_json(t) from (
            select t.number, t.name, t.comparator, t.value, t.due_on as "dueOn", row_to_json(n) as indicator
            from target t
            join lateral (select n.code, n.unit_of_measure as "unitOfMeasure" from indicator n where n.id = t.indicator_id) n on true
            where t.programme_id = p.id order by t.number collate "C"
          ) t)) as targets
        from programme p where p.code = $1
      ) p) as programme) answer`,
  },

  tiendo: {
    query: `query Dashboard($code: String!) {
      programme(code: $code) {
        code title
        workItems(first: 50) { nodes {
          code title shortName dueOn percentComplete
          leadUnit { code name shortName }
          progressReports(first: 3, where: { state: { eq: ACCEPTED } }) { nodes {
            receiptCode period percentComplete summary changedAt state unit { code }
          } }
        } }
        targets(first: 50) { nodes { number name comparator value dueOn indicator { code unitOfMeasure } } }
      }
    }`,
    canonical: withoutNodes,
  },

  peers: {
    query: `query Dashboard($code: String!) {
      programme(code: $code) {
        code title
        workItems {
          code title shortName dueOn percentComplete
          leadUnit { code name shortName }
          progressReports(first: 3, state: "ACCEPTED") { receiptCode period percentComplete summary changedAt state unit { code } }
        }
        targets { number name comparator value dueOn indicator { code unitOfMeasure } }
      }
    }`,
    canonical: (data) => data,
  },

  postgraphile: {
    query: `query Dashboard($code: String!) {
      programmeByCode(code: $code) {
        code title
        workItemsByProgrammeId(orderBy: [CODE_ASC]) { nodes {
          code title shortName dueOn percentComplete
          unitByLeadUnitId { code name shortName }
          progressReportsByWorkItemId(first: 3, condition: { state: "ACCEPTED" }, orderBy: [CHANGED_AT_DESC, PRIMARY_KEY_DESC]) { nodes {
            receiptCode period percentComplete summary changedAt state unitByUnitId { code }
          } }
        } }
        targetsByProgrammeId(orderBy: [NUMBER_ASC]) { nodes {
          number name comparator value dueOn indicatorByIndicatorId { code unitOfMeasure }
        } }
      }
    }`,
    canonical: ofPostgraphile,
  },
};
