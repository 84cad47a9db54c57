import { addDays, type CalendarDate } from '../../platform/lib/calendar-date';
import type { Health } from '../../programme/public';
import { ProgressReportState } from '../../progress/reports/progress-report.state';
import { honestHealth } from './sample-claims';
import { type SampleCycle, sampleCycles } from './sample-cycles';
import { codeOf, type SampleItem } from './sample-items';
import { latenessReason, wordsFor } from './sample-wording';
import { stableNumber } from '../../platform/lib/stable-id';

/** A sample submission before it has ids: its milestones are numbers within the item. */
export interface SampleReport {
  readonly receiptCode: string;
  readonly period: string;
  readonly state: ProgressReportState;
  readonly percentComplete: number;
  readonly summary: string;
  readonly difficulties: string | null;
  readonly proposals: string | null;
  readonly claimedHealth: Health;
  readonly healthReason: string | null;
  readonly decreaseReason: string | null;
  readonly latenessReason: string | null;
  readonly isLate: boolean;
  readonly milestones: readonly number[];
  readonly submittedAt: Date;
  readonly unitApprovedAt: Date | null;
  readonly acceptedAt: Date | null;
  readonly reviewNote: string | null;
  readonly supersededAt: Date | null;
  readonly changedAt: Date;
}

const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** The accepted reports of an item, quarter by quarter, as its progress is written down. */
export function acceptedReports(item: SampleItem, partner: string): SampleReport[] {
  const running = sampleCycles.filter(({ endsOn }) => endsOn >= item.startsOn);
  const reports: SampleReport[] = [];
  item.progress.forEach((percent, index) => {
    const cycle = running[index];
    if (percent === null || cycle === undefined) return;
    reports.push(acceptedReport(item, cycle, percent, reports, partner));
  });
  return reports;
}

/** Receipt of a submission: item, period, and four characters of its own. */
export function receiptCode(code: string, period: string, submittedAt: Date): string {
  const own = [0, 1, 2, 3].map(
    (place) => ALPHABET[stableNumber(ALPHABET.length, code, submittedAt.toISOString(), String(place))],
  );
  return `${code}-${period.replace('-', '')}-${own.join('')}`;
}

function acceptedReport(
  item: SampleItem,
  cycle: SampleCycle,
  percent: number,
  earlier: readonly SampleReport[],
  partner: string,
): SampleReport {
  const code = codeOf(item);
  const seed = [code, cycle.period];
  const isLate = percent < 100 && cycle.period !== '2023-Q3' && stableNumber(8, 'late', ...seed) === 0;
  const receivedOn = isLate
    ? workday(addDays(cycle.dueOn, 1 + stableNumber(12, 'received', ...seed)), 1)
    : workday(addDays(cycle.dueOn, -stableNumber(30, 'received', ...seed)), -1);
  const approvedOn = workday(addDays(receivedOn, 1 + stableNumber(2, 'unit', ...seed)), 1);
  const acceptedOn = workday(addDays(approvedOn, 1 + stableNumber(4, 'office', ...seed)), 1);
  const submittedAt = atOffice(receivedOn, 'submitted', ...seed);
  const unitApprovedAt = atOffice(approvedOn, 'approved', ...seed);
  const acceptedAt = atOffice(acceptedOn, 'accepted', ...seed);
  const honest = honestHealth(item, percent, receivedOn);
  const claimed = (item.claims?.[cycle.period] as Health | undefined) ?? honest;
  const fell = percent < (earlier.at(-1)?.percentComplete ?? 0);
  return {
    receiptCode: receiptCode(code, cycle.period, submittedAt),
    period: cycle.period,
    state: ProgressReportState.ACCEPTED,
    percentComplete: percent,
    ...wordsFor(item, earlier.length, percent, partner),
    claimedHealth: claimed,
    healthReason: claimed === honest ? null : (item.claimReason ?? null),
    decreaseReason: fell ? (item.decreaseReason ?? null) : null,
    latenessReason: isLate ? latenessReason(...seed) : null,
    isLate,
    milestones: milestonesReached(item, percent, earlier),
    submittedAt,
    unitApprovedAt,
    acceptedAt,
    reviewNote: null,
    supersededAt: null,
    changedAt: acceptedAt,
  };
}

/** Numbers of the milestones that this report is the first to reach. */
function milestonesReached(item: SampleItem, percent: number, earlier: readonly SampleReport[]): number[] {
  const before = new Set(earlier.flatMap(({ milestones }) => milestones));
  return item.milestones.flatMap((milestone, index) =>
    milestone.plannedPercent <= percent && !before.has(index + 1) ? [index + 1] : [],
  );
}

/** The day itself, or the nearest one before (-1) or after (1) it that is no Saturday or Sunday. */
function workday(date: CalendarDate, direction: 1 | -1): CalendarDate {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return weekday === 0 || weekday === 6 ? workday(addDays(date, direction), direction) : date;
}

/** Some minute of office hours on a day, always the same one. */
function atOffice(date: CalendarDate, ...seed: string[]): Date {
  const minutes = 8 * 60 + stableNumber(9 * 60, 'minute', ...seed);
  return new Date(Date.parse(`${date}T00:00:00+07:00`) + minutes * 60_000);
}
