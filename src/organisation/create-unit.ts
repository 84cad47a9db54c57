import { sameAs } from '../platform/database/same-as';
import { defineCommand } from '../platform/commands/declared-command';
import type { Command } from '../platform/commands/command';
import { refuse } from '../platform/lib/domain-error';
import { says } from '../platform/lib/says';
import { getParentOn } from './load-unit';
import { canKeepUnits } from './organisation.policy';
import { Unit } from './unit.entity';
import { unitEvent } from './unit.events';
import { CreateUnitInput } from './unit.inputs';
import { assertMayBegin } from './unit.rules';

/** Adds a unit to the city's structure, from a day on. */
export const createUnit = defineCommand({
  name: 'createUnit',
  description: says('Lập một đơn vị.', 'Adds a unit.'),
  input: CreateUnitInput,
  returns: { unit: Unit },
  rights: ({ actor }) => assertKeepsUnits(actor),
  async run({ tx, today, append }, input) {
    if ((await tx.manager.findOneBy(Unit, { code: sameAs(input.code) })) !== null) {
      throw refuse(
        'CONFLICT',
        ['input', 'code'],
        `Đã có đơn vị mang mã ${input.code}. Hãy chọn mã khác.`,
        `There is a unit with the code ${input.code} already. Choose another code.`,
      );
    }
    const firstDay = input.validFrom ?? today;
    assertMayBegin(firstDay, today);
    const parent =
      input.parentId == null ? null : await getParentOn(tx.manager, input.parentId, firstDay, ['input', 'parentId']);
    const unit = await tx.manager.save(Unit, {
      code: input.code,
      name: input.name.trim(),
      nameEn: input.nameEn.trim(),
      shortName: input.shortName.trim(),
      shortNameEn: input.shortNameEn.trim(),
      kind: input.kind,
      parentId: parent?.id ?? null,
      validFrom: input.validFrom ?? null,
      validTo: null,
      source: { citations: [input.source.trim()], reliability: null, note: null },
      isSample: false,
    });
    append(unitEvent('UNIT_CREATED', unit, { name: unit.name, validFrom: unit.validFrom }));
    return { unitId: unit.id };
  },
});

function assertKeepsUnits(actor: Command['actor']): void {
  if (canKeepUnits(actor)) return;
  throw refuse(
    'FORBIDDEN',
    ['input'],
    'Chỉ quản trị viên và cơ quan thường trực được lập đơn vị. Hãy nhờ cơ quan thường trực.',
    'Only administrators and the secretariat add units. Ask the secretariat.',
  );
}
