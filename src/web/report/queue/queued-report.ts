import type { ReviewQueueQuery } from '../../generated/operations';

/** A report that waits for an answer. */
export type QueuedReport = ReviewQueueQuery['progressReports']['nodes'][number];
