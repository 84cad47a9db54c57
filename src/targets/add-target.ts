import { sameAs } from '../platform/database/same-as';
import { defineCommand } from '../platform/commands/declared-command';
import type { Command } from '../platform/commands/command';
import { refuse } from '../platform/lib/domain-error';
import { says } from '../platform/lib/says';
import { lockProgramme, type Programme } from '../programme/public';
import { Indicator } from './indicator.entity';
import { assertKeepsTargets, authoriseKeeping } from './lock-target';
import { statedIn } from './stated-target';
import { Target } from './target.entity';
import { targetEvent } from './target.events';
import { AddTargetInput } from './target.inputs';
import { assertPromise } from './target.rules';

/** Enters what a programme promises on an indicator. Nobody is in charge of it yet: that is an alarm until a member is (rule R2). */
export const addTarget = defineCommand({
  name: 'addTarget',
  description: says(
    'Ghi một chỉ tiêu của một chương trình, kèm nguồn.',
    'Enters a target of a programme, with its source.',
  ),
  input: AddTargetInput,
  returns: { target: Target },
  rights: authoriseKeeping('programmeCode'),
  async run(command, input) {
    const { manager } = command.tx;
    assertKeepsTargets(command.actor, ['input', 'programmeCode']);
    const programme = await lockProgramme(manager, input.programmeCode);
    const number = input.number.trim();
    await assertNumberIsFree(manager, programme, number);
    const indicator = await getIndicator(manager, input.indicatorCode.trim());
    const stated = statedIn(input);
    assertPromise(stated, programme);
    const target = await manager.save(Target, {
      ...stated,
      programmeId: programme.id,
      number,
      indicatorId: indicator.id,
      assessedHealth: null,
      assessedOn: null,
      assessmentBasis: null,
      isSample: false,
    });
    const { comparator, value, valueHigh, dueOn, wording } = stated;
    const promise = { indicator: indicator.code, comparator, value, valueHigh, dueOn, wording };
    command.append(targetEvent('TARGET_ADDED', target, promise));
    return { targetId: target.id };
  },
});

async function assertNumberIsFree(
  manager: Command['tx']['manager'],
  { id, code }: Programme,
  number: string,
): Promise<void> {
  if (!(await manager.existsBy(Target, { programmeId: id, number: sameAs(number) }))) return;
  throw refuse(
    'CONFLICT',
    ['input', 'number'],
    `Chương trình ${code} đã có chỉ tiêu số ${number}. Hãy chọn số khác, hoặc đính chính chỉ tiêu đó (correctTarget).`,
    `Programme ${code} has a target ${number} already. Choose another number, or correct that one (correctTarget).`,
  );
}

async function getIndicator(manager: Command['tx']['manager'], code: string): Promise<Indicator> {
  const indicator = await manager.findOneBy(Indicator, { code: sameAs(code) });
  if (indicator !== null) return indicator;
  throw refuse(
    'NOT_FOUND',
    ['input', 'indicatorCode'],
    `Không có chỉ số mã “${code}”. Hãy chọn trong danh mục (indicators) hoặc đăng ký trước (addIndicator).`,
    `There is no indicator “${code}”. Choose one that is registered (indicators), or enter it first (addIndicator).`,
  );
}
