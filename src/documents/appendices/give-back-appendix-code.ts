import { sameAs } from '../../platform/database/same-as';
import type { Command } from '../../platform/commands/command';
import { documentEvent } from '../document.events';
import { DocumentState } from '../document.state';
import { spareCode } from '../spare-code';
import { Appendix } from './appendix.entity';

/** Frees a code that an appendix of a withdrawn document holds; says whether it is free now. */
export async function giveBackAppendixCode({ tx, append }: Command, code: string): Promise<boolean> {
  const holder = await tx.manager.findOne(Appendix, { where: { code: sameAs(code) }, relations: { document: true } });
  if (holder === null) return true;
  if (holder.document.state !== DocumentState.WITHDRAWN) return false;
  const before = holder.code;
  holder.code = await spareCode(tx.manager, Appendix, before);
  await tx.manager.save(holder);
  append(documentEvent('APPENDIX_CODE_GIVEN_BACK', holder.document, { before, after: holder.code }));
  return true;
}
