import { codesOf, type Item, ITEM_THEN, Past, read, THE_ITEM } from './past';

let past: Past;

beforeAll(async () => {
  past = await Past.open();
});

afterAll(() => past.close());

describe('a moment is refused at its own field, and the others are answered', () => {
  const ONE_OF = {
    vi: '`asOf` cần đúng một trong hai tham số `at` và `cursor`.',
    en: '`asOf` takes exactly one of `at` and `cursor`.',
  };
  const NOTHING = {
    vi: 'Không có dữ liệu của thời điểm này: trước khi có lịch sử, hoặc ở tương lai.',
    en: 'There is nothing of this moment: it lies before the history, or in the future.',
  };
  const FUTURE = {
    vi: '`at` ở tương lai: chỉ có thể xem lại quá khứ.',
    en: '`at` lies in the future: only the past can be read again.',
  };
  const LATER = '2023-12-31T00:00:00Z';
  const EARLIER = '2021-07-31T00:00:00Z';

  test.each([
    ['without any argument', '', {}, ONE_OF],
    ['with both arguments', '(cursor: "1.1", at: "2023-11-14T02:00:00Z")', {}, ONE_OF],
    ['with variables that are not given', '(cursor: $cursor, at: $at)', {}, ONE_OF],
    ['with nulls', '(cursor: null, at: null)', {}, ONE_OF],
    ['as a position to come', '(cursor: "1.100000")', {}, NOTHING],
    ['as the largest position', '(cursor: $cursor)', { cursor: '1.999999999999999' }, NOTHING],
    ['as the position before the first event', '(cursor: "1.0")', {}, NOTHING],
    ['as a position of a later epoch', '(cursor: $cursor)', { cursor: '2.1' }, NOTHING],
    ['as a position that no earlier epoch had', '(cursor: $cursor)', { cursor: '0.100000' }, NOTHING],
    ['as a time to come', `(at: "${LATER}")`, {}, FUTURE],
    ['as a time to come, by a variable', '(at: $at)', { at: LATER }, FUTURE],
    ['as a time before the history', `(at: "${EARLIER}")`, {}, NOTHING],
  ])('%s', async (_name, args, variables, message) => {
    const declared = ['$cursor: Cursor', '$at: DateTime'].filter((name) => args.includes(name.split(':')[0]!));
    const query = `query ${declared.length === 0 ? '' : `(${declared.join(', ')})`} {
      now: installation { today } then: asOf${args} { workItem(code: "07-01") { id } } }`;
    for (const language of ['vi', 'en'] as const) {
      const { data, errors } = await past.secretariat.ask(query, variables, language);
      expect(data).toEqual({ now: { today: '2023-11-14' }, then: null });
      expect(errors).toEqual([{ message: message[language], path: ['then'], extensions: { code: 'BAD_USER_INPUT' } }]);
    }
  });

  test('when what looks like one is none', async () => {
    for (const args of [
      'cursor: "1"',
      'cursor: "1.1.1"',
      'cursor: "x"',
      'at: "2023-11-14"',
      'at: "2023-02-31T00:00:00Z"',
    ]) {
      expect([args, await codesOf(past.secretariat, `{ asOf(${args}) { __typename } }`)]).toEqual([
        args,
        ['BAD_USER_INPUT'],
      ]);
    }
  });

  test('and an id of such a moment, too', async () => {
    const { id } = (await read<{ workItem: Item }>(past.secretariat, THE_ITEM)).workItem;
    for (const moment of ['1.100000', '2.1', '1.0']) {
      expect(await codesOf(past.secretariat, `{ node(id: "${id}@${moment}") { id } }`)).toEqual(['BAD_USER_INPUT']);
    }
  });

  test('never for one given argument beside a null', async () => {
    const cursor = await past.cursorNow();
    const { asOf } = await read<{ asOf: object }>(past.secretariat, ITEM_THEN, { cursor, at: null });
    expect(asOf).toMatchObject({ workItem: { id: expect.stringContaining(`@${cursor}`) as string } });
  });
});
