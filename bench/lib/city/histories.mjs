import { ofProgram } from './program.mjs';

const { sampleItems } = ofProgram('loading/sample/sample-items');
const { acceptedReports, receiptCode } = ofProgram('loading/sample/sample-reports');

/** The term's quarters before the sample's first one, with the days by which they lie before it. */
const EARLIER = [
  { period: '2021-Q1', days: 184 },
  { period: '2021-Q2', days: 92 },
];
/** Every so-many-th report was returned once before it was accepted. */
const RETURNED = 4;
const DAY_MS = 86_400_000;

/** Quarters of a term of five years. */
export const QUARTERS = 20;

/** Items of a programme. */
export const ITEMS = sampleItems.length;

/** The items of a programme as the sample has them, each with a report for every quarter of the term in the loader's own form and words. */
export function historiesOf(programme, shortNames) {
  return sampleItems.map((item) => {
    const number = String(item.number).padStart(2, '0');
    const code = `${String(programme).padStart(2, '0')}-${number}`;
    const whole = { ...item, startsOn: '2021-01-01', claims: undefined, progress: progressOf(programme, item.number) };
    const later = acceptedReports(whole, shortNames.get(item.cooperating[0] ?? '') ?? '…');
    const accepted = [...EARLIER.map((quarter) => earlier(later[0], quarter)), ...later].map((report) => ({
      ...report,
      receiptCode: receiptCode(code, report.period, report.submittedAt),
    }));
    const others = accepted
      .filter((_, index) => (index + item.number) % RETURNED === 0)
      .map((of) => returned(code, of));
    return { code, item: { ...whole, title: `${item.title} (${programme}.${number})` }, accepted, others };
  });
}

/** Percent at the ends of the sample's quarters: an even way to where the item is at the end of the term. */
function progressOf(programme, number) {
  const reached = 60 + ((programme * 7 + number * 13) % 41);
  return Array.from({ length: QUARTERS - EARLIER.length }, (_, quarter) =>
    Math.round((reached * (quarter + 1 + EARLIER.length)) / QUARTERS),
  );
}

function earlier(first, { period, days }) {
  const moved = (moment) => new Date(moment.getTime() - days * DAY_MS);
  const moments = ['submittedAt', 'unitApprovedAt', 'acceptedAt', 'changedAt'];
  return {
    ...first,
    ...Object.fromEntries(moments.map((name) => [name, moved(first[name])])),
    period,
    percentComplete: 1,
    milestones: [],
  };
}

function returned(code, { period, submittedAt, ...report }) {
  const before = (days) => new Date(submittedAt.getTime() - days * DAY_MS);
  return {
    ...report,
    period,
    receiptCode: receiptCode(code, period, before(4)),
    state: 'RETURNED',
    milestones: [],
    submittedAt: before(4),
    unitApprovedAt: null,
    acceptedAt: null,
    reviewNote: 'Đề nghị bổ sung số liệu.',
    changedAt: before(3),
  };
}
