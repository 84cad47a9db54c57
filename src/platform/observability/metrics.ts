import { collectDefaultMetrics, Counter, Gauge, type Registry } from 'prom-client';

/** The jobs of one name: those that wait, have failed, are not tried again, and how long the oldest has been due. */
interface JobNumbers {
  readonly name: string;
  readonly waiting: number;
  readonly failed: number;
  readonly givenUp: number;
  readonly oldestWaitingSeconds: number;
}

/** Numbers that only the running parts know, read when somebody asks. */
export interface MetricSources {
  readonly sockets: () => number;
  readonly liveGroups: () => number;
  readonly eventStreams: () => number;
  readonly logPosition: () => number;
  /** Bytes that remembered plans, documents and answers hold. */
  readonly planBytes: () => number;
  readonly documentBytes: () => number;
  readonly answerBytes: () => number;
  /** How the queue of jobs stands, by their names; asked of the database. */
  readonly jobs: () => Promise<readonly JobNumbers[]>;
  /** What live delivery has done since the start, by name. */
  readonly liveCounts: () => object;
}

/** Counters of live delivery: name of the count, name and meaning of the metric. */
const LIVE: readonly (readonly [string, string, string])[] = [
  ['runs', 'tiendo_live_runs_total', 'Runs of live queries'],
  ['equalAnswers', 'tiendo_live_equal_answers_total', 'Runs of live queries that found nothing new'],
  ['eventsRendered', 'tiendo_live_events_rendered_total', 'Events made into messages'],
  ['messages', 'tiendo_live_messages_total', 'Messages handed to sockets'],
  ['bytes', 'tiendo_live_bytes_total', 'Bytes of those messages'],
  ['full', 'tiendo_live_full_answers_total', 'Live answers sent whole'],
  ['patches', 'tiendo_live_patches_total', 'Live answers sent as patches'],
  ['unchanged', 'tiendo_live_unchanged_total', 'Live answers that the client had already'],
  ['leftBehind', 'tiendo_live_left_behind_total', 'Times that a subscriber was left behind by its socket'],
  ['resumedFromMemory', 'tiendo_live_resumed_from_memory_total', 'Streams that went on from memory'],
  ['resumedFromLog', 'tiendo_live_resumed_from_log_total', 'Streams that went on from the table'],
];

/** Adds the program's metrics to a registry, in Prometheus' text form. */
export function addMetrics(registry: Registry, sources: MetricSources): void {
  collectDefaultMetrics({ register: registry });
  gauge(registry, 'tiendo_sockets', 'Open WebSocket connections', sources.sockets);
  gauge(registry, 'tiendo_live_groups', 'Distinct live queries', sources.liveGroups);
  gauge(registry, 'tiendo_event_streams', 'Distinct streams of events', sources.eventStreams);
  gauge(registry, 'tiendo_log_position', 'Last log position seen by this process', sources.logPosition);
  gauge(registry, 'tiendo_plan_bytes', 'Bytes of remembered plans', sources.planBytes);
  gauge(registry, 'tiendo_document_bytes', 'Bytes of remembered documents', sources.documentBytes);
  gauge(registry, 'tiendo_answer_bytes', 'Bytes of remembered answers', sources.answerBytes);
  addJobMetrics(registry, sources.jobs);
  for (const [count, name, help] of LIVE)
    counter(registry, name, help, () => (sources.liveCounts() as Readonly<Record<string, number>>)[count]!);
}

const JOBS: readonly (readonly [keyof Omit<JobNumbers, 'name'>, string, string])[] = [
  ['waiting', 'tiendo_jobs_waiting', 'Jobs that wait, by name'],
  ['failed', 'tiendo_jobs_failed', 'Jobs that have failed and are not done, by name'],
  ['givenUp', 'tiendo_jobs_given_up', 'Jobs that have failed for good and wait for retryJob, by name'],
  [
    'oldestWaitingSeconds',
    'tiendo_jobs_oldest_waiting_seconds',
    'How long the oldest job that is due has waited, by name',
  ],
];

function addJobMetrics(registry: Registry, read: MetricSources['jobs']): void {
  // one question for all of them: they are collected together
  let asked: ReturnType<MetricSources['jobs']> | null = null;
  const together = (): ReturnType<MetricSources['jobs']> => {
    asked ??= read().finally(() => (asked = null));
    return asked;
  };
  for (const [number, name, help] of JOBS) {
    new Gauge({
      name,
      help,
      labelNames: ['job'],
      registers: [registry],
      async collect() {
        for (const job of await together()) this.set({ job: job.name }, job[number]);
      },
    });
  }
}

function gauge(registry: Registry, name: string, help: string, read: () => number): void {
  new Gauge({
    name,
    help,
    registers: [registry],
    collect() {
      this.set(read());
    },
  });
}

function counter(registry: Registry, name: string, help: string, read: () => number): void {
  new Counter({
    name,
    help,
    registers: [registry],
    collect() {
      this.reset();
      this.inc(read());
    },
  });
}
