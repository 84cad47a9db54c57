import type { EntityManager } from 'typeorm';
import { sameAs } from '../platform/database/same-as';

/** Things that people know by a code. */
type Coded = abstract new (...args: never[]) => { code: string };

/**
 * What a withdrawn thing is called once its code is wanted again: the code, with a mark that it was withdrawn, and which of them it is. The history keeps that it
 * once had the code itself.
 */
export async function spareCode(manager: EntityManager, entity: Coded, code: string): Promise<string> {
  for (let place = 1; ; place += 1) {
    const spare = `${code} (rút ${place})`;
    if (!(await manager.existsBy(entity, { code: sameAs(spare) }))) return spare;
  }
}
