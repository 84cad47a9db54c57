import type { EntityManager } from 'typeorm';
import { loadCommittee } from './load-committee';
import { loadDocuments } from './load-documents';
import { loadMeasurements } from './load-measurements';
import { loadProgrammes } from './load-programmes';
import { loadTargets } from './load-targets';
import { loadUnits } from './load-units';

/**
 * Loads what is publicly known of the ten programmes and of Programme 07, each row with its source. Idempotent: rows are found by
 * their natural keys, brought up to date, and left alone where nothing differs. Runs in the caller's transaction.
 */
export async function loadFacts(manager: EntityManager): Promise<void> {
  await loadUnits(manager);
  await loadProgrammes(manager);
  await loadCommittee(manager);
  await loadDocuments(manager);
  await loadTargets(manager);
  await loadMeasurements(manager);
}
