/** Lengths of time into which dates and moments are gathered. */
export type Bucket = 'DAY' | 'WEEK' | 'MONTH' | 'QUARTER' | 'HALF_YEAR' | 'YEAR';

const DAY_MS = 86_400_000;

/** The calendar date of a moment in a named zone. */
export function dateInZone(moment: string, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  return parts.format(new Date(moment));
}

/** The name of the bucket that holds a calendar date; names of one length sort by time. */
export function bucketOf(date: string, bucket: Bucket): string {
  const [year, month] = [date.slice(0, 4), Number(date.slice(5, 7))];
  switch (bucket) {
    case 'DAY':
      return date;
    case 'WEEK':
      return weekOf(date);
    case 'MONTH':
      return date.slice(0, 7);
    case 'QUARTER':
      return `${year}-Q${Math.ceil(month / 3)}`;
    case 'HALF_YEAR':
      return `${year}-H${month <= 6 ? 1 : 2}`;
    case 'YEAR':
      return year;
  }
}

/** ISO week: it belongs to the year in which its Thursday lies, and week 1 holds the first Thursday. */
function weekOf(date: string): string {
  const moment = new Date(`${date}T00:00:00Z`).getTime();
  const weekday = (new Date(moment).getUTCDay() + 6) % 7;
  const thursday = new Date(moment + (3 - weekday) * DAY_MS);
  const year = thursday.getUTCFullYear();
  const week = Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / DAY_MS / 7) + 1;
  return `${year}-W${String(week).padStart(2, '0')}`;
}
