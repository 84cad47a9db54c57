/** Bounds of the shape of one operation: the same for everybody, over HTTP and WebSocket. What it may cost depends on who asks: see `cost/budgets.ts`. */
export const LIMITS = {
  /** Lexical tokens of a document. */
  tokens: 4_000,
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
} as const;
