import type { EntityManager } from 'typeorm';
import { defineCommand } from '../platform/commands/declared-command';
import { DomainError } from '../platform/lib/domain-error';
import { boundsOfPeriod } from '../platform/lib/period';
import { says } from '../platform/lib/says';
import { Programme, refusalsOfPlannedDates } from '../programme/public';
import { assertMayChange, authoriseKeeping, lockTarget } from './lock-target';
import { Target } from './target.entity';
import { targetEvent } from './target.events';
import { SetTrajectoryInput } from './target.inputs';
import { assertTrajectory, type Expected } from './target.rules';
import { TrajectoryPoint } from './trajectory-point.entity';

/** Says what a target's plan expects, period by period, in the place of what was said before. */
export const setTrajectory = defineCommand({
  name: 'setTrajectory',
  description: says('Đặt lộ trình của một chỉ tiêu theo kỳ.', 'Sets a target’s trajectory, period by period.'),
  input: SetTrajectoryInput,
  returns: { target: Target },
  rights: authoriseKeeping('targetId'),
  async run(command, input) {
    const { manager } = command.tx;
    const target = await lockTarget(command, input.targetId);
    assertTrajectory(target, input.points);
    await assertOfProgramme(manager, target, input.points);
    const before = await manager.find(TrajectoryPoint, { where: { targetId: target.id }, order: { endsOn: 'ASC' } });
    // what is empty is filled directly; what stands is a promise
    if (before.length > 0) await assertMayChange(command, target);
    await manager.remove(before);
    const points = input.points.map(({ period, expected }) => ({
      targetId: target.id,
      period,
      endsOn: boundsOfPeriod(period).to,
      expected,
      isSample: false,
    }));
    await manager.save(TrajectoryPoint, points);
    const change = { before: valuesOf(before), after: valuesOf(input.points), basis: input.basis.trim() };
    command.append(targetEvent('TRAJECTORY_SET', target, change));
    return { targetId: target.id };
  },
});

/** Refuses periods that are of another time than the programme: without a baseline a target's own time has no beginning. */
async function assertOfProgramme(manager: EntityManager, { programmeId }: Target, points: readonly Expected[]) {
  const programme = await manager.findOneByOrFail(Programme, { id: programmeId });
  const dates = points.map(({ period }, index) => ({
    date: boundsOfPeriod(period).to,
    path: ['input', 'points', String(index), 'period'],
  }));
  const refusals = refusalsOfPlannedDates(dates, programme);
  if (refusals.length > 0) throw new DomainError(refusals);
}

function valuesOf(points: readonly Expected[]): Record<string, number> {
  return Object.fromEntries(points.map(({ period, expected }) => [period, expected]));
}
