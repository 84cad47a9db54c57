import type { EntityManager } from 'typeorm';
import { CycleReopening } from '../../progress/cycles/exceptions/cycle-reopening.entity';
import { ReportWaiver } from '../../progress/cycles/exceptions/report-waiver.entity';
import { ReportingCycle } from '../../progress/cycles/reporting-cycle.entity';
import { WorkItem } from '../../work/public';
import { insertMissing } from '../rows';
import { stableId } from '../../platform/lib/stable-id';

const WAIVED = { item: '07-22', period: '2022-Q3', waivedOn: '2022-09-12' };
const REOPENED = { item: '07-14', period: '2023-Q2', reopenedOn: '2023-11-06', until: '2023-11-30' };

/** Loads a report that was waived and a locked quarter that was opened again for an item, where the sample items and quarters are. */
export async function loadSampleExceptions(manager: EntityManager, programmeId: string): Promise<void> {
  const placeOf = async ({ item: code, period }: { item: string; period: string }) => {
    const item = await manager.findOneBy(WorkItem, { code, isSample: true });
    const cycle = await manager.findOneBy(ReportingCycle, { programmeId, period, isSample: true });
    return item === null || cycle === null ? null : { workItemId: item.id, cycleId: cycle.id };
  };
  const [waived, reopened] = [await placeOf(WAIVED), await placeOf(REOPENED)];
  if (waived === null || reopened === null) return;
  await insertMissing(manager, ReportWaiver, [
    {
      ...waived,
      id: stableId('report waiver', waived.workItemId),
      reason: 'Đơn vị chủ trì kiện toàn bộ máy trong quý, chưa có số liệu.',
      waivedOn: WAIVED.waivedOn,
      isSample: true,
    },
  ]);
  await insertMissing(manager, CycleReopening, [
    {
      ...reopened,
      id: stableId('cycle reopening', reopened.workItemId),
      unitId: null,
      until: REOPENED.until,
      reason: 'Đơn vị bổ sung báo cáo sau khi có kết quả nghiệm thu.',
      reopenedOn: REOPENED.reopenedOn,
      isSample: true,
    },
  ]);
}
