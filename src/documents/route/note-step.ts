import type { Command } from '../../platform/commands/command';
import type { ApprovalLevel } from './approval-level.state';
import type { Document } from '../document.entity';
import { DocumentStep } from './document-step.entity';
import type { DocumentStepKind } from './document-step.state';
import { newestVersion } from '../text/write-version';

/** What a step says beside its kind. */
export interface StepDetails {
  readonly note?: string | null;
  readonly level?: ApprovalLevel;
  /** Where it is not today: the date on which it was really taken, or that on an issued paper. */
  readonly takenOn?: string;
}

/** Keeps a step of a document with its date and actor; the document's state is the one after it. */
export async function noteStep(
  { tx, actor, now, today }: Command,
  document: Document,
  kind: DocumentStepKind,
  { note = null, level, takenOn = today }: StepDetails = {},
): Promise<void> {
  const { number } = await newestVersion(tx.manager, document.id);
  await tx.manager.save(DocumentStep, {
    documentId: document.id,
    kind,
    state: document.state,
    level: level ?? null,
    submission: document.submissions,
    versionNumber: number,
    takenOn,
    recordedAt: now,
    actorId: actor.accountId,
    note,
    isSample: document.isSample,
  });
}
