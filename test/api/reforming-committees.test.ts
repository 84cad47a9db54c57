import type { ApiClient } from '../support/api-client';
import { DatabaseView } from '../support/database-view';
import { mutated } from '../support/payload';
import { startTestProgram, type TestProgram } from '../support/program';
import { expectRefused } from '../support/refused';

const TODAY = '2023-11-14';

let program: TestProgram;
let view: DatabaseView;
let secretariat: ApiClient;
let programmes: string[];

beforeAll(async () => {
  program = await startTestProgram({ clock: new Date(`${TODAY}T08:00:00+07:00`) });
  view = await DatabaseView.open(program.target);
  secretariat = await program.as('secretariat');
  const rows = await view.rows<{ code: string }>(`select code from programme where number <> 7 order by number`);
  programmes = rows.map(({ code }) => code);
});

afterAll(async () => {
  await view.close();
  await program.close();
});

/** A committee of its own for each test: the code of its programme. `known` are members whom a source states for a date. */
async function committee(
  ...known: readonly (readonly [role: string, office: string, asOf: string])[]
): Promise<string> {
  const code = programmes.shift()!;
  programmes.push(code);
  await view.rows(
    `delete from committee_membership where committee_id in
       (select c.id from steering_committee c join programme p on p.id = c.programme_id where p.code = $1)`,
    [code],
  );
  await view.rows(`delete from steering_committee using programme p where p.id = programme_id and p.code = $1`, [code]);
  await view.rows(
    `insert into steering_committee (programme_id, name, name_en) select id, 'Ban Chỉ đạo', 'Committee' from programme where code = $1`,
    [code],
  );
  for (const member of known) {
    await view.rows(
      `insert into committee_membership (committee_id, role, role_name, office, rank, as_of)
       select c.id, $2, $2, $3, 1, $4 from steering_committee c join programme p on p.id = c.programme_id where p.code = $1`,
      [code, ...member],
    );
  }
  return code;
}

const formed = (programmeCode: string, effectiveOn: string, members: readonly string[], more: object = {}) => ({
  programmeCode,
  effectiveOn,
  decision: `Quyết định ngày ${effectiveOn}`,
  members: members.map((text) => ({ role: text.split(' ')[0], office: text.slice(text.indexOf(' ') + 1) })),
  ...more,
});
const reform = (...given: Parameters<typeof formed>) => mutated(secretariat, 'reformCommittee', formed(...given));

async function refused(input: object, names: readonly [vi: RegExp, en: RegExp], quoted: readonly string[] = []) {
  await expectRefused(view, secretariat, {
    name: '',
    mutation: 'reformCommittee',
    input,
    refused: [['INVALID', 'input.effectiveOn']],
    names,
    quoted,
  });
}

interface Members {
  readonly committeeMemberships: { readonly nodes: readonly { role: string; office: string; startsOn: string }[] };
}

/** Who is on the committee today, or at a later moment of the same program: by the rows' own days. */
async function current(code: string): Promise<string[]> {
  const { data } = await secretariat.ask<Members>(
    `query ($code: String!) { committeeMemberships(where: { isCurrent: { eq: true }, committee: { programme: { code: { eq: $code } } } }) {
      nodes { role office startsOn } } }`,
    { code },
  );
  return data.committeeMemberships.nodes.map(({ role, office }) => `${role} ${office}`).sort();
}

async function membersFrom(code: string, date: string): Promise<string[]> {
  const rows = await view.rows<{ member: string }>(
    `select m.role || ' ' || m.office as member from committee_membership m join steering_committee c on c.id = m.committee_id
       join programme p on p.id = c.programme_id
     where p.code = $1 and coalesce(m.starts_on, m.as_of) <= $2::date and (m.ends_on is null or m.ends_on >= $2::date) order by 1`,
    [code, date],
  );
  return rows.map(({ member }) => member);
}

describe('what was entered wrong is entered again for the same day', () => {
  test('a head who was corrected on the same day was never one: there is one head', async () => {
    const code = await committee(['HEAD', 'Trưởng ban cũ', '2021-01-01']);
    await reform(code, TODAY, ['HEAD Trưởng ban nhầm', 'MEMBER Ủy viên']);
    await reform(code, TODAY, ['HEAD Trưởng ban đúng', 'MEMBER Ủy viên']);
    expect(await current(code)).toEqual(['HEAD Trưởng ban đúng', 'MEMBER Ủy viên']);
  });

  test('whoever was left out by mistake goes on without a break, and whoever was taken out by mistake comes back', async () => {
    const code = await committee(['HEAD', 'Trưởng ban', '2021-01-01'], ['MEMBER', 'Ủy viên', '2021-01-01']);
    await reform(code, TODAY, ['HEAD Trưởng ban', 'DEPUTY_HEAD Phó ban']);
    await reform(code, TODAY, ['HEAD Trưởng ban', 'MEMBER Ủy viên']);
    expect(await current(code)).toEqual(['HEAD Trưởng ban', 'MEMBER Ủy viên']);
    await reform(code, TODAY, ['HEAD Trưởng ban', 'MEMBER Ủy viên', 'DEPUTY_HEAD Phó ban']);
    expect(await current(code)).toEqual(['DEPUTY_HEAD Phó ban', 'HEAD Trưởng ban', 'MEMBER Ủy viên']);
    const { count } = await view.row<{ count: number }>(
      `select count(*)::integer as count from committee_membership m join steering_committee c on c.id = m.committee_id
         join programme p on p.id = c.programme_id where p.code = $1`,
      [code],
    );
    expect(count).toBe(3);
  });
});

describe('committees are re-formed one after the other', () => {
  test.each([
    ['only dismisses', ['HEAD Trưởng ban']],
    ['leaves everybody in place', ['HEAD Trưởng ban', 'MEMBER Ủy viên']],
  ])('a re-formation that %s is not overtaken by an earlier one', async (_name, members) => {
    const code = await committee(['HEAD', 'Trưởng ban', '2021-01-01'], ['MEMBER', 'Ủy viên', '2021-01-01']);
    await reform(code, '2023-11-10', members);
    await refused(formed(code, '2023-11-05', ['HEAD Trưởng ban', 'MEMBER Ủy viên']), [
      /từ 10\/11\/2023/,
      /from 2023-11-10 on/,
    ]);
    expect(await current(code)).toEqual(members);
  });

  test('before a date for which a source states a member, nothing is entered: the date is told', async () => {
    const code = await committee(['HEAD', 'Trưởng ban', '2021-01-01'], ['DEPUTY_HEAD', 'Phó ban', '2023-07-09']);
    await refused(
      formed(code, '2022-01-01', ['HEAD Trưởng ban']),
      [/Phó ban.*09\/07\/2023/, /Phó ban.*2023-07-09/],
      ['Phó ban'],
    );
  });

  test('who was entered as a member for a day to come, and is not named, does not become one; the log says so', async () => {
    const code = await committee(
      ['HEAD', 'Trưởng ban', '2021-01-01'],
      ['DEPUTY_HEAD', 'Phó ban sau này', '2025-04-03'],
    );
    await reform(code, TODAY, ['HEAD Trưởng ban']);
    expect(await membersFrom(code, '2026-01-01')).toEqual(['HEAD Trưởng ban']);
    const { left } = await view.row<{ left: string[] }>(
      `select data -> 'left' as left from event_log where type = 'COMMITTEE_REFORMED' order by position desc limit 1`,
    );
    expect(left).toEqual(['Phó ban sau này']);
  });
});

describe('a re-formation that is still to come', () => {
  test('is at most a year ahead: the message tells the last date', async () => {
    const code = await committee(['HEAD', 'Trưởng ban', '2021-01-01']);
    for (const date of ['2099-01-01', '2100-12-31']) {
      await refused(formed(code, date, ['HEAD Trưởng ban']), [/14\/11\/2024/, /2024-11-14/]);
    }
  });

  test('is not overtaken unawares, and is replaced when that is said: who was to leave stays, who was to come does not', async () => {
    const code = await committee(['HEAD', 'Trưởng ban', '2021-01-01'], ['MEMBER', 'Ủy viên', '2021-01-01']);
    await reform(code, '2024-06-01', ['HEAD Trưởng ban sau', 'MEMBER Người mới']);
    const instead = ['HEAD Trưởng ban', 'MEMBER Ủy viên'];
    await refused(formed(code, '2023-12-01', instead), [
      /01\/06\/2024.*replacesUpcoming/,
      /2024-06-01.*replacesUpcoming/,
    ]);
    await reform(code, '2023-12-01', instead, { replacesUpcoming: true });
    expect(await membersFrom(code, '2024-07-01')).toEqual(instead);
    expect(await current(code)).toEqual(instead);
  });
});

describe('head and standing deputy head are one person each', () => {
  test('one whom a source states for a date is it until a later one is known', async () => {
    const code = await committee(
      ['STANDING_DEPUTY_HEAD', 'Phó ban thứ nhất', '2021-07-23'],
      ['STANDING_DEPUTY_HEAD', 'Phó ban thứ hai', '2023-07-09'],
      ['STANDING_DEPUTY_HEAD', 'Phó ban sau này', '2025-01-01'],
      ['DEPUTY_HEAD', 'Một phó ban', '2021-07-23'],
      ['DEPUTY_HEAD', 'Một phó ban nữa', '2023-07-09'],
    );
    const standing = ['DEPUTY_HEAD Một phó ban', 'DEPUTY_HEAD Một phó ban nữa', 'STANDING_DEPUTY_HEAD Phó ban thứ hai'];
    expect(await current(code)).toEqual(standing);
  });

  test('one who is known to have been followed is charged with nothing any more', async () => {
    const code = await committee(['HEAD', 'Trưởng ban cũ', '2021-07-23'], ['HEAD', 'Trưởng ban', '2023-07-09']);
    const { id } = await view.row<{ id: string }>(
      `select 'cm_' || m.id as id from committee_membership m join steering_committee c on c.id = m.committee_id
         join programme p on p.id = c.programme_id where p.code = $1 and m.office = 'Trưởng ban cũ'`,
      [code],
    );
    await expectRefused(view, secretariat, {
      name: '',
      mutation: 'assignMember',
      input: { membershipId: id, targetIds: ['ta_00000000-0000-4000-8000-000000000000'] },
      refused: [['CONFLICT', 'input.membershipId']],
      names: [/đến 08\/07\/2023/, /to 2023-07-08/],
      quoted: ['Trưởng ban cũ'],
    });
  });

  test('no committee is formed with two standing deputies', async () => {
    const code = await committee();
    await expectRefused(view, secretariat, {
      name: '',
      mutation: 'reformCommittee',
      input: formed(code, TODAY, ['HEAD Trưởng ban', 'STANDING_DEPUTY_HEAD Một', 'STANDING_DEPUTY_HEAD Hai']),
      refused: [['INVALID', 'input.members']],
    });
  });
});
