/** A period (`H1/2023`, `07/2023`, `2022`, `Q3/2023`) as Vietnamese officials write it: `6 tháng đầu năm 2023`, `tháng 7/2023`, `năm 2022`, `quý 3/2023`. */
export function periodName(period: string): string {
  const [part, year] = period.split('/');
  if (year === undefined) return /^\d{4}$/.test(period) ? `năm ${period}` : period;
  if (part === 'H1') return `6 tháng đầu năm ${year}`;
  if (part === 'H2') return `6 tháng cuối năm ${year}`;
  return part!.startsWith('Q') ? `quý ${part!.slice(1)}/${year}` : `tháng ${Number(part)}/${year}`;
}

/** The same within a sentence: quarters by their short name, `kỳ Q3/2023`; what is a name of its own stands without “kỳ”. */
export function periodWords(period: string): string {
  return /^(?:H\d|\d)/.test(period) ? periodName(period) : `kỳ ${period}`;
}

/** With a capital letter, at the beginning of a line. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
