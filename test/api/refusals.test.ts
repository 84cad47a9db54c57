import type { ApiClient } from '../support/api-client';
import { DatabaseView } from '../support/database-view';
import { makeAccount } from '../support/made-account';
import { startTestProgram, type TestProgram } from '../support/program';
import { APPROVE, done, type ReportPayload, RETURN, send, SUBMIT, WITHDRAW } from '../support/report-operations';

/** One refusal: who sends what, and which points are refused. */
interface Refusal {
  readonly name: string;
  /** Who sends it: a demo account, or one made for the test (see `people`). */
  readonly by: string;
  readonly mutation: string;
  readonly input: object;
  readonly refused: readonly (readonly [code: string, path: string])[];
  /** The object that the payload shows as it stands, if any. */
  readonly current?: string;
  /** What both messages must name, so that the reader can act. */
  readonly names?: readonly [vi: RegExp, en: RegExp];
}

const RECORD = `mutation ($input: RecordMeasurementInput!) { payload: recordMeasurement(input: $input) {
  progressReport: measurement { id } cursor userErrors { code path message } } }`;
const CREATE_DISPLAY = `mutation ($input: CreateDisplayInput!) { payload: createDisplay(input: $input) {
  progressReport: display { id } receipt: link cursor userErrors { code path message } } }`;
const REVOKE_DISPLAY = `mutation ($input: RevokeDisplayInput!) { payload: revokeDisplay(input: $input) {
  progressReport: display { id } cursor userErrors { code path message } } }`;
const SIGN_IN = `mutation ($input: SignInInput!) { payload: signIn(input: $input) {
  progressReport: viewer { id } cursor: token userErrors { code path message } } }`;

const NOTHING = '00000000-0000-4000-8000-000000000000';

let program: TestProgram;
let view: DatabaseView;
let people: Record<string, ApiClient>;
let ids: Record<string, string>;

beforeAll(async () => {
  program = await startTestProgram();
  view = await DatabaseView.open(program.target);
  people = {
    reporter: await program.as('reporter'),
    'other reporter': await program.as('other.reporter'),
    secretariat: await program.as('secretariat'),
    analyst: await program.as('analyst'),
    'reporter of quan-long-bien': await made('REPORTER', 'quan-long-bien'),
    'approver of quan-long-bien': await made('APPROVER', 'quan-long-bien'),
    'approver of so-gddt': await made('APPROVER', 'so-gddt'),
    'reporter of so-gddt': await made('REPORTER', 'so-gddt'),
    'reporter of so-yt': await made('REPORTER', 'so-yt'),
    'approver of so-yt': await made('APPROVER', 'so-yt'),
    'reporter and approver of so-vhtt': (
      await makeAccount(program, view, {
        roles: [
          { role: 'REPORTER', unit: 'so-vhtt' },
          { role: 'APPROVER', unit: 'so-vhtt' },
        ],
      })
    ).client,
    stranger: program.stranger(),
  };
  ids = await knownIds();
  const reporter = people.reporter!;
  await done(reporter, SUBMIT, {
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
});

afterAll(async () => {
  await view.close();
  await program.close();
});

async function made(role: 'REPORTER' | 'APPROVER', unit: string): Promise<ApiClient> {
  return (await makeAccount(program, view, { roles: [{ role, unit }] })).client;
}

/** Ids of the demo's items, of reports by item and state, of milestones and indicators. */
async function knownIds(): Promise<Record<string, string>> {
  const rows = await view.rows<{ name: string; id: string }>(`
    select code as name, 'wi_' || id as id from work_item
    union all select w.code || ' ' || r.state, 'rp_' || r.id from progress_report r join work_item w on w.id = r.work_item_id
      where r.period = '2023-Q4'
    union all select w.code || ' milestone ' || m.number, 'ms_' || m.id from milestone m join work_item w on w.id = m.work_item_id
    union all select 'indicator ' || code, 'in_' || id from indicator`);
  return Object.fromEntries(rows.map(({ name, id }) => [name, id]));
}

/** A submission on 07-01 that would be taken. */
function submission(changes: object): object {
  return { workItemId: '$07-01', period: '2023-Q4', percentComplete: 70, summary: 'Đã nối 10 hệ thống.', ...changes };
}

/** The same input with `$name` replaced by the id of that name. */
function withIds(input: object): object {
  const text = JSON.stringify(input).replace(/"\$([^"]+)"/g, (_all, name: string) => {
    if (ids[name] === undefined) throw new Error(`No id is known for ${name}.`);
    return JSON.stringify(ids[name]);
  });
  return JSON.parse(text) as object;
}

const SUBMISSIONS: readonly Refusal[] = [
  {
    name: 'an unknown item is not found',
    by: 'reporter',
    mutation: SUBMIT,
    input: submission({ workItemId: `wi_${NOTHING}` }),
    refused: [['NOT_FOUND', 'input.workItemId']],
  },
  {
    name: 'an id that is no id is not found',
    by: 'reporter',
    mutation: SUBMIT,
    input: submission({ workItemId: "'; drop table work_item; --" }),
    refused: [['NOT_FOUND', 'input.workItemId']],
  },
  {
    name: 'an id of another type is not found',
    by: 'reporter',
    mutation: SUBMIT,
    input: submission({ workItemId: '$07-24 SUBMITTED' }),
    refused: [['NOT_FOUND', 'input.workItemId']],
  },
  {
    name: 'a closed period takes no report',
    by: 'reporter',
    mutation: SUBMIT,
    input: submission({ period: '2023-Q2', latenessReason: 'Chậm.' }),
    refused: [['CLOSED', 'input.period']],
    names: [/2023-Q2.*31\/08\/2023/, /2023-Q2.*2023-08-31/],
  },
  {
    name: 'a period that is not open yet takes no report',
    by: 'reporter',
    mutation: SUBMIT,
    input: submission({ period: '2024-Q1' }),
    refused: [['CLOSED', 'input.period']],
    names: [/2024-Q1.*01\/02\/2024/, /2024-Q1.*2024-02-01/],
  },
  {
    name: 'a period that the programme has not is not found',
    by: 'reporter',
    mutation: SUBMIT,
    input: submission({ period: '2023-H2' }),
    refused: [['NOT_FOUND', 'input.period']],
    names: [/2023-H2/, /2023-H2/],
  },
  {
    name: 'a percentage above 100 is not valid',
    by: 'reporter',
    mutation: SUBMIT,
    input: submission({ percentComplete: 100.01 }),
    refused: [['INVALID', 'input.percentComplete']],
  },
  {
    name: 'a negative percentage is not valid',
    by: 'reporter',
    mutation: SUBMIT,
    input: submission({ percentComplete: -0.5 }),
    refused: [['INVALID', 'input.percentComplete']],
  },
  {
    name: 'a percentage beyond all bounds is not valid',
    by: 'reporter',
    mutation: SUBMIT,
    input: submission({ percentComplete: 1e308 }),
    refused: [['INVALID', 'input.percentComplete']],
  },
  {
    name: 'a percentage below the accepted one needs a reason',
    by: 'reporter',
    mutation: SUBMIT,
    input: submission({ percentComplete: 61.5 }),
    refused: [['DECREASE_REASON_REQUIRED', 'input.decreaseReason']],
    names: [/62%/, /62 %/],
  },
  {
    name: 'blanks are no reason',
    by: 'reporter',
    mutation: SUBMIT,
    input: submission({ percentComplete: 61, decreaseReason: ' \n\t' }),
    refused: [['DECREASE_REASON_REQUIRED', 'input.decreaseReason']],
  },
  {
    name: 'a late report needs a reason',
    by: 'reporter',
    mutation: SUBMIT,
    input: submission({ period: '2023-Q3' }),
    refused: [['LATENESS_REASON_REQUIRED', 'input.latenessReason']],
    names: [/20\/09\/2023/, /2023-09-20/],
  },
  {
    name: 'all missing reasons are listed at once',
    by: 'reporter',
    mutation: SUBMIT,
    input: submission({ period: '2023-Q3', percentComplete: 60, claimedHealth: 'COMPLETED' }),
    refused: [
      ['LATENESS_REASON_REQUIRED', 'input.latenessReason'],
      ['DECREASE_REASON_REQUIRED', 'input.decreaseReason'],
      ['INVALID', 'input.healthReason'],
    ],
  },
  {
    name: 'a claimed health that differs from the computed one needs a reason',
    by: 'reporter',
    mutation: SUBMIT,
    input: submission({ claimedHealth: 'AT_RISK' }),
    refused: [['INVALID', 'input.healthReason']],
  },
  {
    name: 'a unit reports on no other unit’s item',
    by: 'other reporter',
    mutation: SUBMIT,
    input: submission({}),
    refused: [['FORBIDDEN', 'input.workItemId']],
  },
  {
    name: 'the secretariat reports for no unit',
    by: 'secretariat',
    mutation: SUBMIT,
    input: submission({}),
    refused: [['FORBIDDEN', 'input.workItemId']],
  },
  {
    name: 'a second report is refused while one of the period waits for review',
    by: 'reporter of quan-long-bien',
    mutation: SUBMIT,
    input: submission({ workItemId: '$07-24', percentComplete: 83 }),
    refused: [['CONFLICT', 'input.period']],
    current: '07-24 SUBMITTED',
    names: [/2023-Q4.*07-24-2023Q4/, /2023-Q4.*07-24-2023Q4/],
  },
  {
    name: 'a second report is refused while one approved by the unit waits for the secretariat',
    by: 'reporter of so-gddt',
    mutation: SUBMIT,
    input: submission({ workItemId: '$07-07', percentComplete: 96 }),
    refused: [['CONFLICT', 'input.period']],
    current: '07-07 UNIT_APPROVED',
  },
  {
    name: 'a submission on an outdated view is a conflict and shows the newest report',
    by: 'reporter of so-yt',
    mutation: SUBMIT,
    input: submission({ workItemId: '$07-09', percentComplete: 62, expectedVersion: 0 }),
    refused: [['CONFLICT', 'input.expectedVersion']],
    current: 'approved by its unit',
  },
  {
    name: 'a key that was used for other content is refused',
    by: 'reporter',
    mutation: SUBMIT,
    input: submission({ idempotencyKey: 'used-key' }),
    refused: [['IDEMPOTENCY_KEY_REUSED', 'input.idempotencyKey']],
  },
  {
    name: 'a key with blanks is not valid',
    by: 'reporter',
    mutation: SUBMIT,
    input: submission({ idempotencyKey: 'two words' }),
    refused: [['INVALID', 'input.idempotencyKey']],
  },
  {
    name: 'an empty key is not valid',
    by: 'reporter',
    mutation: SUBMIT,
    input: submission({ idempotencyKey: '' }),
    refused: [['INVALID', 'input.idempotencyKey']],
  },
  {
    name: 'a milestone of another item is not found',
    by: 'reporter',
    mutation: SUBMIT,
    input: submission({ milestoneIds: ['$07-01 milestone 4', '$07-02 milestone 1'] }),
    refused: [['NOT_FOUND', 'input.milestoneIds']],
  },
  {
    name: 'a milestone id that is no id is not found',
    by: 'reporter',
    mutation: SUBMIT,
    input: submission({ milestoneIds: ['\u0000'] }),
    refused: [['NOT_FOUND', 'input.milestoneIds']],
  },
  {
    name: 'a percentage and a text that are both wrong are refused together',
    by: 'reporter',
    mutation: SUBMIT,
    input: submission({ percentComplete: 101, summary: '' }),
    refused: [
      ['INVALID', 'input.percentComplete'],
      ['INVALID', 'input.summary'],
    ],
  },
];

const TEXTS: readonly Refusal[] = [
  ['a blank summary', ' \u00a0\n'],
  ['a summary with NUL', 'Đã\u0000xong'],
  ['a summary with a lone surrogate', 'Đã xong \ud83d'],
  ['a summary with surrogates in the wrong order', '\udc00\ud800'],
  ['a summary with a bidi override', 'Đã \u202egnox'],
  ['a summary with a bidi isolate', 'Đã \u2066xong\u2069'],
  ['a summary with an escape character', 'Đã \u001b[31mxong'],
  ['a summary of 4,001 characters', 'a'.repeat(4_001)],
  ['a summary of 1 MB', 'á'.repeat(512 * 1024)],
].map(([name, summary]) => ({
  name: `${name!} is not valid`,
  by: 'reporter',
  mutation: SUBMIT,
  input: submission({ summary }),
  refused: [['INVALID', 'input.summary']] as const,
}));

const OTHER_TEXTS: readonly Refusal[] = [
  'difficulties',
  'proposals',
  'healthReason',
  'decreaseReason',
  'latenessReason',
].map((field) => ({
  name: `${field} with NUL is not valid`,
  by: 'reporter',
  mutation: SUBMIT,
  input: submission({ [field]: 'x\u0000' }),
  refused: [['INVALID', `input.${field}`]] as const,
}));

const REVIEWS: readonly Refusal[] = [
  {
    name: 'nobody approves an own report, with whatever roles',
    by: 'reporter and approver of so-vhtt',
    mutation: APPROVE,
    input: { progressReportId: '$own report' },
    refused: [['FORBIDDEN', 'input.progressReportId']],
  },
  {
    name: 'nobody returns an own report, with whatever roles',
    by: 'reporter and approver of so-vhtt',
    mutation: RETURN,
    input: { progressReportId: '$own report', reason: 'Tự trả.' },
    refused: [['FORBIDDEN', 'input.progressReportId']],
  },
  {
    name: 'the secretariat does not approve in the unit’s place',
    by: 'secretariat',
    mutation: APPROVE,
    input: { progressReportId: '$07-24 SUBMITTED' },
    refused: [['FORBIDDEN', 'input.progressReportId']],
  },
  {
    name: 'the unit’s approver does not accept in the secretariat’s place',
    by: 'approver of so-gddt',
    mutation: APPROVE,
    input: { progressReportId: '$07-07 UNIT_APPROVED' },
    refused: [['FORBIDDEN', 'input.progressReportId']],
  },
  {
    name: 'the unit’s approver does not return what is the secretariat’s to judge',
    by: 'approver of so-gddt',
    mutation: RETURN,
    input: { progressReportId: '$07-07 UNIT_APPROVED', reason: 'Trả.' },
    refused: [['FORBIDDEN', 'input.progressReportId']],
  },
  {
    name: 'another unit’s pending report is not found',
    by: 'approver of so-gddt',
    mutation: APPROVE,
    input: { progressReportId: '$07-24 SUBMITTED' },
    refused: [['NOT_FOUND', 'input.progressReportId']],
  },
  {
    name: 'an approval on an outdated view is a conflict and shows the report as it stands',
    by: 'approver of quan-long-bien',
    mutation: APPROVE,
    input: { progressReportId: '$07-24 SUBMITTED', expectedVersion: 99 },
    refused: [['CONFLICT', 'input.expectedVersion']],
    current: '07-24 SUBMITTED',
    names: [/99/, /99/],
  },
  {
    name: 'an approver who was overtaken learns that the report has changed',
    by: 'approver of so-yt',
    mutation: APPROVE,
    input: { progressReportId: '$approved by its unit', expectedVersion: 1 },
    refused: [['CONFLICT', 'input.expectedVersion']],
    current: 'approved by its unit',
  },
  {
    name: 'a returned report cannot be approved',
    by: 'approver of so-yt',
    mutation: APPROVE,
    input: { progressReportId: '$07-09 RETURNED' },
    refused: [['CONFLICT', 'input.progressReportId']],
    names: [/bị trả lại/, /returned/],
  },
  {
    name: 'a return needs a reason',
    by: 'approver of quan-long-bien',
    mutation: RETURN,
    input: { progressReportId: '$07-24 SUBMITTED', reason: '  ' },
    refused: [['INVALID', 'input.reason']],
  },
  {
    name: 'a report that is not there is not found',
    by: 'secretariat',
    mutation: APPROVE,
    input: { progressReportId: `rp_${NOTHING}` },
    refused: [['NOT_FOUND', 'input.progressReportId']],
  },
  {
    name: 'a report id that is no id is not found',
    by: 'secretariat',
    mutation: RETURN,
    input: { progressReportId: 'rp_1', reason: 'x' },
    refused: [['NOT_FOUND', 'input.progressReportId']],
  },
  {
    name: 'a report id with NUL is not valid',
    by: 'secretariat',
    mutation: WITHDRAW,
    input: { progressReportId: 'rp_\u0000' },
    refused: [['INVALID', 'input.progressReportId']],
  },
  {
    name: 'only its reporter withdraws a report',
    by: 'reporter of quan-long-bien',
    mutation: WITHDRAW,
    input: { progressReportId: '$07-24 SUBMITTED' },
    refused: [['FORBIDDEN', 'input.progressReportId']],
  },
  {
    name: 'a report that the unit has approved cannot be withdrawn',
    by: 'reporter of so-yt',
    mutation: WITHDRAW,
    input: { progressReportId: '$approved by its unit' },
    refused: [['CONFLICT', 'input.progressReportId']],
    names: [/đơn vị duyệt/, /approved by the unit/],
  },
];

const measurement = (changes: object) => ({
  indicatorId: '$indicator kinh-te-so',
  period: '2023-Q3',
  value: 17.5,
  source: 'Cục Thống kê',
  ...changes,
});

const OTHERS: readonly Refusal[] = [
  {
    name: 'who neither keeps the figures nor reports for a unit records none',
    by: 'analyst',
    mutation: RECORD,
    input: measurement({}),
    refused: [['FORBIDDEN', 'input.indicatorId']],
  },
  {
    name: 'a measurement of an unknown indicator is not found',
    by: 'secretariat',
    mutation: RECORD,
    input: measurement({ indicatorId: `in_${NOTHING}` }),
    refused: [['NOT_FOUND', 'input.indicatorId']],
  },
  {
    name: 'a measurement of a period to come is not valid',
    by: 'secretariat',
    mutation: RECORD,
    input: measurement({ period: '2024-Q1' }),
    refused: [['INVALID', 'input.period']],
    names: [/2024-Q1/, /2024-Q1/],
  },
  {
    name: 'a measurement without a source is not valid',
    by: 'secretariat',
    mutation: RECORD,
    input: measurement({ source: '' }),
    refused: [['INVALID', 'input.source']],
  },
  {
    name: 'a unit makes no screens',
    by: 'reporter',
    mutation: CREATE_DISPLAY,
    input: { name: 'Phòng họp 1', programmeCode: '07-CTr/TU' },
    refused: [['FORBIDDEN', 'input']],
  },
  {
    name: 'a screen of an unknown programme is not found',
    by: 'secretariat',
    mutation: CREATE_DISPLAY,
    input: { name: 'Phòng họp 1', programmeCode: '99-CTr/TU' },
    refused: [['NOT_FOUND', 'input.programmeCode']],
  },
  {
    name: 'a screen without a name is not valid',
    by: 'secretariat',
    mutation: CREATE_DISPLAY,
    input: { name: ' ', programmeCode: '07-CTr/TU' },
    refused: [['INVALID', 'input.name']],
  },
  {
    name: 'a screen that is not there is not found',
    by: 'secretariat',
    mutation: REVOKE_DISPLAY,
    input: { displayId: `di_${NOTHING}` },
    refused: [['NOT_FOUND', 'input.displayId']],
  },
  {
    name: 'a wrong password is refused without saying which of the two is wrong',
    by: 'stranger',
    mutation: SIGN_IN,
    input: { email: 'reporter@demo.test', password: 'sai' },
    refused: [['INVALID', 'input.password']],
  },
  {
    name: 'an unknown e-mail is refused as a wrong password is',
    by: 'stranger',
    mutation: SIGN_IN,
    input: { email: 'nobody@demo.test', password: 'sai' },
    refused: [['INVALID', 'input.password']],
  },
  {
    name: 'an empty password is not valid',
    by: 'stranger',
    mutation: SIGN_IN,
    input: { email: 'reporter@demo.test', password: '' },
    refused: [['INVALID', 'input.password']],
  },
];

const VIETNAMESE = /[ăâđêôơưáàảãạấầẩẫậắằẳẵặéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ]/i;

function assertRefused(payload: ReportPayload, refusal: Refusal): void {
  const found = payload.userErrors.map(({ code, path }) => [code, path.join('.')]);
  expect(found).toEqual(refusal.refused);
  expect(payload.cursor).toBeNull();
  expect(payload.receipt ?? null).toBeNull();
  expect(payload.progressReport?.id).toBe(refusal.current === undefined ? undefined : ids[refusal.current]);
}

test.each([...SUBMISSIONS, ...TEXTS, ...OTHER_TEXTS, ...REVIEWS, ...OTHERS])(
  '$name: said in both languages, and nothing is written',
  async (refusal) => {
    const client = people[refusal.by]!;
    const input = withIds(refusal.input);
    const before = await view.everything();
    const vi = await send(client, refusal.mutation, input, 'vi');
    const en = await send(client, refusal.mutation, input, 'en-GB,en;q=0.9,vi;q=0.5');
    expect(await view.everything()).toEqual(before);
    assertRefused(vi, refusal);
    assertRefused(en, refusal);
    vi.userErrors.forEach(({ message }, index) => {
      const english = en.userErrors[index]!.message;
      expect(message).toMatch(VIETNAMESE);
      // what is quoted (names) may be Vietnamese, words are not
      expect(english).not.toMatch(VIETNAMESE);
      expect(english).toMatch(/^[A-Z].*\.$/);
      expect(message).toMatch(/\.$/);
    });
    if (refusal.names !== undefined) {
      expect(vi.userErrors[0]!.message).toMatch(refusal.names[0]);
      expect(en.userErrors[0]!.message).toMatch(refusal.names[1]);
    }
  },
);

test.each([
  ['a period that is none', { period: '2023-Q9' }],
  ['a percentage that is no number', { percentComplete: '70' }],
  ['a health that is none', { claimedHealth: 'SPLENDID' }],
  ['a state, which the server alone sets', { state: 'ACCEPTED' }],
  ['a unit, which the server alone sets', { unitId: 'x' }],
  ['a reporter, which the server alone sets', { submittedById: 'x' }],
])('%s does not pass the schema, and nothing is written', async (_name, changes) => {
  const before = await view.everything();
  const answer = await people.reporter!.ask<object | undefined>(SUBMIT, { input: withIds(submission(changes)) });
  expect(answer.errors).toHaveLength(1);
  expect(answer.errors![0]!.extensions.code).toBe('BAD_USER_INPUT');
  expect(answer.errors![0]!.message).not.toMatch(/did you mean/i);
  expect(answer.data ?? null).toBeNull();
  expect(await view.everything()).toEqual(before);
});

test('a refusal in one mutation of an operation leaves the others done', async () => {
  const answer = await people.secretariat!.ask<Record<string, { userErrors: unknown[] }>>(
    `mutation ($bad: RecordMeasurementInput!, $good: RecordMeasurementInput!) {
      bad: recordMeasurement(input: $bad) { userErrors { code } }
      good: recordMeasurement(input: $good) { userErrors { code } measurement { value } } }`,
    { bad: withIds(measurement({ source: '' })), good: withIds(measurement({ value: 18.25 })) },
  );
  expect(answer.data).toEqual({
    bad: { userErrors: [{ code: 'INVALID' }] },
    good: { userErrors: [], measurement: { value: 18.25 } },
  });
});
