/** Who agrees to a report, one after the other, before its figures are official; in this order. */
export enum ReviewLevel {
  UNIT = 'UNIT',
  SECRETARIAT = 'SECRETARIAT',
  STANDING_DEPUTY_HEAD = 'STANDING_DEPUTY_HEAD',
}
