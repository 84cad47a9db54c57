import type { EntityManager } from 'typeorm';
import { loadWorkingDays } from '../../../organisation/public';
import type { CalendarDate } from '../../../platform/lib/calendar-date';
import type { DeclaredJob, JobWriting } from '../../../platform/jobs/queue/declared-job';
import { dayEvents } from '../../../platform/jobs/day.events';
import { ReportingCycle } from '../reporting-cycle.entity';
import { reportingEvent, reportingEvents } from '../reporting.events';
import { cycleOf, type DatedCycle, periodsToHave } from './cycle-dates.rules';
import { ReportingRule } from './reporting-rule.entity';

/**
 * The running and the next cycle of each rule exist always. One transaction a rule, which is locked meanwhile so that it does not end: of processes that make the same cycle, one
 * does, by the key of programme and period.
 */
export const makeReportingCycles: DeclaredJob = {
  name: 'makeReportingCycles',
  after: [dayEvents.DAY_STARTED.type, reportingEvents.REPORTING_RULE_SET.type],
  async run({ today, write }) {
    const ids = await write(({ tx }) => tx.manager.find(ReportingRule, { select: { id: true } }));
    for (const { id } of ids) await write((writing) => makeCyclesOf(id, today, writing));
  },
};

async function makeCyclesOf(id: string, today: CalendarDate, writing: JobWriting): Promise<void> {
  const { manager } = writing.tx;
  const rule = await manager.findOne(ReportingRule, { where: { id }, lock: { mode: 'pessimistic_read' } });
  if (rule === null) return;
  const periods = await missing(manager, rule, periodsToHave(rule, rule.madeSince, today));
  if (periods.length === 0) return;
  const days = await loadWorkingDays(manager);
  for (const period of periods) await make(rule, cycleOf(rule, period, days), writing);
}

async function missing(manager: EntityManager, { programmeId }: ReportingRule, periods: string[]): Promise<string[]> {
  const there = await manager.find(ReportingCycle, { select: { period: true }, where: { programmeId } });
  const known = new Set(there.map(({ period }) => period));
  return periods.filter((period) => !known.has(period));
}

const INSERT = `insert into reporting_cycle (programme_id, period, ends_on, opens_on, due_on, closes_on, rule_id, applies_to_appendices, applies_to_kinds, is_sample, is_generated)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, true) on conflict (programme_id, period) do nothing returning id`;

async function make(rule: ReportingRule, cycle: DatedCycle, { tx, append }: JobWriting): Promise<void> {
  const { period, endsOn, opensOn, dueOn, closesOn } = cycle;
  const { appendices, kinds } = rule.appliesTo;
  const dates = [endsOn, opensOn, dueOn, closesOn];
  const values = [rule.programmeId, period, ...dates, rule.id, appendices, kinds, rule.isSample];
  const [made] = await tx.query<{ id: string }>(INSERT, values);
  if (made === undefined) return;
  append({
    ...reportingEvent(
      'REPORTING_CYCLE_ADDED',
      { subject: { type: 'ReportingCycle', id: made.id }, programmeId: rule.programmeId },
      { period, isExtraordinary: false, opensOn, dueOn, closesOn },
    ),
    extraTags: ['reporting_cycle'],
  });
}
