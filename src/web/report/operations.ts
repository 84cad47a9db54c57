import approveText from '../../../schema/operations/approve-progress-report.graphql?raw';
import createDisplayText from '../../../schema/operations/create-display.graphql?raw';
import displaySightingsText from '../../../schema/operations/display-sightings.graphql?raw';
import displaysText from '../../../schema/operations/displays.graphql?raw';
import measurementFormText from '../../../schema/operations/measurement-form.graphql?raw';
import myWorkText from '../../../schema/operations/my-work.graphql?raw';
import queuedReportText from '../../../schema/operations/queued-report.graphql?raw';
import correctMeasurementText from '../../../schema/operations/correct-measurement.graphql?raw';
import recordMeasurementText from '../../../schema/operations/record-measurement.graphql?raw';
import reportFormText from '../../../schema/operations/report-form.graphql?raw';
import reportOutcomeText from '../../../schema/operations/report-outcome.graphql?raw';
import returnText from '../../../schema/operations/return-progress-report.graphql?raw';
import revokeDisplayText from '../../../schema/operations/revoke-display.graphql?raw';
import secretariatQueueText from '../../../schema/operations/secretariat-queue.graphql?raw';
import submitText from '../../../schema/operations/submit-progress-report.graphql?raw';
import unitQueueText from '../../../schema/operations/unit-queue.graphql?raw';
import withdrawText from '../../../schema/operations/withdraw-progress-report.graphql?raw';
import { operation } from '../feed/public';
import type * as Types from '../generated/operations';

export const myWork = operation<Types.MyWorkQuery, Types.MyWorkQueryVariables>(myWorkText);
export const reportForm = operation<Types.ReportFormQuery, Types.ReportFormQueryVariables>(reportFormText);
export const reportOutcome = operation<Types.ReportOutcomeQuery, Types.ReportOutcomeQueryVariables>(reportOutcomeText);
export const unitQueue = operation<Types.UnitQueueQuery, Types.UnitQueueQueryVariables>(
  queuedReportText + unitQueueText,
);
export const secretariatQueue = operation<Types.SecretariatQueueQuery, Types.SecretariatQueueQueryVariables>(
  queuedReportText + secretariatQueueText,
);
export const measurementForm = operation<Types.MeasurementFormQuery, Types.MeasurementFormQueryVariables>(
  measurementFormText,
);
export const displaySightings = operation<Types.DisplaySightingsQuery, Types.DisplaySightingsQueryVariables>(
  displaySightingsText,
);
export const displays = operation<Types.DisplaysQuery, Types.DisplaysQueryVariables>(displaysText);
export const submitProgressReport = operation<
  Types.SubmitProgressReportMutation,
  Types.SubmitProgressReportMutationVariables
>(submitText);
export const approveProgressReport = operation<
  Types.ApproveProgressReportMutation,
  Types.ApproveProgressReportMutationVariables
>(approveText);
export const returnProgressReport = operation<
  Types.ReturnProgressReportMutation,
  Types.ReturnProgressReportMutationVariables
>(returnText);
export const withdrawProgressReport = operation<
  Types.WithdrawProgressReportMutation,
  Types.WithdrawProgressReportMutationVariables
>(withdrawText);
export const correctMeasurement = operation<
  Types.CorrectMeasurementMutation,
  Types.CorrectMeasurementMutationVariables
>(correctMeasurementText);
export const recordMeasurement = operation<Types.RecordMeasurementMutation, Types.RecordMeasurementMutationVariables>(
  recordMeasurementText,
);
export const createDisplay = operation<Types.CreateDisplayMutation, Types.CreateDisplayMutationVariables>(
  createDisplayText,
);
export const revokeDisplay = operation<Types.RevokeDisplayMutation, Types.RevokeDisplayMutationVariables>(
  revokeDisplayText,
);
