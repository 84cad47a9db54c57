import type { ReportValues } from './report-values';

/** What this device keeps of a report that has not been received yet. */
export interface Draft {
  values: ReportValues;
  /** Kept until the server has answered: a second try is then no second report. */
  idempotencyKey: string;
}

/** The draft of an account for an item and period; null when there is none or it cannot be read. */
export function readDraft(viewerId: string, code: string, period: string): Draft | null {
  try {
    const text = window.localStorage.getItem(keyOf(viewerId, code, period));
    return text === null ? null : (JSON.parse(text) as Draft);
  } catch {
    return null;
  }
}

/** Whether this device keeps a draft. */
export function hasDraft(viewerId: string, code: string, period: string): boolean {
  return readDraft(viewerId, code, period) !== null;
}

/** Keeps a draft. Without storage nothing is kept, and the form works all the same. */
export function writeDraft(viewerId: string, code: string, period: string, draft: Draft): void {
  try {
    window.localStorage.setItem(keyOf(viewerId, code, period), JSON.stringify(draft));
  } catch {
    // Full or forbidden storage must not stop anybody from reporting.
  }
}

/** Forgets a draft: the report has been received. */
export function forgetDraft(viewerId: string, code: string, period: string): void {
  try {
    window.localStorage.removeItem(keyOf(viewerId, code, period));
  } catch {
    // See writeDraft.
  }
}

function keyOf(viewerId: string, code: string, period: string): string {
  return `tiendo.draft.${viewerId}.${code}.${period}`;
}
