/** Where a document stands on its way (rule R10). */
export enum DocumentState {
  DRAFTING = 'DRAFTING',
  CONSULTING = 'CONSULTING',
  FINALISED = 'FINALISED',
  SUBMITTED = 'SUBMITTED',
  ISSUED = 'ISSUED',
  WITHDRAWN = 'WITHDRAWN',
}
