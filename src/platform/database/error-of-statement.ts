import { DatabaseError } from 'pg';

/** Deadlock, serialization failure, a key that another one wrote meanwhile: the same may well succeed when it is tried again. */
const PASSING: ReadonlySet<string> = new Set(['40P01', '40001', '23505']);

/** Classes of errors of a statement and its data: PostgreSQL has rolled it back, and the connection goes on. */
const ROLLED_BACK = /^(?:22|23|40|42|P0)/;

/**
 * What an error says of the statement that failed: it may succeed when tried again, it is rolled back for good, or nobody knows what became of it (null: the connection broke, the
 * server went away, the time was over).
 */
export function errorOfStatement(error: unknown): 'passing' | 'rolled-back' | null {
  if (!(error instanceof DatabaseError) || error.code === undefined) return null;
  if (PASSING.has(error.code)) return 'passing';
  return ROLLED_BACK.test(error.code) ? 'rolled-back' : null;
}
