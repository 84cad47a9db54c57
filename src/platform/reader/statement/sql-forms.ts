/** A moment as `DateTime` writes it: UTC, with milliseconds. */
export function dateTimeText(expression: string): string {
  return `to_char(${expression} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

/** A text as a literal of SQL. For words of the program itself; what clients give is always a parameter. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** One JSON object of a select list; null when its `from` has no row. */
export function jsonObject(columns: readonly string[], from = ''): string {
  return `(select row_to_json("#o") from (select ${columns.join(', ')}${from === '' ? '' : ` ${from}`}) "#o")`;
}

/** A JSON array of one object per row, in the order of the rows; `[]` for none. */
export function jsonList(columns: readonly string[], from: string): string {
  return `array_to_json(array(select row_to_json("#o") from (select ${columns.join(', ')} ${from}) "#o"))`;
}
