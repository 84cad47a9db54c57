/** Periods that are measured now and then: the last four quarters that have ended, the running one, the running and the last two years. */
export function periodChoices(today: string): string[] {
  const year = Number(today.slice(0, 4));
  const quarter = Math.ceil(Number(today.slice(5, 7)) / 3);
  const quarters = [0, 1, 2, 3, 4].map((back) => {
    const count = year * 4 + (quarter - 1) - back;
    return `${Math.floor(count / 4)}-Q${(count % 4) + 1}`;
  });
  return [...quarters, ...[0, 1, 2].map((back) => String(year - back))];
}
