import { moment } from './moment.mjs';
import { ofPostgraphile } from './of-postgraphile.mjs';
import { withoutNodes } from './without-nodes.mjs';

/** The 50 newest accepted reports of a quarter, each with its item, the item's lead unit, its unit and who submitted it. */
export const list = {
  name: 'list',
  concurrency: 16,
  account: 'analyst',
  variables: { period: '2023-Q3' },

  limit: {
    values: ({ period }) => [period],
    statement: `
      select row_to_json(answer)::text as text from (select array_to_json(array(select row_to_json(r) from (
        select r.receipt_code as "receiptCode", r.percent_complete as "percentComplete", ${moment('r.changed_at')} as "changedAt",
          row_to_json(i) as "workItem", row_to_json(u) as unit, row_to_json(a) as "submittedBy"
        from (
          select * from progress_report r where r.state = 'ACCEPTED' and r.period = $1
          order by r.changed_at desc, r.id desc limit 50
        ) r
        join lateral (
          select i.code, i.title, row_to_json(l) as "leadUnit"
          from work_item i join lateral (select l.code from unit l where l.id = i.lead_unit_id) l on true
          where i.id = r.work_item_id
        ) i on true
        join lateral (select u.code, u.name from unit u where u.id = r.unit_id) u on true
        join lateral (select a.display_name as "displayName" from account a where a.id = r.submitted_by_id) a on true
        order by r.changed_at desc, r.id desc
      ) r)) as "progressReports") answer`,
  },

  tiendo: {
    query: `query List($period: Period!) {
      progressReports(first: 50, where: { state: { eq: ACCEPTED }, period: { eq: $period } }) { nodes {
        receiptCode percentComplete changedAt
        workItem { code title leadUnit { code } } unit { code name } submittedBy { displayName }
      } }
    }`,
    canonical: withoutNodes,
  },

  peers: {
    query: `query List($period: String!) {
      progressReports(first: 50, state: "ACCEPTED", period: $period) {
        receiptCode percentComplete changedAt
        workItem { code title leadUnit { code } } unit { code name } submittedBy { displayName }
      }
    }`,
    canonical: (data) => data,
  },

  postgraphile: {
    query: `query List($period: String!) {
      allProgressReports(first: 50, condition: { state: "ACCEPTED", period: $period }, orderBy: [CHANGED_AT_DESC, PRIMARY_KEY_DESC]) { nodes {
        receiptCode percentComplete changedAt
        workItemByWorkItemId { code title unitByLeadUnitId { code } } unitByUnitId { code name } accountBySubmittedById { displayName }
      } }
    }`,
    canonical: ofPostgraphile,
  },
};
