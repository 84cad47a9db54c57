// One report on its way from a unit to the programme's figures, over HTTP, as it must go on every promised system.
import { equal } from './checks.mjs';

/** Sign in, submit, approve, accept: the figure changes at the end and not before. */
export async function walk({ url, password, check }) {
  const asked = 'query { workItem(code: "07-01") { id percentComplete openCycle { period } } }';
  const approval =
    'mutation ($input: ApproveProgressReportInput!) { done: approveProgressReport(input: $input) { progressReport { state } userErrors { message } } }';
  const [reporter, approver, secretariat] = await Promise.all(
    ['reporter', 'approver', 'secretariat'].map((name) => signIn(url, `${name}@demo.test`, password)),
  );
  await check('a stranger is refused', async () =>
    equal((await post(url, null, asked)).errors?.[0].extensions.code, 'UNAUTHENTICATED'),
  );
  const { workItem } = await ask(url, reporter, asked);
  const percentComplete = workItem.percentComplete + 1;
  const shown = async () => (await ask(url, secretariat, asked)).workItem.percentComplete;

  let progressReportId;
  await check('the unit reports', async () => {
    const input = {
      workItemId: workItem.id,
      period: workItem.openCycle.period,
      percentComplete,
      summary: 'Đã hoàn thành thử nghiệm.',
    };
    const submission =
      'mutation ($input: SubmitProgressReportInput!) { done: submitProgressReport(input: $input) { progressReport { id state } userErrors { message } } }';
    const { done } = await ask(url, reporter, submission, { input });
    equal(done.userErrors.length, 0, JSON.stringify(done.userErrors));
    equal(done.progressReport.state, 'SUBMITTED');
    progressReportId = done.progressReport.id;
  });
  const approve = async (token) =>
    (await ask(url, token, approval, { input: { progressReportId } })).done.progressReport?.state;
  await check('the unit approves', async () => equal(await approve(approver), 'UNIT_APPROVED'));
  await check('nothing unaccepted counts', async () => equal(await shown(), workItem.percentComplete));
  await check('the secretariat accepts', async () => equal(await approve(secretariat), 'ACCEPTED'));
  await check('the accepted figure counts', async () => equal(await shown(), percentComplete));
}

async function signIn(url, email, password) {
  const query = 'mutation ($input: SignInInput!) { signIn(input: $input) { token userErrors { message } } }';
  const { signIn: answer } = await ask(url, null, query, { input: { email, password } });
  if (answer.token === null) throw new Error(`${email} cannot sign in: ${JSON.stringify(answer.userErrors)}`);
  return answer.token;
}

async function ask(url, token, query, variables) {
  const { data, errors } = await post(url, token, query, variables);
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  return data;
}

async function post(url, token, query, variables = {}) {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token !== null && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify({ query, variables }),
  });
  return response.json();
}
