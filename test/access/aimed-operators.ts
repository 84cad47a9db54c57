import type { DatabaseView } from '../support/database-view';
import { makeJob } from '../support/made/made-job';

/** What each mutation of who runs the program is aimed at: its input. */
export const OPERATORS_AIMS: Readonly<Record<string, (view: DatabaseView) => Promise<Record<string, unknown>>>> = {
  retryJob: async (view) => ({ jobId: await makeJob(view, { failure: 'UNEXPECTED', givenUp: true }) }),
};
