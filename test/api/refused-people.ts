import type { ApiClient } from '../support/api-client';
import type { DatabaseView } from '../support/database-view';
import { makeAccount } from '../support/made/made-account';
import type { TestProgram } from '../support/program';
import { APPROVE, done, SUBMIT } from '../support/report-operations';

/** Clients by who they are. */
export type People = Readonly<Record<string, ApiClient>>;

/** Those who send what is refused: demo accounts, and reporters and approvers of units. */
export async function makePeople(program: TestProgram, view: DatabaseView): Promise<People> {
  const made = async (unit: string, ...roles: ('REPORTER' | 'APPROVER')[]) =>
    (await makeAccount(program, view, { roles: roles.map((role) => ({ role, unit })) })).client;
  return {
    reporter: await program.as('reporter'),
    'other reporter': await program.as('other.reporter'),
    secretariat: await program.as('secretariat'),
    analyst: await program.as('analyst'),
    'reporter of quan-long-bien': await made('quan-long-bien', 'REPORTER'),
    'approver of quan-long-bien': await made('quan-long-bien', 'APPROVER'),
    'approver of so-gddt': await made('so-gddt', 'APPROVER'),
    'reporter of so-gddt': await made('so-gddt', 'REPORTER'),
    'reporter of so-yt': await made('so-yt', 'REPORTER'),
    'approver of so-yt': await made('so-yt', 'APPROVER'),
    'reporter and approver of so-vhtt': await made('so-vhtt', 'REPORTER', 'APPROVER'),
    stranger: program.stranger(),
  };
}

/** Ids of the demo’s items, of reports by item and state, of milestones and indicators. */
async function knownIds(view: DatabaseView): Promise<Record<string, string>> {
  const rows = await view.rows<{ name: string; id: string }>(`
    select code as name, 'wi_' || id as id from work_item
    union all select w.code || ' ' || r.state, 'rp_' || r.id from progress_report r join work_item w on w.id = r.work_item_id
      where r.period = '2023-Q4'
    union all select w.code || ' milestone ' || m.number, 'ms_' || m.id from milestone m join work_item w on w.id = m.work_item_id
    union all select 'indicator ' || code, 'in_' || id from indicator`);
  return Object.fromEntries(rows.map(({ name, id }) => [name, id]));
}

/** Submits what the refusals are about; gives the ids of that and of all that the demo has, by name. */
export async function makeReports(people: People, view: DatabaseView): Promise<Record<string, string>> {
  const ids = await knownIds(view);
  await done(people.reporter!, SUBMIT, {
    workItemId: ids['07-12'],
    period: '2023-Q4',
    percentComplete: 50,
    summary: 'Lần nộp đầu.',
    idempotencyKey: 'used-key',
  });
  const own = await done(people['reporter and approver of so-vhtt']!, SUBMIT, {
    workItemId: ids['07-18'],
    period: '2023-Q4',
    percentComplete: 40,
    summary: 'Tự nộp.',
  });
  ids['own report'] = own.progressReport.id;
  const stepped = await done(people['reporter of so-yt']!, SUBMIT, {
    workItemId: ids['07-09'],
    period: '2023-Q4',
    percentComplete: 60,
    summary: 'Nộp lại sau khi bị trả.',
  });
  ids['approved by its unit'] = stepped.progressReport.id;
  await done(people['approver of so-yt']!, APPROVE, { progressReportId: stepped.progressReport.id });
  return ids;
}
