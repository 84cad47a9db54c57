import { withoutNodes } from './without-nodes.mjs';

/** PostGraphile names relations by their keys, writes `numeric` as text and moments with their own offset: what the others call and write it. */
const NAMES = {
  programmeByCode: 'programme',
  workItemByCode: 'workItem',
  allProgressReports: 'progressReports',
  workItemsByProgrammeId: 'workItems',
  progressReportsByWorkItemId: 'progressReports',
  targetsByProgrammeId: 'targets',
  unitByLeadUnitId: 'leadUnit',
  unitByUnitId: 'unit',
  indicatorByIndicatorId: 'indicator',
  workItemByWorkItemId: 'workItem',
  accountBySubmittedById: 'submittedBy',
};
const NUMBERS = new Set(['percentComplete', 'value']);
const MOMENTS = new Set(['changedAt']);

/** An answer of PostGraphile in the words of the others. */
export function ofPostgraphile(data) {
  return renamed(withoutNodes(data));
}

function renamed(value) {
  if (Array.isArray(value)) return value.map(renamed);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [NAMES[key] ?? key, leaf(key, inner)]));
}

function leaf(key, value) {
  if (value === null) return null;
  if (NUMBERS.has(key)) return Number(value);
  if (MOMENTS.has(key)) return new Date(value).toISOString();
  return renamed(value);
}
