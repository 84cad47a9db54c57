/** How many periods of each form are offered, from the running one back. */
const BACK = { Q: 5, H: 4, M: 6, Y: 3 } as const;

type Form = keyof typeof BACK;

/**
 * Periods that are measured now and then: quarters, half-years, months and years, from the running one back. Those of the forms in which the indicator was measured
 * so far come first, the newest form before the others; periods that have a value are always among them.
 */
export function periodChoices(today: string, measured: readonly string[] = []): string[] {
  const own = [...new Set(measured.map(formOf))];
  const forms = [...own, ...(Object.keys(BACK) as Form[]).filter((form) => !own.includes(form))];
  return forms.flatMap((form) => {
    const known = measured.filter((period) => formOf(period) === form);
    return [...new Set([...back(form, today), ...known])].sort().reverse();
  });
}

function back(form: Form, today: string): string[] {
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  const perYear = { Q: 4, H: 2, M: 12, Y: 1 }[form];
  const running = year * perYear + Math.ceil((month * perYear) / 12) - 1;
  return Array.from({ length: BACK[form] }, (_, index) => nameOf(form, running - index, perYear));
}

function nameOf(form: Form, count: number, perYear: number): string {
  const year = String(Math.floor(count / perYear));
  const part = (count % perYear) + 1;
  if (form === 'Y') return year;
  return form === 'M' ? `${year}-${String(part).padStart(2, '0')}` : `${year}-${form}${part}`;
}

function formOf(period: string): Form {
  const part = period.split('-')[1];
  if (part === undefined) return 'Y';
  return part.startsWith('Q') ? 'Q' : part.startsWith('H') ? 'H' : 'M';
}
