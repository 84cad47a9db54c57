import type { Actor } from '../../platform/access/actor';
import { defineBatchedCommand } from '../../platform/commands/batched/batched-command';
import { keyOf } from '../../platform/commands/rows';
import { refuse } from '../../platform/lib/domain-error';
import { says } from '../../platform/lib/says';
import { WorkItem } from '../../work/public';
import type { DraftFacts, StandingDraft } from './draft-facts';
import { draftWrites } from './draft-writes';
import { draftEvent } from './draft.events';
import { DiscardProgressReportDraftInput } from './draft.inputs';
import { canDiscardDraft, canSeeDraft } from './draft.policy';
import { assertDraftSeen } from './draft.rules';
import { ProgressReportDraft } from './progress-report-draft.entity';

const PATH = ['input', 'progressReportDraftId'];

/** A reporter of the unit gives a draft up, at any time: also once its period is locked, or another unit leads the item. */
export const discardProgressReportDraft = defineBatchedCommand({
  name: 'discardProgressReportDraft',
  description: says(
    'Bỏ bản nháp báo cáo của đơn vị, bất kể cán bộ báo cáo nào của đơn vị đã lưu; kể cả khi kỳ đã khóa.',
    'Discards a draft of the unit’s, whichever of its reporters saved it; also when its period is locked.',
  ),
  input: DiscardProgressReportDraftInput,
  returns: { workItem: WorkItem },
  writes: draftWrites,
  asks: ({ progressReportDraftId }, { today }) => ({
    draft_id: keyOf(ProgressReportDraft, progressReportDraftId),
    today,
  }),
  rights({ actor }, _input, { draft }: DraftFacts) {
    getDraft(actor, draft);
  },
  decide({ actor }, { expectedVersion }, { item, draft, savedByName }) {
    const discarded = getDraft(actor, draft);
    assertDraftSeen(discarded, savedByName, expectedVersion);
    return {
      change: { discarded_id: discarded.id },
      touched: ['progress_report_draft'],
      event: draftEvent('PROGRESS_REPORT_DRAFT_DISCARDED', discarded, item!, {}),
      written: { workItemId: discarded.workItemId },
    };
  },
});

/** The draft that was loaded, for a reporter of its unit; what the actor may not see is not there. */
function getDraft(actor: Actor, draft: StandingDraft | null): StandingDraft {
  if (draft === null || !canSeeDraft(actor, draft)) {
    throw refuse(
      'NOT_FOUND',
      PATH,
      'Không có bản nháp này: có thể đã nộp hoặc đã bỏ. Hãy tải lại danh sách bản nháp (progressReportDrafts).',
      'There is no such draft: it may have been submitted or discarded. Reload the list of drafts (progressReportDrafts).',
    );
  }
  if (canDiscardDraft(actor, draft)) return draft;
  throw refuse(
    'FORBIDDEN',
    PATH,
    'Chỉ cán bộ báo cáo của đơn vị soạn và bỏ bản nháp; người duyệt chỉ đọc. Hãy đề nghị cán bộ báo cáo của đơn vị.',
    'Only reporters of the unit write and discard drafts; its approvers read them. Ask a reporter of the unit.',
  );
}
