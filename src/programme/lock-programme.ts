import type { EntityManager } from 'typeorm';
import { sameAs } from '../platform/database/same-as';
import { refuse } from '../platform/lib/domain-error';
import { Programme } from './programme.entity';

/** The programme of a code that a client wrote, locked so that what it says is entered one after the other; refuses what is not there. */
export async function lockProgramme(manager: EntityManager, written: string): Promise<Programme> {
  const code = written.trim();
  const programme = await manager.findOne(Programme, {
    where: { code: sameAs(code) },
    lock: { mode: 'pessimistic_write' },
  });
  if (programme !== null) return programme;
  throw refuse(
    'NOT_FOUND',
    ['input', 'programmeCode'],
    `Không có chương trình “${code}”. Hãy nhập mã dạng 07-CTr/TU.`,
    `There is no programme “${code}”. Enter a code like 07-CTr/TU.`,
  );
}
