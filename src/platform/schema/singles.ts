import type { Single } from '../reader/model/declarations';
import { installation } from './installation.single';
import type { SchemaContribution } from './schema-contribution';

/** Everything of which there is one: the platform's own, and what domains declare. */
export function singlesOf(domains: readonly SchemaContribution[]): Single[] {
  return [installation, ...domains.flatMap((domain) => domain.singles ?? [])];
}
