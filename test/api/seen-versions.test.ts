import { done, RETURN, send, WITHDRAW } from '../support/report-operations';
import { submitReport } from '../support/report-steps';
import { startTestProgram, type TestProgram } from '../support/program';

let program: TestProgram;

beforeAll(async () => {
  program = await startTestProgram();
});

afterAll(() => program.close());

test('who saw another version of a report neither returns nor withdraws it, and learns that it has changed', async () => {
  const { report } = await submitReport(program, 70);
  const stale = { progressReportId: report.id, expectedVersion: report.version + 1 };
  for (const [who, mutation, input] of [
    ['approver', RETURN, { ...stale, reason: 'Thiếu minh chứng.' }],
    ['reporter', WITHDRAW, stale],
  ] as const) {
    const { userErrors } = await send(await program.as(who), mutation, input);
    expect(userErrors).toMatchObject([{ code: 'CONFLICT', path: ['input', 'expectedVersion'] }]);
  }
  const seen = { progressReportId: report.id, expectedVersion: report.version };
  await done(await program.as('reporter'), WITHDRAW, seen);
});
