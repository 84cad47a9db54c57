/** What a unit that was asked thinks of a draft. */
export enum Opinion {
  AGREED = 'AGREED',
  AGREED_WITH_COMMENTS = 'AGREED_WITH_COMMENTS',
  DISAGREED = 'DISAGREED',
}

/** What the drafter makes of an opinion. */
export enum OpinionVerdict {
  TAKEN_IN = 'TAKEN_IN',
  TAKEN_IN_PART = 'TAKEN_IN_PART',
  NOT_TAKEN_IN = 'NOT_TAKEN_IN',
}
