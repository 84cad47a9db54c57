import type { Health, ReportFormQuery } from '../../generated/operations';

/** The item that a form is about. */
export type FormItem = NonNullable<ReportFormQuery['workItem']>;
export type FormReport = FormItem['progressReports']['nodes'][number];

/** What stands in the fields of the form, as typed. */
export interface ReportValues {
  percent: string;
  milestoneIds: readonly string[];
  /** Set when the unit sees the status differently from what is computed. */
  claimedHealth: Health | null;
  healthReason: string;
  summary: string;
  difficulties: string;
  proposals: string;
  decreaseReason: string;
  latenessReason: string;
}

/** Whether the reader was shown a report of that code. */
export function isKnown({ progressReports }: FormItem, receiptCode: string): boolean {
  return progressReports.nodes.some((report) => report.receiptCode === receiptCode);
}

/** What a report says, as it would stand in the fields. */
export function valuesOf(report: FormReport, write: (value: number) => string): ReportValues {
  return {
    percent: write(report.percentComplete),
    milestoneIds: report.milestones.map(({ id }) => id),
    claimedHealth: report.claimedHealth,
    healthReason: report.healthReason ?? '',
    summary: report.summary,
    difficulties: report.difficulties ?? '',
    proposals: report.proposals ?? '',
    decreaseReason: report.decreaseReason ?? '',
    latenessReason: report.latenessReason ?? '',
  };
}

/** The newest accepted report, of whatever period; reports come newest change first. */
export function lastAccepted({ progressReports }: FormItem): FormReport | null {
  const accepted = progressReports.nodes.filter(({ state }) => state === 'ACCEPTED');
  return accepted.reduce<FormReport | null>(
    (best, each) => (best === null || each.period > best.period ? each : best),
    null,
  );
}

/** The newest report of the open period, whatever became of it. */
export function currentReport({ openCycle, progressReports }: FormItem): FormReport | null {
  return progressReports.nodes.find(({ period }) => period === openCycle?.period) ?? null;
}

/** The newest remark of a reviewer. */
export function lastRemark({ progressReports }: FormItem): string | null {
  return progressReports.nodes.find(({ reviewNote }) => reviewNote !== null && reviewNote !== '')?.reviewNote ?? null;
}

/** What the fields hold before anything is typed: what came back if something did, else the last percent. */
export function initialValues(item: FormItem, write: (value: number) => string): ReportValues {
  const current = currentReport(item);
  if (current?.state === 'RETURNED' || current?.state === 'WITHDRAWN') return valuesOf(current, write);
  return {
    percent: write(item.percentComplete),
    milestoneIds: [],
    claimedHealth: null,
    healthReason: '',
    summary: '',
    difficulties: '',
    proposals: '',
    decreaseReason: '',
    latenessReason: '',
  };
}
