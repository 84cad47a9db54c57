import type { EntityManager } from 'typeorm';
import { stableId } from '../../platform/lib/stable-id';
import { ProgressReportDraft } from '../../progress/drafts/progress-report-draft.entity';
import { ReportingCycle } from '../../progress/cycles/reporting-cycle.entity';
import { WorkItem } from '../../work/public';
import { insertMissing, pick } from '../rows';
import type { SampleAccounts } from './load-sample-accounts';
import type { SamplePlace } from './load-sample-work';

/** A draft that the demo's reporter finds, on an item of that unit for the quarter that takes reports; `begun` is how it was kept first. */
export const sampleDraft = {
  item: '07-12',
  period: '2023-Q4',
  savedAt: new Date('2023-11-13T16:40:00+07:00'),
  percentComplete: 50,
  summary: 'Đã bàn giao thêm 02 nền tảng dùng chung cho các quận, huyện; còn chờ số liệu quý IV của Cục Thống kê.',
  version: 2,
  begun: { savedAt: new Date('2023-11-09T10:05:00+07:00'), summary: null, version: 1 },
};

/** Loads that draft, where the sample item and the sample quarter are. */
export async function loadSampleDrafts(
  manager: EntityManager,
  place: SamplePlace,
  accounts: SampleAccounts,
): Promise<void> {
  const { item: code, period, savedAt, percentComplete, summary, version } = sampleDraft;
  const item = await manager.findOneBy(WorkItem, { code, isSample: true });
  const cycle = await manager.findOneBy(ReportingCycle, {
    programmeId: place.programmeId,
    period,
    isSample: true,
  });
  if (item === null || cycle === null) return;
  const codes = new Map([...place.unitIds].map(([unit, id]) => [id, unit]));
  await insertMissing(manager, ProgressReportDraft, [
    {
      id: stableId('sample draft', item.id, cycle.id),
      workItemId: item.id,
      cycleId: cycle.id,
      period,
      unitId: item.leadUnitId,
      percentComplete,
      summary,
      savedById: accounts.reporter(pick(codes, item.leadUnitId)),
      savedAt,
      version,
      isSample: true,
    },
  ]);
}
