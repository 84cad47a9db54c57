import { startTestProgram } from '../support/program';

const TOKEN = 'so-lieu-van-hanh-01';

test('the program’s numbers are for the machine itself; how it is doing is for everybody', async () => {
  const program = await startTestProgram({ environment: { PROXIES: '1' } });
  const forwarded = { headers: { 'x-forwarded-for': '203.0.113.7' } };
  const statusOf = async (path: string, init = {}) => (await fetch(`${program.url}${path}`, init)).status;
  expect(await statusOf('/metrics')).toBe(200);
  expect(await statusOf('/metrics', forwarded)).toBe(403);
  expect(await statusOf('/healthz', forwarded)).toBe(200);
  expect(await statusOf('/readyz', forwarded)).toBe(200);
  await program.close();
});

test('with METRICS_TOKEN they are for whoever has it', async () => {
  const program = await startTestProgram({ environment: { METRICS_TOKEN: TOKEN } });
  const refused = await fetch(`${program.url}/metrics`);
  expect([refused.status, refused.headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
  expect(await refused.text()).not.toMatch(/tiendo_/);
  const headers = { authorization: `Bearer ${TOKEN}`, 'x-forwarded-for': '203.0.113.7' };
  expect(await (await fetch(`${program.url}/metrics`, { headers })).text()).toMatch(/^tiendo_sockets /m);
  await program.close();
});
