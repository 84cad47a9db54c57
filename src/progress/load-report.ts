import type { EntityManager } from 'typeorm';
import type { Actor } from '../platform/access/actor';
import { getRow } from '../platform/commands/rows';
import { DomainError, refuse } from '../platform/lib/domain-error';
import { lockWorkItem, type WorkItem } from '../work/public';
import { ProgressReport } from './progress-report.entity';
import { canSeeReport } from './progress-report.policy';

/** A report that was seen, with its item, both locked: item first, as every command does, so that two commands cannot wait for each other. */
export async function lockReport(
  manager: EntityManager,
  seen: ProgressReport,
): Promise<{ report: ProgressReport; item: WorkItem }> {
  const item = await lockWorkItem(manager, seen.workItemId);
  const report = await manager.findOne(ProgressReport, { where: { id: seen.id }, lock: { mode: 'pessimistic_write' } });
  if (item === null || report === null) throw notFound();
  return { report, item };
}

/** The report of a client's id, not locked; what the actor may not see is not there. */
export async function getSeenReport(manager: EntityManager, actor: Actor, globalId: string): Promise<ProgressReport> {
  const seen = await getRow(manager, ProgressReport, globalId);
  if (seen === null || !canSeeReport(actor, seen)) throw notFound();
  return seen;
}

/** Refuses when somebody has changed the report since the caller saw it; carries the report as it stands. */
export function assertVersion(
  report: Pick<ProgressReport, 'id' | 'version'>,
  expected: number | null | undefined,
): void {
  if (expected === null || expected === undefined || expected === report.version) return;
  throw new DomainError(
    [
      {
        code: 'CONFLICT',
        path: ['input', 'expectedVersion'],
        message: {
          vi: `Báo cáo đã thay đổi (phiên bản ${report.version}, bạn xem phiên bản ${expected}). Hãy xem lại.`,
          en: `The report has changed (version ${report.version}, you saw ${expected}). Look at it again.`,
        },
      },
    ],
    { progressReportId: report.id },
  );
}

/** What a rule decides on a report; its refusals come with the report as it stands. */
export function conflictingWith<Decided>({ id }: Pick<ProgressReport, 'id'>, decide: () => Decided): Decided {
  try {
    return decide();
  } catch (error) {
    throw error instanceof DomainError ? new DomainError(error.refusals, { progressReportId: id }) : error;
  }
}

function notFound(): DomainError {
  return refuse(
    'NOT_FOUND',
    ['input', 'progressReportId'],
    'Không có báo cáo này. Hãy kiểm tra lại mã định danh.',
    'There is no such report. Check the id.',
  );
}
