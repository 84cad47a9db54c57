import type { ApiClient } from './api-client';
import type { TestProgram } from './program';
import { APPROVE, done, SUBMIT, WITHDRAW, type ReportShape } from './report-operations';

const FIND = 'query ($code: String!) { workItem(code: $code) { id } }';

/** Global id of a work item. */
export async function workItemId(client: ApiClient, code: string): Promise<string> {
  const { data } = await client.ask<{ workItem: { id: string } | null }>(FIND, { code });
  if (data.workItem === null) throw new Error(`There is no work item ${code}.`);
  return data.workItem.id;
}

/** The reporter submits on 07-01 for the open quarter. */
export async function submitReport(
  program: Pick<TestProgram, 'as'>,
  percentComplete: number,
): Promise<{ report: ReportShape; cursor: string }> {
  const reporter = await program.as('reporter');
  const input = {
    workItemId: await workItemId(reporter, '07-01'),
    period: '2023-Q4',
    percentComplete,
    summary: 'Đã hoàn thành phần việc của quý.',
    decreaseReason: 'Đính chính số liệu.',
  };
  const { progressReport, cursor } = await done(reporter, SUBMIT, input);
  return { report: progressReport, cursor };
}

/** Takes a submitted report back. */
export async function withdrawReport(program: Pick<TestProgram, 'as'>, report: ReportShape): Promise<void> {
  await done(await program.as('reporter'), WITHDRAW, { progressReportId: report.id });
}

/** The unit approves a report and the secretariat accepts it: from then on it is everybody's. */
export async function acceptReport(program: Pick<TestProgram, 'as'>, report: ReportShape): Promise<string> {
  await done(await program.as('approver'), APPROVE, { progressReportId: report.id });
  const { cursor } = await done(await program.as('secretariat'), APPROVE, { progressReportId: report.id });
  return cursor;
}

/** Submits a percentage on 07-01 and has it accepted. */
export async function changeProgress(program: Pick<TestProgram, 'as'>, percentComplete: number): Promise<void> {
  const { report } = await submitReport(program, percentComplete);
  await acceptReport(program, report);
}
