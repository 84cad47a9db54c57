/** One refusal: who sends what, and which points are refused. */
export interface Refusal {
  readonly name: string;
  /** Who sends it: a demo account, or one made for the test (see `refused-people.ts`). */
  readonly by: string;
  readonly mutation: string;
  readonly input: object;
  readonly refused: readonly (readonly [code: string, path: string])[];
  /** The object that the payload shows as it stands, if any. */
  readonly current?: string;
  /** What both messages must name, so that the reader can act. */
  readonly names?: readonly [vi: RegExp, en: RegExp];
}

/** The id of nothing, without a prefix. */
export const NOTHING = '00000000-0000-4000-8000-000000000000';

/** A submission on 07-01 that would be taken. */
export function submission(changes: object): object {
  return { workItemId: '$07-01', period: '2023-Q4', percentComplete: 70, summary: 'Đã nối 10 hệ thống.', ...changes };
}

/** A measurement that would be taken. */
export const measurement = (changes: object) => ({
  indicatorId: '$indicator kinh-te-so',
  period: '2023-Q3',
  value: 17.5,
  source: 'Cục Thống kê',
  ...changes,
});
