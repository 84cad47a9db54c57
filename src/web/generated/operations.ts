/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/**
 * Loại đầu việc.
 * What a work item is.
 */
export type WorkItemKind =
  /**
   * Đề án.
   * Scheme.
   */
  | 'SCHEME'
  /**
   * Dự án.
   * Project.
   */
  | 'PROJECT'
  /**
   * Chương trình.
   * Programme.
   */
  | 'PROGRAMME'
  /**
   * Kế hoạch.
   * Plan.
   */
  | 'PLAN'
  /**
   * Nhiệm vụ.
   * Task.
   */
  | 'TASK';

/**
 * Tình trạng tiến độ, do hệ thống tính từ ngày tháng và tiến độ đã được duyệt.
 * How an item or a target stands, derived from dates and approved progress.
 */
export type Health =
  /**
   * Quá hạn.
   * Past its deadline and not completed.
   */
  | 'OVERDUE'
  /**
   * Có nguy cơ: chậm từ 10 điểm so với kế hoạch, hoặc lỡ một mốc.
   * At risk: 10 points or more behind the plan, or a milestone missed.
   */
  | 'AT_RISK'
  /**
   * Đúng tiến độ.
   * On track.
   */
  | 'ON_TRACK'
  /**
   * Hoàn thành.
   * Completed.
   */
  | 'COMPLETED'
  /**
   * Chưa đến kỳ.
   * Not yet due to start.
   */
  | 'NOT_DUE';

/**
 * Cách so sánh kết quả với chỉ tiêu.
 * How a measured value is compared with the target’s.
 */
export type Comparator =
  /**
   * Trên.
   * More than.
   */
  | 'GT'
  /**
   * Tối thiểu.
   * At least.
   */
  | 'GTE'
  /**
   * Dưới.
   * Less than.
   */
  | 'LT'
  /**
   * Tối đa.
   * At most.
   */
  | 'LTE'
  /**
   * Bằng.
   * Equal to.
   */
  | 'EQ'
  /**
   * Trong khoảng từ giá trị thấp đến giá trị cao.
   * Between the low and the high value.
   */
  | 'RANGE'
  /**
   * Khoảng (sai lệch không quá 5%).
   * About (within 5 %).
   */
  | 'APPROX'
  /**
   * Thứ hạng; do cơ quan thường trực đánh giá.
   * A rank, assessed by the secretariat.
   */
  | 'RANK'
  /**
   * Định tính; do cơ quan thường trực đánh giá.
   * Qualitative, assessed by the secretariat.
   */
  | 'QUALITATIVE';

/**
 * Trạng thái của báo cáo tiến độ.
 * Where a report stands.
 */
export type ProgressReportState =
  /**
   * Bản nháp.
   * Draft.
   */
  | 'DRAFT'
  /**
   * Đã nộp, chờ đơn vị duyệt.
   * Submitted, waiting for the unit’s approver.
   */
  | 'SUBMITTED'
  /**
   * Đơn vị đã duyệt, chờ cơ quan thường trực chấp nhận.
   * Approved by the unit, waiting for the secretariat.
   */
  | 'UNIT_APPROVED'
  /**
   * Đã được chấp nhận: số liệu chính thức.
   * Accepted: official data.
   */
  | 'ACCEPTED'
  /**
   * Bị trả lại kèm lý do.
   * Returned with a reason.
   */
  | 'RETURNED'
  /**
   * Đã thu hồi.
   * Withdrawn by its reporter.
   */
  | 'WITHDRAWN';

/**
 * Vai trò của tài khoản.
 * What an account may be.
 */
export type Role =
  /**
   * Quản trị viên.
   * Administrator.
   */
  | 'ADMINISTRATOR'
  /**
   * Cơ quan thường trực.
   * Secretariat: the standing agency.
   */
  | 'SECRETARIAT'
  /**
   * Lãnh đạo ban chỉ đạo.
   * Head of the committee.
   */
  | 'COMMITTEE_HEAD'
  /**
   * Thành viên ban chỉ đạo.
   * Member of the committee.
   */
  | 'COMMITTEE_MEMBER'
  /**
   * Cán bộ báo cáo của đơn vị.
   * Reporter of a unit.
   */
  | 'REPORTER'
  /**
   * Lãnh đạo duyệt của đơn vị.
   * Approver of a unit.
   */
  | 'APPROVER'
  /**
   * Chuyên viên phân tích.
   * Analyst: reads.
   */
  | 'ANALYST'
  /**
   * Ủy ban kiểm tra: đọc tất cả, kể cả nhật ký.
   * Inspector: reads everything, the log included.
   */
  | 'INSPECTOR'
  /**
   * Màn hình phòng họp.
   * A meeting-room screen.
   */
  | 'DISPLAY';

/**
 * Lý do một lệnh bị từ chối.
 * Why a mutation was refused.
 */
export type UserErrorCode =
  /**
   * Không có quyền.
   * Not allowed for this account.
   */
  | 'FORBIDDEN'
  /**
   * Không tìm thấy.
   * Not there, or not visible to this account.
   */
  | 'NOT_FOUND'
  /**
   * Giá trị không hợp lệ.
   * A value is not valid.
   */
  | 'INVALID'
  /**
   * Đối tượng đã thay đổi.
   * The object has changed, or its state does not allow this.
   */
  | 'CONFLICT'
  /**
   * Kỳ báo cáo không mở.
   * The reporting cycle takes no reports.
   */
  | 'CLOSED'
  /**
   * Nộp chậm phải nêu lý do.
   * A late report needs a reason.
   */
  | 'LATENESS_REASON_REQUIRED'
  /**
   * Tiến độ giảm phải nêu lý do.
   * A falling percentage needs a reason.
   */
  | 'DECREASE_REASON_REQUIRED'
  /**
   * Khóa đã dùng cho nội dung khác.
   * The key was used for other content.
   */
  | 'IDEMPOTENCY_KEY_REUSED'
  /**
   * Quá nhiều lần trong thời gian ngắn.
   * Too often in a short time.
   */
  | 'RATE_LIMITED';

/**
 * Thông tin đăng nhập.
 * What one signs in with.
 */
export type SignInInput = {
  /**
   * Thư điện tử.
   * E-mail.
   */
  email: string;
  /**
   * Mật khẩu.
   * Password.
   */
  password: string;
};

/**
 * Báo cáo tiến độ của một đầu việc trong một kỳ.
 * A report on an item for a period.
 */
export type SubmitProgressReportInput = {
  /**
   * Mã đầu việc.
   * Id of the work item.
   */
  workItemId: string;
  /**
   * Kỳ báo cáo.
   * Period.
   */
  period: string;
  /**
   * Tiến độ, 0-100.
   * Percent complete, 0-100.
   */
  percentComplete: number;
  /**
   * Kết quả nổi bật, tối đa 4.000 ký tự.
   * What was done, at most 4,000 characters.
   */
  summary: string;
  /**
   * Khó khăn, vướng mắc.
   * Difficulties.
   */
  difficulties?: string | null | undefined;
  /**
   * Kiến nghị, đề xuất.
   * Proposals.
   */
  proposals?: string | null | undefined;
  /**
   * Các mốc đã đạt trong kỳ.
   * Milestones reached.
   */
  milestoneIds?: Array<string> | null | undefined;
  /**
   * Tình trạng tự đánh giá, nếu khác kết quả hệ thống tính.
   * Own assessment, where it differs from the computed health.
   */
  claimedHealth?: Health | null | undefined;
  /**
   * Lý do tự đánh giá khác.
   * Why it differs.
   */
  healthReason?: string | null | undefined;
  /**
   * Lý do tiến độ giảm.
   * Why the percentage fell.
   */
  decreaseReason?: string | null | undefined;
  /**
   * Lý do nộp chậm.
   * Why it is late.
   */
  latenessReason?: string | null | undefined;
  /**
   * Khóa chống gửi trùng, giữ 30 ngày.
   * Key under which a success is remembered for 30 days.
   */
  idempotencyKey?: string | null | undefined;
  /**
   * Phiên bản báo cáo mới nhất mà bạn đã thấy của đầu việc và kỳ này (0: chưa có báo cáo nào).
   * Version of the newest report of this item and period that you saw (0: there was none).
   */
  expectedVersion?: number | null | undefined;
};

/**
 * Duyệt một báo cáo.
 * Approval of a report.
 */
export type ApproveProgressReportInput = {
  /**
   * Mã báo cáo.
   * Id of the report.
   */
  progressReportId: string;
  /**
   * Phiên bản bạn đã xem.
   * The version that you saw.
   */
  expectedVersion?: number | null | undefined;
  /**
   * Ghi chú.
   * Note.
   */
  note?: string | null | undefined;
};

/**
 * Trả lại một báo cáo.
 * Return of a report.
 */
export type ReturnProgressReportInput = {
  /**
   * Mã báo cáo.
   * Id of the report.
   */
  progressReportId: string;
  /**
   * Lý do trả lại.
   * Why it is returned.
   */
  reason: string;
};

/**
 * Thu hồi một báo cáo.
 * Withdrawal of a report.
 */
export type WithdrawProgressReportInput = {
  /**
   * Mã báo cáo.
   * Id of the report.
   */
  progressReportId: string;
};

/**
 * Màn hình mới cho một phòng họp.
 * A new screen for a meeting room.
 */
export type CreateDisplayInput = {
  /**
   * Tên phòng, tối đa 60 ký tự.
   * Name of the room, at most 60 characters.
   */
  name: string;
  /**
   * Số hiệu chương trình được chiếu.
   * Code of the programme that it shows.
   */
  programmeCode: string;
  /**
   * Khóa chống gửi trùng.
   * Key under which a success is remembered.
   */
  idempotencyKey?: string | null | undefined;
};

/**
 * Thu hồi một màn hình.
 * Revocation of a screen.
 */
export type RevokeDisplayInput = {
  /**
   * Mã màn hình.
   * Id of the screen.
   */
  displayId: string;
};

/**
 * Số liệu đo của một chỉ số.
 * A measured value of an indicator.
 */
export type RecordMeasurementInput = {
  /**
   * Mã chỉ số.
   * Id of the indicator.
   */
  indicatorId: string;
  /**
   * Kỳ đo.
   * Period measured.
   */
  period: string;
  /**
   * Giá trị, theo đơn vị tính của chỉ số.
   * Value, in the indicator’s unit of measure.
   */
  value: number;
  /**
   * Nguồn số liệu: văn bản, cơ quan công bố.
   * Where the value comes from.
   */
  source: string;
  /**
   * Ghi chú.
   * Note.
   */
  note?: string | null | undefined;
  /**
   * Khóa chống gửi trùng.
   * Key under which a success is remembered.
   */
  idempotencyKey?: string | null | undefined;
};

export type ApproveProgressReportMutationVariables = Exact<{
  input: ApproveProgressReportInput;
}>;


export type ApproveProgressReportMutation = { approveProgressReport: { progressReport: { id: string, state: ProgressReportState } | null, userErrors: Array<{ message: string, code: UserErrorCode, path: Array<string> }> } };

export type CreateDisplayMutationVariables = Exact<{
  input: CreateDisplayInput;
}>;


export type CreateDisplayMutation = { createDisplay: { link: string | null, display: { id: string, name: string } | null, userErrors: Array<{ message: string, code: UserErrorCode, path: Array<string> }> } };

export type DisplaysQueryVariables = Exact<{ [key: string]: never; }>;


export type DisplaysQuery = { displays: { nodes: Array<{ id: string, name: string, createdAt: string, revokedAt: string | null, programme: { code: string, shortName: string, shortNameEn: string } | null }> }, programmes: { nodes: Array<{ code: string, shortName: string, shortNameEn: string }> } };

export type MeasurementFormQueryVariables = Exact<{
  programme: string;
}>;


export type MeasurementFormQuery = { programme: { targets: { nodes: Array<{ number: string, shortName: string, shortNameEn: string, comparator: Comparator, value: number | null, valueHigh: number | null, expectedValue: number | null, indicator: { id: string, code: string, name: string, nameEn: string, unitOfMeasure: string | null, unitOfMeasureEn: string | null } | null, latestMeasurement: { period: string, value: number, recordedAt: string } | null }> } } | null };

export type MyWorkQueryVariables = Exact<{
  unit: string;
}>;


export type MyWorkQuery = { unit: { code: string, workItems: { nodes: Array<{ id: string, code: string, title: string, titleEn: string, shortName: string, shortNameEn: string, health: Health, percentComplete: number, plannedPercent: number, dueOn: string, isSample: boolean, openCycle: { period: string, dueOn: string, closesOn: string } | null, freshness: { reportedAt: string | null, ageDays: number | null, isStale: boolean }, viewerCan: { submitReport: boolean }, progressReports: { nodes: Array<{ id: string, period: string, state: ProgressReportState, percentComplete: number, changedAt: string }> } }> } } | null };

export type PulseQueryVariables = Exact<{ [key: string]: never; }>;


export type PulseQuery = { installation: { appVersion: string, serverTime: string, today: string, isShifted: boolean, hasSampleRows: boolean, cursor: string } };

export type QueuedReportFragment = { id: string, receiptCode: string, period: string, state: ProgressReportState, percentComplete: number, summary: string, difficulties: string | null, proposals: string | null, claimedHealth: Health | null, healthReason: string | null, decreaseReason: string | null, latenessReason: string | null, isLate: boolean, submittedAt: string, unitApprovedAt: string | null, version: number, isSample: boolean, submittedBy: { displayName: string } | null, unit: { shortName: string, shortNameEn: string } | null, milestones: Array<{ id: string, number: number, title: string, titleEn: string }>, viewerCan: { approve: boolean, return: boolean }, workItem: { code: string, title: string, titleEn: string, shortName: string, shortNameEn: string, percentComplete: number, plannedPercent: number, health: Health, dueOn: string } | null };

export type RecordMeasurementMutationVariables = Exact<{
  input: RecordMeasurementInput;
}>;


export type RecordMeasurementMutation = { recordMeasurement: { measurement: { id: string, period: string, value: number, recordedAt: string } | null, userErrors: Array<{ message: string, code: UserErrorCode, path: Array<string> }> } };

export type ReportFormQueryVariables = Exact<{
  code: string;
}>;


export type ReportFormQuery = { workItem: { id: string, code: string, kind: WorkItemKind, title: string, titleEn: string, shortName: string, shortNameEn: string, startsOn: string, dueOn: string, percentComplete: number, plannedPercent: number, health: Health, isSample: boolean, leadUnit: { code: string, shortName: string, shortNameEn: string } | null, openCycle: { period: string, dueOn: string, closesOn: string } | null, viewerCan: { submitReport: boolean }, milestones: Array<{ id: string, number: number, title: string, titleEn: string, dueOn: string, plannedPercent: number, reachedOn: string | null }>, progressReports: { nodes: Array<{ id: string, receiptCode: string, period: string, state: ProgressReportState, percentComplete: number, summary: string, difficulties: string | null, proposals: string | null, isLate: boolean, reviewNote: string | null, submittedAt: string, changedAt: string, version: number, viewerCan: { withdraw: boolean } }> } } | null };

export type ReturnProgressReportMutationVariables = Exact<{
  input: ReturnProgressReportInput;
}>;


export type ReturnProgressReportMutation = { returnProgressReport: { progressReport: { id: string, state: ProgressReportState } | null, userErrors: Array<{ message: string, code: UserErrorCode, path: Array<string> }> } };

export type RevokeDisplayMutationVariables = Exact<{
  input: RevokeDisplayInput;
}>;


export type RevokeDisplayMutation = { revokeDisplay: { display: { id: string, revokedAt: string | null } | null, userErrors: Array<{ message: string, code: UserErrorCode, path: Array<string> }> } };

export type ScreenTargetFragment = { number: string, shortName: string, shortNameEn: string, comparator: Comparator, value: number | null, valueHigh: number | null, health: Health, expectedValue: number | null, isSample: boolean, indicator: { unitOfMeasure: string | null, unitOfMeasureEn: string | null } | null, latestMeasurement: { period: string, endsOn: string, value: number, recordedAt: string, isSample: boolean } | null, previousMeasurement: { value: number } | null };

export type ScreenItemFragment = { code: string, number: number, shortName: string, shortNameEn: string, health: Health, percentComplete: number, plannedPercent: number, dueOn: string, daysLate: number, isSample: boolean, leadUnit: { shortName: string, shortNameEn: string } | null, freshness: { ageDays: number | null, isStale: boolean } };

export type ScreenOverviewQueryVariables = Exact<{
  programme: string;
  items: Array<string> | string;
}>;


export type ScreenOverviewQuery = { programme: { code: string, targets: { nodes: Array<{ number: string, shortName: string, shortNameEn: string, comparator: Comparator, value: number | null, valueHigh: number | null, health: Health, expectedValue: number | null, isSample: boolean, indicator: { unitOfMeasure: string | null, unitOfMeasureEn: string | null } | null, latestMeasurement: { period: string, endsOn: string, value: number, recordedAt: string, isSample: boolean } | null, previousMeasurement: { value: number } | null }> }, workItems: { nodes: Array<{ code: string, number: number, shortName: string, shortNameEn: string, health: Health, percentComplete: number, plannedPercent: number, dueOn: string, daysLate: number, isSample: boolean, leadUnit: { shortName: string, shortNameEn: string } | null, freshness: { ageDays: number | null, isStale: boolean } }> }, reportingCycles: { nodes: Array<{ period: string, endsOn: string, dueOn: string }> } } | null, progressReports: { nodes: Array<{ changedAt: string }> }, installation: { isShifted: boolean, hasSampleRows: boolean } };

export type SecretariatQueueQueryVariables = Exact<{ [key: string]: never; }>;


export type SecretariatQueueQuery = { progressReports: { nodes: Array<{ id: string, receiptCode: string, period: string, state: ProgressReportState, percentComplete: number, summary: string, difficulties: string | null, proposals: string | null, claimedHealth: Health | null, healthReason: string | null, decreaseReason: string | null, latenessReason: string | null, isLate: boolean, submittedAt: string, unitApprovedAt: string | null, version: number, isSample: boolean, submittedBy: { displayName: string } | null, unit: { shortName: string, shortNameEn: string } | null, milestones: Array<{ id: string, number: number, title: string, titleEn: string }>, viewerCan: { approve: boolean, return: boolean }, workItem: { code: string, title: string, titleEn: string, shortName: string, shortNameEn: string, percentComplete: number, plannedPercent: number, health: Health, dueOn: string } | null }> } };

export type SignInMutationVariables = Exact<{
  input: SignInInput;
}>;


export type SignInMutation = { signIn: { expiresAt: string | null, userErrors: Array<{ message: string, code: UserErrorCode, path: Array<string> }> } };

export type SignOutMutationVariables = Exact<{ [key: string]: never; }>;


export type SignOutMutation = { signOut: { userErrors: Array<{ message: string, code: UserErrorCode, path: Array<string> }> } };

export type SubmitProgressReportMutationVariables = Exact<{
  input: SubmitProgressReportInput;
}>;


export type SubmitProgressReportMutation = { submitProgressReport: { progressReport: { id: string } | null, receipt: { code: string, receivedAt: string } | null, userErrors: Array<{ message: string, code: UserErrorCode, path: Array<string> }> } };

export type UnitQueueQueryVariables = Exact<{
  unit: string;
}>;


export type UnitQueueQuery = { progressReports: { nodes: Array<{ id: string, receiptCode: string, period: string, state: ProgressReportState, percentComplete: number, summary: string, difficulties: string | null, proposals: string | null, claimedHealth: Health | null, healthReason: string | null, decreaseReason: string | null, latenessReason: string | null, isLate: boolean, submittedAt: string, unitApprovedAt: string | null, version: number, isSample: boolean, submittedBy: { displayName: string } | null, unit: { shortName: string, shortNameEn: string } | null, milestones: Array<{ id: string, number: number, title: string, titleEn: string }>, viewerCan: { approve: boolean, return: boolean }, workItem: { code: string, title: string, titleEn: string, shortName: string, shortNameEn: string, percentComplete: number, plannedPercent: number, health: Health, dueOn: string } | null }> } };

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { viewer: { id: string, displayName: string, email: string, roles: Array<Role>, unit: { code: string, name: string, nameEn: string, shortName: string, shortNameEn: string } | null } | null };

export type WithdrawProgressReportMutationVariables = Exact<{
  input: WithdrawProgressReportInput;
}>;


export type WithdrawProgressReportMutation = { withdrawProgressReport: { progressReport: { id: string, state: ProgressReportState } | null, userErrors: Array<{ message: string, code: UserErrorCode, path: Array<string> }> } };
