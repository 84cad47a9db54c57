import type { Command } from '../../platform/commands/command';
import { DomainError, refuse, type Refusal } from '../../platform/lib/domain-error';
import { filledOrNull } from '../../platform/lib/text';
import { sameText } from '../../platform/lib/text-forms';
import { addAppendices } from './add-appendices';
import { Appendix } from './appendix.entity';
import type { Document } from '../document.entity';
import type { AppendixInput, ReviseDocumentInput } from '../document.inputs';
import { appendixSteps } from '../route/document.steps';

/** What an appendix was before it was corrected or taken off. */
export interface AppendixChange {
  readonly appendix: string;
  readonly before: Pick<Appendix, 'title' | 'titleEn' | 'expectedCount'>;
  /** What it is; null where it was taken off. */
  readonly after: Pick<Appendix, 'title' | 'titleEn' | 'expectedCount'> | null;
}

/**
 * Takes appendices off a draft that hold no rows, corrects those that it has by their codes, adds the others. A list never gets shorter than the rows that it
 * holds. Gives what was changed of what was there.
 */
export async function changeAppendices(
  command: Command,
  document: Document,
  { appendices, removeAppendixCodes }: ReviseDocumentInput,
): Promise<AppendixChange[]> {
  const given = appendices ?? [];
  const removed = await removeAppendices(command, document, removeAppendixCodes ?? []);
  const own = await command.tx.manager.findBy(Appendix, { documentId: document.id });
  await addAppendices(command, document, given, own);
  const corrected: AppendixChange[] = [];
  const refusals: Refusal[] = [];
  for (const [index, input] of given.entries()) {
    const appendix = own.find(({ code }) => sameText(code) === sameText(input.code));
    if (appendix === undefined) continue;
    const before = wordsOf(appendix);
    Object.assign(appendix, correctedBy(appendix, input));
    await command.tx.manager.save(appendix);
    const path = ['input', 'appendices', String(index), 'expectedCount'];
    for (const gap of await command.missing(appendixSteps.correct, appendix.id)) refusals.push({ ...gap, path });
    const after = wordsOf(appendix);
    if (JSON.stringify(before) !== JSON.stringify(after)) corrected.push({ appendix: appendix.code, before, after });
  }
  if (refusals.length > 0) throw new DomainError(refusals);
  return [...removed, ...corrected];
}

/** The English title follows a title that it was taken from. */
function correctedBy(appendix: Appendix, input: AppendixInput): AppendixChange['before'] {
  const title = input.title.trim();
  const kept = appendix.titleEn === appendix.title ? title : appendix.titleEn;
  return { title, titleEn: filledOrNull(input.titleEn) ?? kept, expectedCount: input.expectedCount };
}

async function removeAppendices(
  { tx, missing }: Command,
  document: Document,
  codes: readonly string[],
): Promise<AppendixChange[]> {
  const changes: AppendixChange[] = [];
  const refusals: Refusal[] = [];
  const own = await tx.manager.findBy(Appendix, { documentId: document.id });
  for (const [index, code] of codes.entries()) {
    if (codes.findIndex((other) => sameText(other) === sameText(code)) !== index) continue;
    const path = ['input', 'removeAppendixCodes', String(index)];
    const appendix = own.find((row) => sameText(row.code) === sameText(code));
    if (appendix === undefined) {
      const [vi, en] = ['Văn bản không có phụ lục này. Hãy bỏ khỏi danh sách.', 'The document has no such appendix.'];
      throw refuse('NOT_FOUND', path, vi, `${en} Leave it out.`);
    }
    const gaps = await missing(appendixSteps.remove, appendix.id);
    refusals.push(...gaps.map((gap) => ({ ...gap, path })));
    if (gaps.length > 0) continue;
    changes.push({ appendix: appendix.code, before: wordsOf(appendix), after: null });
    await tx.manager.remove(appendix);
  }
  if (refusals.length > 0) throw new DomainError(refusals);
  return changes;
}

function wordsOf({ title, titleEn, expectedCount }: Appendix): AppendixChange['before'] {
  return { title, titleEn, expectedCount };
}
