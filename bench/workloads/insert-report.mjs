/** The columns that a report must have, by the names that clients give them. */
const COLUMNS = {
  receiptCode: 'receipt_code',
  workItemId: 'work_item_id',
  cycleId: 'cycle_id',
  period: 'period',
  unitId: 'unit_id',
  state: 'state',
  percentComplete: 'percent_complete',
  summary: 'summary',
  isLate: 'is_late',
  submittedById: 'submitted_by_id',
  submittedAt: 'submitted_at',
  changedAt: 'changed_at',
  version: 'version',
};

/** A table of reports like the real one, but without what fires on a write: no history, no event, no receipt. */
export const PLAIN_TABLE = 'plain_report';

const NAMES = Object.values(COLUMNS);

/** One report as one row. */
export const INSERT_REPORT = `insert into ${PLAIN_TABLE} (${NAMES.join(', ')}) values (${NAMES.map((_, index) => `$${index + 1}`).join(', ')})
  returning id, receipt_code as "receiptCode", state, percent_complete as "percentComplete"`;

/** The values of INSERT_REPORT. */
export function insertValues(input) {
  return Object.keys(COLUMNS).map((name) => input[name]);
}
