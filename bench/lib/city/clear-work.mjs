import { ofProgram } from './program.mjs';

const { insertMissing } = ofProgram('loading/rows');
const { stableId } = ofProgram('platform/lib/stable-id');
const { Target } = ofProgram('targets/target.entity');
const { Deliverable } = ofProgram('work/deliverables/deliverable.entity');
const { WorkItem } = ofProgram('work/public');
const { Resource } = ofProgram('work/resources/resource.entity');
const { Trace } = ofProgram('work/traces/trace.entity');

/** What the items of a programme are done with, hand over, and serve: money, something for each milestone, a target. */
export async function loadClearWork(manager, { id: programmeId }, histories) {
  const items = await manager.find(WorkItem, { select: { id: true, code: true }, where: { programmeId } });
  const idOf = new Map(items.map(({ code, id }) => [code, id]));
  const targets = await manager.find(Target, {
    select: { id: true },
    where: { programmeId },
    order: { number: 'ASC' },
  });
  const known = histories.map(({ code, item }) => ({ workItemId: idOf.get(code), item }));
  await insertMissing(manager, Resource, known.map(resource));
  await insertMissing(manager, Deliverable, known.flatMap(deliverables));
  const traces = known.map(({ workItemId, item }, place) => ({
    id: stableId('city trace', workItemId),
    workItemId,
    targetId: targets[place % targets.length].id,
    tracedOn: item.startsOn,
    isSample: true,
  }));
  await insertMissing(manager, Trace, traces);
}

function resource({ workItemId, item }) {
  return {
    id: stableId('city resource', workItemId),
    workItemId,
    kind: 'FUNDS',
    amount: String(item.number * 1_000_000_000),
    currency: 'VND',
    state: 'APPROVED',
    statedOn: item.startsOn,
    decidedOn: item.startsOn,
    isSample: true,
  };
}

function deliverables({ workItemId, item }) {
  return item.milestones.map(({ title, dueOn }, index) => ({
    id: stableId('city deliverable', workItemId, String(index)),
    workItemId,
    number: index + 1,
    title,
    dueOn,
    isSample: true,
  }));
}
