/** SQL of a moment as the servers write it: `2023-11-14T01:00:00.000Z`. */
export function moment(expression) {
  return `to_char(${expression} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}
