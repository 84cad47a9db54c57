import { sameAs } from '../platform/database/same-as';
import type { Command } from '../platform/commands/command';
import { Document } from './document.entity';
import { documentEvent } from './document.events';
import { DocumentState } from './document.state';
import { spareCode } from './spare-code';

/** Frees a code that a withdrawn document holds; says whether it is free now. What was withdrawn stays readable, by its id and in lists, under a code that tells so. */
export async function giveBackCode({ tx, append }: Command, code: string): Promise<boolean> {
  const holder = await tx.manager.findOne(Document, {
    where: { code: sameAs(code) },
    lock: { mode: 'pessimistic_write' },
  });
  if (holder === null) return true;
  if (holder.state !== DocumentState.WITHDRAWN) return false;
  const before = holder.code;
  holder.code = await spareCode(tx.manager, Document, before);
  await tx.manager.save(holder);
  append(documentEvent('DOCUMENT_CODE_GIVEN_BACK', holder, { before, after: holder.code }));
  return true;
}
