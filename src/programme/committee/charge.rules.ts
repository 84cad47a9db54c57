import type { CalendarDate } from '../../platform/lib/calendar-date';
import { refuse } from '../../platform/lib/domain-error';
import type { Localised } from '../../platform/lib/localised';
import { vietnameseDate } from '../../platform/lib/vietnamese-date';

/** A member as refusals call him, and until when he is one. */
interface Holder {
  readonly office: string;
  readonly endsOn: CalendarDate | null;
}

/** What a member is charged with, from a day to a day: a target to answer for, an item to direct. */
export interface Charge {
  /** What people call the target or the item. */
  readonly name: string;
  readonly startsOn: CalendarDate;
  readonly endsOn: CalendarDate | null;
}

/** A kind of charge: what it is about, how one says it, and the input's list that names it. */
export interface ChargeKind {
  readonly noun: Localised;
  /** Follows the office in Vietnamese («phụ trách»), a form of “to be” in English (“in charge of”). */
  readonly verb: Localised;
  readonly list: string;
}

/** Refuses a list that names more than the committee's programme has, at the first that it has not. `found` are the clients' ids of those that are there. */
export function assertAllFound({ noun, list }: ChargeKind, found: readonly string[], named: readonly string[]): void {
  const missing = named.findIndex((id) => !found.includes(id));
  if (missing === -1) return;
  throw refuse(
    'NOT_FOUND',
    ['input', list, String(missing)],
    `Mục thứ ${missing + 1} không phải ${noun.vi} thuộc chương trình của Ban Chỉ đạo này. Hãy bỏ khỏi danh sách.`,
    `Entry ${missing + 1} is no ${noun.en} of this committee’s programme. Leave it out.`,
  );
}

/** Refuses to charge a member with what the member is charged with already. */
export function assertFree({ verb, list }: ChargeKind, { office }: Holder, standing: readonly Charge[]): void {
  if (standing.length === 0) return;
  const names = namesOf(standing);
  throw refuse(
    'CONFLICT',
    ['input', list],
    `${office} đã ${verb.vi}: ${names}. Hãy bỏ khỏi danh sách.`,
    `${office} is ${verb.en} already: ${names}. Leave it out.`,
  );
}

/** Refuses to end what the member was never charged with. */
export function assertCharged({ verb, list }: ChargeKind, { office }: Holder, others: readonly string[]): void {
  if (others.length === 0) return;
  const names = others.join(', ');
  throw refuse(
    'CONFLICT',
    ['input', list],
    `${office} không ${verb.vi}: ${names}. Hãy bỏ khỏi danh sách.`,
    `${office} is not ${verb.en}: ${names}. Leave it out.`,
  );
}

/** Refuses a day after the last one for which anything is decided today. */
export function assertSoon(field: string, date: CalendarDate, last: CalendarDate): void {
  if (date <= last) return;
  throw refuse(
    'INVALID',
    ['input', field],
    `Ngày ${vietnameseDate(date)} quá xa. Hãy chọn ngày không muộn hơn ${vietnameseDate(last)}.`,
    `The date ${date} is too far ahead. Choose a day that is not after ${last}.`,
  );
}

/** Whether a charge is taken back rather than ended: it begins today or later, and not before the day from which it is to be over. */
export function isTakenBack(
  { startsOn }: Pick<Charge, 'startsOn'>,
  effectiveOn: CalendarDate,
  today: CalendarDate,
): boolean {
  return startsOn >= effectiveOn && startsOn >= today;
}

/** Refuses to end from a day what had begun on it or later and is past, and what has its end already: the past stays as it was. */
export function assertCanEnd(
  { verb, list }: ChargeKind,
  holder: Holder,
  charges: readonly Charge[],
  effectiveOn: CalendarDate,
  today: CalendarDate,
): void {
  const { office } = holder;
  const lastOn = ({ endsOn }: Charge) => [endsOn, holder.endsOn].filter((date) => date !== null).sort()[0];
  const over = charges.filter((charge) => lastOn(charge) !== undefined && lastOn(charge)! < max(today, effectiveOn));
  if (over.length > 0) {
    throw refuse(
      'CLOSED',
      ['input', list],
      `${office} chỉ ${verb.vi}: ${namesOf(over, (charge) => `đến hết ${vietnameseDate(lastOn(charge)!)}`)}. Hãy bỏ khỏi danh sách.`,
      `${office} is ${verb.en} no longer than this: ${namesOf(over, (charge) => `until ${lastOn(charge)!}`)}. Leave it out.`,
    );
  }
  const later = charges.filter((charge) => charge.startsOn >= effectiveOn && !isTakenBack(charge, effectiveOn, today));
  if (later.length === 0) return;
  throw refuse(
    'INVALID',
    ['input', 'effectiveOn'],
    `${office} ${verb.vi}: ${namesOf(later, ({ startsOn }) => `từ ${vietnameseDate(startsOn)}`)}. Hãy chọn ngày sau đó.`,
    `${office} is ${verb.en}: ${namesOf(later, ({ startsOn }) => `from ${startsOn} on`)}. Choose a later date.`,
  );
}

function namesOf(charges: readonly Charge[], detail?: (charge: Charge) => string): string {
  return charges
    .map((charge) => (detail === undefined ? charge.name : `${charge.name} (${detail(charge)})`))
    .join(', ');
}

function max(left: CalendarDate, right: CalendarDate): CalendarDate {
  return left > right ? left : right;
}
