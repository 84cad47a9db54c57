import { serverAudits } from 'graphql-http';
import { startTestProgram, type TestProgram } from '../support/program';

let program: TestProgram;

beforeAll(async () => {
  program = await startTestProgram();
});

afterAll(() => program.close());

/** A query is asked by GET with the header that pages of other sites cannot send; the draft knows of no such header. */
function fetchWithHeader(url: string, init: RequestInit = {}): Promise<Response> {
  return fetch(url, { ...init, headers: { ...(init.headers as object), 'apollo-require-preflight': '1' } });
}

const audits = serverAudits({ url: () => `${program.url}/graphql`, fetchFn: fetchWithHeader });

test.each(audits.map((audit) => [audit.name, audit] as const))('%s', async (_name, audit) => {
  const result = await audit.fn();
  if ('response' in result) await result.response.body?.cancel().catch(() => undefined);
  expect('reason' in result ? [result.status, result.reason] : [result.status]).toEqual(['ok']);
});
