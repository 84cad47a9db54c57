import type { CalendarDate } from '../../platform/lib/calendar-date';
import { refuse } from '../../platform/lib/domain-error';
import { vietnameseDate } from '../../platform/lib/vietnamese-date';

/** Longer than this nothing is out of order without anybody noticing: a longer span is a slip of the pen. */
const LONGEST_DAYS = 60;
const DAY_MS = 86_400_000;

/** First and last day of an outage. */
export interface OutageDays {
  readonly startsOn: CalendarDate;
  readonly endsOn: CalendarDate;
}

/** Refuses days that are no span, or that nobody can know of yet. */
export function assertOutageDays({ startsOn, endsOn }: OutageDays, today: CalendarDate): void {
  const path = ['input', 'endsOn'];
  if (endsOn < startsOn) {
    throw refuse(
      'INVALID',
      path,
      'Ngày cuối phải từ ngày đầu trở đi. Hãy kiểm tra lại hai ngày.',
      'The last day must not be before the first. Check both.',
    );
  }
  if (endsOn > today) {
    throw refuse(
      'INVALID',
      path,
      'Chỉ ghi những ngày đã bị gián đoạn, đến hôm nay. Hãy ghi những ngày sau khi đã qua.',
      'Only days that have been, up to today, are recorded. Record later ones once they are over.',
    );
  }
  if ((Date.parse(endsOn) - Date.parse(startsOn)) / DAY_MS < LONGEST_DAYS) return;
  throw refuse(
    'INVALID',
    path,
    `Một đợt gián đoạn dài nhất ${LONGEST_DAYS} ngày. Hãy kiểm tra lại năm, hoặc ghi thành nhiều đợt.`,
    `An outage lasts at most ${LONGEST_DAYS} days. Check the year, or record several.`,
  );
}

/** Refuses days of which some are recorded already. */
export function assertNotRecorded({ startsOn, endsOn }: OutageDays, recorded: readonly OutageDays[]): void {
  const found = recorded.find((outage) => outage.startsOn <= endsOn && startsOn <= outage.endsOn);
  if (found === undefined) return;
  throw refuse(
    'CONFLICT',
    ['input', 'startsOn'],
    `Đã có đợt gián đoạn từ ${vietnameseDate(found.startsOn)} đến ${vietnameseDate(found.endsOn)}. Hãy gỡ đợt đó (removeServiceOutage) rồi ghi lại, hoặc chọn ngày khác.`,
    `An outage from ${found.startsOn} to ${found.endsOn} is recorded already. Remove it (removeServiceOutage) and record it anew, or choose other days.`,
  );
}
