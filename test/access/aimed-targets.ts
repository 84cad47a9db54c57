import type { DatabaseView } from '../support/database-view';

let counter = 0;

const STATED = {
  name: 'made',
  nameEn: 'made',
  shortName: 'made',
  shortNameEn: 'made',
  comparator: 'GTE',
  value: 40,
  wording: 'x',
  dueOn: '2025-12-31',
  source: 'x',
};

/** What each mutation on indicators and targets is aimed at: its input. */
export const TARGET_AIMS: Readonly<Record<string, (view: DatabaseView) => Promise<Record<string, unknown>>>> = {
  addIndicator: () => {
    const code = `made-${next()}`;
    return Promise.resolve({ code, name: code, nameEn: code, source: 'x' });
  },
  addTarget: () =>
    Promise.resolve({
      ...STATED,
      programmeCode: '07-CTr/TU',
      number: `made-${next()}`,
      indicatorCode: 'kinh-te-so',
    }),
  correctTarget: async (view) => ({ ...STATED, targetId: await madeTarget(view), name: 'made anew', reason: 'x' }),
  setTrajectory: async (view) => ({
    targetId: await madeTarget(view),
    points: [{ period: '2024', expected: 30 }],
    basis: 'x',
  }),
  assessTarget: async (view) => ({
    targetId: await madeTarget(view, 'QUALITATIVE'),
    health: 'AT_RISK',
    basis: 'x',
  }),
};

function next(): number {
  counter += 1;
  return counter;
}

async function madeTarget(view: DatabaseView, comparator = 'GTE'): Promise<string> {
  const { id } = await view.row<{ id: string }>(
    `insert into target (programme_id, number, name, name_en, short_name, short_name_en, comparator, value, wording, due_on, indicator_id)
     select p.id, $1, 'x', 'x', 'x', 'x', $2, case when $2 = 'GTE' then 40 end, 'x', '2025-12-31', i.id
     from programme p, indicator i where p.code = '07-CTr/TU' and i.code = 'kinh-te-so' returning 'ta_' || id as id`,
    [`made-${next()}`, comparator],
  );
  return id;
}
