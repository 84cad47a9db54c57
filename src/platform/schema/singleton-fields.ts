import type { SingletonField } from '../reader/model/declarations';
import { installationOf } from './installation.single';
import type { SchemaContribution } from './schema-contribution';

/** Everything of which there is one: the platform's own, and what domains declare. */
export function singletonFieldsOf(domains: readonly SchemaContribution[]): SingletonField[] {
  return [installationOf(sampleTablesOf(domains)), ...domains.flatMap((domain) => domain.singles ?? [])];
}

/** The tables that may hold sample rows. */
export function sampleTablesOf(domains: readonly SchemaContribution[]): readonly string[] {
  return domains.flatMap((domain) => domain.sampleTables ?? []);
}
