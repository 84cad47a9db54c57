/** Whether a measurement counts. */
export enum MeasurementState {
  PROVISIONAL = 'PROVISIONAL',
  ACCEPTED = 'ACCEPTED',
  RETURNED = 'RETURNED',
}
