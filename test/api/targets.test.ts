import { Subscriber } from '../support/sockets/subscriber';
import { WorkHouse } from './work-house';

let house: WorkHouse;

beforeAll(async () => {
  house = await WorkHouse.open();
});

afterAll(() => house.close());

const NAMED = {
  name: 'Tỷ trọng kinh tế số trong GRDP',
  nameEn: 'Digital economy',
  shortName: 'Kinh tế số',
  shortNameEn: 'Digital economy',
};

function target(change: object = {}): object {
  const promise = { comparator: 'GTE', value: 40, dueOn: '2025-12-31', wording: 'tối thiểu 40%', source: 'Mục II' };
  return { programmeCode: '03-CTr/TU', indicatorCode: 'kinh-te-so', number: '1', ...NAMED, ...promise, ...change };
}

async function idOfTarget(programme: number, number: string): Promise<string> {
  const { id } = await house.view.row<{ id: string }>(
    `select 'ta_' || t.id as id from target t join programme p on p.id = t.programme_id where p.number = $1 and t.number = $2`,
    [programme, number],
  );
  return id;
}

describe('an indicator has one definition over the ten programmes (R9)', () => {
  const indicator = {
    code: 'do-thi-hoa',
    name: 'Tỷ lệ đô thị hóa',
    nameEn: 'Urbanisation',
    unitOfMeasure: '%',
    source: 'Chương trình 03, mục II',
  };
  const select = 'indicator { code }';

  test('it is entered once: not again under its code, nor under another one', async () => {
    await house.done('addIndicator', indicator, 'indicator { code unitOfMeasureEn source { citations } }');
    await house.refused('addIndicator', indicator, ['CONFLICT input.code']);
    const again = { ...indicator, code: 'do-thi', name: ' tỷ lệ ĐÔ THỊ hóa' };
    await house.refused('addIndicator', again, ['CONFLICT input.name']);
    const { userErrors } = await house.send('addIndicator', again, { select, language: 'en' });
    expect(userErrors[0]!.message).toContain('“do-thi-hoa”');
  });

  test('of two that enter it at once one is told that it is there', async () => {
    const twin = { ...indicator, code: 'cay-xanh', name: 'Diện tích cây xanh' };
    const both = await Promise.all([
      house.send('addIndicator', twin, { select }),
      house.send('addIndicator', { ...twin, code: 'cay-xanh-2' }, { select }),
    ]);
    expect(both.flatMap(({ userErrors }) => userErrors.map(({ code }) => code))).toEqual(['CONFLICT']);
  });

  test('targets of two programmes that no value reaches are shown as contradictory the moment the second is entered', async () => {
    const subscriber = new Subscriber(house.program.url, house.secretariat.token);
    interface Shared {
      live: { indicator: { agreement: string; targets: { wording: string; source: { citations: string[] } }[] } };
    }
    const { messages } = subscriber.subscribe<Shared>(
      'subscription { live { indicator(code: "do-thi-hoa") { agreement targets { wording source { citations } } } } }',
    );
    await house.done('addTarget', target({ indicatorCode: 'do-thi-hoa' }), 'target { number }');
    await messages.nextUntil(({ data }) => data.live.indicator.agreement === 'SINGLE');
    const other = {
      indicatorCode: 'do-thi-hoa',
      programmeCode: '04-CTr/TU',
      comparator: 'LTE',
      value: 30,
      wording: 'không quá 30%',
      source: 'Mục III',
    };
    await house.done('addTarget', target(other), 'target { isUnattended }');
    const deliveries = await messages.nextUntil((message) => message.data.live.indicator.agreement === 'CONTRADICTORY');
    expect(deliveries.at(-1)!.data.live.indicator.targets).toEqual(
      expect.arrayContaining([
        { wording: 'tối thiểu 40%', source: { citations: ['Mục II'] } },
        { wording: 'không quá 30%', source: { citations: ['Mục III'] } },
      ]),
    );
    await subscriber.close();
  });
});

describe('a target', () => {
  test('names its programme, its indicator, and a number that is free', async () => {
    await house.refused('addTarget', target({ programmeCode: '11-CTr/TU' }), ['NOT_FOUND input.programmeCode']);
    await house.refused('addTarget', target({ indicatorCode: 'khong-co', number: '8' }), [
      'NOT_FOUND input.indicatorCode',
    ]);
    await house.refused('addTarget', target({ programmeCode: '07-CTr/TU' }), ['CONFLICT input.number']);
    const wrong = target({ number: '9', shortName: 'Một tên dài hơn hai mươi bốn', value: null });
    await house.refused('addTarget', wrong, ['INVALID input.shortName']);
    const upsideDown = target({ number: '9', comparator: 'RANGE', value: 5, valueHigh: 4, dueOn: '2019-12-31' });
    await house.refused('addTarget', upsideDown, ['INVALID input.valueHigh', 'INVALID input.dueOn']);
  });

  test('that was entered wrongly is corrected, with the reason; what stood before is in the log', async () => {
    await house.done('addTarget', target({ programmeCode: '05-CTr/TU', value: 4 }), 'target { number }');
    const targetId = await idOfTarget(5, '1');
    const { programmeCode, indicatorCode, number, ...stated } = target({ value: 45 }) as Record<string, unknown>;
    expect([programmeCode, indicatorCode, number]).toEqual(['03-CTr/TU', 'kinh-te-so', '1']);
    const correction = { ...stated, targetId, reason: 'Thiếu một chữ số' };
    await house.refused('correctTarget', { ...correction, reason: ' ' }, ['INVALID input.reason']);
    const { target: corrected } = await house.done('correctTarget', correction, 'target { value }');
    expect(corrected).toEqual({ value: 45 });
    const { data } = await house.secretariat.ask<{ events: { nodes: { data: object }[] } }>(
      '{ events(where: { type: { eq: "TARGET_CORRECTED" } }) { nodes { data } } }',
    );
    expect(data.events.nodes.map((event) => event.data)).toMatchObject([
      { before: { value: 4 }, after: { value: 45 }, reason: 'Thiếu một chữ số' },
    ]);
  });

  test('keeps its trajectory until that is set anew; both fit', async () => {
    await house.done('addTarget', target({ programmeCode: '06-CTr/TU' }), 'target { number }');
    const targetId = await idOfTarget(6, '1');
    const points = [
      { period: '2023', expected: 20 },
      { period: '2025', expected: 40 },
    ];
    const basis = 'Kế hoạch, phụ lục II';
    const missing = [{ period: '2025', expected: 30 }];
    await house.refused('setTrajectory', { targetId, basis, points: missing }, ['INVALID input.points.0.expected']);
    const set = await house.done(
      'setTrajectory',
      { targetId, basis, points },
      'target { trajectory { period endsOn expected } }',
    );
    expect(set.target).toEqual({
      trajectory: [
        { period: '2023', endsOn: '2023-12-31', expected: 20 },
        { period: '2025', endsOn: '2025-12-31', expected: 40 },
      ],
    });
    const {
      programmeCode: _,
      indicatorCode: __,
      number: ___,
      ...higher
    } = target({ value: 50 }) as Record<string, unknown>;
    await house.refused('correctTarget', { ...higher, targetId, reason: 'x' }, ['CONFLICT input.value']);
    await house.done('setTrajectory', { targetId, basis, points: [] }, 'target { number }');
    await house.done('correctTarget', { ...higher, targetId, reason: 'x' }, 'target { number }');
  });
});

describe('what no number decides', () => {
  const assessed = 'target { health assessedHealth assessedOn assessmentBasis }';

  test('is assessed by the secretariat, with date and basis; what a number decides is not', async () => {
    const targetId = await idOfTarget(7, '7b');
    const basis = 'Báo cáo của Cục Sở hữu trí tuệ';
    const done = await house.done('assessTarget', { targetId, health: 'AT_RISK', basis }, assessed);
    expect(done.target).toEqual({
      health: 'AT_RISK',
      assessedHealth: 'AT_RISK',
      assessedOn: '2023-11-14',
      assessmentBasis: basis,
    });
    const counted = { targetId: await idOfTarget(7, '4'), health: 'ON_TRACK', basis };
    await house.refused('assessTarget', counted, ['CONFLICT input.targetId']);
    await house.refused('assessTarget', { ...counted, targetId: 'ta_0' }, ['INVALID input.targetId']);
  });
});
