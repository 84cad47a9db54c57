import type { Domain } from '../platform/domain';
import { says } from '../platform/lib/says';
import { visibleToAll } from '../platform/reader/visible-to-all';
import { Programme } from '../programme/public';
import { Milestone, WorkItem } from '../work/public';
import { measurementGates } from './measurement-gate';
import { ProgressReport } from './progress-report.entity';
import { readableReports } from './progress-report.policy';
import { ProgressReportResolver } from './progress-report.resolver';
import { Freshness, OpenCycle, ProgressReportFields, WorkItemProgressFields } from './progress.fields';
import { expectedReportsSql, freshnessSql, openCycleSql } from './progress.sql';
import { ReportingCycle } from './reporting-cycle.entity';

/** Reporting cycles, progress reports, their review. */
export const progress: Domain = {
  name: 'progress',
  entities: [ReportingCycle, ProgressReport],
  resolvers: [ProgressReportResolver, WorkItemProgressFields, ProgressReportFields],
  types: [Freshness, OpenCycle],
  gates: measurementGates,
  policies: [{ of: ProgressReport, readable: readableReports }, visibleToAll(ReportingCycle)],
  facts: [
    {
      on: WorkItem,
      field: 'freshness',
      type: 'Freshness!',
      description: says('Độ mới của báo cáo.', 'How recent its reporting is.'),
      sql: freshnessSql,
    },
    {
      on: WorkItem,
      field: 'openCycle',
      type: 'OpenCycle',
      description: says(
        'Kỳ đang nhận báo cáo; trống nếu đã hoàn thành, chưa bắt đầu hoặc kế hoạch chưa ban hành.',
        'The cycle for which reports are taken now.',
      ),
      sql: openCycleSql,
    },
  ],
  expectations: [
    {
      of: ProgressReport,
      sql: expectedReportsSql,
      fields: ['workItem', 'cycle', 'unit', 'period', 'submittedAt'],
      subject: (row) => `(${row}.work_item_id, ${row}.cycle_id)`,
      isReceived: (row) =>
        `${row}.state in ('SUBMITTED', 'UNIT_APPROVED', 'ACCEPTED') and ${row}.superseded_at is null`,
      isApproved: (row) => `${row}.state = 'ACCEPTED' and ${row}.superseded_at is null`,
    },
  ],
  computed: [
    { on: WorkItem, field: 'viewerCan', needs: ['leadUnitId', 'isInForce'] },
    { on: ProgressReport, field: 'viewerCan', needs: ['unitId', 'state', 'submittedById'] },
  ],
  collections: [
    {
      on: ProgressReport,
      field: 'milestones',
      of: Milestone,
      ids: 'milestoneIds',
      as: 'list',
      description: says('Các mốc báo cáo là đã đạt.', 'Milestones that the report says were reached.'),
    },
    {
      on: WorkItem,
      field: 'progressReports',
      of: ProgressReport,
      by: 'workItemId',
      as: 'connection',
      description: says('Các báo cáo, thay đổi mới nhất trước.', 'Its reports, newest change first.'),
    },
    {
      on: Programme,
      field: 'reportingCycles',
      of: ReportingCycle,
      by: 'programmeId',
      as: 'connection',
      description: says('Các kỳ báo cáo, mới nhất trước.', 'Reporting cycles, newest first.'),
    },
  ],
  summaries: [
    {
      of: ProgressReport,
      table: 'progress_report_summarised',
      fold: 'fold_progress_report_summary',
      dimensions: ['unitId', 'state', 'period', 'isLate'],
      month: { property: 'submittedAt', column: 'submitted_month' },
      rows: 'rows',
      // no report is without a percentage
      sums: { percentComplete: { sum: 'percent_complete_sum', values: 'rows' } },
    },
  ],
};
