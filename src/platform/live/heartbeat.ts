import { pause } from '../lib/pause';

/** Seconds between two heartbeats. */
const HEARTBEAT_SECONDS = 15;

/** A beat at once, then one every 15 seconds, until aborted. */
export async function* heartbeats<Beat>(beat: () => Beat, signal: AbortSignal): AsyncGenerator<Beat, void, void> {
  while (!signal.aborted) {
    yield beat();
    await pause(HEARTBEAT_SECONDS * 1000, signal);
  }
}
