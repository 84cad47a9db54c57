import type { SchemaContribution } from './schema-contribution';

/** Names of the fields whose answer may depend on the account itself, not only on its rights: what selects them is not shared between accounts. */
export function personalFieldsOf(domains: readonly SchemaContribution[]): ReadonlySet<string> {
  const singles = domains.flatMap((domain) => domain.singles ?? []).filter(({ isPersonal }) => isPersonal);
  const computed = domains.flatMap((domain) => domain.computed ?? []).filter(({ isSharable }) => isSharable !== true);
  return new Set([...singles, ...computed].map(({ field }) => field));
}
