import type { ApiClient } from '../support/api-client';
import { DatabaseView } from '../support/database-view';
import { refusedDocument } from '../support/document-operations';
import { makeAppendix, makeDocument } from '../support/made/made-document';
import { startTestProgram, type TestProgram } from '../support/program';
import { expectRefused } from '../support/refused';
import { until } from '../support/until';

let program: TestProgram;
let view: DatabaseView;
let secretariat: ApiClient;

beforeAll(async () => {
  program = await startTestProgram({ clock: new Date('2023-11-14T08:00:00+07:00') });
  view = await DatabaseView.open(program.target);
  secretariat = await program.as('secretariat');
  // what so-vhtt did went over to so-tp, and from there to so-yt; so-nv ended with nobody after it
  await view.rows(`
    update unit set valid_to = '2023-11-01' where code in ('so-vhtt', 'so-nv');
    update unit set valid_to = '2023-11-10' where code = 'so-tp';
    insert into unit_succession (predecessor_id, successor_id, effective_on, share)
      select a.id, b.id, e.on_date, 1 from (values ('so-vhtt', 'so-tp', date '2023-11-02'), ('so-tp', 'so-yt', '2023-11-11')) e(a, b, on_date)
      join unit a on a.code = e.a join unit b on b.code = e.b`);
});

afterAll(async () => {
  await view.close();
  await program.close();
});

async function appendix(): Promise<string> {
  const id = await makeDocument(view, { state: 'DRAFTING', unit: null, kind: 'PLAN' });
  return `ap_${await makeAppendix(view, id, 3)}`;
}

const rows = (...units: string[]) =>
  units.map((leadUnitCode, index) => ({
    number: index + 1,
    kind: 'TASK',
    title: `Nhiệm vụ ${index + 1}`,
    leadUnitCode,
    startsOn: '2023-11-01',
    dueOn: '2023-12-01',
  }));

const QUOTED = ['Sở Văn hóa và Thể thao', 'Sở Tư pháp', 'Sở Y tế', 'Sở Nội vụ', 'Sở Nông nghiệp và Môi trường'];

test('a row of a list is not led by a unit that does not exist yet: the message tells from which date', async () => {
  await expectRefused(view, secretariat, {
    name: 'a unit of the future',
    mutation: 'addAppendixRows',
    input: { appendixId: await appendix(), rows: rows('so-yt', 'so-nnmt') },
    refused: [['INVALID', 'input.rows.1.leadUnitCode']],
    names: [/chưa hoạt động.*01\/03\/2025/, /does not exist before 2025-03-01/],
    quoted: QUOTED,
  });
});

test('each row led by a unit that has ended is named, with the unit that holds its matters today', async () => {
  await expectRefused(view, secretariat, {
    name: 'units of the past',
    mutation: 'addAppendixRows',
    input: { appendixId: await appendix(), rows: rows('so-vhtt', 'so-yt', 'so-vhtt') },
    refused: [
      ['INVALID', 'input.rows.0.leadUnitCode'],
      ['INVALID', 'input.rows.2.leadUnitCode'],
    ],
    names: [
      /đã kết thúc hoạt động sau ngày 01\/11\/2023\. Hãy chọn đơn vị kế thừa: [^,]*\(so-yt\)\.$/,
      /ended after 2023-11-01\. Choose its successor: [^,]*\(so-yt\)\.$/,
    ],
    quoted: QUOTED,
  });
});

test('units that are asked for their opinion exist: all that do not are told at once', async () => {
  const documentId = `do_${await makeDocument(view, { state: 'DRAFTING', unit: null })}`;
  await expectRefused(view, secretariat, {
    name: 'units of the past and of the future',
    mutation: 'sendForOpinions',
    input: { documentId, unitCodes: ['so-nnmt', 'so-nv', 'so-yt'], dueOn: '2023-12-01' },
    refused: [
      ['INVALID', 'input.unitCodes'],
      ['INVALID', 'input.unitCodes'],
    ],
    quoted: QUOTED,
  });
});

test('where nobody carries on the matters of a unit, no successor is made up', async () => {
  await expectRefused(view, secretariat, {
    name: 'a unit that ended with nobody after it',
    mutation: 'addAppendixRows',
    input: { appendixId: await appendix(), rows: rows('so-nv') },
    refused: [['INVALID', 'input.rows.0.leadUnitCode']],
    names: [/Hãy chọn đơn vị khác\.$/, /Choose another unit\.$/],
    quoted: QUOTED,
  });
});

test('an end that is being recorded is waited for: no row comes to be led by a unit that ends at that moment', async () => {
  const appendixId = await appendix();
  const ending = await DatabaseView.open(program.target);
  await ending.rows('begin');
  await ending.rows(`update unit set valid_to = '2023-11-13' where code = 'so-tc'`);
  const entering = refusedDocument(secretariat, 'addAppendixRows', { appendixId, rows: rows('so-tc') });
  const waiting = `select 1 from pg_locks where not granted and locktype = 'transactionid'`;
  await until(
    () => view.rows(waiting),
    (found) => found.length > 0,
  );
  await ending.rows('commit');
  await ending.close();
  expect(await entering).toEqual(['INVALID input.rows.0.leadUnitCode']);
});
