/** One statement that gives the whole answer, or the part of it which `of` takes. */
export interface Check {
  readonly sql: string;
  readonly of?: (data: Answer) => unknown;
}
export interface Named {
  readonly code?: string;
  readonly number?: string;
}
export interface Page {
  readonly totalCount?: number;
  readonly nodes: readonly Record<string, unknown>[];
}
export interface Taken {
  readonly takenOn: string;
  readonly kind: string;
  readonly actor: { readonly displayName: string };
}
export interface Served {
  readonly number: string;
  readonly traces: Page;
}
export interface Money {
  readonly keys: readonly { readonly value: string }[];
  readonly count: number;
  readonly amount: { readonly sum: string };
}
export interface Disputed {
  readonly keys: readonly { readonly value: string }[];
  readonly count: number;
  readonly value: { readonly min: number; readonly max: number };
}
/** What a file answers, by its root fields. */
export type Answer = Readonly<Record<string, Page | undefined>>;
