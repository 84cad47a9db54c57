import { forgetKept, keptNames, readKept, watchKept, writeKept } from '../../../common/kept/kept-store';
import { newKey } from '../../../common/new-key';
import type { ReportValues } from '../report-values';

/** What is typed of a report that has not been received yet. */
export interface Draft {
  values: ReportValues;
  /** Kept until the server has answered: a second try is then no second report. */
  idempotencyKey: string;
}

/** Whose draft of which report. */
export interface DraftPlace {
  viewerId: string;
  code: string;
  period: string;
}

/** A draft that this device keeps. Each window writes its own, so that two windows never overwrite each other's. */
export interface KeptDraft extends Draft {
  slot: string;
  at: number;
}

const WINDOW_KEY = 'tiendo.window';

/** The slot of this window: the same after a reload, and not that of a window that was duplicated from it. */
export const ownSlot = takeSlot();

/** All drafts of a report on this device, this window's first, then the newest. */
export function readDrafts(place: DraftPlace): KeptDraft[] {
  const drafts = keptNames(nameOf(place, '')).map((name) => {
    const kept = readKept<Draft>(name);
    return kept === undefined ? null : { ...kept.value, at: kept.at, slot: name.slice(nameOf(place, '').length) };
  });
  return drafts
    .filter((draft) => draft !== null)
    .sort((a, b) => Number(b.slot === ownSlot) - Number(a.slot === ownSlot) || b.at - a.at);
}

/** Whether this device keeps a draft. */
export function hasDraft(place: DraftPlace): boolean {
  return keptNames(nameOf(place, '')).length > 0;
}

/** Keeps this window's draft. */
export function writeDraft(place: DraftPlace, { values, idempotencyKey }: Draft): void {
  writeKept(nameOf(place, ownSlot), { values, idempotencyKey } satisfies Draft);
}

/** Forgets a draft: what it says has been received, or is not wanted. */
export function forgetDraft(place: DraftPlace, slot: string): void {
  forgetKept(nameOf(place, slot));
}

/** Calls back whenever a draft of the report changes, in whatever window; gives the way to stop. */
export function watchDrafts(place: DraftPlace, changed: () => void): () => void {
  return watchKept(nameOf(place, ''), changed);
}

function nameOf({ viewerId, code, period }: DraftPlace, slot: string): string {
  return `${viewerId}.draft.${code}.${period}.${slot}`;
}

/** While a window is open its slot is not in its storage, which a duplicated window would copy. */
function takeSlot(): string {
  try {
    const slot = window.sessionStorage.getItem(WINDOW_KEY) ?? newKey();
    window.sessionStorage.removeItem(WINDOW_KEY);
    window.addEventListener('pagehide', () => window.sessionStorage.setItem(WINDOW_KEY, slot));
    return slot;
  } catch {
    return newKey();
  }
}
