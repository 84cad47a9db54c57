import { type EntityManager, In } from 'typeorm';
import indicatorNames from '../programme/data/indicators.json';
import targetNames from '../programme/data/target-names.json';
import { Programme } from '../programme/public';
import type { Comparator } from '../targets/comparator.state';
import { Indicator } from '../targets/public';
import { Target } from '../targets/target.entity';
import { idsDecided } from './decided';
import { programme07 } from './programme07';
import { idsBy, pick, type Rows, upsertFacts } from './rows';
import { sourceOf } from './source-of';

const targetRows = new Map(programme07.targets.map((row) => [row.id, row]));
const names07 = new Map(Object.entries(targetNames.programme07));

/** Loads the indicators, the targets of Programme 07, and the two of Programme 02 that are set on the same indicators. */
export async function loadTargets(manager: EntityManager): Promise<void> {
  const added = await idsDecided(manager, 'Indicator', ['INDICATOR_ADDED']);
  const known = await idsBy(manager, Indicator, 'code');
  const ours = indicators().filter(({ code }) => !added.has(known.get(String(code)) ?? ''));
  await upsertFacts(manager, Indicator, ['code'], ours);
  const indicatorIds = await idsBy(manager, Indicator, 'code');
  const programmeIds = await idsBy(manager, Programme, 'code');
  const rows = [
    ...targetsOf07(pick(programmeIds, programme07.programme.code), indicatorIds),
    ...targetsOf02(pick(programmeIds, '02-CTr/TU'), indicatorIds),
  ];
  const decided = await targetsDecided(manager);
  const free = rows.filter(({ programmeId, number }) => !decided.has(`${String(programmeId)} ${String(number)}`));
  await upsertFacts(manager, Target, ['programmeId', 'number'], free);
}

/** Targets that users added or put right, by programme and number: they stay as they are. */
async function targetsDecided(manager: EntityManager): Promise<ReadonlySet<string>> {
  const ids = await idsDecided(manager, 'Target', ['TARGET_ADDED', 'TARGET_CORRECTED']);
  const targets = await manager.findBy(Target, { id: In([...ids]) });
  return new Set(targets.map(({ programmeId, number }) => `${programmeId} ${number}`));
}

function indicators(): Rows<Indicator> {
  const ofTargets = indicatorNames.ofTargets.map(({ code, target, unitOfMeasureEn }) => {
    const row = pick(targetRows, target);
    return {
      code,
      name: row.name_vi,
      nameEn: row.name_en,
      unitOfMeasure: row.unit,
      unitOfMeasureEn,
      source: sourceOf(row),
    };
  });
  const ofActuals = indicatorNames.ofActuals.map(({ actual, ...indicator }) => {
    const measured = programme07.actuals.filter((row) => row.indicator === actual);
    const citations = measured.flatMap(({ source }) => source);
    // the definition is only as good as the best source that uses it
    const reliability = ['high', 'medium'].find((grade) =>
      measured.some((row) => (row.reliability ?? 'medium') === grade),
    );
    return { ...indicator, source: sourceOf({ source: [...new Set(citations)], reliability: reliability ?? 'low' }) };
  });
  return [...ofTargets, ...ofActuals];
}

function targetsOf07(programmeId: string, indicatorIds: ReadonlyMap<string, string>): Rows<Target> {
  return programme07.targets.map((row) => {
    const { number, indicator, shortName, shortNameEn } = pick(names07, row.id);
    return {
      programmeId,
      number,
      name: row.name_vi,
      nameEn: row.name_en,
      shortName,
      shortNameEn,
      comparator: row.comparator as Comparator,
      value: row.value,
      valueHigh: row.value_high,
      wording: row.text_vi,
      dueOn: `${row.year}-12-31`,
      indicatorId: pick(indicatorIds, indicator),
      source: sourceOf(row),
    };
  });
}

function targetsOf02(programmeId: string, indicatorIds: ReadonlyMap<string, string>): Rows<Target> {
  const { stage, targets } = targetNames.programme02;
  const clause = programme07.target_versions_and_related.find((row) => row.stage === stage);
  return targets.map((target) => {
    if (!clause?.items.includes(target.item)) throw new Error(`No source says "${target.item}".`);
    const { indicator, shortName, shortNameEn } = pick(names07, target.sameAs);
    const { name_vi, name_en } = pick(targetRows, target.sameAs);
    const note = `Số thứ tự do hệ thống đặt; lời văn dịch từ / Number given by this system; wording translated from: “${target.item}”`;
    return {
      programmeId,
      number: target.number,
      name: name_vi,
      nameEn: name_en,
      shortName,
      shortNameEn,
      comparator: target.comparator as Comparator,
      value: target.value,
      valueHigh: target.valueHigh,
      wording: target.wording,
      dueOn: '2025-12-31',
      indicatorId: pick(indicatorIds, indicator),
      source: sourceOf(clause, note),
    };
  });
}
