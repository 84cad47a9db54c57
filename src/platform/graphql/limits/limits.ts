/** Bounds of what one operation may ask: the same over HTTP and WebSocket. */
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
  /** Rows that an operation may ask for: page sizes multiplied along nested lists. */
  rows: 200_000,
} as const;
