import type { CalendarDate } from '../../platform/lib/calendar-date';
import { DomainError, refuse, type Refusal } from '../../platform/lib/domain-error';
import { vietnameseDate } from '../../platform/lib/vietnamese-date';

/** The days on which a role is held, both included; null where it has no such bound. */
export interface RoleSpan {
  readonly validFrom: CalendarDate | null;
  readonly validTo: CalendarDate | null;
}

/** Whether two spans are the same days. */
export function isSameSpan(one: RoleSpan, other: RoleSpan): boolean {
  return one.validFrom === other.validFrom && one.validTo === other.validTo;
}

/** Refuses a span that is over already, and one that ends before it begins. */
export function assertSpan({ validFrom, validTo }: RoleSpan, today: CalendarDate): void {
  if (validTo === null) return;
  const refusals: Refusal[] = [];
  if (validTo < today) {
    refusals.push({
      code: 'INVALID',
      path: ['input', 'validTo'],
      message: {
        vi: `Ngày cuối ${vietnameseDate(validTo)} đã qua, vai trò sẽ không bao giờ có hiệu lực. Hãy nêu ngày từ hôm nay trở đi.`,
        en: `The last day ${validTo} has passed: the role would never be in force. State one from today on.`,
      },
    });
  }
  if (validFrom !== null && validFrom > validTo) {
    refusals.push({
      code: 'INVALID',
      path: ['input', 'validFrom'],
      message: {
        vi: `Ngày đầu ${vietnameseDate(validFrom)} sau ngày cuối ${vietnameseDate(validTo)}. Hãy đổi một trong hai ngày.`,
        en: `The first day ${validFrom} comes after the last day ${validTo}. Change one of them.`,
      },
    });
  }
  if (refusals.length > 0) throw new DomainError(refusals);
}

/** Refuses days on which the role is held already: two grants of one day could not be told apart when it is taken away. */
export function assertNoOverlap(given: readonly RoleSpan[], span: RoleSpan): void {
  const met = given.find((known) => overlaps(known, span));
  if (met === undefined) return;
  throw refuse(
    'CONFLICT',
    ['input', 'validFrom'],
    `Tài khoản đã có vai trò này ${inWords(met, 'vi')}. Hãy chọn những ngày khác, hoặc thu hồi vai trò (revokeRole) rồi giao lại.`,
    `The account holds this role already ${inWords(met, 'en')}. Choose other days, or take the role away (revokeRole) and give it anew.`,
  );
}

function overlaps(one: RoleSpan, other: RoleSpan): boolean {
  const beginsInTime = (from: RoleSpan, to: RoleSpan): boolean =>
    from.validFrom === null || to.validTo === null || from.validFrom <= to.validTo;
  return beginsInTime(one, other) && beginsInTime(other, one);
}

function inWords({ validFrom, validTo }: RoleSpan, language: 'vi' | 'en'): string {
  if (validFrom === null && validTo === null) return language === 'vi' ? 'không thời hạn' : 'without bounds';
  const from = validFrom === null ? '' : language === 'vi' ? `từ ${vietnameseDate(validFrom)}` : `from ${validFrom}`;
  const to = validTo === null ? '' : language === 'vi' ? `đến ${vietnameseDate(validTo)}` : `to ${validTo}`;
  return [from, to].filter((part) => part !== '').join(' ');
}
