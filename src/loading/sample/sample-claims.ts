import type { CalendarDate } from '../../platform/lib/calendar-date';
import { Health } from '../../programme/public';
import type { SampleItem } from './sample-items';

/** Points behind the plan from which a sensible unit would say so; how health is really computed is work's affair, in SQL. */
const RISK_POINTS = 10;

/** How a unit that looks at its plan honestly would see its item on the day of a report. */
export function honestHealth(item: SampleItem, percent: number, on: CalendarDate): Health {
  if (percent === 100) return Health.COMPLETED;
  if (item.dueOn < on) return Health.OVERDUE;
  return plannedPercent(item, on) - percent >= RISK_POINTS ? Health.AT_RISK : Health.ON_TRACK;
}

function plannedPercent(item: SampleItem, on: CalendarDate): number {
  const line = [{ dueOn: item.startsOn, plannedPercent: 0 }, ...item.milestones];
  const later = line.findIndex((point) => point.dueOn > on);
  const before = line[later - 1];
  const after = line[later];
  if (after === undefined) return 100;
  if (before === undefined) return 0;
  const passed = (dayOf(on) - dayOf(before.dueOn)) / (dayOf(after.dueOn) - dayOf(before.dueOn));
  return before.plannedPercent + (after.plannedPercent - before.plannedPercent) * passed;
}

function dayOf(date: CalendarDate): number {
  return Date.parse(`${date}T00:00:00Z`) / 86_400_000;
}
