import type { EntityManager } from 'typeorm';
import { WorkItemKind } from '../../work/public';
import { ReportingCycle } from '../../progress/cycles/reporting-cycle.entity';
import { ReportingRule } from '../../progress/cycles/rules/reporting-rule.entity';
import { ReportingRuleKind } from '../../progress/cycles/rules/reporting-rule-kind';
import { insertMissing } from '../rows';
import { stableId } from '../../platform/lib/stable-id';
import { sampleCycles } from './sample-cycles';

/** Loads the sample quarters of a programme with the rule that goes on making them, and an extraordinary one, unless it has a real reporting cycle. */
export async function loadSampleCycles(manager: EntityManager, programmeId: string): Promise<void> {
  if (await manager.existsBy(ReportingCycle, { programmeId, isSample: false })) return;
  const ruleId = stableId('reporting rule', programmeId);
  const [first] = sampleCycles;
  await insertMissing(manager, ReportingRule, [
    {
      id: ruleId,
      programmeId,
      kind: ReportingRuleKind.QUARTERLY,
      opensDaysBeforeEnd: 60,
      dueWorkingDays: -8,
      closesWorkingDays: 48,
      appliesTo: { appendices: [], kinds: [] },
      validFrom: first!.opensOn,
      validTo: null,
      madeSince: first!.opensOn,
      isSample: true,
    },
  ]);
  const quarters = sampleCycles.map((cycle) => ({ ...cycle, programmeId, ruleId, isSample: true }));
  await insertMissing(manager, ReportingCycle, [...quarters, { ...EXTRAORDINARY, programmeId }]);
}

const EXTRAORDINARY = {
  period: '2022-11',
  endsOn: '2022-11-30',
  opensOn: '2022-11-15',
  dueOn: '2022-11-30',
  closesOn: '2022-12-15',
  isExtraordinary: true,
  title: 'Báo cáo đột xuất về các kế hoạch hoàn thành trong năm 2022',
  appliesTo: { appendices: [], kinds: [WorkItemKind.PLAN] },
  isSample: true,
};
