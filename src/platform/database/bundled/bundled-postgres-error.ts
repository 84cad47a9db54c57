/** The bundled PostgreSQL cannot be used. The message is one sentence for the operator that names the way out. */
export class BundledPostgresError extends Error {
  override readonly name = 'BundledPostgresError';
}
