import type { EntityManager } from 'typeorm';
import { Unit, UnitKind, UnitSuccession } from '../organisation/public';
import names from '../programme/data/unit-names.json';
import { idsDecided } from './decided';
import { districtNames } from './district-names';
import { programme07, type Sourced } from './programme07';
import { idsBy, pick, type Rows, upsertFacts } from './rows';
import { sourceOf } from './source-of';

const { units } = programme07;
const after = units.departments_after_2025_03_01;

interface UnitNames {
  readonly code: string;
  readonly name?: string;
  readonly nameEn: string;
  readonly shortName: string;
  readonly shortNameEn: string;
}

const departmentNames = new Map<string, UnitNames>(Object.entries(names.departments));
const newDepartmentNames = new Map<string, UnitNames>(Object.entries(names.newDepartments));
const bodyNames = new Map(Object.entries(names.bodies));

/** Loads departments with their successors, districts, and party and elected bodies. */
export async function loadUnits(manager: EntityManager): Promise<void> {
  const rows = [...departments(), ...newDepartments(), ...districts(), ...bodies()];
  const ids = await idsBy(manager, Unit, 'code');
  const idOf = ({ code }: Rows<Unit>[number]): string => ids.get(String(code)) ?? '';
  const entered = await idsDecided(manager, 'Unit', ['UNIT_CREATED', 'UNIT_CORRECTED']);
  const ended = await unitsEnded(manager);
  const ours = rows.filter((row) => !entered.has(idOf(row)));
  await upsertFacts(
    manager,
    Unit,
    ['code'],
    ours.filter((row) => !ended.has(idOf(row))),
  );
  const keepingEnd = ours.filter((row) => ended.has(idOf(row)));
  await upsertFacts(
    manager,
    Unit,
    ['code'],
    keepingEnd.map(({ validTo: _end, ...row }) => row),
  );
  await loadSuccessions(manager, ended);
}

/** Units whose end is settled: it was entered by a command, or somebody has succeeded them. Their last day and their successors stay. */
async function unitsEnded(manager: EntityManager): Promise<ReadonlySet<string>> {
  const succeeded = await manager.find(UnitSuccession, { select: { predecessorId: true } });
  return new Set([
    ...(await idsDecided(manager, 'Unit', ['UNIT_ENDED'])),
    ...succeeded.map(({ predecessorId }) => predecessorId),
  ]);
}

function departments(): Rows<Unit> {
  return units.departments_found_2021_2025.map((row) => {
    const goesOn = row.valid_to !== null || after.names_vi.includes(row.name_vi);
    const note = goesOn
      ? null
      : 'Không có trong danh sách 15 sở từ 01/03/2025; ngày kết thúc chưa rõ / Not among the 15 departments from 2025-03-01; last day not known';
    return {
      ...pick(departmentNames, row.name_vi),
      name: row.name_vi,
      kind: UnitKind.DEPARTMENT,
      validFrom: row.valid_from,
      validTo: row.valid_to,
      source: sourceOf(row, note),
    };
  });
}

function newDepartments(): Rows<Unit> {
  return [...newDepartmentNames.values()].map((unit) => ({
    ...unit,
    kind: UnitKind.DEPARTMENT,
    validFrom: after.effective,
    validTo: null,
    source: sourceOf(after),
  }));
}

/** The day on which the districts ended is stated nowhere: they stay open-ended, and their source carries what is known. */
function districts(): Rows<Unit> {
  const { structural_change: change } = units;
  const note = `Cấp huyện kết thúc vào giữa năm 2025, ngày chính xác không nêu / ${change.text}`;
  return units.districts_2021.map((row) => ({
    ...districtNames(row.name_vi, row.type),
    name: row.name_vi,
    kind: UnitKind.DISTRICT,
    validFrom: null,
    validTo: null,
    source: sourceOf({ source: [...citations(row), ...citations(change)], reliability: row.reliability }, note),
  }));
}

function bodies(): Rows<Unit> {
  return units.party_and_elected_bodies.map((row) => {
    const { note, kind, ...unit } = { note: null, ...pick(bodyNames, row.name_vi) };
    return { ...unit, kind: kind as UnitKind, validFrom: null, validTo: null, source: sourceOf(row, note) };
  });
}

async function loadSuccessions(manager: EntityManager, ended: ReadonlySet<string>): Promise<void> {
  const ids = await idsBy(manager, Unit, 'code');
  const rows = units.departments_found_2021_2025.flatMap((row) => {
    if (row.successor_vi === undefined || row.successor_source === undefined) return [];
    const predecessorId = pick(ids, pick(departmentNames, row.name_vi).code);
    if (ended.has(predecessorId)) return [];
    return {
      predecessorId,
      successorId: pick(ids, pick(newDepartmentNames, row.successor_vi).code),
      effectiveOn: after.effective,
      share: 1,
      source: sourceOf({ source: row.successor_source }),
    };
  });
  await upsertFacts(manager, UnitSuccession, ['predecessorId', 'successorId'], rows);
}

function citations({ source }: Sourced): readonly string[] {
  return typeof source === 'string' ? [source] : source;
}
