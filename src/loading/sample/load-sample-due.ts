import type { EntityManager } from 'typeorm';
import { ApprovalLevel } from '../../documents/public';
import { boundsOfPeriod } from '../../platform/lib/period';
import sample from '../../programme/data/sample-due.json';
import { Obstacle } from '../../progress/obstacles/obstacle.entity';
import { ObstacleState } from '../../progress/obstacles/obstacle.state';
import { ServiceOutage } from '../../progress/punctuality/service-outage.entity';
import { Measurement } from '../../targets/measurements/measurement.entity';
import { MeasurementState } from '../../targets/measurements/measurement.state';
import { Indicator } from '../../targets/public';
import { WorkItem } from '../../work/public';
import { idsBy, insertMissing, pick } from '../rows';
import { SAMPLE_SOURCE } from '../source-of';
import { stableId } from '../../platform/lib/stable-id';
import type { SampleAccounts } from './load-sample-accounts';
import type { SamplePlace } from './load-sample-work';

/** Loads, for show, obstacles of sample items, days on which the system could not be used, and a value that was sent back; no outage beside a real one. */
export async function loadSampleDue(
  manager: EntityManager,
  place: SamplePlace,
  accounts: SampleAccounts,
): Promise<void> {
  await loadObstacles(manager, place, accounts);
  if (!(await manager.existsBy(ServiceOutage, { isSample: false }))) {
    await insertMissing(manager, ServiceOutage, [
      { ...sample.outage, id: stableId('sample outage', sample.outage.startsOn), isSample: true },
    ]);
  }
  await loadReturned(manager, place, accounts);
}

async function loadObstacles(manager: EntityManager, place: SamplePlace, accounts: SampleAccounts): Promise<void> {
  const items = await manager.findBy(WorkItem, { programmeId: place.programmeId, isSample: true });
  const codes = new Map([...place.unitIds].map(([code, id]) => [id, code]));
  const rows = sample.obstacles.flatMap(({ item: number, decidedBy, ...row }) => {
    const item = items.find((one) => one.number === number);
    if (item === undefined) return [];
    return {
      ...row,
      id: stableId('sample obstacle', item.code),
      workItemId: item.id,
      decidedBy: ApprovalLevel[decidedBy as ApprovalLevel],
      raisedById: accounts.reporter(pick(codes, item.leadUnitId)),
      unitId: item.leadUnitId,
      state: stateOf(row),
      takenUpById: row.takenUpOn === null ? null : accounts.secretariat,
      resolvedById: row.resolvedOn === null ? null : accounts.secretariat,
      isSample: true,
    };
  });
  await insertMissing(manager, Obstacle, rows);
}

function stateOf({ takenUpOn, resolvedOn }: { takenUpOn: string | null; resolvedOn: string | null }): ObstacleState {
  if (resolvedOn !== null) return ObstacleState.RESOLVED;
  return takenUpOn === null ? ObstacleState.OPEN : ObstacleState.IN_HAND;
}

async function loadReturned(manager: EntityManager, place: SamplePlace, accounts: SampleAccounts): Promise<void> {
  const { indicator, unit, period, value, recordedOn, returnedOn, reason } = sample.returned;
  const indicatorId = pick(await idsBy(manager, Indicator, 'code'), indicator);
  if (await manager.existsBy(Measurement, { indicatorId, isSample: false })) return;
  await insertMissing(manager, Measurement, [
    {
      id: stableId('sample measurement', indicator, period, 'returned'),
      indicatorId,
      period,
      endsOn: boundsOfPeriod(period).to,
      value,
      state: MeasurementState.RETURNED,
      note: null,
      unitId: pick(place.unitIds, unit),
      recordedAt: atNoon(recordedOn),
      returnReason: reason,
      returnedAt: atNoon(returnedOn),
      returnedById: accounts.secretariat,
      source: SAMPLE_SOURCE,
      isSample: true,
    },
  ]);
}

function atNoon(date: string): Date {
  return new Date(`${date}T11:00:00+07:00`);
}
