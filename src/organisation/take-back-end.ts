import type { Command } from '../platform/commands/command';
import type { Unit } from './unit.entity';
import { UnitSuccession } from './unit-succession.entity';
import { assertEndIsReplaceable } from './unit.rules';

/** Takes back the end of a locked unit, with its successors, so that it can be entered again; only while nobody has worked on from it. */
export async function takeBackEnd({ tx, today }: Command, unit: Unit): Promise<void> {
  const successions = await tx.manager.findBy(UnitSuccession, { predecessorId: unit.id });
  assertEndIsReplaceable(unit, successions.length, today);
  await tx.manager.remove(successions);
  unit.validTo = null;
  await tx.manager.save(unit);
}
