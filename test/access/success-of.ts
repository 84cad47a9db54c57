import { type Role, ROLES } from '../../src/platform/access/actor';
import { type MutationLine, MUTATIONS } from './rights.table';

/** A line of the matrix on which a role succeeds with the mutation, and that role. */
export function successOf(mutation: string): { line: MutationLine; role: Role } {
  for (const line of MUTATIONS.filter((entry) => entry.mutation === mutation)) {
    const role = ROLES.find((column) => line.outcome[column] === 'done');
    if (role !== undefined) return { line, role };
  }
  throw new Error(`Nobody may ${mutation}.`);
}
