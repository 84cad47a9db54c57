import type { Domain } from '../domain';
import type { Single } from '../reader/model/declarations';
import { installation } from './installation.single';

/** Everything of which there is one: the platform's own, and what domains declare. */
export function singlesOf(domains: readonly Domain[]): Single[] {
  return [installation, ...domains.flatMap((domain) => domain.singles ?? [])];
}
