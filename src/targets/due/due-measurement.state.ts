/** How a measurement that is due stands. */
export enum DueMeasurementState {
  DUE = 'DUE',
  OVERDUE = 'OVERDUE',
  PROVISIONAL = 'PROVISIONAL',
  RETURNED = 'RETURNED',
}
