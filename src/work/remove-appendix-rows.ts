import { In } from 'typeorm';
import { EventAudience } from '../platform/event-log/event-audience';
import type { Command } from '../platform/graphql/run-command';
import { refuse } from '../platform/lib/domain-error';
import type { RemoveAppendixRowsInput } from './appendix-rows.inputs';
import { lockDraftedAppendix } from './lock-drafted-appendix';
import { WorkItem } from './work-item.entity';

/** Tables of what hangs on items. */
const HANGING = ['unit_role', 'milestone', 'work_item_oversight', 'resource', 'deliverable', 'trace'];

/** Takes rows off a list while its document is drafted, or when it was withdrawn, with all that hangs on them; the history keeps that they stood there. */
export async function removeAppendixRows(
  { tx, actor, append }: Command,
  input: RemoveAppendixRowsInput,
): Promise<{ appendixId: string }> {
  const { appendix, document } = await lockDraftedAppendix(tx.manager, actor, input.appendixId, 'removeAppendixRows');
  const numbers = [...new Set(input.numbers)];
  const items = await tx.manager.findBy(WorkItem, { appendixId: appendix.id, number: In(numbers) });
  const missing = numbers.filter((number) => !items.some((item) => item.number === number));
  if (missing.length > 0) {
    throw refuse(
      'NOT_FOUND',
      ['input', 'numbers'],
      `Phụ lục ${appendix.code} không có dòng ${missing.join(', ')}. Hãy bỏ khỏi danh sách.`,
      `The appendix ${appendix.code} has no row ${missing.join(', ')}. Leave it out.`,
    );
  }
  await tx.manager.remove(items);
  append({
    type: 'APPENDIX_ROWS_REMOVED',
    subject: { type: 'Appendix', id: appendix.id },
    unitId: document.draftingUnitId,
    programmeId: document.programmeId,
    // rows are entered and taken off while nothing is decided: rooms do not read them
    audience: EventAudience.OFFICIALS,
    data: { appendix: appendix.code, document: document.code, rows: numbers, reason: input.reason.trim() },
    // the database takes them away with their items
    extraTags: HANGING,
  });
  return { appendixId: appendix.id };
}
