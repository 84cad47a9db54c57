import { In } from 'typeorm';
import { Appendix } from '../../documents/public';
import { EventAudience } from '../../platform/event-log/event-audience';
import { defineCommand } from '../../platform/commands/declared-command';
import { refuse } from '../../platform/lib/domain-error';
import { says } from '../../platform/lib/says';
import { RemoveAppendixRowsInput } from './appendix-rows.inputs';
import { authoriseRows, lockDraftedAppendix } from './lock-drafted-appendix';
import { WorkItem } from '../items/work-item.entity';
import { appendixRowEvents } from '../items/work-item.events';

/** Tables of what hangs on items. */
const HANGING = ['unit_role', 'milestone', 'work_item_oversight', 'resource', 'deliverable', 'trace'];

/** Takes rows off a list while its document is drafted, or when it was withdrawn, with all that hangs on them; the history keeps that they stood there. */
export const removeAppendixRows = defineCommand({
  name: 'removeAppendixRows',
  description: says(
    'Bỏ các dòng khỏi phụ lục khi văn bản còn soạn thảo (muốn sửa thì bỏ rồi nhập lại) hoặc đã rút (để dùng lại mã của dòng).',
    'Takes rows off an appendix while its document is drafted (to correct one, take it off and enter it again) or after it was withdrawn (to use their codes again).',
  ),
  input: RemoveAppendixRowsInput,
  returns: { appendix: Appendix },
  rights: authoriseRows,
  async run({ tx, actor, append }, input) {
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
      type: appendixRowEvents.APPENDIX_ROWS_REMOVED.type,
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
  },
});
