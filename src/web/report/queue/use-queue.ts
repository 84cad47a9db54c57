import { useMemo, useState } from 'react';
import type { QueuedReportFragment, UnitQueueQuery } from '../../generated/operations';
import { focusHeading } from '../../common/focus-heading';
import type { QueueKind } from './queue-kind';
import { useQueueKeys } from './use-queue-keys';
import { useReview } from './use-review';
import { useSteadyRows } from './use-steady-rows';

/** The behaviour of a queue: rows that keep their places, which one is selected, and the two answers. */
export function useQueue(kind: QueueKind, data: UnitQueueQuery | null) {
  const reports = useMemo(() => (data === null ? null : oldestFirst(data.progressReports.nodes)), [data]);
  const [rows, tidy] = useSteadyRows(reports);
  const { approve, giveBack, outcomes } = useReview(kind);
  const [failure, setFailure] = useState<string | null>(null);
  const [returning, setReturning] = useState<QueuedReportFragment | null>(null);

  const startReturn = (report: QueuedReportFragment) => {
    if (!report.viewerCan.return || outcomes.has(report.id)) return;
    // by key nothing has the focus: the dialog gives it back to the button that says the same
    document.querySelector<HTMLElement>(`#${CSS.escape(`report-${report.id}`)} [data-answer="return"]`)?.focus();
    setReturning(report);
  };
  const startApprove = async (report: QueuedReportFragment) => {
    if (!report.viewerCan.approve || outcomes.has(report.id)) return;
    const refusal = await approve(report);
    setFailure(refusal);
    if (refusal === null) focusHeading();
  };
  const approveNow = (report: QueuedReportFragment) => void startApprove(report);
  const [selected, select] = useQueueKeys({
    rows,
    isActive: returning === null,
    approve: approveNow,
    giveBack: startReturn,
    tidy,
  });
  const waits = ({ id, version }: QueuedReportFragment) =>
    reports?.some((report) => report.id === id && report.version === version) ?? true;

  return {
    rows,
    tidy,
    selected,
    select,
    outcomes,
    failure,
    /** How many still wait for an answer. */
    waiting: rows.filter(({ item, isGone }) => !isGone && !outcomes.has(item.id)).length,
    approve: approveNow,
    startReturn,
    /** The report whose reason is being asked for. */
    returning,
    /** Whether somebody has answered that report meanwhile. */
    isReturningAnswered: returning !== null && !waits(returning),
    giveBack,
    endReturn: () => setReturning(null),
  };
}

function oldestFirst(reports: readonly QueuedReportFragment[]): QueuedReportFragment[] {
  return [...reports].sort((a, b) => Date.parse(a.submittedAt) - Date.parse(b.submittedAt));
}
