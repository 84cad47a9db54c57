import type { ApiClient } from '../support/api-client';
import { DatabaseView } from '../support/database-view';
import { makeAccount } from '../support/made/made-account';
import { startTestProgram, type TestProgram } from '../support/program';
import { APPROVE, done } from '../support/report-operations';

/** A program with the demo, and those who report and judge. */
export class ReportingHouse {
  private constructor(
    readonly program: TestProgram,
    readonly view: DatabaseView,
    readonly secretariat: ApiClient,
    readonly inspector: ApiClient,
  ) {}

  static async open(): Promise<ReportingHouse> {
    const program = await startTestProgram();
    const view = await DatabaseView.open(program.target);
    return new ReportingHouse(program, view, await program.as('secretariat'), await program.as('inspector'));
  }

  /** Reporter and approver of a unit. */
  async staffOf(unit: string): Promise<{ reporter: ApiClient; approver: ApiClient }> {
    const reporter = await makeAccount(this.program, this.view, { roles: [{ role: 'REPORTER', unit }] });
    const approver = await makeAccount(this.program, this.view, { roles: [{ role: 'APPROVER', unit }] });
    return { reporter: reporter.client, approver: approver.client };
  }

  /** Takes a report through both levels. */
  async accept(approver: ApiClient, progressReportId: string) {
    await done(approver, APPROVE, { progressReportId });
    return done(this.secretariat, APPROVE, { progressReportId });
  }

  async close(): Promise<void> {
    await this.view.close();
    await this.program.close();
  }
}
