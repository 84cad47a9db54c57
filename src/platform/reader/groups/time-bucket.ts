/** Spans of time by which dates and moments are grouped. */
export type TimeBucket = 'DAY' | 'WEEK' | 'MONTH' | 'QUARTER' | 'HALF_YEAR' | 'YEAR';

interface BucketForms {
  /** First moment of the span that holds a local time. */
  readonly start: (moment: string) => string;
  /** The span as a period is written. */
  readonly text: (start: string) => string;
  /** The span as people read it. */
  readonly label: { readonly vi: (start: string) => string; readonly en: (start: string) => string };
}

const form = (pattern: string) => (start: string) => `to_char(${start}, '${pattern}')`;
const isSecondHalf = (moment: string) => `extract(month from ${moment}) > 6`;

/** How each span is found and written. Weeks are those of ISO 8601. */
export const BUCKETS: Readonly<Record<TimeBucket, BucketForms>> = {
  DAY: {
    start: (moment) => `date_trunc('day', ${moment})`,
    text: form('YYYY-MM-DD'),
    label: { vi: form('DD/MM/YYYY'), en: form('DD/MM/YYYY') },
  },
  WEEK: {
    start: (moment) => `date_trunc('week', ${moment})`,
    text: form('IYYY-"W"IW'),
    label: { vi: form('"Tuần "IW/IYYY'), en: form('"Week "IW/IYYY') },
  },
  MONTH: {
    start: (moment) => `date_trunc('month', ${moment})`,
    text: form('YYYY-MM'),
    label: { vi: form('"Tháng "MM/YYYY'), en: form('MM/YYYY') },
  },
  QUARTER: {
    start: (moment) => `date_trunc('quarter', ${moment})`,
    text: form('YYYY-"Q"Q'),
    label: {
      vi: (start) =>
        `'Quý ' || (array['I', 'II', 'III', 'IV'])[extract(quarter from ${start})::integer] || to_char(${start}, '/YYYY')`,
      en: form('"Q"Q YYYY'),
    },
  },
  HALF_YEAR: {
    start: (moment) =>
      `(date_trunc('year', ${moment}) + case when ${isSecondHalf(moment)} then interval '6 months' else interval '0' end)`,
    text: (start) => `to_char(${start}, 'YYYY') || case when ${isSecondHalf(start)} then '-H2' else '-H1' end`,
    label: {
      vi: (start) =>
        `case when ${isSecondHalf(start)} then '6 tháng cuối năm ' else '6 tháng đầu năm ' end || to_char(${start}, 'YYYY')`,
      en: (start) => `case when ${isSecondHalf(start)} then 'H2 ' else 'H1 ' end || to_char(${start}, 'YYYY')`,
    },
  },
  YEAR: {
    start: (moment) => `date_trunc('year', ${moment})`,
    text: form('YYYY'),
    label: { vi: form('"Năm "YYYY'), en: form('YYYY') },
  },
};
