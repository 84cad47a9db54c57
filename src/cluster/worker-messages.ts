import type { StartFacts } from '../announce-start';
import type { ClusterPlace } from '../composition';

/** What the primary tells a worker, once. */
export interface ToWorker {
  readonly place: ClusterPlace;
}

/** What a worker tells the primary, once: it serves. */
export interface FromWorker {
  readonly ready: StartFacts;
}
