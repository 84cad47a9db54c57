/** What resolvers of root fields find their compiled values under. */
export interface CompiledRoots {
  readonly compiled: Readonly<Record<string, unknown>>;
}
