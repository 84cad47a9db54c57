import type { EntityManager } from 'typeorm';
import { addDays } from '../../platform/lib/calendar-date';
import { Objective, Viewpoint } from '../../programme/public';
import { Target } from '../../targets/public';
import { Deliverable } from '../../work/deliverables/deliverable.entity';
import { WorkItem } from '../../work/public';
import { Resource } from '../../work/resources/resource.entity';
import { ResourceState } from '../../work/resources/resource.state';
import { Trace } from '../../work/traces/trace.entity';
import { insertMissing, pick, type Rows } from '../rows';
import { sampleClarity, sampleViewpoints } from './sample-clarity';
import type { SampleItem } from './sample-items';
import type { SampleHistory } from './sample-history';
import { SAMPLE_SOURCE } from '../source-of';
import { stableId } from '../../platform/lib/stable-id';

/** Every so many items one has handed over late, and one not at all. */
const LATE_EVERY = 4;
const SILENT_EVERY = 7;

/** What was due by then has been accepted or is late; the demo begins soon after. */
const ACCEPTED_UNTIL = '2023-10-01';

/** Loads what the sample items are done with, hand over and serve; viewpoints too, where the programme has none that are real. */
export async function loadSampleClarity(
  manager: EntityManager,
  programmeId: string,
  histories: readonly SampleHistory[],
): Promise<void> {
  await loadViewpoints(manager, programmeId);
  const found = await manager.findBy(WorkItem, { programmeId, isSample: true });
  const itemIds = new Map(found.map(({ code, id }) => [code, id]));
  const known = histories.filter(({ code }) => itemIds.has(code));
  const idOf = (code: string) => pick(itemIds, code);
  await insertMissing(
    manager,
    Resource,
    known.flatMap(({ code, item }) => resources(idOf(code), item)),
  );
  await insertMissing(
    manager,
    Deliverable,
    known.flatMap(({ code, item }) => deliverables(idOf(code), item)),
  );
  const aims = await aimsOf(manager, programmeId);
  await insertMissing(
    manager,
    Trace,
    known.flatMap(({ code, item }) => traces(idOf(code), item, aims)),
  );
}

async function loadViewpoints(manager: EntityManager, programmeId: string): Promise<void> {
  if (await manager.existsBy(Viewpoint, { programmeId, isSample: false })) return;
  const rows = sampleViewpoints.map((row) => ({ ...row, programmeId, source: SAMPLE_SOURCE, isSample: true }));
  await insertMissing(manager, Viewpoint, rows);
}

function resources(workItemId: string, { number, startsOn }: SampleItem): Rows<Resource> {
  return pick(sampleClarity, String(number)).resources.map((resource, index) => ({
    description: null,
    amount: null,
    currency: null,
    origin: null,
    ...resource,
    id: stableId('sample resource', String(number), String(index)),
    workItemId,
    statedOn: startsOn,
    decidedOn: resource.state === ResourceState.PROPOSED ? null : startsOn,
    isSample: true,
  }));
}

function deliverables(workItemId: string, { number, dueOn, milestones }: SampleItem): Rows<Deliverable> {
  return pick(sampleClarity, String(number)).deliverables.map((title, index) => {
    const due = milestones[index]?.dueOn ?? dueOn;
    const isAccepted = due < ACCEPTED_UNTIL && number % SILENT_EVERY !== 0;
    return {
      id: stableId('sample deliverable', String(number), String(index)),
      workItemId,
      number: index + 1,
      title,
      dueOn: due,
      acceptedOn: isAccepted ? addDays(due, number % LATE_EVERY === 0 ? 20 : -3) : null,
      evidence: isAccepted ? 'Biên bản nghiệm thu (mẫu)' : null,
      isSample: true,
    };
  });
}

/** What an item can serve, by the sample's short names. */
type Aim = Partial<Pick<Trace, 'targetId' | 'objectiveId' | 'viewpointId'>>;
type Aims = ReadonlyMap<string, Aim>;

async function aimsOf(manager: EntityManager, programmeId: string): Promise<Aims> {
  const entries: [string, Aim][] = [];
  // one after the other: a transaction has one connection
  for (const { id, number } of await manager.findBy(Target, { programmeId })) {
    entries.push([`T${number}`, { targetId: id }]);
  }
  for (const { id, number } of await manager.findBy(Objective, { programmeId })) {
    entries.push([`O${number}`, { objectiveId: id }]);
  }
  for (const { id, number } of await manager.findBy(Viewpoint, { programmeId })) {
    entries.push([`V${number}`, { viewpointId: id }]);
  }
  return new Map(entries);
}

function traces(workItemId: string, { number, startsOn }: SampleItem, aims: Aims): Rows<Trace> {
  return pick(sampleClarity, String(number))
    .traces.filter((aim) => !aim.startsWith('V') || aims.has(aim))
    .map((aim) => ({
      id: stableId('sample trace', String(number), aim),
      workItemId,
      ...pick(aims, aim),
      tracedOn: startsOn,
      isSample: true,
    }));
}
