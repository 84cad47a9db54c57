import type { CalendarDate } from '../../platform/lib/calendar-date';
import { refuse } from '../../platform/lib/domain-error';
import { vietnameseDate } from '../../platform/lib/vietnamese-date';

const PATH = ['input', 'effectiveOn'];

/** A membership, as far as its dates go. */
export interface DatedMembership {
  readonly office: string;
  readonly asOf: CalendarDate;
  readonly startsOn: CalendarDate | null;
  readonly endsOn: CalendarDate | null;
}

/** The first day; where it is not known, the date for which the source states the membership. */
export function firstDayOf({ startsOn, asOf }: DatedMembership): CalendarDate {
  return startsOn ?? asOf;
}

/** Whether it was taken back before it took effect. */
export function neverTookEffect(member: DatedMembership): boolean {
  return member.endsOn !== null && member.endsOn < firstDayOf(member);
}

/** Committees are re-formed one after the other: refuses a date before one from which it was re-formed. */
export function assertIsLatest(
  reformedOn: readonly CalendarDate[],
  effectiveOn: CalendarDate,
  today: CalendarDate,
): void {
  const latest = [...reformedOn].sort().at(-1);
  if (latest === undefined || latest <= effectiveOn) return;
  if (latest <= today) {
    throw refuse(
      'INVALID',
      PATH,
      `Ban Chỉ đạo đã được kiện toàn từ ${vietnameseDate(latest)}. Hãy chọn từ ngày đó trở đi.`,
      `The committee was re-formed from ${latest} on. Choose that date or a later one.`,
    );
  }
  throw refuse(
    'INVALID',
    PATH,
    `Đã có quyết định kiện toàn Ban Chỉ đạo từ ${vietnameseDate(latest)}. Hãy chọn từ ngày đó trở đi, hoặc đặt replacesUpcoming là true để thay quyết định chưa có hiệu lực ấy.`,
    `It is decided already that the committee is re-formed from ${latest} on. Choose that date or a later one, or set replacesUpcoming to true to replace what has not taken effect.`,
  );
}

/** Refuses a date before one for which a source already states who is a member: what happened between is not known. */
export function assertNothingKnownLater(
  members: readonly DatedMembership[],
  effectiveOn: CalendarDate,
  today: CalendarDate,
): void {
  const known = members
    .filter((member) => !neverTookEffect(member) && member.startsOn === null && member.asOf <= today)
    .sort((one, other) => (one.asOf < other.asOf ? 1 : -1))[0];
  if (known === undefined || known.asOf <= effectiveOn) return;
  throw refuse(
    'INVALID',
    PATH,
    `Nguồn ghi nhận ${known.office} trong Ban Chỉ đạo vào ngày ${vietnameseDate(known.asOf)}. Hãy chọn từ ngày đó trở đi.`,
    `A source states ${known.office} as a member on ${known.asOf}. Choose that date or a later one.`,
  );
}
