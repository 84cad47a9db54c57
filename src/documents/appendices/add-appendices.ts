import { ENTERED_SOURCE } from '../../organisation/public';
import type { Command } from '../../platform/commands/command';
import { DomainError, type Refusal } from '../../platform/lib/domain-error';
import { filledOrNull } from '../../platform/lib/text';
import { sameText } from '../../platform/lib/text-forms';
import { Appendix } from './appendix.entity';
import { giveBackAppendixCode } from './give-back-appendix-code';
import type { Document } from '../document.entity';
import type { AppendixInput } from '../document.inputs';

/**
 * Adds appendices to a document, each with the number of rows that it must hold (rule R1). A code belongs to one appendix, and is given back by those of withdrawn documents; those that the document has itself
 * are passed over where they are to be corrected.
 */
export async function addAppendices(
  command: Command,
  document: Document,
  inputs: readonly AppendixInput[],
  corrected: readonly Appendix[] = [],
): Promise<void> {
  const refusals: Refusal[] = [];
  const isOwn = (code: string) => corrected.some((appendix) => sameText(appendix.code) === sameText(code));
  for (const [index, { code }] of inputs.entries()) {
    const isTwice = inputs.findIndex((other) => sameText(other.code) === sameText(code)) !== index;
    if (!isTwice && (isOwn(code) || (await giveBackAppendixCode(command, code)))) continue;
    refusals.push({
      code: 'CONFLICT',
      path: ['input', 'appendices', String(index), 'code'],
      message: {
        vi: `Đã có phụ lục mang mã số (code) “${code}”. Hãy chọn mã số khác.`,
        en: `There is an appendix with the code “${code}” already. Choose another one.`,
      },
    });
  }
  if (refusals.length > 0) throw new DomainError(refusals);
  const rows = inputs
    .filter(({ code }) => !isOwn(code))
    .map(({ code, title, titleEn, expectedCount }) => ({
      code: code.trim(),
      documentId: document.id,
      title: title.trim(),
      titleEn: filledOrNull(titleEn) ?? title.trim(),
      expectedCount,
      source: ENTERED_SOURCE,
      isSample: document.isSample,
    }));
  if (rows.length > 0) await command.tx.manager.save(Appendix, rows);
}
