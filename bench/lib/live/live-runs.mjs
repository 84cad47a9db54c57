import { send } from '../ask.mjs';

/** How often tiendo has run live queries so far, as its metrics say; null for the others, and while it does not say. */
export async function liveRuns({ contender, workload, server }) {
  if (contender.dialect !== 'tiendo' || workload.kind !== 'state') return null;
  const { text } = await send({ port: server.port, path: '/metrics', method: 'GET' });
  const counts = [...text.matchAll(/^tiendo_live_runs_total(?:\{[^}]*\})? (\S+)$/gm)].map(([, count]) => Number(count));
  return counts.length === 0 ? null : counts.reduce((sum, count) => sum + count, 0);
}
