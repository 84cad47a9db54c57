import type { EntityManager } from 'typeorm';
import { loadCommittee } from './load-committee';
import { loadDocuments } from './load-documents';
import { loadMeasurements } from './load-measurements';
import { loadNonWorkingDays } from './load-non-working-days';
import { loadParts, type Part, type Progress } from './load-parts';
import { loadProgrammes } from './load-programmes';
import { loadTargets } from './load-targets';
import { loadUnits } from './load-units';

/** The facts, part by part: each needs those before it. */
export const FACTS: readonly Part[] = [
  { name: { vi: 'lịch ngày làm việc', en: 'working days' }, load: loadNonWorkingDays },
  { name: { vi: 'các đơn vị', en: 'units' }, load: loadUnits },
  { name: { vi: 'các chương trình', en: 'programmes' }, load: loadProgrammes },
  { name: { vi: 'ban chỉ đạo và biên niên', en: 'committee and chronicle' }, load: loadCommittee },
  { name: { vi: 'các văn bản và phụ lục', en: 'documents and appendices' }, load: loadDocuments },
  { name: { vi: 'các chỉ tiêu', en: 'targets' }, load: loadTargets },
  { name: { vi: 'số liệu', en: 'measurements' }, load: loadMeasurements },
];

/**
 * Loads what is publicly known of the ten programmes and of Programme 07, each row with its source. Idempotent: rows are found by
 * their natural keys, brought up to date, and left alone where nothing differs. Runs in the caller's transaction.
 */
export async function loadFacts(manager: EntityManager, progress: Progress = () => undefined): Promise<void> {
  await loadParts(manager, FACTS, progress);
}
