/** What became of a report at a level. */
export enum ReviewOutcome {
  APPROVED = 'APPROVED',
  RETURNED = 'RETURNED',
  SKIPPED = 'SKIPPED',
}
