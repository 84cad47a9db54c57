import { moment } from './moment.mjs';
import { ofPostgraphile } from './of-postgraphile.mjs';

/**
 * A report came in on an item of a programme: the event, the report, its item and unit; about 450 bytes. Every subscriber of a programme gets every one of
 * its reports.
 */
const following = {
  kind: 'stream',
  account: 'secretariat',
  variables: ({ programme }) => ({ programme }),
  /** One statement gives what a subscriber gets of a report by its id, from the table with the real reports or the plain one. */
  limit: {
    statement: (table) => `
      select row_to_json(answer)::text as text from (select row_to_json(e) as "reportChanged" from (
        select '1.' || substr(r.summary, 2, 7)::integer as cursor, 'PROGRESS_REPORT_SUBMITTED' as type,
          ${moment('r.submitted_at')} as "occurredAt", row_to_json(s) as subject
        from ${table} r join lateral (
          select r.receipt_code as "receiptCode", r.percent_complete as "percentComplete", r.summary, r.state,
            row_to_json(i) as "workItem", row_to_json(u) as unit
          from (select i.code, i.title from work_item i where i.id = r.work_item_id) i
          cross join (select u.code, u.name from unit u where u.id = r.unit_id) u
        ) s on true
        where r.id = $1
      ) e) answer`,
  },

  tiendo: {
    query: `subscription Followed($programme: String!) {
      events(where: { type: { eq: "PROGRESS_REPORT_SUBMITTED" }, programme: { code: { eq: $programme } } }) {
        cursor type occurredAt
        subject { ... on ProgressReport {
          receiptCode percentComplete summary state workItem { code title } unit { code name }
        } }
      }
    }`,
    canonical: ({ events }) => essence(events),
  },

  peers: {
    query: `subscription Followed($programme: String!) {
      reportChanged(programme: $programme) {
        cursor type occurredAt
        subject { receiptCode percentComplete summary state workItem { code title } unit { code name } }
      }
    }`,
    canonical: ({ reportChanged }) => essence(reportChanged),
  },

  postgraphile: {
    query: `subscription Followed($programme: String!) {
      reportChanged(programme: $programme) {
        cursor type occurredAt
        subject {
          receiptCode percentComplete summary state workItemByWorkItemId { code title } unitByUnitId { code name }
        }
      }
    }`,
    canonical: (data) => essence(ofPostgraphile(data).reportChanged),
  },
};

/** All subscribers follow the same programme. */
export const fanout = { ...following, name: 'fanout', groups: 1, subscribers: [100, 1_000, 5_000] };

/**
 * Thirty programmes, each followed by a thirtieth of the subscribers; a change is a report on each of them. With so few subscribers of a text, making it counts: hence the
 * limit that reads.
 */
export const fanout30 = {
  ...following,
  name: 'fanout30',
  groups: 30,
  subscribers: [1_000, 5_000],
  hasReadingLimit: true,
};

/** An event in everybody's words. Its cursor and moment are its server's own. */
function essence({ cursor, occurredAt, ...event }) {
  const isWhole = String(cursor).length > 0 && !Number.isNaN(Date.parse(occurredAt));
  return { ...event, isWhole };
}
