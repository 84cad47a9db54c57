/** Where a request for an adjustment stands. */
export enum AdjustmentState {
  REGISTERED = 'REGISTERED',
  UNIT_APPROVED = 'UNIT_APPROVED',
  APPRAISED = 'APPRAISED',
  APPROVED = 'APPROVED',
  REFUSED = 'REFUSED',
  RETURNED = 'RETURNED',
  WITHDRAWN = 'WITHDRAWN',
}

/** What an adjustment changes. */
export enum AdjustmentKind {
  ITEM = 'ITEM',
  ADD_ITEM = 'ADD_ITEM',
  STOP_ITEM = 'STOP_ITEM',
  RESOURCE = 'RESOURCE',
  MILESTONE = 'MILESTONE',
  TARGET = 'TARGET',
}

/** What was done with a request. */
export enum AdjustmentStepKind {
  REGISTERED = 'REGISTERED',
  UNIT_APPROVED = 'UNIT_APPROVED',
  APPRAISED = 'APPRAISED',
  APPROVED = 'APPROVED',
  REFUSED = 'REFUSED',
  RETURNED = 'RETURNED',
  WITHDRAWN = 'WITHDRAWN',
}
