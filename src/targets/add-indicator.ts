import { sameAs } from '../platform/database/same-as';
import { EventAudience } from '../platform/event-log/event-audience';
import { defineCommand } from '../platform/commands/declared-command';
import type { Command } from '../platform/commands/command';
import { refuse } from '../platform/lib/domain-error';
import { says } from '../platform/lib/says';
import { filledOrNull } from '../platform/lib/text';
import { Indicator } from './indicator.entity';
import { AddIndicatorInput } from './indicator.inputs';
import { assertKeepsTargets, authoriseKeeping } from './lock-target';
import { indicatorEvents } from './target.events';

/** Enters an indicator. One thing is measured by one indicator, whichever programmes promise something on it (rule R9). */
export const addIndicator = defineCommand({
  name: 'addIndicator',
  description: says(
    'Đăng ký một chỉ số: một định nghĩa cho mọi chương trình (quy tắc R9).',
    'Enters an indicator: one definition for all programmes (rule R9).',
  ),
  input: AddIndicatorInput,
  returns: { indicator: Indicator },
  rights: authoriseKeeping('code'),
  async run({ tx, actor, append }, input) {
    assertKeepsTargets(actor, ['input', 'code']);
    const { code } = input;
    const name = input.name.trim();
    // two that enter the same one at once go one after the other
    await tx.manager.query('lock table indicator in share row exclusive mode');
    await assertNew(tx.manager, code, name);
    const unitOfMeasure = filledOrNull(input.unitOfMeasure);
    const { id } = await tx.manager.save(Indicator, {
      code,
      name,
      nameEn: input.nameEn.trim(),
      unitOfMeasure,
      unitOfMeasureEn: filledOrNull(input.unitOfMeasureEn) ?? unitOfMeasure,
      source: { citations: [input.source.trim()], reliability: null, note: null },
      isSample: false,
    });
    append({
      type: indicatorEvents.INDICATOR_ADDED.type,
      subject: { type: 'Indicator', id },
      unitId: null,
      programmeId: null,
      audience: EventAudience.EVERYONE,
      data: { code, name, unitOfMeasure },
    });
    return { indicatorId: id };
  },
});

async function assertNew(manager: Command['tx']['manager'], code: string, name: string): Promise<void> {
  if (await manager.existsBy(Indicator, { code: sameAs(code) })) {
    throw refuse(
      'CONFLICT',
      ['input', 'code'],
      `Đã có chỉ số mã “${code}”. Hãy dùng chỉ số đó hoặc chọn mã khác.`,
      `There is an indicator “${code}” already. Use that one or choose another code.`,
    );
  }
  const [same] = await manager.query<{ code: string }[]>(
    'select code from indicator where same_text(name) = same_text($1) order by code limit 1',
    [name],
  );
  if (same === undefined) return;
  throw refuse(
    'CONFLICT',
    ['input', 'name'],
    `Chỉ số này đã có với mã “${same.code}”: mỗi chỉ số chỉ có một định nghĩa. Hãy dùng mã đó.`,
    `This indicator is there already, as “${same.code}”: each has one definition. Use that code.`,
  );
}
