const ITEMS_OF_THE_PLAN = 32;

/** The codes of a programme's plan items, `07-01` to `07-32`: their places on the wall are fixed for five years. */
export function planItemCodes(programmeCode: string): string[] {
  const prefix = programmeCode.slice(0, 2);
  return Array.from({ length: ITEMS_OF_THE_PLAN }, (_, index) => `${prefix}-${String(index + 1).padStart(2, '0')}`);
}
