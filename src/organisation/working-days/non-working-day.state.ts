/** Why a date differs from what its weekday says. */
export enum NonWorkingDayKind {
  HOLIDAY = 'HOLIDAY',
  SUBSTITUTE = 'SUBSTITUTE',
  SWAPPED_WORKDAY = 'SWAPPED_WORKDAY',
}
