import type { ProgressReportReview } from './progress-report-review.entity';
import { ReviewOutcome } from './progress-report-review.state';
import type { ReviewLevel } from './review-level.state';

/** A step of a review as statements write it, by the names of columns. */
export interface ReviewStep {
  readonly progress_report_id: string;
  readonly level: ReviewLevel;
  readonly outcome: ReviewOutcome;
  readonly reviewed_by_id: string | null;
  readonly reviewed_at: Date;
  readonly note: string | null;
}

/** A step that somebody took. */
export function takenStep(
  progressReportId: string,
  step: Pick<ProgressReportReview, 'level' | 'outcome' | 'note' | 'reviewedAt'> & { readonly reviewedById: string },
): ReviewStep {
  return {
    progress_report_id: progressReportId,
    level: step.level,
    outcome: step.outcome,
    reviewed_by_id: step.reviewedById,
    reviewed_at: step.reviewedAt,
    note: step.note,
  };
}

/** Levels that were passed over, since nobody held them. */
export function skippedSteps(
  progressReportId: string,
  levels: readonly ReviewLevel[],
  at: Date,
): readonly ReviewStep[] {
  return levels.map((level) => ({
    progress_report_id: progressReportId,
    level,
    outcome: ReviewOutcome.SKIPPED,
    reviewed_by_id: null,
    reviewed_at: at,
    note: null,
  }));
}
