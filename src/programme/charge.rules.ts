import type { CalendarDate } from '../platform/lib/clock';
import { refuse } from '../platform/lib/domain-error';
import type { Localised } from '../platform/lib/localised';
import { vietnameseDate } from '../platform/lib/vietnamese-date';

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

/** Refuses an empty list, and one that names more than the committee's programme has. */
export function assertAllFound({ noun, list }: ChargeKind, found: readonly object[], named: readonly string[]): void {
  if (found.length > 0 && found.length === new Set(named).size) return;
  throw refuse(
    'NOT_FOUND',
    ['input', list],
    `Có ${noun.vi} không thuộc chương trình của Ban Chỉ đạo này, hoặc danh sách trống.`,
    `The list is empty, or names a ${noun.en} that is not of this committee’s programme.`,
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

/** Refuses to end from a day what had not begun the day before, and what has its end already: the past stays as it was. */
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
  const later = charges.filter(({ startsOn }) => startsOn >= effectiveOn);
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
