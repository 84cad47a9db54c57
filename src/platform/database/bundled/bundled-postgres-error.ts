/** The bundled PostgreSQL cannot be used. The message is one sentence for the operator that names the way out. */
export class BundledPostgresError extends Error {
  override readonly name = 'BundledPostgresError';
}

/** Throws when the program is to end before its database runs. */
export function assertWanted(stopping: AbortSignal | undefined): void {
  if (stopping?.aborted)
    throw new BundledPostgresError('The start of PostgreSQL was given up: the program was told to end.');
}
