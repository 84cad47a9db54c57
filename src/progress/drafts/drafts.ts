import { says } from '../../platform/lib/says';
import type { SchemaContribution } from '../../platform/schema/schema-contribution';
import { Milestone, WorkItem } from '../../work/public';
import { discardProgressReportDraft } from './discard-progress-report-draft';
import { draftEvents } from './draft.events';
import { ProgressReportDraftFields } from './draft.fields';
import { readableDrafts } from './draft.policy';
import { ProgressReportDraft } from './progress-report-draft.entity';
import { saveProgressReportDraft } from './save-progress-report-draft';

/** What drafts of reports bring to the schema. */
export const drafts = {
  commands: [saveProgressReportDraft, discardProgressReportDraft],
  events: [draftEvents],
  resolvers: [ProgressReportDraftFields],
  policies: [{ of: ProgressReportDraft, readable: readableDrafts }],
  computed: [{ on: ProgressReportDraft, field: 'viewerCan', needs: ['unitId'], isSharable: true }],
  collections: [
    {
      on: WorkItem,
      field: 'progressReportDrafts',
      of: ProgressReportDraft,
      by: 'workItemId',
      as: 'connection',
      description: says(
        'Các bản nháp báo cáo về đầu việc, mỗi kỳ một bản; chỉ cán bộ báo cáo và người duyệt của đơn vị đã soạn đọc được.',
        'Reports on it that are being written, one for each of its rounds; only reporters and approvers of the unit that writes them read them.',
      ),
    },
    {
      on: ProgressReportDraft,
      field: 'milestones',
      of: Milestone,
      ids: 'milestoneIds',
      as: 'list',
      description: says(
        'Các mốc mà đơn vị dự kiến báo cáo là đã đạt trong kỳ.',
        'Steps that the unit means to report as reached in the period.',
      ),
    },
  ],
} as const satisfies SchemaContribution;
