import type { EntityManager } from 'typeorm';
import { sameAs } from '../../platform/database/same-as';
import { EventAudience } from '../../platform/event-log/event-audience';
import { defineCommand } from '../../platform/commands/declared-command';
import type { Command } from '../../platform/commands/command';
import { addDays, type CalendarDate } from '../../platform/lib/calendar-date';
import { refuse } from '../../platform/lib/domain-error';
import { says } from '../../platform/lib/says';
import { assertSoon } from './charge.rules';
import { assertIsLatest, assertNothingKnownLater, firstDayOf } from './committee-dates.rules';
import { CommitteeMembership } from './committee-membership.entity';
import { assertPlaces } from './committee.rules';
import { decidedUntil } from './decided-until';
import { Programme } from '../programme.entity';
import { canArrangeCommittee } from '../programme.policy';
import { ReformCommitteeInput } from './reform-committee.inputs';
import { reformationDates } from './reformation-dates';
import { SteeringCommittee } from './steering-committee.entity';
import { takeBackUpcoming } from './take-back-upcoming';
import { takePlaces } from './take-places';
import { programmeEvents } from '../programme.events';

/** Re-forms the committee from a date on: who is not named leaves the day before, who is new comes, the others go on. */
export const reformCommittee = defineCommand({
  name: 'reformCommittee',
  description: says(
    'Kiện toàn Ban Chỉ đạo từ một ngày: nêu toàn bộ thành viên; ai không có tên thì thôi đảm nhiệm.',
    'Re-forms the committee from a date on: all members are named, whoever is not leaves.',
  ),
  input: ReformCommitteeInput,
  returns: { committee: SteeringCommittee },
  rights: ({ actor }) => assertReforms(actor),
  async run({ tx, today, append }, input) {
    const { effectiveOn } = input;
    const committee = await lockCommittee(tx.manager, input.programmeCode);
    assertPlaces(input.members);
    assertSoon('effectiveOn', effectiveOn, decidedUntil(today));
    if (input.replacesUpcoming === true) await takeBackUpcoming(tx.manager, committee, today);
    const members = await tx.manager.findBy(CommitteeMembership, { committeeId: committee.id });
    assertIsLatest(reformationDates(committee.reformedOn, members), effectiveOn, today);
    assertNothingKnownLater(members, effectiveOn, today);
    const unbegun = await endUnbegun(tx.manager, members, effectiveOn);
    const { left, came } = await takePlaces(tx.manager, committee.id, input);
    committee.reformedOn = [...new Set([...committee.reformedOn, effectiveOn])].sort();
    await tx.manager.save(committee);
    append({
      type: programmeEvents.COMMITTEE_REFORMED.type,
      subject: { type: 'SteeringCommittee', id: committee.id },
      unitId: null,
      programmeId: committee.programmeId,
      audience: EventAudience.EVERYONE,
      data: {
        effectiveOn,
        decision: input.decision,
        left: [...left, ...unbegun].map(({ office }) => office),
        came: came.map(({ office }) => office),
      },
    });
    return { committeeId: committee.id };
  },
});

async function lockCommittee(manager: EntityManager, programmeCode: string): Promise<SteeringCommittee> {
  const programme = await manager.findOneBy(Programme, { code: sameAs(programmeCode) });
  const committee =
    programme === null
      ? null
      : await manager.findOne(SteeringCommittee, {
          where: { programmeId: programme.id },
          lock: { mode: 'pessimistic_write' },
        });
  if (committee !== null) return committee;
  throw refuse(
    'NOT_FOUND',
    ['input', 'programmeCode'],
    `Chương trình “${programmeCode}” không có Ban Chỉ đạo. Hãy kiểm tra lại mã, hoặc ghi nhận việc thành lập (foundCommittee).`,
    `There is no committee of a programme “${programmeCode}”. Check the code, or record that it was founded (foundCommittee).`,
  );
}

/** Who was entered as a member for a day that is still to come does not become one: all members from the date on have been named. */
async function endUnbegun(
  manager: EntityManager,
  members: readonly CommitteeMembership[],
  effectiveOn: CalendarDate,
): Promise<CommitteeMembership[]> {
  const unbegun = members.filter((member) => member.endsOn === null && firstDayOf(member) > effectiveOn);
  for (const member of unbegun) member.endsOn = addDays(firstDayOf(member), -1);
  return manager.save(unbegun);
}

function assertReforms(actor: Command['actor']): void {
  if (canArrangeCommittee(actor)) return;
  throw refuse(
    'FORBIDDEN',
    ['input', 'programmeCode'],
    'Chỉ Trưởng Ban Chỉ đạo hoặc cơ quan thường trực được ghi nhận kiện toàn.',
    'Only the committee’s head or the secretariat re-forms it.',
  );
}
