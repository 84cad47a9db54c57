import { DatabaseView } from '../support/database-view';
import { EventWriter } from '../support/event-writer';
import { makeAccount, type MadeAccount } from '../support/made/made-account';
import { metric } from '../support/metrics';
import { startTestProgram, type TestProgram } from '../support/program';
import { acceptReport, changeProgress, submitReport, withdrawReport } from '../support/report-steps';
import { Subscriber } from '../support/sockets/subscriber';
import { until } from '../support/until';

interface Progress {
  readonly live: { readonly workItem: { readonly percentComplete: number } };
}
interface Reports {
  readonly live: { readonly progressReports: { readonly nodes: { state: string; percentComplete: number }[] } };
}

const PROGRESS = 'subscription { live { workItem(code: "07-01") { percentComplete } } }';
const REPORTS = `subscription { live { progressReports(first: 5, where: { workItem: { code: { eq: "07-01" } } }) {
  nodes { state percentComplete } } } }`;

let program: TestProgram;
let view: DatabaseView;
let writer: EventWriter;
const open: Subscriber[] = [];

beforeAll(async () => {
  program = await startTestProgram();
  view = await DatabaseView.open(program.target);
  writer = await EventWriter.open(program.target);
});

afterEach(async () => {
  await Promise.all(open.splice(0).map((subscriber) => subscriber.close()));
  // whatever a test did: who goes leaves no group behind
  await until(liveGroups, (groups) => groups === 0);
});

afterAll(async () => {
  await writer.close();
  await view.close();
  await program.close();
});

function liveGroups(): Promise<number> {
  return metric(program.url, 'tiendo_live_groups');
}

function connect({ token }: { token: string | null }, language?: string): Subscriber {
  const subscriber = new Subscriber(program.url, token, language);
  open.push(subscriber);
  return subscriber;
}

function analyst(): Promise<MadeAccount> {
  return makeAccount(program, view, { roles: [{ role: 'ANALYST' }] });
}

/** Changes an item as a command would, without its rules. */
function setProgress(percent: number): Promise<void> {
  return writer.write({ extraTags: ['work_item'] }, (tx) =>
    tx.query(`update work_item set percent_complete = $1 where code = '07-01'`, [percent]),
  );
}

test('the first answer comes at once, the next when a report is accepted, and nothing when nothing changed', async () => {
  const { messages } = connect(await program.as('analyst')).subscribe<Progress>(PROGRESS);
  const first = await messages.next();
  expect(first.data.live.workItem.percentComplete).toBe(62);
  expect(first.extensions).toEqual({
    cursor: expect.stringMatching(/^1\.\d+$/) as string,
    hash: expect.stringMatching(/^[\w-]{43}$/) as string,
  });
  const { report: withdrawn } = await submitReport(program, 64);
  await withdrawReport(program, withdrawn);
  const { report } = await submitReport(program, 66);
  await acceptReport(program, report);
  const second = await messages.next();
  expect(second.data.live.workItem.percentComplete).toBe(66);
  expect(second.extensions!.hash).not.toBe(first.extensions!.hash);
  await changeProgress(program, 68);
  expect((await messages.next()).data.live.workItem.percentComplete).toBe(68);
  expect(messages.all).toHaveLength(3);
});

test('a report that is not accepted shows on the screens of its unit, and on no others', async () => {
  const own = connect(await program.as('reporter')).subscribe<Reports>(REPORTS).messages;
  const others = connect(await program.as('analyst')).subscribe<Reports>(REPORTS).messages;
  await Promise.all([own.next(), others.next()]);
  const { report } = await submitReport(program, 69);
  expect((await own.next()).data.live.progressReports.nodes[0]).toEqual({ state: 'SUBMITTED', percentComplete: 69 });
  await acceptReport(program, report);
  expect((await others.next()).data.live.progressReports.nodes[0]).toEqual({ state: 'ACCEPTED', percentComplete: 69 });
});

test('a measurement moves its target', async () => {
  const secretariat = await program.as('secretariat');
  const { data } = await secretariat.ask<{ indicator: { id: string } }>('{ indicator(code: "kinh-te-so") { id } }');
  const { messages } = connect(await program.as('head')).subscribe<{
    live: { indicator: { targets: { latestMeasurement: { period: string; value: number } }[] } };
  }>('subscription { live { indicator(code: "kinh-te-so") { targets { latestMeasurement { period value } } } } }');
  const before = (await messages.next()).data.live.indicator.targets;
  expect(before[0]!.latestMeasurement.period).toBe('2023-Q3');
  await secretariat.ask(
    'mutation ($input: RecordMeasurementInput!) { recordMeasurement(input: $input) { userErrors { message } } }',
    { input: { indicatorId: data.indicator.id, period: '2023-Q4', value: 25.5, source: 'Báo cáo thử' } },
  );
  const { targets } = (await messages.next()).data.live.indicator;
  expect(targets.map(({ latestMeasurement }) => latestMeasurement)).toEqual(
    before.map(() => ({ period: '2023-Q4', value: 25.5 })),
  );
});

describe('subscribers with equal queries', () => {
  test('share one group when their rights are equal, and get the same answers', async () => {
    const [first, second] = [await analyst(), await analyst()];
    const all = [first, second].map((account) => connect(account).subscribe<Progress>(PROGRESS).messages);
    const answers = await Promise.all(all.map((messages) => messages.next()));
    expect(await liveGroups()).toBe(1);
    expect(answers[1]).toEqual(answers[0]);
    await setProgress(71);
    const later = await Promise.all(all.map((messages) => messages.next()));
    expect(later.map(({ data }) => data.live.workItem.percentComplete)).toEqual([71, 71]);
    expect(later[1]).toEqual(later[0]);
  });

  test('do not share with other rights, other variables or another language', async () => {
    const code = 'subscription ($code: String!) { live { workItem(code: $code) { code } } }';
    const analystClient = await program.as('analyst');
    const subscriptions = [
      connect(analystClient).subscribe(code, { code: '07-01' }),
      connect(await program.as('secretariat')).subscribe(code, { code: '07-01' }),
      connect(analystClient).subscribe(code, { code: '07-02' }),
      connect(analystClient, 'en').subscribe(code, { code: '07-01' }),
    ];
    await Promise.all(subscriptions.map(({ messages }) => messages.next()));
    expect(await liveGroups()).toBe(4);
  });

  test('do not share what depends on the account, wherever it is asked', async () => {
    const [first, second] = [await analyst(), await analyst()];
    const query = 'subscription { live { ...Who } } fragment Who on Query { me: viewer { id } }';
    const all = [first, second].map((account) => connect(account).subscribe<{ live: { me: { id: string } } }>(query));
    const answers = await Promise.all(all.map(({ messages }) => messages.next()));
    expect(answers.map(({ data }) => data.live.me.id)).toEqual([`ac_${first.id}`, `ac_${second.id}`]);
    expect(await liveGroups()).toBe(2);
  });
});

test('what the account is called shows anew when it changes', async () => {
  const account = await analyst();
  const { messages } = connect(account).subscribe<{ live: { viewer: { displayName: string } } }>(
    'subscription { live { viewer { displayName } } }',
  );
  await messages.next();
  await writer.write({ extraTags: ['account'] }, (tx) =>
    tx.query(`update account set display_name = 'Tên mới' where id = $1`, [account.id]),
  );
  expect((await messages.next()).data.live.viewer.displayName).toBe('Tên mới');
});

test('when one of a group gets more rights, the others of the group do not', async () => {
  const [first, second] = [await analyst(), await analyst()];
  const promoted = connect(first);
  const stays = connect(second).subscribe<Reports>(REPORTS).messages;
  const leaves = promoted.subscribe<Reports>(REPORTS).messages;
  await Promise.all([leaves.next(), stays.next()]);
  expect(await liveGroups()).toBe(1);
  await writer.write({ extraTags: ['account_role'] }, (tx) =>
    tx.query(`insert into account_role (account_id, role) values ($1, 'SECRETARIAT')`, [first.id]),
  );
  expect(await promoted.closed).toMatchObject({ code: 1012 });
  const { report } = await submitReport(program, 73);
  await acceptReport(program, report);
  await stays.nextUntil(({ data }) => data.live.progressReports.nodes[0]!.percentComplete === 73);
  const states = stays.all.flatMap(({ data }) => data.live.progressReports.nodes.map(({ state }) => state));
  expect(new Set(states)).toEqual(new Set(['ACCEPTED']));
});

test('and the same when it is the one who was there first', async () => {
  const [first, second] = [await analyst(), await analyst()];
  const promoted = connect(first);
  const leaves = promoted.subscribe<Reports>(REPORTS).messages;
  await leaves.next();
  const stays = connect(second).subscribe<Reports>(REPORTS).messages;
  await stays.next();
  await writer.write({ extraTags: ['account_role', 'progress_report'] }, (tx) =>
    tx.query(`insert into account_role (account_id, role) values ($1, 'SECRETARIAT')`, [first.id]),
  );
  expect(await promoted.closed).toMatchObject({ code: 1012 });
  const { report } = await submitReport(program, 74);
  await acceptReport(program, report);
  await stays.nextUntil(({ data }) => data.live.progressReports.nodes[0]!.percentComplete === 74);
  const states = stays.all.flatMap(({ data }) => data.live.progressReports.nodes.map(({ state }) => state));
  expect(new Set(states)).toEqual(new Set(['ACCEPTED']));
});

test('a live query that fails says so, masked, and answers again when the cause is gone', async () => {
  const { messages } = connect(await program.as('analyst'), 'en').subscribe<Progress>(PROGRESS);
  const whole = await messages.next();
  await writer.write({ extraTags: ['work_item'] }, (tx) => tx.query('alter table work_item rename to mislaid'));
  const failed = await messages.next();
  expect(failed.errors).toEqual([
    expect.objectContaining({
      message: expect.stringMatching(/^Internal error\. Tell the administrator the error id/) as string,
      extensions: expect.objectContaining({ code: 'INTERNAL' }) as object,
    }),
  ]);
  expect(JSON.stringify(failed)).not.toContain('mislaid');
  // nothing is known of what a failed run depends on: any change may be the one that mends it
  await writer.write({}, (tx) => tx.query('alter table mislaid rename to work_item'));
  const [mended] = (await messages.nextUntil(({ errors }) => errors === undefined)).slice(-1);
  expect(mended!.data).toEqual(whole.data);
  await setProgress(75);
  expect((await messages.next()).data.live.workItem.percentComplete).toBe(75);
});

test('a live query whose very first run fails answers when the cause is gone', async () => {
  await view.rows('alter table work_item rename to mislaid');
  const { messages } = connect(await program.as('analyst')).subscribe<Progress>(PROGRESS);
  expect((await messages.next()).errors).toHaveLength(1);
  await writer.write({}, (tx) => tx.query('alter table mislaid rename to work_item'));
  const answers = await messages.nextUntil(({ errors }) => errors === undefined);
  expect(answers.at(-1)!.data.live.workItem.percentComplete).toBe(75);
});

test('who ends a subscription or loses the connection leaves no group behind', async () => {
  const subscriber = connect(await program.as('analyst'));
  const { messages, complete } = subscriber.subscribe<Progress>(PROGRESS);
  await messages.next();
  const cut = connect(await program.as('head'));
  await cut.subscribe<Progress>(PROGRESS).messages.next();
  expect(await liveGroups()).toBe(2);
  complete();
  await until(liveGroups, (groups) => groups === 1);
  cut.cut();
  await until(liveGroups, (groups) => groups === 0);
  // the connection serves on
  expect((await subscriber.subscribe<Progress>(PROGRESS).messages.next()).data.live.workItem.percentComplete).toBe(75);
});

test('who reads slowly gets the newest answer and not every one; others do not wait', async () => {
  const list =
    'workItems(first: 200) { nodes { title titleEn shortName shortNameEn leadUnit { name nameEn } percentComplete } }';
  const many = Array.from({ length: 40 }, (_, index) => `list${index}: ${list}`).join(' ');
  interface Wide {
    readonly live: { readonly workItem: { percentComplete: number } };
  }
  const slow = connect(await program.as('analyst'));
  const { messages } = slow.subscribe<Wide>(
    `subscription { live { workItem(code: "07-01") { percentComplete } ${many} } }`,
  );
  const first = await messages.next();
  expect(JSON.stringify(first).length).toBeGreaterThan(400_000);
  slow.stopReading();
  const fast = connect(await program.as('head')).subscribe<Progress>(PROGRESS).messages;
  await fast.next();
  const changes = Array.from({ length: 25 }, (_, index) => 20 + index);
  for (const percent of changes) {
    await setProgress(percent);
    expect((await fast.next()).data.live.workItem.percentComplete).toBe(percent);
  }
  slow.goOnReading();
  await messages.nextUntil(({ data }) => data.live.workItem.percentComplete === changes.at(-1));
  const received = messages.all.map(({ data }) => data.live.workItem.percentComplete);
  expect(received.length).toBeLessThan(changes.length);
  expect([...received.slice(1)].sort((left, right) => left - right)).toEqual(received.slice(1));
}, 120_000);

test('a heartbeat comes at once', async () => {
  const { messages } = connect(await program.as('analyst')).subscribe<{ heartbeat: Record<string, string> }>(
    'subscription { heartbeat { serverTime today cursor appVersion } }',
  );
  const { heartbeat } = (await messages.next()).data;
  expect(heartbeat).toMatchObject({ today: '2023-11-14', appVersion: 'test' });
  expect(heartbeat.serverTime).toMatch(/^2023-11-14T\d\d:\d\d:\d\d/);
  expect(heartbeat.cursor).toMatch(/^1\.\d+$/);
});
