import { defineCommand } from '../platform/commands/declared-command';
import { refuse } from '../platform/lib/domain-error';
import { says } from '../platform/lib/says';
import { authoriseKeeping, lockTarget } from './lock-target';
import { Target } from './target.entity';
import { targetEvent } from './target.events';
import { AssessTargetInput } from './target.inputs';
import { isAssessed } from './target.rules';

/** The secretariat says how a rank or a qualitative target stands, and on what basis; what a number decides is never typed in. */
export const assessTarget = defineCommand({
  name: 'assessTarget',
  description: says(
    'Cơ quan thường trực đánh giá một thứ hạng hoặc chỉ tiêu định tính.',
    'The secretariat assesses a rank or a qualitative target.',
  ),
  input: AssessTargetInput,
  returns: { target: Target },
  rights: authoriseKeeping('targetId'),
  async run(command, input) {
    const target = await lockTarget(command, input.targetId);
    if (!isAssessed(target.comparator)) {
      throw refuse(
        'CONFLICT',
        ['input', 'targetId'],
        'Tình trạng của chỉ tiêu này tính từ số liệu, không đánh giá tay. Hãy ghi số liệu (recordMeasurement).',
        'How this target stands follows from its measurements. Record a measurement (recordMeasurement).',
      );
    }
    const before = target.assessedHealth;
    const basis = input.basis.trim();
    Object.assign(target, { assessedHealth: input.health, assessedOn: command.today, assessmentBasis: basis });
    await command.tx.manager.save(Target, target);
    command.append(targetEvent('TARGET_ASSESSED', target, { before, health: input.health, basis }));
    return { targetId: target.id };
  },
});
