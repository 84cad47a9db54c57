/** How a report that is expected stands. */
export enum ExpectedReportState {
  NOT_YET_OPEN = 'NOT_YET_OPEN',
  OPEN = 'OPEN',
  OVERDUE = 'OVERDUE',
  RECEIVED = 'RECEIVED',
  ACCEPTED = 'ACCEPTED',
  RETURNED = 'RETURNED',
  WAIVED = 'WAIVED',
  CLOSED_WITHOUT = 'CLOSED_WITHOUT',
}
