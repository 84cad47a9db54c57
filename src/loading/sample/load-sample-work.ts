import type { EntityManager } from 'typeorm';
import { Person } from '../../organisation/public';
import type { Health } from '../../programme/public';
import { Milestone, WorkItem } from '../../work/public';
import { UnitRole, UnitRoleKind } from '../../work/assignments/unit-role.entity';
import type { WorkItemKind } from '../../work/items/work-item.kinds';
import { idsBy, insertMissing, pick, type Rows } from '../rows';
import type { SampleHistory } from './sample-history';
import { sampleClarity } from './sample-clarity';
import type { SampleItem } from './sample-items';
import { outcomeOf, reachedOn } from './sample-outcome';

/** What the rows of the list hang on. */
export interface SamplePlace {
  readonly programmeId: string;
  readonly appendixId: string;
  readonly unitIds: ReadonlyMap<string, string>;
  readonly shortNames: ReadonlyMap<string, string>;
}

/** Loads the sample items with persons by office, milestones and roles of units. */
export async function loadSampleWork(
  manager: EntityManager,
  place: SamplePlace,
  histories: readonly SampleHistory[],
): Promise<void> {
  const items = histories.map(({ item }) => item);
  await insertMissing(manager, Person, persons(items, place));
  const personIds = await idsBy(manager, Person, 'code');
  await insertMissing(manager, WorkItem, workItems(histories, place, personIds));
  const itemIds = await idsBy(manager, WorkItem, 'code');
  await insertMissing(manager, Milestone, milestones(histories, itemIds));
  await insertMissing(manager, UnitRole, unitRoles(histories, itemIds, place.unitIds));
}

function persons(items: readonly SampleItem[], { unitIds, shortNames }: SamplePlace): Rows<Person> {
  const byCode = new Map(
    items.flatMap((item): [string, Rows<Person>[number]][] => {
      if (item.responsible === null) return [];
      const displayName = `${item.responsible} – ${pick(shortNames, item.lead)} (mẫu)`;
      const code = personCode(item);
      return [[code, { code, displayName, unitId: pick(unitIds, item.lead), isSample: true }]];
    }),
  );
  return [...byCode.values()];
}

/** One person per office and unit, however many items the office answers for. */
function personCode({ lead, responsible }: SampleItem): string {
  return `sample:${lead}:${responsible}`;
}

function workItems(
  histories: readonly SampleHistory[],
  place: SamplePlace,
  personIds: ReadonlyMap<string, string>,
): Rows<WorkItem> {
  return histories.map(({ code, item, accepted, others }) => ({
    code,
    number: item.number,
    kind: item.kind as WorkItemKind,
    title: item.title,
    titleEn: item.titleEn,
    shortName: item.shortName,
    shortNameEn: item.shortNameEn,
    programmeId: place.programmeId,
    appendixId: place.appendixId,
    leadUnitId: pick(place.unitIds, item.lead),
    ...contentOf(item),
    responsiblePersonId: item.responsible === null ? null : pick(personIds, personCode(item)),
    startsOn: item.startsOn,
    dueOn: item.dueOn,
    ...outcomeOf(accepted, others),
    verifiedHealth: (item.verifiedHealth as Health | undefined) ?? null,
    isSample: true,
  }));
}

function contentOf({ number }: SampleItem) {
  const { concreteObjective, product, approvalLevel } = pick(sampleClarity, String(number));
  return { concreteObjective, product, approvalLevel };
}

function milestones(histories: readonly SampleHistory[], itemIds: ReadonlyMap<string, string>): Rows<Milestone> {
  return histories.flatMap(({ code, item, accepted }) => {
    const reached = reachedOn(accepted);
    return item.milestones.map((milestone, index) => ({
      ...milestone,
      workItemId: pick(itemIds, code),
      number: index + 1,
      reachedOn: reached.get(index + 1) ?? null,
      isSample: true,
    }));
  });
}

function unitRoles(
  histories: readonly SampleHistory[],
  itemIds: ReadonlyMap<string, string>,
  unitIds: ReadonlyMap<string, string>,
): Rows<UnitRole> {
  return histories.flatMap(({ code, item }) => {
    const units: [UnitRoleKind, readonly string[]][] = [
      [UnitRoleKind.LEAD, [item.lead]],
      [UnitRoleKind.COOPERATING, item.cooperating],
      [UnitRoleKind.ADVISORY, item.advisory],
      [UnitRoleKind.MONITORING, item.monitoring],
    ];
    const roles = units.flatMap(([role, codes]) => codes.map((unit) => ({ role, unitId: pick(unitIds, unit) })));
    return roles.map((role, index) => ({
      ...role,
      workItemId: pick(itemIds, code),
      rank: index + 1,
      isSample: true,
    }));
  });
}
