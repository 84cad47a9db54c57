import type { ApiClient } from '../support/api-client';
import { makeAccount } from '../support/made/made-account';
import { done, RETURN } from '../support/report-operations';
import { acceptReport, changeProgress, submitReport, withdrawReport } from '../support/report-steps';
import { until } from '../support/until';
import { codesOf, Past, read } from './past';

let past: Past;

beforeAll(async () => {
  past = await Past.open();
});

afterAll(() => past.close());

describe('rights are those of now', () => {
  const REPORTS = `query ($cursor: Cursor!, $id: ID!) { asOf(cursor: $cursor) { node(id: $id) { id }
    progressReports(first: 200, where: { id: { eq: $id } }) { totalCount nodes { state } } workItem(code: "07-01") { progressReports(where: { id: { eq: $id } }) { totalCount } } } }`;
  interface ReportsThen {
    readonly asOf: {
      readonly node: object | null;
      readonly progressReports: { readonly totalCount: number; readonly nodes: readonly { state: string }[] };
      readonly workItem: { readonly progressReports: { readonly totalCount: number } };
    };
  }
  const states = async (client: ApiClient, cursor: string, id: string) => {
    const { asOf } = await read<ReportsThen>(client, REPORTS, { cursor, id });
    const found = asOf.progressReports.nodes.map(({ state }) => state);
    expect(asOf.progressReports.totalCount).toBe(found.length);
    expect(asOf.workItem.progressReports.totalCount).toBe(found.length);
    expect(asOf.node === null).toBe(found.length === 0);
    return found;
  };

  test('who has lost the role of a unit sees its old drafts no more', async () => {
    const { id: accountId, client } = await makeAccount(past.program, past.view, {
      roles: [{ role: 'REPORTER', unit: 'so-tttt' }, { role: 'ANALYST' }],
    });
    const { report, cursor } = await submitReport(past.program, 70);
    expect(await states(client, cursor, report.id)).toEqual(['SUBMITTED']);
    await withdrawReport(past.program, report);
    expect(await states(client, cursor, report.id)).toEqual(['SUBMITTED']);
    await past.writer.write({ type: 'ROLE_TAKEN', extraTags: ['account_role'] }, (tx) =>
      tx.query(`delete from account_role where account_id = $1 and role = 'REPORTER'`, [accountId]),
    );
    const gone = await until(
      () => states(client, cursor, report.id),
      (found) => found.length === 0,
    );
    expect(gone).toEqual([]);
    expect(await states(past.secretariat, cursor, report.id)).toEqual(['SUBMITTED']);
  });

  test('who gets a role sees with it what was before', async () => {
    const { id: accountId, client } = await makeAccount(past.program, past.view, { roles: [{ role: 'ANALYST' }] });
    const { report, cursor } = await submitReport(past.program, 70);
    await withdrawReport(past.program, report);
    expect(await states(client, cursor, report.id)).toEqual([]);
    await past.writer.write({ type: 'ROLE_GIVEN', extraTags: ['account_role'] }, (tx) =>
      tx.query(`insert into account_role (account_id, role) values ($1, 'INSPECTOR')`, [accountId]),
    );
    const found = await until(
      () => states(client, cursor, report.id),
      (rows) => rows.length > 0,
    );
    expect(found).toEqual(['SUBMITTED']);
  });

  test('what is hidden from an analyst was hidden at every moment', async () => {
    const analyst = await past.program.as('analyst');
    const { report, cursor: submitted } = await submitReport(past.program, 71);
    const { cursor: returned } = await done(await past.program.as('approver'), RETURN, {
      progressReportId: report.id,
      reason: 'Thiếu minh chứng.',
    });
    expect(await states(past.secretariat, submitted, report.id)).toEqual(['SUBMITTED']);
    expect(await states(analyst, submitted, report.id)).toEqual([]);
    expect(await states(analyst, returned, report.id)).toEqual([]);
  });

  test('what an analyst sees since it was accepted was not there for him before', async () => {
    const analyst = await past.program.as('analyst');
    const { report, cursor: submitted } = await submitReport(past.program, 72);
    const accepted = await acceptReport(past.program, report);
    await changeProgress(past.program, 73);
    expect(await states(analyst, submitted, report.id)).toEqual([]);
    expect(await states(analyst, accepted, report.id)).toEqual(['ACCEPTED']);
  });

  test('a stranger has no past', async () => {
    expect(await codesOf(past.program.stranger(), '{ asOf(cursor: "1.1") { __typename } }')).toEqual([
      'UNAUTHENTICATED',
    ]);
  });
});
