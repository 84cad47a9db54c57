import type { EntityManager } from 'typeorm';
import { getRow } from '../../../platform/commands/rows';
import { refuse } from '../../../platform/lib/domain-error';
import { ReportingCycle } from '../reporting-cycle.entity';

/** The cycle of a client's id; refuses what is none. */
export async function getCycle(manager: EntityManager, globalId: string): Promise<ReportingCycle> {
  const cycle = await getRow(manager, ReportingCycle, globalId);
  if (cycle !== null) return cycle;
  throw refuse(
    'NOT_FOUND',
    ['input', 'reportingCycleId'],
    'Không có kỳ báo cáo này. Hãy chọn một kỳ trong reportingCycles.',
    'There is no such round. Choose one of reportingCycles.',
  );
}
