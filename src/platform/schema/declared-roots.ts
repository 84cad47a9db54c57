import type { DeclaredRoots } from '../reader/statement/roots';
import type { SchemaContribution } from './schema-contribution';
import { singletonFieldsOf } from './singleton-fields';

/** The root fields that are declared beside the types: what there is one of, what may be supposed. */
export function declaredRootsOf(domains: readonly SchemaContribution[]): DeclaredRoots {
  return {
    singles: singletonFieldsOf(domains),
    suppositions: domains.flatMap((domain) => domain.suppositions ?? []),
  };
}
