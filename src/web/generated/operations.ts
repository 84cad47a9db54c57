/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type ApproveProgressReportInput = {
  expectedVersion?: number | null | undefined;
  note?: string | null | undefined;
  progressReportId: string;
};

export type Comparator =
  | 'APPROX'
  | 'EQ'
  | 'GT'
  | 'GTE'
  | 'LT'
  | 'LTE'
  | 'QUALITATIVE'
  | 'RANGE'
  | 'RANK';

export type CreateDisplayInput = {
  idempotencyKey: string;
  name: string;
  programmeCode: string;
};

export type Health =
  | 'AT_RISK'
  | 'COMPLETED'
  | 'NOT_DUE'
  | 'ON_TRACK'
  | 'OVERDUE';

export type PeriodFilter = {
  eq?: string | null | undefined;
  in?: Array<string> | null | undefined;
};

export type ProgressReportFilter = {
  period?: PeriodFilter | null | undefined;
  state?: StateFilter | null | undefined;
  unit?: UnitFilter | null | undefined;
};

export type ProgressReportState =
  | 'ACCEPTED'
  | 'DRAFT'
  | 'RETURNED'
  | 'SUBMITTED'
  | 'UNIT_APPROVED'
  | 'WITHDRAWN';

export type RecordMeasurementInput = {
  idempotencyKey: string;
  indicatorId: string;
  note?: string | null | undefined;
  period: string;
  source: string;
  value: number;
};

export type ReturnProgressReportInput = {
  progressReportId: string;
  reason: string;
};

export type RevokeDisplayInput = {
  displayId: string;
};

export type Role =
  | 'ADMINISTRATOR'
  | 'ANALYST'
  | 'APPROVER'
  | 'COMMITTEE_HEAD'
  | 'COMMITTEE_MEMBER'
  | 'DISPLAY'
  | 'INSPECTOR'
  | 'REPORTER'
  | 'SECRETARIAT';

export type SignInInput = {
  email: string;
  password: string;
};

export type StateFilter = {
  eq?: ProgressReportState | null | undefined;
  in?: Array<ProgressReportState> | null | undefined;
};

export type SubmitProgressReportInput = {
  claimedHealth?: Health | null | undefined;
  decreaseReason?: string | null | undefined;
  difficulties?: string | null | undefined;
  expectedVersion?: number | null | undefined;
  healthReason?: string | null | undefined;
  idempotencyKey: string;
  latenessReason?: string | null | undefined;
  milestoneIds?: Array<string> | null | undefined;
  percentComplete: number;
  period: string;
  proposals?: string | null | undefined;
  summary: string;
  workItemId: string;
};

export type TextFilter = {
  eq?: string | null | undefined;
  in?: Array<string> | null | undefined;
};

export type UnitFilter = {
  code?: TextFilter | null | undefined;
};

export type UserErrorCode =
  | 'CLOSED'
  | 'CONFLICT'
  | 'DECREASE_REASON_REQUIRED'
  | 'FORBIDDEN'
  | 'IDEMPOTENCY_KEY_REUSED'
  | 'INVALID'
  | 'LATENESS_REASON_REQUIRED'
  | 'NOT_FOUND';

export type WithdrawProgressReportInput = {
  progressReportId: string;
};

export type WorkItemKind =
  | 'PLAN'
  | 'PROGRAMME'
  | 'PROJECT'
  | 'SCHEME'
  | 'TASK';

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

export type HeartbeatSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type HeartbeatSubscription = { heartbeat: { serverTime: string, today: string, cursor: string, appVersion: string } };

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

export type QueuedReportFragment = { id: string, receiptCode: string, period: string, state: ProgressReportState, percentComplete: number, summary: string, difficulties: string | null, proposals: string | null, claimedHealth: Health | null, healthReason: string | null, decreaseReason: string | null, latenessReason: string | null, isLate: boolean, submittedAt: string, unitApprovedAt: string | null, version: number, isSample: boolean, submittedBy: { displayName: string } | null, unit: { shortName: string, shortNameEn: string } | null, milestones: Array<{ id: string, number: number, title: string, titleEn: string }>, viewerCan: { approve: boolean, return: boolean }, workItem: { code: string, title: string, titleEn: string, shortName: string, shortNameEn: string, percentComplete: number, plannedPercent: number, health: Health, dueOn: string } | null };

export type ReviewQueueQueryVariables = Exact<{
  where: ProgressReportFilter;
}>;


export type ReviewQueueQuery = { progressReports: { totalCount: number, nodes: Array<{ id: string, receiptCode: string, period: string, state: ProgressReportState, percentComplete: number, summary: string, difficulties: string | null, proposals: string | null, claimedHealth: Health | null, healthReason: string | null, decreaseReason: string | null, latenessReason: string | null, isLate: boolean, submittedAt: string, unitApprovedAt: string | null, version: number, isSample: boolean, submittedBy: { displayName: string } | null, unit: { shortName: string, shortNameEn: string } | null, milestones: Array<{ id: string, number: number, title: string, titleEn: string }>, viewerCan: { approve: boolean, return: boolean }, workItem: { code: string, title: string, titleEn: string, shortName: string, shortNameEn: string, percentComplete: number, plannedPercent: number, health: Health, dueOn: string } | null }> } };

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


export type ScreenOverviewQuery = { programme: { code: string, targets: { nodes: Array<{ number: string, shortName: string, shortNameEn: string, comparator: Comparator, value: number | null, valueHigh: number | null, health: Health, expectedValue: number | null, isSample: boolean, indicator: { unitOfMeasure: string | null, unitOfMeasureEn: string | null } | null, latestMeasurement: { period: string, endsOn: string, value: number, recordedAt: string, isSample: boolean } | null, previousMeasurement: { value: number } | null }> }, workItems: { nodes: Array<{ code: string, number: number, shortName: string, shortNameEn: string, health: Health, percentComplete: number, plannedPercent: number, dueOn: string, daysLate: number, isSample: boolean, leadUnit: { shortName: string, shortNameEn: string } | null, freshness: { ageDays: number | null, isStale: boolean } }> }, progressReports: { nodes: Array<{ changedAt: string }> }, reportingCycles: { nodes: Array<{ period: string, endsOn: string, dueOn: string }> } } | null, installation: { isShifted: boolean, hasSampleRows: boolean } };

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

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { viewer: { id: string, displayName: string, email: string | null, roles: Array<Role>, unit: { code: string, name: string, nameEn: string, shortName: string, shortNameEn: string } | null } | null };

export type WithdrawProgressReportMutationVariables = Exact<{
  input: WithdrawProgressReportInput;
}>;


export type WithdrawProgressReportMutation = { withdrawProgressReport: { progressReport: { id: string, state: ProgressReportState } | null, userErrors: Array<{ message: string, code: UserErrorCode, path: Array<string> }> } };
