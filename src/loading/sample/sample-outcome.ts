import { dateOf } from '../../platform/lib/clock';
import { boundsOfPeriod } from '../../platform/lib/period';
import type { Health } from '../../programme/public';
import type { SampleReport } from './sample-reports';

/** What an outcome goes by. */
interface Report extends Pick<SampleReport, 'period' | 'percentComplete' | 'submittedAt'> {
  readonly claimedHealth: Health | null;
}

/** What an item's own columns say, given its reports. */
interface SampleOutcome {
  readonly percentComplete: number;
  readonly completedOn: string | null;
  readonly claimedHealth: Health | null;
  readonly lastReportedAt: Date | null;
  readonly lastReportedPeriodEndsOn: string | null;
}

/** Progress by the accepted report of the latest period, the last of them; freshness by whatever was received last, among them or the others. */
export function outcomeOf(accepted: readonly Report[], others: readonly Report[]): SampleOutcome {
  const latest = accepted.at(-1);
  const received = [...accepted, ...others];
  const ends = received.map(({ period }) => boundsOfPeriod(period).to).sort();
  const times = received.map(({ submittedAt }) => submittedAt.getTime());
  return {
    percentComplete: latest?.percentComplete ?? 0,
    completedOn: latest?.percentComplete === 100 ? dateOf(latest.submittedAt) : null,
    claimedHealth: latest?.claimedHealth ?? null,
    lastReportedAt: times.length === 0 ? null : new Date(Math.max(...times)),
    lastReportedPeriodEndsOn: ends.at(-1) ?? null,
  };
}

/** The day on which each milestone (by number) was reached: that of the accepted report that said so. */
export function reachedOn(accepted: readonly SampleReport[]): Map<number, string> {
  return new Map(
    accepted.flatMap(({ milestones, submittedAt }) =>
      milestones.map((number): [number, string] => [number, dateOf(submittedAt)]),
    ),
  );
}
