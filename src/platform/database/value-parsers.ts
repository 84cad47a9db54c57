import { types } from 'pg';

const OID = { int8: 20, date: 1082, numeric: 1700 } as const;

/**
 * How PostgreSQL's values become JavaScript's, for every connection of this process: positions and counts are safe integers, percents and
 * measured values are floats, calendar dates stay the text they are (a Date would move them by the machine's zone).
 */
export function installValueParsers(): void {
  types.setTypeParser(OID.int8, Number);
  types.setTypeParser(OID.numeric, Number);
  types.setTypeParser(OID.date, (text) => text);
}
