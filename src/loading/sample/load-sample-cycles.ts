import type { EntityManager } from 'typeorm';
import { ReportingCycle } from '../../progress/cycles/reporting-cycle.entity';
import { insertMissing } from '../rows';
import { sampleCycles } from './sample-cycles';

/** Loads the sample quarters of a programme, unless it has a real reporting cycle. */
export async function loadSampleCycles(manager: EntityManager, programmeId: string): Promise<void> {
  if (await manager.existsBy(ReportingCycle, { programmeId, isSample: false })) return;
  const rows = sampleCycles.map((cycle) => ({ ...cycle, programmeId, isSample: true }));
  await insertMissing(manager, ReportingCycle, rows);
}
