import type { EntityManager } from 'typeorm';
import { lockRow } from '../../platform/commands/rows';
import { refuse } from '../../platform/lib/domain-error';
import { Programme } from '../../programme/public';

/** The programme of a client's id, locked so that its rules and cycles are entered one after the other. */
export async function lockReportingProgramme(manager: EntityManager, globalId: string): Promise<Programme> {
  const programme = await lockRow(manager, Programme, globalId, 'for_no_key_update');
  if (programme !== null) return programme;
  throw refuse(
    'NOT_FOUND',
    ['input', 'programmeId'],
    'Không có chương trình này. Hãy kiểm tra lại mã định danh.',
    'There is no such programme. Check the id.',
  );
}
