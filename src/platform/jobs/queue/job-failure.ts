import { DomainError } from '../../lib/domain-error';

/** Why a job failed, in words that tell nothing of the inside: what it was to the letter stands in the program's own log. */
export enum JobFailure {
  DATABASE_UNREACHABLE = 'DATABASE_UNREACHABLE',
  DATABASE_BUSY = 'DATABASE_BUSY',
  DATABASE_REFUSED = 'DATABASE_REFUSED',
  REFUSED = 'REFUSED',
  UNEXPECTED = 'UNEXPECTED',
}

/** Classes of SQLSTATE, and single states, by what an operator does about them. */
const UNREACHABLE = /^(08|57P0)/;
const BUSY = /^(40|53|55P03|57014)/;
const SQLSTATE = /^[0-9A-Z]{5}$/;
/** What sockets and the pool say of a database that is gone. */
const GONE = /^E[A-Z]{3,}$/;

/** What kind of failure an error is. */
export function jobFailureOf(error: unknown): JobFailure {
  if (error instanceof DomainError) return JobFailure.REFUSED;
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  if (GONE.test(code) || UNREACHABLE.test(code)) return JobFailure.DATABASE_UNREACHABLE;
  if (BUSY.test(code)) return JobFailure.DATABASE_BUSY;
  return SQLSTATE.test(code) ? JobFailure.DATABASE_REFUSED : JobFailure.UNEXPECTED;
}
