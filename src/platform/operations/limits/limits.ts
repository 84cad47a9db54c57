/**
 * Bounds of the shape of one operation: the same for everybody, over HTTP and WebSocket. What it may cost depends on who asks: see `cost/budgets.ts`. All of
 * them, with what is done beyond, stand in docs/limits.md.
 */
export const LIMITS = {
  /** Lexical tokens of a document. */
  tokens: 4_000,
  /** Brackets that stand open at one place of a document, or levels of lists and objects in variables: what reads them calls itself that often. */
  nesting: 100,
  /** Values in the variables, lists and objects counted too: a filter of 20,000 conditions has 60,000. */
  values: 20_000,
  /** Nesting of fields. */
  depth: 16,
  /** Aliased fields, fragments counted wherever they are spread. */
  aliases: 100,
  /** Directives on fields and fragments. */
  directives: 100,
  /** Fields of the whole operation, fragments counted wherever they are spread. */
  fields: 2_000,
  /** Root fields of a mutation; signing in counts as all of them. */
  mutations: 10,
  /** Comparisons and relations in all filters and conditions on groups; each is a piece of SQL, most a parameter (PostgreSQL takes 65,535). */
  conditions: 500,
  /** `some`, `none` and `every` among them: each reads rows for every row of its list. 1,000 took 5 s, 50 took 0.6 s. */
  quantifiers: 20,
  /**
   * Characters of texts in the arguments of questions, counted wherever they are used: each is folded and sent for itself. One text of 3.9 MB, named by 480 conditions,
   * held the process for 45 s and took 3.6 GB; five lists of 1,000 ids have 200,000.
   */
  characters: 400_000,
  /** Nesting of filters, and of conditions on groups. */
  filterDepth: 12,
} as const;
