import type { EntityManager } from 'typeorm';
import type { Actor } from '../../platform/access/actor';
import { defineCommand } from '../../platform/commands/declared-command';
import { lockRow } from '../../platform/commands/rows';
import { EventAudience } from '../../platform/event-log/event-audience';
import { DomainError, refuse } from '../../platform/lib/domain-error';
import { says } from '../../platform/lib/says';
import { Programme } from '../programme.entity';
import { programmeEvents } from '../programme.events';
import { canArrangeCommittee } from '../programme.policy';
import { assertSoon } from './charge.rules';
import { assertPlaces } from './committee.rules';
import { decidedUntil } from './decided-until';
import { FoundCommitteeInput } from './found-committee.inputs';
import { SteeringCommittee } from './steering-committee.entity';
import { takePlaces } from './take-places';

const PATH = ['input', 'programmeId'];

/** Founds the committee of a programme that has none, with all its members from that day on. What changes later is a re-formation. */
export const foundCommittee = defineCommand({
  name: 'foundCommittee',
  description: says(
    'Thành lập Ban Chỉ đạo của chương trình chưa có: tên, ngày, toàn bộ thành viên; đã có thì kiện toàn (reformCommittee).',
    'Founds the committee of a programme that has none: its name, the day, all members; one that is there is re-formed (reformCommittee).',
  ),
  input: FoundCommitteeInput,
  returns: { committee: SteeringCommittee },
  rights: ({ actor }) => assertFounds(actor),
  async run({ tx, today, append }, input) {
    const { foundedOn, decision, members } = input;
    const programme = await lockProgrammeWithout(tx.manager, input.programmeId);
    assertPlaces(members);
    assertSoon('foundedOn', foundedOn, decidedUntil(today));
    const committee = await tx.manager.save(SteeringCommittee, {
      programmeId: programme.id,
      name: input.name.trim(),
      nameEn: input.nameEn.trim(),
      reformedOn: [],
    });
    const { came } = await takePlaces(tx.manager, committee.id, { effectiveOn: foundedOn, decision, members });
    append({
      type: programmeEvents.COMMITTEE_FOUNDED.type,
      subject: { type: 'SteeringCommittee', id: committee.id },
      unitId: null,
      programmeId: programme.id,
      audience: EventAudience.EVERYONE,
      data: { name: committee.name, foundedOn, decision, members: came.map(({ office }) => office) },
    });
    return { committeeId: committee.id };
  },
});

/** The programme of a client's id, locked so that of two foundations one finds the other's committee; refuses one that has a committee. */
async function lockProgrammeWithout(manager: EntityManager, globalId: string): Promise<Programme> {
  const programme = await lockRow(manager, Programme, globalId);
  if (programme === null) {
    throw refuse(
      'NOT_FOUND',
      PATH,
      'Không có chương trình này. Hãy chọn trong danh sách chương trình (programmes).',
      'There is no such programme. Choose one of the list of programmes.',
    );
  }
  const committee = await manager.findOneBy(SteeringCommittee, { programmeId: programme.id });
  if (committee === null) return programme;
  const { refusals } = refuse(
    'CONFLICT',
    PATH,
    `Chương trình ${programme.code} đã có “${committee.name}”. Hãy ghi nhận kiện toàn (reformCommittee).`,
    `The programme ${programme.code} has a committee already, “${committee.nameEn}”. Re-form it (reformCommittee).`,
  );
  throw new DomainError(refusals, { committeeId: committee.id });
}

function assertFounds(actor: Actor): void {
  if (canArrangeCommittee(actor)) return;
  throw refuse(
    'FORBIDDEN',
    PATH,
    'Chỉ Trưởng Ban Chỉ đạo hoặc cơ quan thường trực được ghi nhận thành lập Ban Chỉ đạo.',
    'Only a committee’s head or the secretariat records that a committee is founded.',
  );
}
