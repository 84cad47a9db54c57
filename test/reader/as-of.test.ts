import { appendEvent } from '../../src/platform/event-log/append-event';
import { EventAudience } from '../../src/platform/event-log/event-audience';
import { DatabaseView } from '../support/database-view';
import { mutated } from '../support/payload';
import { changeProgress, submitReport, withdrawReport } from '../support/report-steps';
import { until } from '../support/until';
import { bytes, Past, read, THEN, WHOLE } from './past';
import { UNDECLARED } from '../support/event-writer';

let past: Past;

beforeAll(async () => {
  past = await Past.open();
});

afterAll(() => past.close());

describe('a moment always looks the same', () => {
  test('to the byte, whatever is written later', async () => {
    const cursor = await past.cursorNow();
    const first = await bytes(past.secretariat, THEN, { cursor });
    const present = await bytes(past.secretariat, `{ asOf: __typename ${WHOLE} }`);
    expect(first.replaceAll(`@${cursor}"`, '"')).toBe(present.replace('"asOf":"Query",', '"asOf":{').concat('}'));
    const { report } = await submitReport(past.program, 61);
    await withdrawReport(past.program, report);
    await changeProgress(past.program, 62);
    const indicatorId = (
      await read<{ indicator: { id: string } }>(past.secretariat, '{ indicator(code: "kinh-te-so") { id } }')
    ).indicator.id;
    await mutated(past.secretariat, 'recordMeasurement', {
      indicatorId,
      period: '2023-Q3',
      value: 17.5,
      source: 'Cục Thống kê',
    });
    expect(await bytes(past.secretariat, `{ asOf: __typename ${WHOLE} }`)).not.toBe(present);
    expect(await bytes(past.secretariat, THEN, { cursor })).toBe(first);
  });

  test('also when a write that was open across it commits afterwards', async () => {
    const other = await DatabaseView.open(past.program.target);
    const name = async (cursor: string) =>
      (
        await read<{ asOf: { unit: { name: string } } }>(
          past.secretariat,
          'query ($cursor: Cursor!) { asOf(cursor: $cursor) { unit(code: "so-xd") { name } } }',
          { cursor },
        )
      ).asOf.unit.name;
    const before = await name(await past.cursorNow());
    await other.rows('begin');
    await other.rows(`update unit set name = 'Sở Xây dựng và Hạ tầng' where code = 'so-xd'`);
    const { cursor } = await submitReport(past.program, 63).then(async ({ report, cursor }) => {
      await withdrawReport(past.program, report);
      return { cursor };
    });
    const withdrawn = await past.cursorNow();
    const first = [
      await bytes(past.secretariat, THEN, { cursor }),
      await bytes(past.secretariat, THEN, { cursor: withdrawn }),
    ];
    expect(first[0]).not.toBe(first[1]);
    await other.rows('commit');
    await other.close();
    expect([await name(cursor), await name(withdrawn)]).toEqual([before, before]);
    expect([
      await bytes(past.secretariat, THEN, { cursor }),
      await bytes(past.secretariat, THEN, { cursor: withdrawn }),
    ]).toEqual(first);
    // no event tells of it: it is there from the next batch on
    await changeProgress(past.program, 64);
    expect(await name(await past.cursorNow())).toBe('Sở Xây dựng và Hạ tầng');
  });

  test('a cursor within a batch means the whole batch', async () => {
    const before = await past.cursorNow();
    await past.writer.database.transaction(async (tx) => {
      await tx.query(`update unit set name_en = 'Construction' where code = 'so-xd'`);
      for (const part of [1, 2, 3]) {
        appendEvent(tx, {
          type: UNDECLARED,
          occurredAt: past.program.program.clock.now(),
          actor: null,
          subject: null,
          unitId: null,
          programmeId: null,
          audience: EventAudience.EVERYONE,
          data: { part },
        });
      }
    });
    const start = Number(before.split('.')[1]);
    const end = `1.${start + 3}`;
    await until(
      () => past.cursorNow(),
      (cursor) => cursor === end,
    );
    const query = `query ($cursor: Cursor!) { asOf(cursor: $cursor) { unit(code: "so-xd") { id nameEn }
      events(last: 3) { nodes { cursor type } } } }`;
    const whole = await read<{ asOf: { unit: { id: string; nameEn: string } } }>(past.secretariat, query, {
      cursor: end,
    });
    expect(whole.asOf.unit).toMatchObject({ nameEn: 'Construction', id: expect.stringMatching(`@${end}$`) as string });
    for (const within of [1, 2]) {
      expect(await read(past.secretariat, query, { cursor: `1.${start + within}` })).toEqual(whole);
    }
    expect(await read(past.secretariat, query, { cursor: before })).not.toMatchObject(whole);
  });

  test('its log ends at its position', async () => {
    const cursor = await past.cursorNow();
    await changeProgress(past.program, 65);
    const { asOf } = await read<{ asOf: { events: { totalCount: number; nodes: { cursor: string }[] } } }>(
      past.secretariat,
      'query ($cursor: Cursor!) { asOf(cursor: $cursor) { events(last: 1) { totalCount nodes { cursor } } } }',
      { cursor },
    );
    expect(asOf.events).toEqual({ totalCount: Number(cursor.split('.')[1]), nodes: [{ cursor }] });
  });

  test('fields that are computed in code are there too, under whatever name', async () => {
    const reporter = await past.program.as('reporter');
    const { then } = await read<Record<string, unknown>>(
      reporter,
      `query ($cursor: Cursor!) { then: asOf(cursor: $cursor) { first: workItems(first: 1) { rows: nodes { number: code may: viewerCan { now: submitReport } } }
         one: workItem(code: "07-10") { may: viewerCan { now: submitReport } } kind: __typename } }`,
      { cursor: await past.cursorNow() },
    );
    expect(then).toEqual({
      first: { rows: [{ number: '07-01', may: { now: true } }] },
      one: { may: { now: false } },
      kind: 'Snapshot',
    });
  });
});
