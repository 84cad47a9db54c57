import { randomUUID } from 'node:crypto';
import { defineBatchedCommand } from '../../platform/commands/batched/batched-command';
import { keyOf } from '../../platform/commands/rows';
import { says } from '../../platform/lib/says';
import { filledOrNull } from '../../platform/lib/text';
import { Milestone, WorkItem } from '../../work/public';
import { assertOwnMilestones, assertTakesReports, getReportedItem } from '../reports/assert-takes-reports';
import { toStoredPercent } from '../reports/progress-report.rules';
import type { DraftFacts } from './draft-facts';
import { draftRow, draftWrites } from './draft-writes';
import { draftEvent } from './draft.events';
import { SaveProgressReportDraftInput } from './draft.inputs';
import { assertDraftSeen } from './draft.rules';
import { ProgressReportDraft } from './progress-report-draft.entity';

/** A reporter keeps on the server what is written of a report so far; the unit's other reporters go on with it. */
export const saveProgressReportDraft = defineBatchedCommand({
  name: 'saveProgressReportDraft',
  description: says(
    'Lưu bản nháp báo cáo của một đầu việc trong một kỳ đang mở; các cán bộ báo cáo khác của đơn vị soạn tiếp được. Nội dung có thể còn dở.',
    'Keeps the draft of a report on an item for an open period, with which the unit’s other reporters may go on. It may be unfinished.',
  ),
  input: SaveProgressReportDraftInput,
  returns: { progressReportDraft: ProgressReportDraft },
  writes: draftWrites,
  asks: ({ workItemId, period, milestoneIds }, { today }) => ({
    item_id: keyOf(WorkItem, workItemId),
    period,
    milestone_ids: (milestoneIds ?? []).map((id) => keyOf(Milestone, id)),
    today,
  }),
  rights({ actor }, _input, { item }: DraftFacts) {
    getReportedItem(actor, item);
  },
  decide({ actor, now, today }, input, facts) {
    const { item, cycle } = assertTakesReports({ actor, today }, input.period, facts.item, facts.standing!);
    const { draft } = facts;
    assertDraftSeen(draft, facts.savedByName, input.expectedVersion);
    const saved = {
      ...contentsOf(input),
      milestoneIds: assertOwnMilestones(facts.standing!, input.milestoneIds ?? []),
      id: draft?.id ?? randomUUID(),
      workItemId: item.id,
      cycleId: cycle.id,
      period: cycle.period,
      unitId: item.leadUnitId,
      savedById: actor.accountId,
      savedAt: now,
      version: (draft?.version ?? 0) + 1,
      // a draft on a sample item goes when the sample goes
      isSample: item.isSample,
    };
    return {
      change: { saved: draftRow(saved) },
      touched: ['progress_report_draft'],
      event: draftEvent('PROGRESS_REPORT_DRAFT_SAVED', saved, item, { version: saved.version }),
      written: { progressReportDraftId: saved.id },
    };
  },
});

function contentsOf(input: SaveProgressReportDraftInput) {
  return {
    percentComplete: input.percentComplete == null ? null : toStoredPercent(input.percentComplete),
    summary: filledOrNull(input.summary),
    difficulties: filledOrNull(input.difficulties),
    proposals: filledOrNull(input.proposals),
    claimedHealth: input.claimedHealth ?? null,
    healthReason: filledOrNull(input.healthReason),
    decreaseReason: filledOrNull(input.decreaseReason),
    latenessReason: filledOrNull(input.latenessReason),
  };
}
