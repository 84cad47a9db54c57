import type { Health } from '../generated/operations';

/** The five statuses in the order of urgency, in which they are listed everywhere. */
export const HEALTHS: readonly Health[] = ['OVERDUE', 'AT_RISK', 'ON_TRACK', 'COMPLETED', 'NOT_DUE'];
