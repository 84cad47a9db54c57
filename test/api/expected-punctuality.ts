import { type CountedDay, WorkingDays } from '../../src/organisation/working-days/working-days.rules';
import { addDays } from '../../src/platform/lib/calendar-date';
import { dateOf } from '../../src/platform/lib/clock';

/** An item, as far as owing reports goes. */
export interface OwingItem {
  readonly id: string;
  readonly programme: string;
  readonly lead: string;
  readonly isInForce: boolean;
  readonly startsOn: string;
  readonly completedOn: string | null;
}
/** A cycle. */
export interface OwedCycle {
  readonly id: string;
  readonly programme: string;
  readonly period: string;
  readonly opensOn: string;
  readonly dueOn: string;
}
/** A report that came. */
export interface CameReport {
  readonly id: string;
  readonly item: string;
  readonly cycle: string;
  readonly state: string;
  readonly submittedAt: string;
  readonly changedAt: string;
}
/** Who holds a unit's matters from when to when. */
export interface Held {
  readonly unit: string;
  readonly heir: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly share: number;
}
/** All that punctuality depends on. */
export interface OwingWorld {
  readonly today: string;
  readonly items: readonly OwingItem[];
  readonly cycles: readonly OwedCycle[];
  readonly reports: readonly CameReport[];
  readonly heirs: readonly Held[];
  readonly outages: readonly { readonly startsOn: string; readonly endsOn: string }[];
  readonly days: readonly CountedDay[];
}

interface Owed {
  readonly unit: string;
  readonly period: string;
  readonly dueOn: string;
  readonly isOnTime: boolean;
}

/** A unit's punctuality, by the slow way: everything is looked at one by one. */
export function expectedPunctuality(world: OwingWorld, unit: string, count: number): object {
  const owed = owedReports(world).filter((report) => report.unit === unit);
  const periods = [...new Set(owed.map(({ period }) => period))].map((period) => {
    const of = owed.filter((report) => report.period === period);
    const latest = of.map(({ dueOn }) => dueOn).reduce((one, other) => (one > other ? one : other));
    return { period, latest, of, isOnTime: of.every(({ isOnTime }) => isOnTime) };
  });
  const newest = periods
    .toSorted((one, other) => (`${one.latest} ${one.period}` < `${other.latest} ${other.period}` ? 1 : -1))
    .slice(0, count);
  const counted = newest.flatMap(({ of }) => of);
  const onTime = counted.filter(({ isOnTime }) => isOnTime).length;
  const late = newest.findIndex(({ isOnTime }) => !isOnTime);
  return {
    due: counted.length,
    onTime,
    rate: counted.length === 0 ? null : Math.round((1_000 * onTime) / counted.length) / 10,
    streak: late === -1 ? newest.length : late,
    periods: newest.toReversed().map(({ period, isOnTime }) => ({ period, isOnTime })),
  };
}

function owedReports(world: OwingWorld): Owed[] {
  const owed: Owed[] = [];
  for (const item of world.items) {
    for (const cycle of world.cycles) {
      if (!isCycleOf(item, cycle, world.today) || cycle.dueOn >= world.today) continue;
      const dueOn = countedDueOn(world, cycle.dueOn);
      if (dueOn >= world.today) continue;
      const unit = holderOf(world, item.lead, cycle.dueOn);
      owed.push({ unit, period: cycle.period, dueOn, isOnTime: isOnTime(world, item, cycle, dueOn) });
    }
  }
  return owed;
}

function isCycleOf(item: OwingItem, cycle: OwedCycle, today: string): boolean {
  return (
    item.programme === cycle.programme &&
    item.isInForce &&
    item.startsOn <= today &&
    cycle.opensOn <= today &&
    cycle.dueOn >= item.startsOn &&
    (item.completedOn === null || item.completedOn >= cycle.opensOn)
  );
}

function countedDueOn({ outages, days }: OwingWorld, dueOn: string): string {
  const isOut = (date: string) => outages.some(({ startsOn, endsOn }) => startsOn <= date && date <= endsOn);
  if (!isOut(dueOn)) return dueOn;
  const calendar = new WorkingDays(days);
  let date = addDays(dueOn, 1);
  while (isOut(date) || !calendar.isWorked(date)) date = addDays(date, 1);
  return date;
}

function holderOf({ heirs }: OwingWorld, unit: string, date: string): string {
  const held = heirs.filter(
    (row) => row.unit === unit && (row.from === null || row.from <= date) && (row.to === null || row.to >= date),
  );
  const whole = [...new Set(held.map(({ heir }) => heir))].find(
    (heir) => held.filter((row) => row.heir === heir).reduce((sum, { share }) => sum + share, 0) === 1,
  );
  return whole ?? unit;
}

function isOnTime(world: OwingWorld, item: OwingItem, cycle: OwedCycle, dueOn: string): boolean {
  const calendar = new WorkingDays(world.days);
  const came = world.reports
    .filter((report) => report.item === item.id && report.cycle === cycle.id)
    .filter(({ state }) => state !== 'DRAFT' && state !== 'WITHDRAWN')
    .toSorted((one, other) => (`${one.submittedAt} ${one.id}` < `${other.submittedAt} ${other.id}` ? -1 : 1));
  let before: CameReport | null = null;
  for (const report of came) {
    const day = dateOf(new Date(report.submittedAt));
    const mendedBy: string | null =
      before?.state === 'RETURNED' ? calendar.add(dateOf(new Date(before.changedAt)), 2) : null;
    if (day > dueOn && (mendedBy === null || day > mendedBy)) return false;
    if (report.state !== 'RETURNED') return true;
    before = report;
  }
  return false;
}
