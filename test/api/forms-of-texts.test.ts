import type { ApiClient } from '../support/api-client';
import { DatabaseView } from '../support/database-view';
import { makeAccount } from '../support/made/made-account';
import { startTestProgram, type TestProgram } from '../support/program';

let program: TestProgram;
let view: DatabaseView;
let inspector: ApiClient;
let secretariat: ApiClient;
let admin: ApiClient;

const PLAIN = 'Quận Đống Đa – Văn phòng tiến độ';

/** One name as different keyboards, papers and programs write it. */
const WRITTEN = [
  ['as it should be', PLAIN],
  ['with Icelandic letters', PLAIN.replaceAll('Đ', 'Ð')],
  ['decomposed', PLAIN.normalize('NFD')],
  ['with spaces that do not break', PLAIN.replaceAll(' ', '\u00a0')],
  ['with two spaces, and spaces around', `  ${PLAIN.replaceAll(' ', '  ')} `],
  ['with characters that nobody sees', `\u2060${PLAIN.replaceAll(' ', '\u200b ')}\u00ad`],
] as const;

beforeAll(async () => {
  program = await startTestProgram();
  view = await DatabaseView.open(program.target);
  inspector = (await makeAccount(program, view, { roles: [{ role: 'INSPECTOR' }] })).client;
  secretariat = (await makeAccount(program, view, { roles: [{ role: 'SECRETARIAT' }] })).client;
  admin = (await makeAccount(program, view, { roles: [{ role: 'ADMINISTRATOR' }] })).client;
  for (const [index, [, name]] of WRITTEN.entries()) {
    await view.rows(
      `insert into unit (code, name, name_en, short_name, short_name_en, kind, is_sample, source_citations)
       select 'viet-' || $1::integer, $2, name_en, short_name, short_name_en, kind, false, source_citations from unit where code = 'so-yt'`,
      [index, name],
    );
  }
});

afterAll(async () => {
  await view.close();
  await program.close();
});

const ALL = WRITTEN.map((_, index) => `viet-${index}`);

async function codes(where: string, variables: object = {}, head = ''): Promise<string[]> {
  const { data } = await inspector.ask<{ units: { nodes: { code: string }[] } }>(
    `query ${head} { units(first: 200, where: ${where}, orderBy: [{ code: ASC }]) { nodes { code } } }`,
    { ...variables },
  );
  return data.units.nodes.map(({ code }) => code);
}

describe.each(WRITTEN)('a name written %s', (_name, written) => {
  test('finds the units of that name, however theirs are written, as a literal and as a variable', async () => {
    const text = JSON.stringify(written);
    expect(await codes(`{ name: { eq: ${text} } }`)).toEqual(ALL);
    expect(await codes(`{ name: { eq: $name } }`, { name: written }, '($name: String)')).toEqual(ALL);
    expect(await codes(`{ name: { in: [${text}, "khác"] } }`)).toEqual(ALL);
    expect(await codes(`{ name: { contains: ${text} } }`)).toEqual(ALL);
    expect(await codes(`{ name: { startsWith: $name } }`, { name: written }, '($name: String)')).toEqual(ALL);
    const mine = `{ code: { startsWith: "viet-" } }`;
    expect(await codes(`{ and: [${mine}, { name: { ne: ${text} } }] }`)).toEqual([]);
    expect(await codes(`{ and: [${mine}, { name: { notIn: [${text}] } }] }`)).toEqual([]);
  });

  test('is the name of the same person', async () => {
    const unit = await view.row<{ id: string }>(`select 'un_' || id as id from unit where code = 'so-yt'`);
    const add = (displayName: string) =>
      secretariat.ask<{ createPerson: { person: { displayName: string } | null; userErrors: { code: string }[] } }>(
        'mutation($input: CreatePersonInput!) { createPerson(input: $input) { person { displayName } userErrors { code } } }',
        { input: { unitId: unit.id, displayName } },
      );
    await add(PLAIN);
    const { data } = await add(written);
    expect(data.createPerson).toEqual({ person: { displayName: PLAIN }, userErrors: [{ code: 'CONFLICT' }] });
  });
});

test('what is looked up by a code is found however the code is typed, and however it is stored', async () => {
  await view.rows(`update unit set code = 'đ\u00a0' || code where code = 'viet-1'`);
  const { data } = await inspector.ask(
    'query($code: String!) { unit(code: $code) { name } programme(code: "07-CTr/TU\u200b ") { number } }',
    {
      code: 'ð viet-1',
    },
  );
  expect(data).toEqual({ unit: { name: WRITTEN[1][1] }, programme: { number: 7 } });
  await view.rows(`update unit set code = 'viet-1' where code = 'đ\u00a0viet-1'`);
});

test('events are found by a type however it is typed', async () => {
  const ask = (type: string) =>
    inspector.ask<{ events: { totalCount: number } }>(
      'query($type: String) { events(where: { type: { eq: $type } }) { totalCount } }',
      { type },
    );
  const { data: plain } = await ask('UNIT_CREATED');
  const { data: typed } = await ask(' UNIT_CREATED\u200b');
  expect(typed).toEqual(plain);
});

test('names are kept without what nobody sees, with one space between words', async () => {
  const input = {
    code: 'don-vi-moi',
    name: '\u200bSở\u00a0 Ðiện\u00ad lực ',
    nameEn: 'Power',
    shortName: 'S\u2060ĐL',
    shortNameEn: 'P',
    kind: 'DEPARTMENT',
    source: 'Quyết định 1',
  };
  const { data } = await admin.ask(
    'mutation($input: CreateUnitInput!) { createUnit(input: $input) { unit { name shortName } userErrors { code message path } } }',
    { input },
  );
  expect(data).toEqual({ createUnit: { unit: { name: 'Sở Điện lực', shortName: 'SĐL' }, userErrors: [] } });
});

test.each(['\u200b', '\u00ad', '\u2060', '\u2800', '\u3164', '\u115f', '\uffa0', '\ufe0f', '\u{e0041}', '\u00a0'])(
  'a summary or a reason of %j alone is none',
  async (blank) => {
    const reporter = await program.as('reporter');
    const { id } = await view.row<{ id: string }>(`select 'wi_' || id as id from work_item where code = '07-01'`);
    const { data } = await reporter.ask<{ submitProgressReport: { userErrors: object[] } }>(
      'mutation($input: SubmitProgressReportInput!) { submitProgressReport(input: $input) { userErrors { code path } } }',
      { input: { workItemId: id, period: '2023-Q4', percentComplete: 50, summary: blank } },
    );
    expect(data.submitProgressReport.userErrors).toEqual([{ code: 'INVALID', path: ['input', 'summary'] }]);
    const report = await view.row<{ id: string }>(`select 'rp_' || id as id from progress_report limit 1`);
    const approver = await program.as('approver');
    const { data: returned } = await approver.ask<{ returnProgressReport: { userErrors: object[] } }>(
      'mutation($input: ReturnProgressReportInput!) { returnProgressReport(input: $input) { userErrors { code path } } }',
      { input: { progressReportId: report.id, reason: blank } },
    );
    expect(returned.returnProgressReport.userErrors).toEqual([{ code: 'INVALID', path: ['input', 'reason'] }]);
  },
);

describe('a password with accents', () => {
  const password = 'Mật khẩu tiến độ 2023';

  test.each([
    ['composed', 'NFC'],
    ['decomposed', 'NFD'],
  ] as const)('that was set %s signs in in both forms, and so does the e-mail', async (_name, form) => {
    const secret = password.normalize(form);
    const other = await startTestProgram({ environment: { DEMO_PASSWORD: secret } });
    try {
      for (const typed of [password.normalize('NFC'), password.normalize('NFD')]) {
        const { data } = await other
          .stranger()
          .ask<{ signIn: { token: string | null; userErrors: object[] } }>(
            'mutation($input: SignInInput!) { signIn(input: $input) { token userErrors { code } } }',
            { input: { email: '\u200bAnalyst@demo.test\u00a0', password: typed } },
          );
        expect(data.signIn.userErrors).toEqual([]);
      }
    } finally {
      await other.close();
    }
  });
});
