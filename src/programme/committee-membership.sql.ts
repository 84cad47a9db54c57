/** Whether the membership of that alias is in effect on a date. Where its first day is not known, it is from the date for which the source states it. */
export function inEffectSql(row: string, date: string): string {
  return `(coalesce(${row}.starts_on, ${row}.as_of) <= ${date} and coalesce(${row}.ends_on >= ${date}, true))`;
}
