import { CITY_ZONE } from '../../platform/lib/city-zone';
import { DomainError, type Refusal } from '../../platform/lib/domain-error';
import { vietnameseDate } from '../../platform/lib/vietnamese-date';

const calendarDate = new Intl.DateTimeFormat('en-CA', {
  timeZone: CITY_ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});
const clockTime = new Intl.DateTimeFormat('en-GB', { timeZone: CITY_ZONE, hour: '2-digit', minute: '2-digit' });

/** A draft as others saved it. */
export interface SavedDraft {
  readonly id: string;
  readonly version: number;
  /** An ISO text. */
  readonly savedAt: string;
}

/**
 * Refuses a save or a discard by whoever has not seen the draft as it stands: with who saved it and when, and the draft itself, so that nothing is lost on either
 * side. Where nothing is expected nothing is compared.
 */
export function assertDraftSeen(
  draft: SavedDraft | null,
  savedByName: string | null,
  expected: number | null | undefined,
): void {
  if (expected === null || expected === undefined || expected === (draft?.version ?? 0)) return;
  if (draft === null) throw new DomainError([gone()]);
  throw new DomainError([savedSince(draft, savedByName!, expected)], { progressReportDraftId: draft.id });
}

function savedSince({ version, savedAt }: SavedDraft, name: string, expected: number): Refusal {
  const moment = new Date(savedAt);
  const [time, date] = [clockTime.format(moment), calendarDate.format(moment)];
  return {
    code: 'CONFLICT',
    path: ['input', 'expectedVersion'],
    message: {
      vi: `Bản nháp đã được “${name}” lưu lúc ${time} ngày ${vietnameseDate(date)} (phiên bản ${version}, bạn xem phiên bản ${expected}). Hãy xem bản đã lưu, gộp phần của mình rồi lưu lại với phiên bản ${version}.`,
      en: `The draft was saved by “${name}” at ${time} on ${date} (version ${version}, you saw ${expected}). Look at it, put your part in, and save with version ${version}.`,
    },
  };
}

function gone(): Refusal {
  return {
    code: 'CONFLICT',
    path: ['input', 'expectedVersion'],
    message: {
      vi: 'Bản nháp không còn nữa: đã nộp thành báo cáo, hoặc đã bỏ. Hãy xem báo cáo của kỳ này; muốn soạn mới, hãy lưu với phiên bản 0.',
      en: 'The draft is there no more: it was submitted, or discarded. Look at the report of the period; to begin another, save with version 0.',
    },
  };
}
