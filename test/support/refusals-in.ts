import type { UserErrorShape } from './report-operations';

/** What is selected of a payload beside `userErrors`: commands on many things have refusals for each. */
export const resultsOf = (mutation: string): string =>
  mutation === 'approveProgressReports' ? 'results { userErrors { code path message } }' : '';

interface Refusing {
  readonly userErrors: readonly UserErrorShape[];
  /** Null where the whole input was refused. */
  readonly results?: readonly { readonly userErrors: readonly UserErrorShape[] }[] | null;
}

/** All refused points of a payload, those of each of many things among them. */
export function refusalsIn({ userErrors, results }: Refusing): readonly UserErrorShape[] {
  return [...userErrors, ...(results ?? []).flatMap((result) => result.userErrors)];
}
