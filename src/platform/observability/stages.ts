import { Histogram, type Registry } from 'prom-client';

/** The way of a change: its commit is numbered; what depends on it is answered; the last socket has been given the answer. */
export type Stage = 'numbered' | 'answered' | 'delivered';

/** Takes note of how long a stage took, in milliseconds. */
export type NoteStage = (stage: Stage, milliseconds: number) => void;

const BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

/** Measures the stages that a change takes from its commit to the screens. */
export function stageHistogram(registry: Registry): NoteStage {
  const histogram = new Histogram({
    name: 'tiendo_change_stage_seconds',
    help: 'From commit to numbered, from heard to answered, from answered to the last socket',
    labelNames: ['stage'],
    buckets: BUCKETS,
    registers: [registry],
  });
  return (stage, milliseconds) => histogram.observe({ stage }, milliseconds / 1_000);
}
