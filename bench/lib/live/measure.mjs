import { LIVE_CONTENDERS } from '../../contenders/index.mjs';
import { untilIdle } from '../idle.mjs';
import { medianOf } from '../measure.mjs';
import { whileCounting } from '../statements.mjs';
import { begin } from './begin.mjs';
import { liveRuns } from './live-runs.mjs';
import { PER_SECOND } from './pace.mjs';
import { at, paced, saturated } from './rounds.mjs';

/** Who keeps up must not be at its end. */
const RESERVE = 1.25;

/**
 * Measures a workload with a number of subscribers: all contenders' subscribe, then in each round every contender delivers once while the others rest. Gives two rows for
 * each contender, saturated and paced, and notes.
 */
export async function measureLive(bench, workload, count) {
  const { say, pace, rates } = bench;
  const title = `${workload.name}, ${count} subscribers`;
  const isTooSlow = ({ name }) => count / (rates.get(`${workload.kind} ${name}`) ?? Infinity) > pace.mostOfChange;
  const asked = LIVE_CONTENDERS.filter(({ reads }) => !reads || workload.hasReadingLimit);
  const contenders = asked.filter((contender) => !isTooSlow(contender));
  const runs = [];
  try {
    await whileCounting(bench.database, async () => {
      for (const contender of contenders) {
        say(`${title}: ${contender.name} subscribes`);
        runs.push(await begin(bench, workload, count, contender));
      }
    });
    for (let round = 0; round < pace.rounds; round++) {
      say(`${title}: round ${round + 1} of ${pace.rounds}`);
      for (const run of turned(runs, round).filter((one) => spentMs(one) < pace.mostMs))
        run.rounds.push(await counted(bench, run, () => saturated(run, { burst: run.burst, windowMs: pace.windowMs })));
    }
    const keepUp = runs.filter((run) => medianOf(run.rounds, 'perSecond') > count * PER_SECOND * RESERVE);
    for (let round = 0; round < pace.pacedRounds; round++) {
      say(`${title}: latency, round ${round + 1} of ${pace.pacedRounds}`);
      for (const run of turned(keepUp, round))
        run.paced.push(await counted(bench, run, () => paced(run, pace.pacedChanges)));
    }
    for (const { contender, rounds } of runs)
      rates.set(`${workload.kind} ${contender.name}`, medianOf(rounds, 'perSecond'));
    const notes = notesOf(title, runs, keepUp);
    const left = asked.filter(isTooSlow).map(({ name }) => name);
    if (left.length > 0)
      notes.push(`${title}: ${left.join(', ')}: left out, a change would take more than ${pace.mostOfChange} s.`);
    return { rows: runs.flatMap((run) => rowsOf(workload, count, run)), notes };
  } finally {
    for (const { subscribers, changes } of runs) {
      changes.close();
      await subscribers.stop();
    }
  }
}

/** A round, with what tiendo says of its runs of live queries, for each change and group. */
async function counted({ database }, run, measure) {
  const before = await liveRuns(run);
  const round = await measure();
  const after = await liveRuns(run);
  await untilIdle(database);
  const runs = before === null || after === null ? null : (after - before) / round.changes / run.workload.groups;
  return { ...round, runs };
}

/** Another contender begins each round. */
function turned(runs, round) {
  const first = (round * 2) % Math.max(1, runs.length);
  return [...runs.slice(first), ...runs.slice(0, first)];
}

function spentMs({ rounds }) {
  return rounds.reduce((sum, { tookMs }) => sum + tookMs, 0);
}

function rowsOf(workload, subscribers, { contender, rounds, paced: latencies, statements, memoryKiB }) {
  const head = { workload: workload.name, contender: contender.name, subscribers };
  const rows = [
    {
      ...head,
      mode: 'saturated',
      perSecond: medianOf(rounds, 'perSecond'),
      statements,
      serverCpuMs: medianOf(rounds, 'serverCpuMs'),
      memoryKiB,
      runs: medianOf(rounds, 'runs'),
    },
  ];
  if (latencies.length === 0) return rows;
  const lasts = latencies.flatMap((round) => round.lasts).sort((one, other) => one - other);
  rows.push({
    ...head,
    mode: 'paced',
    p50ms: medianOf(latencies, 'p50ms'),
    p99ms: medianOf(latencies, 'p99ms'),
    lastP50ms: at(lasts, 0.5),
    lastP99ms: at(lasts, 0.99),
    runs: medianOf(latencies, 'runs'),
  });
  return rows;
}

function notesOf(title, runs, keepUp) {
  const sizes = runs.map(({ contender, bytes }) => `${contender.name} ${bytes}`);
  const late = runs.filter((run) => !keepUp.includes(run)).map(({ contender }) => contender.name);
  return [
    `${title}: bytes of a delivery: ${sizes.join(', ')}.`,
    ...(late.length === 0
      ? []
      : [`${title}: ${late.join(', ')}: no latency, ${PER_SECOND} changes a second are too many.`]),
  ];
}
