import { ApiClient } from '../support/api-client';
import { DatabaseView } from '../support/database-view';
import { EventWriter } from '../support/event-writer';
import { giveToken, makeAccount, type MadeAccount } from '../support/made/made-account';
import { metric } from '../support/metrics';
import { startTestProgram, type TestProgram } from '../support/program';
import { RawClient } from '../support/sockets/raw-client';
import { SUBMIT } from '../support/report-operations';
import { changeProgress, workItemId } from '../support/report-steps';
import { Subscriber } from '../support/sockets/subscriber';
import { until } from '../support/until';

interface Progress {
  readonly live: { readonly workItem: { readonly percentComplete: number } };
}

const PROGRESS = 'subscription { live { workItem(code: "07-01") { percentComplete } } }';
const EVENTS = 'subscription { events { cursor type } }';
const WHO = '{ viewer { id roles } }';

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
  await until(
    () => metric(program.url, 'tiendo_sockets'),
    (sockets) => sockets === 0,
  );
});

afterAll(async () => {
  await writer.close();
  await view.close();
  await program.close();
});

function connect(token: string | null, language = 'vi'): Subscriber {
  const subscriber = new Subscriber(program.url, token, language);
  open.push(subscriber);
  return subscriber;
}

function analyst(): Promise<MadeAccount> {
  return makeAccount(program, view, { roles: [{ role: 'ANALYST' }] });
}

describe('who may connect', () => {
  test('without a token: 4401', async () => {
    expect(await connect(null).closed).toMatchObject({ code: 4401 });
  });

  test('with a token that nobody has: 4401', async () => {
    expect(await connect('a'.repeat(43)).closed).toMatchObject({ code: 4401 });
  });

  test('with an expired token: 4403', async () => {
    const { id } = await analyst();
    expect(await connect(await giveToken(view, id, -1_000)).closed).toMatchObject({ code: 4403 });
  });

  test('a token that expires ends its connection: 4403', async () => {
    const { id } = await analyst();
    const subscriber = connect(await giveToken(view, id, 2_000));
    await subscriber.subscribe(PROGRESS).messages.next();
    expect(await subscriber.closed).toMatchObject({ code: 4403 });
  });

  test('a page of another site: 403; one of our own, or no page at all: connected', async () => {
    expect(await RawClient.refusal(program.url, { origin: 'https://elsewhere.test' })).toBe(403);
    expect(await RawClient.refusal(program.url, { origin: 'null' })).toBe(403);
    const own = await RawClient.open(program.url, { origin: program.url });
    await own.cut();
  });

  test('by cookie: only from a page of our own', async () => {
    const { token } = await program.as('analyst');
    const own = await RawClient.open(program.url, { origin: program.url, cookie: cookieOf(token!) });
    own.send({ type: 'connection_init' });
    expect(await own.messages.next()).toMatchObject({ type: 'connection_ack' });
    await own.cut();
  });

  test('who does not say connection_init within 3 s: 4408', async () => {
    const silent = await RawClient.open(program.url);
    expect(await silent.closed).toMatchObject({ code: 4408 });
  });

  test('while the database does not answer: sent away for a moment, not for good', async () => {
    const { token } = await program.as('analyst');
    await view.rows('alter table access_token rename to mislaid');
    const closing = await connect(token).closed;
    await view.rows('alter table mislaid rename to access_token');
    expect([1012, 1013]).toContain(closing.code);
    await connect(token).ask(WHO);
  });
});

test('a client that is gone before its token is known leaves nothing behind', async () => {
  const { token } = await program.as('analyst');
  const holder = await DatabaseView.open(program.target);
  await holder.rows('begin');
  await holder.rows('lock table access_token');
  const hasty = await RawClient.open(program.url);
  hasty.send({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } });
  await until(
    () => view.row<{ waits: boolean }>('select exists (select from pg_locks where not granted) as waits'),
    ({ waits }) => waits,
  );
  await hasty.cut();
  // the server has heard of the end of the one before it has answered this one
  const other = await RawClient.open(program.url);
  other.socket.close();
  await other.closed;
  await holder.rows('commit');
  await holder.close();
  await connect(token).ask(WHO);
  expect(await metric(program.url, 'tiendo_sockets')).toBe(1);
});

function cookieOf(token: string): string {
  return `tiendo_session=${token}`;
}

describe('a right that is taken away ends what it allowed', () => {
  test('signing out: 4401, and nothing more is delivered', async () => {
    const account = await analyst();
    const subscriber = connect(account.token);
    const live = subscriber.subscribe<Progress>(PROGRESS).messages;
    const events = subscriber.subscribe(EVENTS).messages;
    await live.next();
    await account.client.ask('mutation { signOut { userErrors { message } } }');
    // at once something that it would have been told
    await changeProgress(program, 70);
    expect(await subscriber.closed).toMatchObject({ code: 4401 });
    await Promise.all([live.untilEnded(), events.untilEnded()]);
    expect(live.all).toHaveLength(1);
    expect(events.all).toHaveLength(0);
  });

  test('and when both come in one batch of the log', async () => {
    const account = await analyst();
    const subscriber = connect(account.token);
    const live = subscriber.subscribe<Progress>(PROGRESS).messages;
    const events = subscriber.subscribe(EVENTS).messages;
    await live.next();
    await writer.database.transaction(async (tx) => {
      await tx.query('update access_token set revoked_at = now() where account_id = $1', [account.id]);
      await tx.query(`update work_item set percent_complete = 71 where code = '07-01'`);
      const insert = `insert into outbox (type, occurred_at, audience, tags, data) values ('BOTH', '2023-11-14', 'EVERYONE', $1, '{}')`;
      await tx.query(insert, [['work_item']]);
      await tx.query(insert, [['access_token']]);
    });
    expect(await subscriber.closed).toMatchObject({ code: 4401 });
    await Promise.all([live.untilEnded(), events.untilEnded()]);
    expect([live.all.length, events.all.length]).toEqual([1, 0]);
  });

  test('a disabled account: 4401', async () => {
    const account = await analyst();
    const subscriber = connect(account.token);
    await subscriber.ask(WHO);
    await writer.write({ extraTags: ['account'] }, (tx) =>
      tx.query('update account set disabled_at = now() where id = $1', [account.id]),
    );
    expect(await subscriber.closed).toMatchObject({ code: 4401 });
  });

  test('a role that is taken away: 1012 before the next data, and the client comes back to what is left', async () => {
    const account = await makeAccount(program, view, { roles: [{ role: 'SECRETARIAT' }, { role: 'ANALYST' }] });
    const subscriber = connect(account.token);
    const states = 'subscription { live { progressReports(first: 1) { nodes { state } } } }';
    const { messages } = subscriber.subscribe(states);
    await messages.next();
    await writer.write({ extraTags: ['account_role'] }, (tx) =>
      tx.query(`delete from account_role where account_id = $1 and role = 'SECRETARIAT'`, [account.id]),
    );
    await changeProgress(program, 72);
    expect(await subscriber.closed).toMatchObject({ code: 1012 });
    await messages.untilEnded();
    expect(messages.all).toHaveLength(1);
    const again = await connect(account.token).ask<{ viewer: { roles: string[] } }>(WHO);
    expect(again.data.viewer.roles).toEqual(['ANALYST']);
  });

  test('whose rights cannot be read is sent away until they can', async () => {
    const account = await analyst();
    const subscriber = connect(account.token);
    const { messages } = subscriber.subscribe<Progress>(PROGRESS);
    await messages.next();
    await writer.write({ extraTags: ['account_role', 'work_item'] }, async (tx) => {
      await tx.query(`update work_item set percent_complete = 74 where code = '07-01'`);
      await tx.query('alter table account_role rename to mislaid');
    });
    const closing = await subscriber.closed;
    await view.rows('alter table mislaid rename to account_role');
    expect(closing).toMatchObject({ code: 1012 });
    await messages.untilEnded();
    expect(messages.all).toHaveLength(1);
  });

  test('others stay connected', async () => {
    const [leaves, stays] = [await analyst(), await analyst()];
    const leaving = connect(leaves.token);
    const staying = connect(stays.token);
    const { messages } = staying.subscribe<Progress>(PROGRESS);
    await Promise.all([leaving.ask(WHO), messages.next()]);
    await leaves.client.ask('mutation { signOut { userErrors { message } } }');
    expect(await leaving.closed).toMatchObject({ code: 4401 });
    await changeProgress(program, 73);
    await messages.nextUntil(({ data }) => data.live.workItem.percentComplete === 73);
  });

  test('who does not go when sent away can do nothing more', async () => {
    const reporter = await makeAccount(program, view, { roles: [{ role: 'REPORTER', unit: 'so-tttt' }] });
    const stubborn = await RawClient.signedIn(program.url, reporter.token);
    const polite = connect(reporter.token);
    const input = {
      workItemId: await workItemId(reporter.client, '07-12'),
      period: '2023-Q4',
      percentComplete: 100,
      summary: 'Gửi sau khi đã đăng xuất',
      decreaseReason: 'x',
    };
    await polite.ask(WHO);
    stubborn.ignoreClose();
    await reporter.client.ask('mutation { signOut { userErrors { message } } }');
    await polite.closed;
    stubborn.start('late', SUBMIT, { input });
    await stubborn.cut();
    await until(
      () => metric(program.url, 'tiendo_sockets'),
      (sockets) => sockets === 0,
    );
    await until(
      () =>
        view.row<{ busy: number }>(
          `select count(*)::integer as busy from pg_stat_activity
           where datname = current_database() and application_name = 'tiendo' and xact_start is not null`,
        ),
      ({ busy }) => busy === 0,
    );
    expect(await view.rows('select from progress_report where summary = $1', [input.summary])).toEqual([]);
  });
});

describe('the bounds of a connection', () => {
  test('more than 20 operations at once: the one too many is refused, the others go on', async () => {
    const { token } = await program.as('analyst');
    const subscriber = connect(token);
    const running = Array.from({ length: 20 }, (_, index) =>
      subscriber.subscribe<Progress>(
        `subscription Number${index} { live { workItem(code: "07-01") { percentComplete } } }`,
      ),
    );
    await Promise.all(running.map(({ messages }) => messages.next()));
    const tooMany = await subscriber.subscribe(PROGRESS).messages.untilEnded();
    expect(tooMany.message).toBe('error RATE_LIMITED');
    await changeProgress(program, 75);
    const after = await Promise.all(
      running.map(({ messages }) => messages.nextUntil(({ data }) => data.live.workItem.percentComplete === 75)),
    );
    expect(after).toHaveLength(20);
    // a place that becomes free can be taken
    running[0]!.complete();
    expect((await subscriber.ask<{ viewer: object }>(WHO)).data.viewer).not.toBeNull();
  });

  test('a frame over 64 KB: closed with 1009; others do not notice', async () => {
    const { token } = await program.as('analyst');
    const other = connect(token);
    const { messages } = other.subscribe<Progress>(PROGRESS);
    await messages.next();
    const raw = await RawClient.signedIn(program.url, token!);
    raw.start('big', `{ viewer { id } } # ${'x'.repeat(64 * 1024)}`);
    expect(await raw.closed).toEqual({ code: 1009, reason: 'Message too big: send it over HTTP' });
    await changeProgress(program, 76);
    await messages.nextUntil(({ data }) => data.live.workItem.percentComplete === 76);
  });

  test.each([
    ['no JSON', '{'],
    ['an unknown type', '{"type":"shout"}'],
    ['an operation without id', '{"type":"subscribe","payload":{"query":"{ viewer { id } }"}}'],
  ])('%s: 4400', async (_, frame) => {
    const raw = await RawClient.signedIn(program.url, (await program.as('analyst')).token!);
    raw.socket.send(frame);
    expect(await raw.closed).toMatchObject({ code: 4400 });
  });

  test('a second connection_init: 4429; an id that is taken: 4409; an operation before connection_init: 4401', async () => {
    const { token } = await program.as('analyst');
    const twice = await RawClient.signedIn(program.url, token!);
    twice.send({ type: 'connection_init' });
    expect(await twice.closed).toMatchObject({ code: 4429 });
    const taken = await RawClient.signedIn(program.url, token!);
    taken.start('1', PROGRESS);
    taken.start('1', PROGRESS);
    expect(await taken.closed).toMatchObject({ code: 4409 });
    const early = await RawClient.open(program.url);
    early.start('1', WHO);
    expect(await early.closed).toMatchObject({ code: 4401 });
  });
});

test('queries and mutations work over WebSocket, and answer in the language of the connection', async () => {
  const { token } = await program.as('reporter');
  const subscriber = connect(token, 'en');
  const { data } = await subscriber.ask<{ viewer: { roles: string[] }; workItem: { id: string } }>(
    '{ viewer { roles } workItem(code: "07-25") { id } }',
  );
  expect(data.viewer.roles).toEqual(['REPORTER']);
  const input = {
    workItemId: data.workItem.id,
    period: '2023-Q4',
    percentComplete: 99,
    summary: 'Đã làm',
    decreaseReason: 'x',
  };
  interface Payload {
    readonly payload: {
      receipt: { code: string } | null;
      cursor: string;
      userErrors: { code: string; message: string }[];
    };
  }
  const submitted = await subscriber.ask<Payload>(SUBMIT, { input });
  expect(submitted.data.payload).toMatchObject({
    receipt: { code: expect.stringMatching(/^07-25-2023Q4-/) as string },
  });
  expect(submitted.data.payload.cursor).toMatch(/^1\.\d+$/);
  const again = await subscriber.ask<Payload>(SUBMIT, { input });
  expect(again.data.payload.userErrors).toEqual([
    expect.objectContaining({ code: 'CONFLICT', message: expect.stringContaining('is waiting for review') as string }),
  ]);
});

test('an error of the program shows over WebSocket as its id alone, as over HTTP', async () => {
  const { token } = await program.as('analyst');
  await view.rows('alter table unit rename to mislaid');
  const overSocket = await connect(token, 'en').ask('{ unit(code: "so-tttt") { name } }');
  const overHttp = await new ApiClient(program.url, token).ask('{ unit(code: "so-tttt") { name } }', {}, 'en');
  await view.rows('alter table mislaid rename to unit');
  for (const { errors } of [overSocket, overHttp]) {
    expect(errors).toHaveLength(1);
    expect(errors![0]!.extensions.code).toBe('INTERNAL');
    expect(errors![0]!.message).toMatch(/^Internal error\. Tell the administrator the error id [\w-]{36}\.$/);
  }
});
