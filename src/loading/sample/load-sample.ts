import type { EntityManager } from 'typeorm';
import { Appendix } from '../../documents/public';
import { Unit } from '../../organisation/public';
import { Programme } from '../../programme/public';
import { WorkItem } from '../../work/public';
import { loadSampleAccounts } from './load-sample-accounts';
import { loadSampleAdjustments } from './load-sample-adjustments';
import { loadSampleClarity } from './load-sample-clarity';
import { loadSampleCommittee } from './load-sample-committee';
import { loadSampleCycles } from './load-sample-cycles';
import { loadSampleDrafts } from './load-sample-drafts';
import { loadSampleDue } from './load-sample-due';
import { loadSampleDocuments } from './load-sample-documents';
import { loadSampleExceptions } from './load-sample-exceptions';
import { loadSampleReports } from './load-sample-reports';
import { loadSampleTargets } from './load-sample-targets';
import { loadSampleWork, type SamplePlace } from './load-sample-work';
import { programme07 } from '../programme07';
import { idsBy, pick } from '../rows';
import { sampleHistories } from './sample-history';

/** The plan's list; the committee's list of 29 stays empty, so that a mismatch can be seen. */
const LIST = '07-PL32';

/**
 * Loads the sample rows: the plan's 32 items with their history, quarters, trajectories and values. A list that holds a real row gets
 * none; rows that are there stay as users left them. Needs the facts, and the demo accounts `reporter@`, `approver@` and
 * `secretariat@demo.test`. Runs in the caller's transaction.
 */
export async function loadSample(manager: EntityManager): Promise<void> {
  const place = await findPlace(manager);
  await loadSampleTargets(manager, place.programmeId);
  await loadSampleCycles(manager, place.programmeId);
  await loadSampleDocuments(manager, place);
  if (await manager.existsBy(WorkItem, { appendixId: place.appendixId, isSample: false })) {
    await loadSampleCommittee(manager, place.programmeId);
    return;
  }
  const histories = sampleHistories(place.shortNames);
  const accounts = await loadSampleAccounts(manager, place.unitIds, place.shortNames);
  await loadSampleWork(manager, place, histories);
  await loadSampleReports(manager, place, histories, accounts);
  await loadSampleExceptions(manager, place.programmeId);
  await loadSampleClarity(manager, place.programmeId, histories);
  await loadSampleDue(manager, place, accounts);
  await loadSampleDrafts(manager, place, accounts);
  await loadSampleAdjustments(manager, place, accounts);
  await loadSampleCommittee(manager, place.programmeId);
}

async function findPlace(manager: EntityManager): Promise<SamplePlace> {
  const units = await manager.find(Unit, { select: { id: true, code: true, shortName: true } });
  return {
    programmeId: pick(await idsBy(manager, Programme, 'code'), programme07.programme.code),
    appendixId: pick(await idsBy(manager, Appendix, 'code'), LIST),
    unitIds: new Map(units.map(({ code, id }) => [code, id])),
    shortNames: new Map(units.map(({ code, shortName }) => [code, shortName])),
  };
}
