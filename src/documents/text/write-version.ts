import type { EntityManager } from 'typeorm';
import type { Command } from '../../platform/commands/command';
import type { Document } from '../document.entity';
import { DocumentSection } from './document-section.entity';
import { DocumentVersion } from './document-version.entity';
import { ordinalOf, type SectionText } from './section.rules';

/** A version with its sections. */
export interface WrittenVersion {
  readonly number: number;
  /** What is carried over from a sample text stays marked as such. */
  readonly sections: readonly (SectionText & { readonly isSample?: boolean })[];
}

/** The newest version of a document; number 0 without sections where it has none. */
export async function newestVersion(manager: EntityManager, documentId: string): Promise<WrittenVersion> {
  const version = await manager.findOne(DocumentVersion, { where: { documentId }, order: { number: 'DESC' } });
  if (version === null) return { number: 0, sections: [] };
  const sections = await manager.find(DocumentSection, {
    where: { versionId: version.id },
    order: { ordinal: 'ASC' },
  });
  return { number: version.number, sections };
}

/** Writes the next version of a document. */
export async function writeVersion(
  { tx, actor, now }: Command,
  document: Document,
  next: WrittenVersion & { readonly note: string },
): Promise<void> {
  const { isSample } = document;
  const version = await tx.manager.save(DocumentVersion, {
    documentId: document.id,
    number: next.number,
    title: document.title,
    titleEn: document.titleEn,
    note: next.note,
    writtenById: actor.accountId,
    writtenAt: now,
    isSample,
  });
  const rows = next.sections.map((section) => ({
    versionId: version.id,
    ordinal: ordinalOf(document.kind, section.kind),
    kind: section.kind,
    text: section.text,
    isSample: section.isSample ?? isSample,
  }));
  await tx.manager.save(DocumentSection, rows);
}
