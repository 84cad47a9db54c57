import type { EntityManager } from 'typeorm';
import chronicleTexts from '../programme/data/chronicle-texts.json';
import { ChronicleEntry } from '../programme/chronicle-entry.entity';
import { CommitteeMembership } from '../programme/committee/committee-membership.entity';
import { CommitteeRole } from '../programme/committee/committee-role.state';
import { Programme } from '../programme/public';
import { SteeringCommittee } from '../programme/committee/steering-committee.entity';
import { programme07 } from './programme07';
import { idsBy, pick, upsertFacts } from './rows';
import { sourceOf } from './source-of';

const ROLES: ReadonlyMap<string, CommitteeRole> = new Map([
  ['Trưởng Ban Chỉ đạo', CommitteeRole.HEAD],
  ['Phó Trưởng ban Thường trực BCĐ', CommitteeRole.STANDING_DEPUTY_HEAD],
  ['Phó trưởng Ban Chỉ đạo', CommitteeRole.DEPUTY_HEAD],
  ['Cơ quan Thường trực BCĐ', CommitteeRole.STANDING_AGENCY],
  ['Phó Trưởng đoàn kiểm tra số 1', CommitteeRole.INSPECTION_TEAM],
  ['Thành viên BCĐ', CommitteeRole.MEMBER],
]);

/** Loads the steering committee of Programme 07 with its members by office, and the programme's chronicle. */
export async function loadCommittee(manager: EntityManager): Promise<void> {
  const programmeId = pick(await idsBy(manager, Programme, 'code'), programme07.programme.code);
  await upsertFacts(
    manager,
    SteeringCommittee,
    ['programmeId'],
    [
      {
        programmeId,
        name: 'Ban Chỉ đạo Chương trình số 07-CTr/TU',
        nameEn: 'Steering Committee of Programme 07-CTr/TU',
      },
    ],
  );
  const committeeId = pick(await idsBy(manager, SteeringCommittee, 'programmeId'), programmeId);
  await loadMembers(manager, committeeId);
  await loadChronicle(manager, programmeId);
}

async function loadMembers(manager: EntityManager, committeeId: string): Promise<void> {
  const order = [...ROLES.values()];
  const rows = programme07.committee_roles.map((row) => {
    const role = pick(ROLES, row.role_vi);
    // of the members the source tells the duty, not the offices
    const office = role === CommitteeRole.MEMBER ? 'Các thành viên (nguồn không nêu chức danh)' : row.title_vi;
    return {
      committeeId,
      role,
      roleName: row.role_vi,
      office,
      rank: order.indexOf(role) + 1,
      asOf: row.as_of,
      source: sourceOf(row, role === CommitteeRole.MEMBER ? `Nhiệm vụ: ${row.title_vi}` : null),
    };
  });
  await upsertFacts(manager, CommitteeMembership, ['committeeId', 'role', 'office', 'asOf'], rows);
}

async function loadChronicle(manager: EntityManager, programmeId: string): Promise<void> {
  const texts = new Map(Object.entries(chronicleTexts));
  const rows = programme07.events.map((row) => ({
    programmeId,
    happenedOn: row.date,
    kind: row.kind,
    text: pick(texts, row.date),
    textEn: row.text,
    source: sourceOf(row),
  }));
  await upsertFacts(manager, ChronicleEntry, ['programmeId', 'happenedOn', 'kind'], rows);
}
