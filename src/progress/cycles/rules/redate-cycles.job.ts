import { MoreThan } from 'typeorm';
import { loadWorkingDays, nonWorkingDayEvents } from '../../../organisation/public';
import type { CalendarDate } from '../../../platform/lib/calendar-date';
import type { DeclaredJob, JobWriting } from '../../../platform/jobs/queue/declared-job';
import { ReportingCycle } from '../reporting-cycle.entity';
import { reportingEvent } from '../reporting.events';
import { cycleOf, type DatedCycle } from './cycle-dates.rules';
import { ReportingRule } from './reporting-rule.entity';

/**
 * Cycles that a rule has dated and that have not opened follow the calendar of working days: what is due falls on a day that is worked. An open one keeps its dates, for units work by them, and so does an
 * extraordinary or a loaded one, whose dates were decided and not counted.
 */
export const redateReportingCycles: DeclaredJob = {
  name: 'redateReportingCycles',
  after: [nonWorkingDayEvents.NON_WORKING_DAYS_SET.type],
  async run({ today, write }) {
    const ids = await write(({ tx }) => tx.manager.find(ReportingRule, { select: { id: true } }));
    for (const { id } of ids) await write((writing) => redateCyclesOf(id, today, writing));
  },
};

async function redateCyclesOf(id: string, today: CalendarDate, writing: JobWriting): Promise<void> {
  const { manager } = writing.tx;
  // of two calendars that were set one after the other the second is read by whoever has the rule last
  const lock = { mode: 'for_no_key_update' } as const;
  const rule = await manager.findOne(ReportingRule, { where: { id }, lock });
  if (rule === null) return;
  const cycles = await manager.find(ReportingCycle, {
    where: { ruleId: id, isGenerated: true, opensOn: MoreThan(today) },
  });
  if (cycles.length === 0) return;
  const days = await loadWorkingDays(manager);
  for (const cycle of cycles) await redate(cycle, cycleOf(rule, cycle.period, days), today, writing);
}

const REDATE = `update reporting_cycle set opens_on = $2, due_on = $3, closes_on = $4
  where id = $1 and opens_on > $5 and (opens_on, due_on, closes_on) is distinct from ($2::date, $3::date, $4::date) returning id`;

async function redate(
  { id, programmeId, period, ...former }: ReportingCycle,
  { opensOn, dueOn, closesOn }: DatedCycle,
  today: CalendarDate,
  { tx, append }: JobWriting,
): Promise<void> {
  const redated = await tx.query(REDATE, [id, opensOn, dueOn, closesOn, today]);
  if (redated.length === 0) return;
  append({
    ...reportingEvent(
      'REPORTING_CYCLE_REDATED',
      { subject: { type: 'ReportingCycle', id }, programmeId },
      { period, opensOn, dueOn, closesOn, formerDueOn: former.dueOn, formerClosesOn: former.closesOn },
    ),
    extraTags: ['reporting_cycle'],
  });
}
