/** How a measured value is compared with the target's. */
export enum Comparator {
  GT = 'GT',
  GTE = 'GTE',
  LT = 'LT',
  LTE = 'LTE',
  EQ = 'EQ',
  RANGE = 'RANGE',
  APPROX = 'APPROX',
  RANK = 'RANK',
  QUALITATIVE = 'QUALITATIVE',
}
