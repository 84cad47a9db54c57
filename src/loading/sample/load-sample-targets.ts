import type { EntityManager } from 'typeorm';
import { addDays } from '../../platform/lib/calendar-date';
import { boundsOfPeriod } from '../../platform/lib/period';
import sample from '../../programme/data/sample-targets.json';
import type { Health } from '../../programme/public';
import { Measurement } from '../../targets/measurements/measurement.entity';
import { MeasurementState } from '../../targets/measurements/measurement.state';
import { Indicator } from '../../targets/public';
import { Target } from '../../targets/target.entity';
import { TrajectoryPoint } from '../../targets/trajectory-point.entity';
import { idsBy, insertMissing, pick, type Rows } from '../rows';
import { SAMPLE_SOURCE } from '../source-of';
import { stableId } from '../../platform/lib/stable-id';

/** Days after which a sample value is known, and stamped. */
const DAYS_TO_MEASURE = 25;

/** The secretariat's assessments that the sample puts on targets which no number decides. */
export const sampleAssessments = sample.assessments.map(({ target, health }) => ({ target, health: health as Health }));

/** Loads trajectories, values and assessments for show; a target or indicator with a real row of the kind gets none. */
export async function loadSampleTargets(manager: EntityManager, programmeId: string): Promise<void> {
  const indicatorIds = await idsBy(manager, Indicator, 'code');
  for (const { code, expected, measured } of sample.indicators) {
    const indicatorId = pick(indicatorIds, code);
    const targets = await manager.findBy(Target, { indicatorId });
    for (const target of targets) await loadTrajectory(manager, target.id, expected);
    await loadValues(manager, indicatorId, code, measured);
  }
  for (const { target, health } of sampleAssessments) {
    await manager
      .createQueryBuilder()
      .update(Target)
      .set({ assessedHealth: health })
      .where({ programmeId, number: target })
      .andWhere('assessed_health is null')
      .execute();
  }
}

async function loadTrajectory(
  manager: EntityManager,
  targetId: string,
  expected: Readonly<Record<string, number>>,
): Promise<void> {
  if (await manager.existsBy(TrajectoryPoint, { targetId, isSample: false })) return;
  const rows = Object.entries(expected).map(([period, value]) => ({
    targetId,
    period,
    endsOn: boundsOfPeriod(period).to,
    expected: value,
    isSample: true,
  }));
  await insertMissing(manager, TrajectoryPoint, rows);
}

async function loadValues(
  manager: EntityManager,
  indicatorId: string,
  code: string,
  measured: Readonly<Record<string, number | undefined>>,
): Promise<void> {
  if (await manager.existsBy(Measurement, { indicatorId, isSample: false })) return;
  const rows: Rows<Measurement> = Object.entries(measured).map(([period, value]) => {
    const endsOn = boundsOfPeriod(period).to;
    return {
      id: stableId('sample measurement', code, period),
      indicatorId,
      period,
      endsOn,
      value,
      state: MeasurementState.ACCEPTED,
      note: null,
      recordedAt: new Date(`${addDays(endsOn, DAYS_TO_MEASURE)}T09:00:00+07:00`),
      source: SAMPLE_SOURCE,
      isSample: true,
    };
  });
  await insertMissing(manager, Measurement, rows);
}
