import type { ApiClient } from '../support/api-client';
import { DatabaseView } from '../support/database-view';
import { makeAccount } from '../support/made/made-account';
import { mutate, mutated } from '../support/payload';
import { startTestProgram, type TestProgram } from '../support/program';
import { expectRefused, type Refused } from '../support/refused';
import { Subscriber } from '../support/sockets/subscriber';

let program: TestProgram;
let view: DatabaseView;
let secretariat: ApiClient;
let reporter: ApiClient;
let indicatorId: string;

beforeAll(async () => {
  program = await startTestProgram();
  view = await DatabaseView.open(program.target);
  secretariat = await program.as('secretariat');
  reporter = await program.as('reporter');
  ({ id: indicatorId } = await view.row<{ id: string }>(
    `select 'in_' || id as id from indicator where code = 'kinh-te-so'`,
  ));
});

afterAll(async () => {
  await view.close();
  await program.close();
});

interface Recorded {
  readonly measurement: { readonly id: string; readonly state: string; readonly unit: { code: string } | null };
}

const RECORDED = 'measurement { id state unit { code } }';
const figure = (value: number): object => ({ indicatorId, period: '2023-Q3', value, source: 'Cục Thống kê' });
/** Records a value that stands beside those of other sources. */
const record = (client: ApiClient, value: number) =>
  mutated<Recorded>(
    client,
    'recordMeasurement',
    { ...figure(value), source: `Nguồn của ${value}`, isOtherSource: true },
    RECORDED,
  );

interface Standing {
  readonly programme: {
    readonly targets: { readonly nodes: readonly { readonly latestMeasurement: { readonly value: number } | null }[] };
  };
}
const LATEST = `programme(code: "07-CTr/TU") { targets(where: { indicator: { code: { eq: "kinh-te-so" } } }) {
  nodes { latestMeasurement { value } } } }`;

async function latest(client = reporter): Promise<number> {
  const { data } = await client.ask<Standing>(`{ ${LATEST} }`);
  return data.programme.targets.nodes[0]!.latestMeasurement!.value;
}

describe('a unit’s measurement waits until the secretariat accepts it', () => {
  test('it does not count before, is seen by the unit and the secretariat alone, and counts for all after', async () => {
    const standing = await latest();
    const { measurement } = await record(reporter, 21.5);
    expect(measurement).toMatchObject({ state: 'PROVISIONAL', unit: { code: 'so-tttt' } });
    expect(await latest()).toBe(standing);
    const seen = async (client: ApiClient) =>
      (await client.ask<{ node: object | null }>('query ($id: ID!) { node(id: $id) { id } }', measurement)).data.node;
    const analyst = await program.as('analyst');
    expect([await seen(analyst), await seen(await program.as('other.reporter'))]).toEqual([null, null]);
    expect([await seen(reporter), await seen(secretariat)]).toEqual([{ id: measurement.id }, { id: measurement.id }]);
    const screen = new Subscriber(program.url, analyst.token);
    const { messages } = screen.subscribe<{ live: Standing }>(`subscription { live { ${LATEST} } }`);
    await messages.next();
    await mutated(secretariat, 'acceptMeasurement', { measurementId: measurement.id });
    await messages.nextUntil(({ data }) => data.live.programme.targets.nodes[0]!.latestMeasurement!.value === 21.5);
    await screen.close();
    expect(await seen(analyst)).toEqual({ id: measurement.id });
  });

  test('its events are the unit’s until then, everybody’s from then on', async () => {
    const analyst = await program.as('analyst');
    const { measurement } = await record(reporter, 21.75);
    const told = async (client: ApiClient) => {
      const { data } = await client.ask<{ events: { nodes: { type: string; subject: { id: string } | null }[] } }>(
        '{ events(last: 50, where: { type: { startsWith: "MEASUREMENT" } }) { nodes { type subject { id } } } }',
      );
      return data.events.nodes.filter(({ subject }) => subject?.id === measurement.id).map(({ type }) => type);
    };
    expect([await told(reporter), await told(analyst)]).toEqual([['MEASUREMENT_RECORDED'], []]);
    await mutated(secretariat, 'acceptMeasurement', { measurementId: measurement.id });
    expect(await told(analyst)).toEqual(['MEASUREMENT_ACCEPTED']);
  });

  test('nobody accepts an own measurement, with whatever roles', async () => {
    const account = await makeAccount(program, view, { roles: [{ role: 'REPORTER', unit: 'so-yt' }] });
    const { measurement } = await record(account.client, 20);
    await view.rows(`insert into account_role (account_id, role) values ($1, 'SECRETARIAT')`, [account.id]);
    await expectRefused(view, account.client, {
      name: 'an own measurement',
      mutation: 'acceptMeasurement',
      input: { measurementId: measurement.id },
      refused: [['FORBIDDEN', 'input.measurementId']],
    });
  });
});

describe('later changes are dated corrections that keep the old value (R15): an accepted measurement is corrected, never overwritten', () => {
  const CORRECTED = `measurement { value period correctionReason supersededAt recordedAt source { citations }
    corrects { id value supersededAt correctionReason } }`;

  test('the old value stays with its date and says what took its place; the correction counts', async () => {
    const { measurement } = await record(secretariat, 22);
    const { cursor } = await view.row<{ cursor: string }>(`select epoch || '.' || position as cursor from log_head`);
    const input = { measurementId: measurement.id, value: 22.75, reason: 'Số liệu chính thức.', source: 'Niên giám' };
    const { measurement: correction } = await mutated<{ measurement: { recordedAt: string } }>(
      secretariat,
      'correctMeasurement',
      input,
      CORRECTED,
    );
    expect(correction).toEqual({
      value: 22.75,
      period: '2023-Q3',
      correctionReason: 'Số liệu chính thức.',
      supersededAt: null,
      recordedAt: correction.recordedAt,
      source: { citations: ['Niên giám'] },
      corrects: {
        id: measurement.id,
        value: 22,
        supersededAt: correction.recordedAt,
        correctionReason: null,
      },
    });
    expect(await latest()).toBe(22.75);
    const { data } = await reporter.ask<{ asOf: Standing }>(
      `query ($cursor: Cursor!) { asOf(cursor: $cursor) { ${LATEST} } }`,
      { cursor },
    );
    expect(data.asOf.programme.targets.nodes[0]!.latestMeasurement!.value).toBe(22);
    const events = await reporter.ask<object>(
      '{ events(where: { type: { eq: "MEASUREMENT_CORRECTED" } }) { nodes { data } } }',
    );
    const said = { indicator: 'kinh-te-so', period: '2023-Q3', value: 22.75, source: 'Niên giám' };
    expect(events.data).toEqual({
      events: { nodes: [{ data: { ...said, valueBefore: 22, reason: 'Số liệu chính thức.' } }] },
    });
  });

  test('a correction is corrected in turn, and a retry under one key corrects once', async () => {
    const { measurement } = await record(secretariat, 23);
    const first = { measurementId: measurement.id, value: 24, reason: 'Lần 1.', source: 'x', idempotencyKey: 'c1' };
    const once = await mutated<Recorded>(secretariat, 'correctMeasurement', first, RECORDED);
    expect(await mutated<Recorded>(secretariat, 'correctMeasurement', first, RECORDED)).toEqual(once);
    const second = { measurementId: once.measurement.id, value: 25, reason: 'Lần 2.', source: 'x' };
    await mutated(secretariat, 'correctMeasurement', second);
    expect(await latest()).toBe(25);
  });

  test('two corrections of one value at once: one is made, the other is told to correct the newest', async () => {
    const { measurement } = await record(secretariat, 26);
    const correct = (value: number) =>
      mutate(secretariat, 'correctMeasurement', { measurementId: measurement.id, value, reason: 'x', source: 'x' });
    const outcomes = await Promise.all([correct(27), correct(28)]);
    expect(outcomes.map(({ userErrors }) => userErrors[0]?.code ?? 'done').sort()).toEqual(['CONFLICT', 'done']);
  });
});

describe('a closed period takes a correction, not another value of the same source (R15)', () => {
  const closed = (change: object) => ({ ...figure(14), period: '2023-Q1', isOtherSource: true, ...change });

  test('the source that gave the value is sent to correct it; another one may stand beside it', async () => {
    await mutated(secretariat, 'recordMeasurement', closed({}));
    for (const source of ['Cục Thống kê', ' cục thống kê ']) {
      await expectRefused(view, secretariat, {
        name: 'a second value',
        mutation: 'recordMeasurement',
        input: closed({ value: 15, source }),
        refused: [['CONFLICT', 'input.period']],
      });
    }
    await mutated(secretariat, 'recordMeasurement', closed({ value: 16, source: 'Sở Kế hoạch và Đầu tư' }));
  });

  test('a unit’s second value is neither taken nor accepted', async () => {
    const { measurement: late } = await mutated<Recorded>(reporter, 'recordMeasurement', closed({}), RECORDED);
    const { measurement: twin } = await mutated<Recorded>(
      reporter,
      'recordMeasurement',
      closed({ value: 17 }),
      RECORDED,
    );
    await mutated(secretariat, 'acceptMeasurement', { measurementId: late.id });
    await expectRefused(view, reporter, {
      name: 'a second value of the unit',
      mutation: 'recordMeasurement',
      input: closed({ value: 15, source: 'Báo cáo khác' }),
      refused: [['CONFLICT', 'input.period']],
    });
    await expectRefused(view, secretariat, {
      name: 'the twin that waited',
      mutation: 'acceptMeasurement',
      input: { measurementId: twin.id },
      refused: [['CONFLICT', 'input.measurementId']],
    });
  });

  test('of two given at once one is told to correct the other', async () => {
    const give = (value: number) =>
      mutate(secretariat, 'recordMeasurement', { ...closed({ value }), period: '2022-Q4' });
    const outcomes = await Promise.all([give(1), give(2)]);
    expect(outcomes.map(({ userErrors }) => userErrors[0]?.code ?? 'done').sort()).toEqual(['CONFLICT', 'done']);
  });

  test('a correction stands among several sources where the value stood that it corrects', async () => {
    const period = '2023-Q3';
    const given = async (value: number, source: string) =>
      (
        await mutated<Recorded>(
          secretariat,
          'recordMeasurement',
          { ...figure(value), period, source, isOtherSource: true },
          RECORDED,
        )
      ).measurement;
    const first = await given(41, 'Nguồn một');
    await given(42, 'Nguồn hai');
    await mutated(secretariat, 'correctMeasurement', {
      measurementId: first.id,
      value: 43,
      reason: 'x',
      source: 'Nguồn một',
    });
    expect(await latest()).toBe(42);
  });
});

describe('a period with an accepted value is not overwritten: who enters another one says whether it is a correction or another source’s', () => {
  const given = (value: number, change: object = {}) => ({ ...figure(value), period: '2022-07', ...change });

  test('without an answer nothing is written, the value that stands is told, and both ways out are open', async () => {
    const { measurement } = await mutated<Recorded>(secretariat, 'recordMeasurement', given(50), RECORDED);
    const second = given(51, { source: 'Sở Kế hoạch và Đầu tư' });
    await expectRefused(view, secretariat, {
      name: 'a second value of another source',
      mutation: 'recordMeasurement',
      input: second,
      refused: [['CONFLICT', 'input.period']],
      names: [/50 .*correctMeasurement.*isOtherSource/, /50 .*correctMeasurement.*isOtherSource/],
    });
    const refused = await mutate<Recorded>(secretariat, 'recordMeasurement', second, RECORDED);
    expect(refused.measurement.id).toBe(measurement.id);
    await expectRefused(view, secretariat, {
      name: 'a second value of the same source, whatever is said of it',
      mutation: 'recordMeasurement',
      input: given(52, { source: ' CỤC THỐNG KÊ', isOtherSource: true }),
      refused: [['CONFLICT', 'input.period']],
    });
    await mutated(secretariat, 'recordMeasurement', { ...second, isOtherSource: true });
    const correction = { measurementId: measurement.id, value: 53, reason: 'Nhập nhầm.', source: 'Cục Thống kê' };
    await mutated(secretariat, 'correctMeasurement', correction);
  });

  test('a unit’s value waits, so it overwrites nothing; a sample value is none to ask about', async () => {
    await mutated(reporter, 'recordMeasurement', given(54));
    await view.rows(
      `insert into measurement (indicator_id, period, ends_on, value, state, recorded_at, is_sample, source_citations)
       select substr($1, 4)::uuid, '2022-06', '2022-06-30', 1, 'ACCEPTED', '2022-07-01T08:00:00Z', true, '{Mẫu}'`,
      [indicatorId],
    );
    await mutated(secretariat, 'recordMeasurement', given(55, { period: '2022-06' }));
  });
});

test('what is qualitative is assessed: no number is recorded or accepted for it, by whomever', async () => {
  const { id } = await view.row<{ id: string }>(
    `select 'in_' || indicator_id as id from target where comparator = 'QUALITATIVE' limit 1`,
  );
  const input = { ...figure(5), indicatorId: id };
  const refused = [['INVALID', 'input.indicatorId']] as const;
  const names = [/assessTarget/, /assessTarget/] as const;
  await expectRefused(view, secretariat, { name: '', mutation: 'recordMeasurement', input, refused, names });
  await expectRefused(view, reporter, {
    name: 'a way out that is open to who asks',
    mutation: 'recordMeasurement',
    input,
    refused,
    names: [/báo cáo tiến độ/, /progress report/],
  });
});

test('what cannot be accepted or corrected is refused in both languages, and nothing is written', async () => {
  const { measurement: provisional } = await record(reporter, 30);
  const { measurement: accepted } = await record(secretariat, 29);
  const { measurement: corrected } = await record(secretariat, 28);
  const correction = { value: 1, reason: 'x', source: 'x' };
  await mutated(secretariat, 'correctMeasurement', { ...correction, measurementId: corrected.id });
  const refusals: readonly Refused[] = [
    {
      name: 'what is accepted already',
      mutation: 'acceptMeasurement',
      input: { measurementId: accepted.id },
      refused: [['CONFLICT', 'input.measurementId']],
    },
    {
      name: 'what is not accepted yet',
      mutation: 'correctMeasurement',
      input: { ...correction, measurementId: provisional.id },
      refused: [['CONFLICT', 'input.measurementId']],
    },
    {
      name: 'what is corrected already',
      mutation: 'correctMeasurement',
      input: { ...correction, measurementId: corrected.id },
      refused: [['CONFLICT', 'input.measurementId']],
    },
    {
      name: 'a correction for no reason, from nowhere',
      mutation: 'correctMeasurement',
      input: { value: 1, reason: ' ', source: '', measurementId: accepted.id },
      refused: [
        ['INVALID', 'input.reason'],
        ['INVALID', 'input.source'],
      ],
    },
    ...['0000', '0001-Q3', '1989-12', '2099'].map((period) => ({
      name: `the period ${period}`,
      mutation: 'recordMeasurement',
      input: { ...figure(20), period },
      refused: [['INVALID', 'input.period']] as const,
    })),
    ...[1e16, -1e300].map((value) => ({
      name: `the value ${value}`,
      mutation: 'recordMeasurement',
      input: figure(value),
      refused: [['INVALID', 'input.value']] as const,
    })),
    {
      name: 'a correction by a value that nothing is measured by',
      mutation: 'correctMeasurement',
      input: { ...correction, value: 1e16, measurementId: accepted.id },
      refused: [['INVALID', 'input.value']],
    },
    ...['acceptMeasurement', 'correctMeasurement'].map((mutation) => ({
      name: 'what is not there',
      mutation,
      input: { ...(mutation === 'correctMeasurement' && correction), measurementId: indicatorId },
      refused: [['NOT_FOUND', 'input.measurementId']] as const,
    })),
  ];
  for (const refused of refusals) await expectRefused(view, secretariat, refused);
});

test('a rate may be negative, and a baseline of years ago is measured', async () => {
  const input = { ...figure(-1.5), period: '1990' };
  await mutated(secretariat, 'recordMeasurement', input);
});

test('the previous value is of an earlier end than the newest one, not another source’s value of the same end', async () => {
  const PREVIOUS = `{ programme(code: "07-CTr/TU") { targets(where: { indicator: { code: { eq: "kinh-te-so" } } }) {
    nodes { latestMeasurement { value } previousMeasurement { value period } } } } }`;
  await mutated(secretariat, 'recordMeasurement', { ...figure(18), period: '2023-Q2' });
  await mutated(secretariat, 'recordMeasurement', { ...figure(31), source: 'Sở Thông tin', isOtherSource: true });
  await mutated(secretariat, 'recordMeasurement', { ...figure(32), source: 'Cục Thống kê', isOtherSource: true });
  const { data } = await reporter.ask<{ programme: { targets: { nodes: object[] } } }>(PREVIOUS);
  expect(data.programme.targets.nodes).toEqual([
    { latestMeasurement: { value: 32 }, previousMeasurement: { value: 18, period: '2023-Q2' } },
  ]);
});

test('what a scalar cannot read at all is a mistake of the client: the message names the field', async () => {
  const { errors } = await secretariat.ask<object>(
    'mutation ($input: RecordMeasurementInput!) { recordMeasurement(input: $input) { cursor } }',
    { input: { ...figure(20), period: '23-Q3' } },
  );
  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  expect(errors![0]!.message).toMatch(/input\.period/);
});
