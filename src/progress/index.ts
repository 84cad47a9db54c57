import './reports/progress-report.enums';
import { submitProgressReport } from './reports/submit-progress-report';
import { approveProgressReport } from './reports/approve-progress-report';
import { approveProgressReports } from './reports/approve-progress-reports';
import { repeatProgressReport } from './reports/repeat-progress-report';
import { returnProgressReport } from './reports/return-progress-report';
import { withdrawProgressReport } from './reports/withdraw-progress-report';
import type { Domain } from '../platform/domain';
import { says } from '../platform/lib/says';
import { visibleToAll } from '../platform/reader/model/visible-to-all';
import { Unit } from '../organisation/public';
import { Programme } from '../programme/public';
import { Milestone, WorkItem } from '../work/public';
import { measurementPreconditions } from './measurement-preconditions';
import { ProgressReport } from './reports/progress-report.entity';
import { readableReports, readableReviews, reportsReadableBy } from './reports/progress-report.policy';
import { ProgressReportReview } from './review/progress-report-review.entity';
import { ReviewRule } from './review/review-rule.entity';
import { reviewLevelsSql, standingDeputyHeadFromSql } from './review/review-rule.sql';
import { setReviewLevels } from './review/set-review-levels';
import { reviewEvents } from './review/review.events';
import { Freshness, OpenCycle, ProgressReportFields, WorkItemProgressFields } from './progress.fields';
import { isReceivedSql } from './cycles/cycle-of-item.sql';
import { freshnessSql, openCyclesSql, openCycleSql } from './progress.sql';
import { isViewersToReportSql, isViewersToReviewSql } from './viewer-tasks.sql';
import { CycleReopening } from './cycles/exceptions/cycle-reopening.entity';
import { ReportWaiver } from './cycles/exceptions/report-waiver.entity';
import { ReportingCycle } from './cycles/reporting-cycle.entity';
import { Obstacle } from './obstacles/obstacle.entity';
import { obstacles } from './obstacles/obstacles';
import { drafts } from './drafts/drafts';
import { ProgressReportDraft } from './drafts/progress-report-draft.entity';
import { statusHistory } from './history/status-history.fact';
import { PeriodStatus } from './history/status-history.types';
import { punctuality } from './punctuality/punctuality';
import { ServiceOutage } from './punctuality/service-outage.entity';
import { expectedReportsSql } from './cycles/expected/expected-report.sql';
import { ExpectedReport } from './cycles/expected/expected-report.entity';
import { reopenCycle } from './cycles/exceptions/reopen-cycle';
import { waiveReport } from './cycles/exceptions/waive-report';
import { addReportingCycle } from './cycles/rules/add-reporting-cycle';
import { endReportingRule } from './cycles/rules/end-reporting-rule';
import { makeReportingCycles } from './cycles/rules/make-cycles.job';
import { redateReportingCycles } from './cycles/rules/redate-cycles.job';
import { setReportingRule } from './cycles/rules/set-reporting-rule';
import { reportingEvents } from './cycles/reporting.events';
import { readableByOfficials } from './cycles/rules/reporting-rule.policy';
import { ReportingRule } from './cycles/rules/reporting-rule.entity';
import { progressReportEvents } from './reports/progress-report.events';

/** Reporting cycles, progress reports, their review; obstacles, punctuality. */
export const progress: Domain = {
  name: 'progress',
  entities: [
    ReportingRule,
    ReportingCycle,
    CycleReopening,
    ReportWaiver,
    ExpectedReport,
    ProgressReport,
    ProgressReportReview,
    ReviewRule,
    Obstacle,
    ServiceOutage,
    ProgressReportDraft,
  ],
  commands: [
    setReportingRule,
    endReportingRule,
    addReportingCycle,
    reopenCycle,
    waiveReport,
    setReviewLevels,
    submitProgressReport,
    approveProgressReport,
    returnProgressReport,
    withdrawProgressReport,
    approveProgressReports,
    repeatProgressReport,
    ...obstacles.commands,
    ...punctuality.commands,
    ...drafts.commands,
  ],
  events: [
    progressReportEvents,
    reportingEvents,
    reviewEvents,
    ...obstacles.events,
    ...punctuality.events,
    ...drafts.events,
  ],
  jobs: [makeReportingCycles, redateReportingCycles],
  resolvers: [WorkItemProgressFields, ProgressReportFields, ...obstacles.resolvers, ...drafts.resolvers],
  types: [Freshness, OpenCycle, PeriodStatus, ...punctuality.types],
  preconditions: measurementPreconditions,
  policies: [
    { of: ProgressReport, readable: readableReports, by: reportsReadableBy },
    { of: ProgressReportReview, readable: readableReviews },
    ...[ReportingRule, ReportingCycle, ExpectedReport, ServiceOutage].map(visibleToAll),
    { of: CycleReopening, readable: readableByOfficials },
    { of: ReportWaiver, readable: readableByOfficials },
    ...obstacles.policies,
    ...drafts.policies,
  ],
  facts: [
    {
      on: Programme,
      field: 'reviewLevels',
      type: '[ReviewLevel!]!',
      description: says(
        'Các cấp lần lượt xem xét báo cáo của chương trình (setReviewLevels); báo cáo chỉ chính thức sau cấp cuối cùng.',
        'Which levels its reports go through, one after the other (setReviewLevels); they are official after the last one alone.',
      ),
      sql: reviewLevelsSql,
    },
    {
      on: Programme,
      field: 'standingDeputyHeadFrom',
      type: 'ApprovalLevel',
      description: says(
        'Báo cáo về đầu việc từ cấp phê duyệt này trở lên còn qua Phó Trưởng ban Thường trực; trống nếu chương trình không có cấp đó.',
        'From this approval level of the item on a report also goes to the standing deputy head; empty where the programme has no such level.',
      ),
      sql: standingDeputyHeadFromSql,
    },
    {
      on: WorkItem,
      field: 'freshness',
      type: 'Freshness!',
      description: says(
        'Lần báo cáo gần nhất cách đây bao lâu và có bỏ lỡ kỳ nào không.',
        'How long ago it was last reported on, and whether a due round was missed.',
      ),
      sql: freshnessSql,
    },
    {
      on: WorkItem,
      field: 'openCycle',
      type: 'OpenCycle',
      description: says(
        'Kỳ cần báo cáo: trong các kỳ đang nhận báo cáo, kỳ đến hạn sớm nhất chưa có báo cáo; nếu kỳ nào cũng đã có thì kỳ mới nhất. Trống nếu không có kỳ nào (xem openCycles).',
        'The cycle to report for: of those that take reports now the one due first that has no report yet; where each has one, the newest. Empty where there is none (see openCycles).',
      ),
      sql: openCycleSql,
    },
    {
      on: WorkItem,
      field: 'openCycles',
      type: '[OpenCycle!]!',
      description: says(
        'Mọi kỳ đang nhận báo cáo về đầu việc, kỳ đến hạn trước đứng trước. Không có kỳ nào khi đầu việc đã hoàn thành, chưa bắt đầu, hoặc kế hoạch chưa ban hành; kỳ đến hạn trước ngày đầu việc bắt đầu không phải kỳ của đầu việc.',
        'All cycles for which reports on the item are taken now, the one due first before the others. None for an item that is completed, has not begun, or whose plan is not issued; a cycle due before the item began is none of its.',
      ),
      sql: openCyclesSql,
    },
    {
      on: WorkItem,
      field: 'isViewersToReport',
      type: 'Boolean!',
      description: says(
        'Người hỏi có báo cáo đầu việc này không: theo quyền hôm nay, vốn đi theo đầu việc tới đơn vị đang nắm giữ nó. Ví dụ: workItems(where: { isViewersToReport: { eq: true } }).',
        'Whether the viewer reports on it, by today’s rights, which follow the item to the unit that holds it. For instance: workItems(where: { isViewersToReport: { eq: true } }).',
      ),
      sql: isViewersToReportSql,
    },
    {
      on: ProgressReport,
      field: 'isViewersToReview',
      type: 'Boolean!',
      description: says(
        'Báo cáo có đang chờ bước của người hỏi không: người duyệt của đơn vị, cơ quan thường trực, rồi lãnh đạo Ban Chỉ đạo khi chờ Phó Trưởng ban Thường trực. Báo cáo do chính mình nộp thì người khác duyệt (xem viewerCan). Ví dụ: progressReports(where: { isViewersToReview: { eq: true } }).',
        'Whether it waits for a step of the viewer’s: the unit’s approver, the secretariat, then a head of the committee where it waits for the standing deputy head. A report of one’s own is another’s to approve (see viewerCan). For instance: progressReports(where: { isViewersToReview: { eq: true } }).',
      ),
      sql: isViewersToReviewSql,
    },
    statusHistory,
    ...punctuality.facts,
  ],
  expectations: [
    {
      of: ProgressReport,
      sql: expectedReportsSql,
      fields: ['workItem', 'cycle', 'unit', 'period', 'submittedAt'],
      subject: (row) => `(${row}.work_item_id, ${row}.cycle_id)`,
      // that a report came, and how it stands, is no secret (freshness tells it too); what it says is
      countable: ['state', 'isLate'],
      isReceived: isReceivedSql,
      isApproved: (row) => `${row}.state = 'ACCEPTED' and ${row}.superseded_at is null`,
    },
  ],
  computed: [
    { on: WorkItem, field: 'viewerCan', needs: ['leadUnitId', 'isInForce'] },
    {
      on: ProgressReport,
      field: 'viewerCan',
      needs: ['unitId', 'state', 'submittedById', 'unitApprovedAt', 'secretariatApprovedAt'],
    },
    ...obstacles.computed,
    ...drafts.computed,
  ],
  collections: [
    ...obstacles.collections,
    ...drafts.collections,
    {
      on: ProgressReport,
      field: 'milestones',
      of: Milestone,
      ids: 'milestoneIds',
      as: 'list',
      description: says(
        'Các mốc mà đơn vị báo cáo là đã đạt trong kỳ; chính thức khi báo cáo được chấp nhận.',
        'Steps that the unit says were reached in the period; official once the submission is accepted.',
      ),
    },
    {
      on: ProgressReport,
      field: 'reviews',
      of: ProgressReportReview,
      by: 'progressReportId',
      as: 'list',
      description: says(
        'Các bước xem xét đã qua, theo thứ tự: ai, ở cấp nào, khi nào, nói gì; cấp bị bỏ qua cũng có một dòng.',
        'Which steps of its review were taken, in their order: by whom, at which level, when, with what words. A level that was passed over has a row, too.',
      ),
    },
    {
      on: WorkItem,
      field: 'progressReports',
      of: ProgressReport,
      by: 'workItemId',
      as: 'connection',
      description: says(
        'Các báo cáo về đầu việc, thay đổi mới nhất trước. Báo cáo chưa chấp nhận chỉ đơn vị, cơ quan thường trực và cơ quan kiểm tra đọc được.',
        'What was submitted on it, newest change first. Before acceptance only the unit, the secretariat and inspection read it.',
      ),
    },
    {
      on: WorkItem,
      field: 'expectedReports',
      of: ExpectedReport,
      by: 'workItemId',
      as: 'connection',
      description: says(
        'Các báo cáo phải nộp về đầu việc, mỗi kỳ một dòng, hạn muộn nhất trước.',
        'What is owed on it: one row for each of its rounds, the last due date first.',
      ),
    },
    {
      on: ReportingCycle,
      field: 'expectedReports',
      of: ExpectedReport,
      by: 'cycleId',
      as: 'connection',
      description: says(
        'Mỗi đầu việc phải báo cáo trong kỳ một dòng: đơn vị nào nợ, đã nộp hay chưa, chậm bao nhiêu ngày.',
        'What units owe in this round, one row for each item: by whom, whether it has come, and how late.',
      ),
    },
    {
      on: Unit,
      field: 'expectedReports',
      of: ExpectedReport,
      by: 'unitId',
      as: 'connection',
      description: says(
        'Các báo cáo đơn vị phải nộp, theo đơn vị nắm giữ đầu việc vào ngày đến hạn.',
        'What the unit owes or owed, by who held the item on the due date.',
      ),
    },
    {
      on: ReportingCycle,
      field: 'reopenings',
      of: CycleReopening,
      by: 'cycleId',
      as: 'list',
      description: says(
        'Các lần mở lại kỳ sau khi khóa, cho ai và đến khi nào.',
        'Exceptions by which it takes reports after it was locked: for whom, until when.',
      ),
    },
    {
      on: Programme,
      field: 'reportingRules',
      of: ReportingRule,
      by: 'programmeId',
      as: 'connection',
      description: says(
        'Chế độ báo cáo định kỳ của chương trình, kể cả chế độ đã hết hiệu lực.',
        'By what its rounds are made: rules of periodic reports, those that have ended included.',
      ),
    },
    {
      on: Programme,
      field: 'reportingCycles',
      of: ReportingCycle,
      by: 'programmeId',
      as: 'connection',
      description: says(
        'Các kỳ mà đơn vị phải báo cáo trong chương trình, kỳ mới nhất trước.',
        'The rounds in which its units report, with opening, due and closing dates, newest first.',
      ),
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
