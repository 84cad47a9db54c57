import type { EntityManager } from 'typeorm';
import type { Localised } from '../platform/lib/localised';

/** A part of what is loaded: told by its name, written by one function. */
export interface Part {
  readonly name: Localised;
  readonly load: (manager: EntityManager) => Promise<void>;
}

/** Told of each part before it is loaded: a sentence for whoever waits, in both languages. */
export type Progress = (said: string) => void;

/** Loads parts one after the other, and says which one of how many it is at. */
export async function loadParts(manager: EntityManager, parts: readonly Part[], progress: Progress): Promise<void> {
  for (const [index, { name, load }] of parts.entries()) {
    const place = index + 1;
    progress(`Đang nạp ${place}/${parts.length}: ${name.vi} / Loading ${place} of ${parts.length}: ${name.en}`);
    await load(manager);
  }
}
