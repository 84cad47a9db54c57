import { LONGEST_REST } from './working-days.rules';

type TableOf = (name: string) => string;

/** Whether a date (SQL) is worked: as `WorkingDays.isWorked`. */
export function isWorkedSql(date: string, table: TableOf): string {
  return `coalesce((select d.kind = 'SWAPPED_WORKDAY' from ${table('non_working_day')} d where d.date = ${date} and d.is_decided),
    extract(isodow from ${date}) < 6)`;
}

/** The date so many working days after a date (SQL), before it where negative: as `WorkingDays.add`. */
export function addWorkingDaysSql(date: string, workingDays: number, table: TableOf): string {
  if (workingDays === 0) return date;
  const sign = workingDays < 0 ? '-' : '+';
  const furthest = (Math.abs(workingDays) + 1) * (LONGEST_REST + 1);
  return `(select ${date} ${sign} n from generate_series(1, ${furthest}) n where ${isWorkedSql(`(${date} ${sign} n)`, table)}
    order by n limit 1 offset ${Math.abs(workingDays) - 1})`;
}

/** How many working days lie after a date (SQL), up to and with another one: as `WorkingDays.countBetween`. */
export function workingDaysBetweenSql(after: string, upTo: string, table: TableOf): string {
  return `(select count(*)::integer from generate_series(1, ${upTo} - ${after}) n where ${isWorkedSql(`(${after} + n)`, table)})`;
}

/** Last date up to which the days off are known: as `WorkingDays.knownUntil`. */
export function workingDaysKnownUntilSql(table: TableOf): string {
  const years = `(select distinct extract(year from d.date)::integer as year from ${table('non_working_day')} d where d.is_decided)`;
  return `(select make_date(min(year), 12, 31) from (
    select year, lead(year) over (order by year) as following from ${years} known
  ) known where following is distinct from year + 1)`;
}
