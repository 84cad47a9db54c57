import { INSERT_REPORT, insertValues } from './insert-report.mjs';

const SUMMARY = 'Đã hoàn thành thử nghiệm, đang chuẩn bị nghiệm thu giai đoạn 1.';
/** What the row of tiendo says as well, at the moment at which the demo's clock begins. */
export const MOMENT = '2023-11-14T01:00:00.000Z';

/**
 * One report for each request, always for an item and a period that has none yet. tiendo does all that a submission means: rights, rules, the report, its
 * receipt, event, history and idempotency key, durable when it answers. The others insert one row into a table of the same columns, indexes and references.
 */
export const submit = {
  name: 'submit',
  concurrency: 16,
  account: 'reporter',
  writes: true,
  expected: ({ percentComplete }) => ({ state: 'SUBMITTED', percentComplete }),

  limit: {
    values: ({ input }) => insertValues(input),
    statement: `with created as (${INSERT_REPORT}) select row_to_json(answer)::text as text from (select row_to_json(created) as "createReport" from created) answer`,
  },

  tiendo: {
    query: `mutation Submit($input: SubmitProgressReportInput!) {
      submitProgressReport(input: $input) {
        progressReport { id receiptCode state percentComplete } receipt { code receivedAt } userErrors { code path message }
      }
    }`,
    variables: (place) => ({
      input: {
        workItemId: `wi_${place.workItemId}`,
        period: place.period,
        percentComplete: place.percentComplete,
        summary: place.summary,
        idempotencyKey: `bench-${place.receiptCode}`,
      },
    }),
    mustHold: '"userErrors":[]',
    canonical: ({ submitProgressReport: { progressReport, userErrors } }) =>
      progressReport === null ? { userErrors } : essence(progressReport),
  },

  peers: {
    query:
      'mutation Submit($input: CreateReportInput!) { createReport(input: $input) { id receiptCode state percentComplete } }',
    variables: (place) => ({ input: reportRow(place) }),
    canonical: ({ createReport }) => essence(createReport),
  },

  postgraphile: {
    query: `mutation Submit($input: CreatePlainReportInput!) {
      createPlainReport(input: $input) { plainReport { rowId receiptCode state percentComplete } }
    }`,
    variables: (place) => {
      const plainReport = reportRow(place);
      return { input: { plainReport: { ...plainReport, percentComplete: String(plainReport.percentComplete) } } };
    },
    canonical: ({ createPlainReport }) => essence(createPlainReport.plainReport),
  },
};

/**
 * The item and period of the request with a serial number: all items before the first gets its second period, so that requests at the same time are never
 * for one item. Throws when there are no more.
 */
export function placeOf(serial, { items, cycles, unitId, reporterId }) {
  const cycle = cycles[Math.floor(serial / items.length)];
  if (cycle === undefined) throw new Error(`There is no item and period left for report ${serial}: seed more cycles.`);
  return {
    receiptCode: `S-${serial}`,
    workItemId: items[serial % items.length],
    cycleId: cycle.id,
    period: cycle.period,
    unitId,
    reporterId,
    percentComplete: 20 + (serial % 60) + 0.5,
    summary: SUMMARY,
    moment: MOMENT,
  };
}

/** The report of a place as a row. */
export function reportRow(place) {
  const { receiptCode, workItemId, cycleId, period, unitId, reporterId, percentComplete, summary, moment } = place;
  return {
    receiptCode,
    workItemId,
    cycleId,
    period,
    unitId,
    state: 'SUBMITTED',
    percentComplete,
    summary,
    isLate: false,
    submittedById: reporterId,
    submittedAt: moment,
    changedAt: moment,
    version: 1,
  };
}

function essence({ state, percentComplete }) {
  return { state, percentComplete: Number(percentComplete) };
}
