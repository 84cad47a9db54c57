import { WorkHouse } from './work-house';

let house: WorkHouse;

beforeAll(async () => {
  house = await WorkHouse.open();
});

afterAll(() => house.close());

/** The document that stands under a code, as whoever looks finds it. */
async function documentOf(code: string): Promise<{ id: string; state: string; appendices: { code: string }[] }> {
  const { data } = await house.secretariat.ask<{
    document: { id: string; state: string; appendices: { code: string }[] };
  }>('query ($code: String!) { document(code: $code) { id state appendices { code } } }', { code });
  return data.document;
}

async function withdrawn(code: string): Promise<{ id: string; cursor: string }> {
  const { id } = await documentOf(`KH-${code}`);
  const { cursor } = await house.done('withdrawDocument', { documentId: id, reason: 'Trùng.' }, 'cursor');
  return { id, cursor: cursor as string };
}

test('a withdrawn document gives its codes back: of its lists and of their rows too; it stays by its id, in lists and in the past', async () => {
  await house.draftItem('tra-ma');
  const { id, cursor } = await withdrawn('tra-ma');
  // until somebody wants the code, it is still the withdrawn document's
  expect(await documentOf('KH-tra-ma')).toMatchObject({ id, state: 'WITHDRAWN' });
  await house.draftItem('tra-ma');
  const live = await documentOf('KH-tra-ma');
  expect(live).toMatchObject({ state: 'DRAFTING', appendices: [{ code: 'PL-tra-ma' }] });
  expect(live.id).not.toBe(id);
  const { data } = await house.secretariat.ask<object>(
    `query ($id: ID!, $cursor: Cursor!) {
       node(id: $id) { ... on Document { code state appendices { code workItems { nodes { code } } } } }
       documents(where: { code: { startsWith: "KH-tra-ma" } }) { nodes { code state } }
       asOf(cursor: $cursor) { node(id: $id) { ... on Document { code } } document(code: "KH-tra-ma") { code state } }
     }`,
    { id, cursor },
  );
  expect(data).toEqual({
    node: {
      code: 'KH-tra-ma (rút 1)',
      state: 'WITHDRAWN',
      appendices: [{ code: 'PL-tra-ma (rút 1)', workItems: { nodes: [{ code: 'tra-ma (rút 1)' }] } }],
    },
    documents: {
      nodes: [
        { code: 'KH-tra-ma', state: 'DRAFTING' },
        { code: 'KH-tra-ma (rút 1)', state: 'WITHDRAWN' },
      ],
    },
    asOf: { node: { code: 'KH-tra-ma' }, document: { code: 'KH-tra-ma', state: 'WITHDRAWN' } },
  });
  const told = await house.view.rows<{ type: string; data: object }>(
    `select type, data from event_log where type like '%CODE_GIVEN_BACK' order by position`,
  );
  expect(
    told.map(({ type, data: { before, after } }: { type: string; data: { before?: string; after?: string } }) => [
      type,
      before,
      after,
    ]),
  ).toEqual([
    ['DOCUMENT_CODE_GIVEN_BACK', 'KH-tra-ma', 'KH-tra-ma (rút 1)'],
    ['APPENDIX_CODE_GIVEN_BACK', 'PL-tra-ma', 'PL-tra-ma (rút 1)'],
    ['WORK_ITEM_CODE_GIVEN_BACK', 'tra-ma', 'tra-ma (rút 1)'],
  ]);
});

test('a code is given back as often as its document is withdrawn', async () => {
  for (let times = 0; times < 2; times += 1) {
    await house.draftItem('hai-lan');
    await withdrawn('hai-lan');
  }
  await house.draftItem('hai-lan');
  expect(await house.view.rows(`select code, state from document where code like 'KH-hai-lan%' order by code`)).toEqual(
    [
      { code: 'KH-hai-lan', state: 'DRAFTING' },
      { code: 'KH-hai-lan (rút 1)', state: 'WITHDRAWN' },
      { code: 'KH-hai-lan (rút 2)', state: 'WITHDRAWN' },
    ],
  );
});

test('codes of what is not withdrawn stay taken', async () => {
  await house.draftItem('con-giu');
  const plan = { kind: 'PLAN', title: 'x', approvalLevel: 'UNIT' };
  await house.refused('draftDocument', { ...plan, code: 'kh-CON-giu' }, ['CONFLICT input.code']);
  const appendices = [{ code: 'PL-con-giu', title: 'x', expectedCount: 1 }];
  await house.refused('draftDocument', { ...plan, code: 'KH-khac', appendices }, ['CONFLICT input.appendices.0.code']);
});
