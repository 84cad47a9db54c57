import './job.enums';
import type { Domain } from '../platform/domain';
import { Job } from './job.entity';
import { JobTask } from './job-task.entity';
import { jobTaskFacts } from './job-task.facts';
import { jobEvents } from './job.events';
import { readableJobs } from './jobs.policy';
import { retryJob } from './retry-job';

/** What who runs the program looks at: the work that it does by itself. */
export const operators: Domain = {
  name: 'operators',
  entities: [Job, JobTask],
  commands: [retryJob],
  events: [jobEvents],
  facts: jobTaskFacts,
  policies: [Job, JobTask].map((of) => ({ of, readable: readableJobs })),
};
