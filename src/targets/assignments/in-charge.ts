import { type EntityManager, In } from 'typeorm';
import { idsOf, toGlobalId } from '../../platform/lib/global-id';
import { assertAllFound, type Charge, type ChargeKind, type CommitteeMembership } from '../../programme/public';
import type { TargetAssignment } from './target-assignment.entity';
import { Target } from '../target.entity';

/** How one says that a member answers for targets. */
export const IN_CHARGE: ChargeKind = {
  noun: { vi: 'chỉ tiêu', en: 'target' },
  verb: { vi: 'phụ trách', en: 'in charge of' },
  list: 'targetIds',
};

/** The targets of clients' ids, all of the programme of the member's committee. */
export async function getTargetsOf(
  manager: EntityManager,
  { committee }: CommitteeMembership,
  globalIds: readonly string[],
): Promise<Target[]> {
  const targets = await manager.find(Target, {
    where: { id: In(idsOf('ta', globalIds)), programmeId: committee.programmeId },
    order: { number: 'ASC' },
  });
  assertAllFound(
    IN_CHARGE,
    targets.map(({ id }) => toGlobalId('ta', id)),
    globalIds,
  );
  return targets;
}

/** An assignment as the rules on charges see it. */
export function toCharge({ target, startsOn, endsOn }: TargetAssignment): Charge {
  return { name: target.shortName, startsOn, endsOn };
}
