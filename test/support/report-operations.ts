import type { ApiClient } from './api-client';

/** A refused point as clients see it. */
export interface UserErrorShape {
  readonly code: string;
  readonly path: string[];
  readonly message: string;
}

/** A report as these operations ask for it. */
export interface ReportShape {
  readonly id: string;
  readonly state: string;
  readonly version: number;
  readonly percentComplete: number;
  readonly supersededAt: string | null;
}

/** Payload of the mutations of reports, and of those of drafts. */
export interface ReportPayload {
  readonly progressReport: ReportShape | null;
  readonly progressReportDraft?: { readonly id: string; readonly version: number } | null;
  readonly receipt?: { readonly code: string; readonly receivedAt: string } | null;
  readonly cursor: string | null;
  readonly userErrors: readonly UserErrorShape[];
}

const COMMON =
  'progressReport { id state version percentComplete supersededAt } cursor userErrors { code path message }';

export const SUBMIT = `mutation ($input: SubmitProgressReportInput!) {
  payload: submitProgressReport(input: $input) { ${COMMON} receipt { code receivedAt } } }`;
export const APPROVE = `mutation ($input: ApproveProgressReportInput!) { payload: approveProgressReport(input: $input) { ${COMMON} } }`;
export const RETURN = `mutation ($input: ReturnProgressReportInput!) { payload: returnProgressReport(input: $input) { ${COMMON} } }`;
export const WITHDRAW = `mutation ($input: WithdrawProgressReportInput!) { payload: withdrawProgressReport(input: $input) { ${COMMON} } }`;
export const REPEAT = `mutation ($input: RepeatProgressReportInput!) {
  payload: repeatProgressReport(input: $input) { ${COMMON} receipt { code receivedAt } } }`;
export const SAVE = `mutation ($input: SaveProgressReportDraftInput!) {
  payload: saveProgressReportDraft(input: $input) { progressReportDraft { id version } cursor userErrors { code path message } } }`;
export const DISCARD = `mutation ($input: DiscardProgressReportDraftInput!) {
  payload: discardProgressReportDraft(input: $input) { workItem { id } cursor userErrors { code path message } } }`;

/** Sends one of the mutations above; top-level errors fail the test. */
export async function send(
  client: ApiClient,
  mutation: string,
  input: object,
  language = 'vi',
): Promise<ReportPayload> {
  const { data, errors } = await client.ask<{ payload: ReportPayload }>(mutation, { input }, language);
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  return data.payload;
}

/** Sends one of the mutations above and expects it to be done. */
export async function done(
  client: ApiClient,
  mutation: string,
  input: object,
): Promise<ReportPayload & { readonly progressReport: ReportShape; readonly cursor: string }> {
  const payload = await send(client, mutation, input);
  if (payload.userErrors.length > 0) throw new Error(JSON.stringify(payload.userErrors));
  return payload as ReportPayload & { progressReport: ReportShape; cursor: string };
}
