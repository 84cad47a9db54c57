/** Where a report stands on its way from a unit to the programme's figures. */
export enum ProgressReportState {
  DRAFT = 'DRAFT',
  SUBMITTED = 'SUBMITTED',
  UNIT_APPROVED = 'UNIT_APPROVED',
  ACCEPTED = 'ACCEPTED',
  RETURNED = 'RETURNED',
  WITHDRAWN = 'WITHDRAWN',
}
