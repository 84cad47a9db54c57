import { DatabaseView } from '../support/database-view';
import { startTestProgram, type TestProgram } from '../support/program';
import { type ReportPayload, send, SUBMIT } from '../support/report-operations';
import { expectRefusedBy } from '../support/refused';
import { withIds } from '../support/with-ids';
import { OTHERS } from './other-refusals.table';
import { measurement, type Refusal, submission } from './refusals.table';
import { makePeople, makeReports, type People } from './refused-people';
import { REVIEWS } from './refused-reviews.table';
import { OTHER_TEXTS, SUBMISSIONS, TEXTS } from './refused-submissions.table';

let program: TestProgram;
let view: DatabaseView;
let people: People;
let ids: Record<string, string>;

beforeAll(async () => {
  program = await startTestProgram();
  view = await DatabaseView.open(program.target);
  people = await makePeople(program, view);
  ids = await makeReports(people, view);
});

afterAll(async () => {
  await view.close();
  await program.close();
});

/** Nothing is given back but what the refusal is about, as it stands. */
function assertNothingGiven(payload: ReportPayload, refusal: Refusal): void {
  expect(payload.receipt ?? null).toBeNull();
  expect(payload.progressReport?.id).toBe(refusal.current === undefined ? undefined : ids[refusal.current]);
}

test.each([...SUBMISSIONS, ...TEXTS, ...OTHER_TEXTS, ...REVIEWS, ...OTHERS])(
  '$name: said in both languages, and nothing is written',
  async (refusal) => {
    const client = people[refusal.by]!;
    const input = withIds(refusal.input, ids);
    await expectRefusedBy(
      view,
      (language) => send(client, refusal.mutation, input, language),
      refusal,
      (payload) => assertNothingGiven(payload, refusal),
    );
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
  const answer = await people.reporter!.ask<object | undefined>(SUBMIT, { input: withIds(submission(changes), ids) });
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
    { bad: withIds(measurement({ source: '' }), ids), good: withIds(measurement({ value: 18.25 }), ids) },
  );
  expect(answer.data).toEqual({
    bad: { userErrors: [{ code: 'INVALID' }] },
    good: { userErrors: [], measurement: { value: 18.25 } },
  });
});
