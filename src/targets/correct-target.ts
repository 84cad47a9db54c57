import { defineCommand } from '../platform/commands/declared-command';
import { DomainError } from '../platform/lib/domain-error';
import { says } from '../platform/lib/says';
import { Programme } from '../programme/public';
import { assertMayChange, authoriseKeeping, lockTarget } from './lock-target';
import { statedIn } from './stated-target';
import { Target } from './target.entity';
import { targetEvent } from './target.events';
import { CorrectTargetInput } from './target.inputs';
import { assertPromise, assertTrajectory, isAssessed } from './target.rules';
import { TrajectoryPoint } from './trajectory-point.entity';

const COMPARED = ['name', 'shortName', 'comparator', 'value', 'valueHigh', 'wording', 'dueOn'] as const;

/** What a plan promises: once it is issued, that is changed by an adjustment. */
const PROMISED = ['comparator', 'value', 'valueHigh', 'dueOn'] as const;

/** Puts right what was entered wrongly, with the reason; the event says what stood before, the history keeps it. What is decided anew comes by an adjustment. */
export const correctTarget = defineCommand({
  name: 'correctTarget',
  description: says(
    'Đính chính một chỉ tiêu đã ghi sai; nội dung cũ được giữ cùng lý do.',
    'Corrects a target that was entered wrongly; what stood before is kept, with the reason.',
  ),
  input: CorrectTargetInput,
  returns: { target: Target },
  rights: authoriseKeeping('targetId'),
  async run(command, input) {
    const { manager } = command.tx;
    const target = await lockTarget(command, input.targetId);
    const programme = await manager.findOneByOrFail(Programme, { id: target.programmeId });
    const before = Object.fromEntries(COMPARED.map((field) => [field, target[field]]));
    Object.assign(target, statedIn(input));
    if (PROMISED.some((field) => target[field] !== before[field])) await assertMayChange(command, target);
    assertPromise(target, programme);
    assertFits(target, await manager.findBy(TrajectoryPoint, { targetId: target.id }));
    if (!isAssessed(target.comparator)) {
      Object.assign(target, { assessedHealth: null, assessedOn: null, assessmentBasis: null });
    }
    await manager.save(Target, target);
    const after = Object.fromEntries(COMPARED.map((field) => [field, target[field]]));
    command.append(targetEvent('TARGET_CORRECTED', target, { before, after, reason: input.reason.trim() }));
    return { targetId: target.id };
  },
});

/** Refuses a promise that the trajectory that stands does not lead to. */
function assertFits(target: Target, points: readonly TrajectoryPoint[]): void {
  try {
    assertTrajectory(target, points);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    throw new DomainError([
      {
        code: 'CONFLICT',
        path: ['input', 'value'],
        message: {
          vi: 'Lộ trình hiện có không dẫn đến chỉ tiêu này. Hãy bỏ hoặc sửa lộ trình trước (setTrajectory).',
          en: 'The trajectory that stands does not lead to this target. Take it away or change it first (setTrajectory).',
        },
      },
    ]);
  }
}
