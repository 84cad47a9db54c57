import { randomUUID } from 'node:crypto';
import type { ApiClient } from '../support/api-client';
import { done, RETURN } from '../support/report-operations';
import { acceptReport, changeProgress, submitReport, withdrawReport, workItemId } from '../support/report-steps';
import { CHANGES, changes, ChangingWorld, type FieldChange } from './changing-world';

let world: ChangingWorld;

beforeAll(async () => {
  world = await ChangingWorld.open();
});

afterAll(() => world.close());

describe('changes', () => {
  test('say what was added, what was changed and what went, with the values before and after', async () => {
    const id = randomUUID();
    const start = await world.cursorNow();
    const added = await world.write(
      'unit',
      `insert into unit (id, code, name, name_en, short_name, short_name_en, kind, source_citations, is_sample, valid_from)
       values ($1, 'moi', 'Đơn vị mới', 'New unit', 'Mới', 'New', 'DEPARTMENT', '{"Nghị quyết 1"}', true, '2023-01-01')`,
      [id],
    );
    const changed = await world.write(
      'unit',
      `update unit set name = 'Đơn vị khác', source_note = 'Đổi tên', source_citations = '{"Nghị quyết 1","Nghị quyết 2"}', valid_from = null where id = $1`,
      [id],
    );
    const removed = await world.write('unit', 'delete from unit where id = $1', [id]);
    const unit = { id: `un_${id}`, code: 'moi' };
    expect(await changes(world.secretariat, { of: 'Unit', from: start, to: added })).toEqual([
      {
        ...unit,
        kind: 'ADDED',
        fields: expect.arrayContaining([
          { name: 'code', before: null, after: 'moi' },
          { name: 'name', before: null, after: 'Đơn vị mới' },
          { name: 'isSample', before: null, after: true },
          { name: 'validFrom', before: null, after: '2023-01-01' },
          { name: 'source.citations', before: null, after: ['Nghị quyết 1'] },
        ]) as FieldChange[],
      },
    ]);
    expect(await changes(world.secretariat, { of: 'Unit', from: added, to: changed })).toEqual([
      {
        ...unit,
        kind: 'CHANGED',
        fields: [
          { name: 'name', before: 'Đơn vị mới', after: 'Đơn vị khác' },
          { name: 'validFrom', before: '2023-01-01', after: null },
          { name: 'source.citations', before: ['Nghị quyết 1'], after: ['Nghị quyết 1', 'Nghị quyết 2'] },
          { name: 'source.note', before: null, after: 'Đổi tên' },
        ],
      },
    ]);
    expect(await changes(world.secretariat, { of: 'Unit', from: changed, to: removed })).toEqual([
      {
        ...unit,
        kind: 'REMOVED',
        fields: expect.arrayContaining([{ name: 'name', before: 'Đơn vị khác', after: null }]) as FieldChange[],
      },
    ]);
    // what came and went between is not there at either end
    expect(await changes(world.secretariat, { of: 'Unit', from: start, to: removed })).toEqual([]);
    expect(await changes(world.secretariat, { of: 'Unit', from: start })).toEqual([]);
  });

  test('without an end go to what is there now, and hold what was written since', async () => {
    const from = await world.cursorNow();
    const item = async () => changes(world.secretariat, { of: 'WorkItem', from, to: null });
    const { percentComplete } = await world.view.row<{ percentComplete: number }>(
      `select percent_complete::float8 as "percentComplete" from work_item where code = '07-01'`,
    );
    expect(await item()).toEqual([]);
    await changeProgress(world.program, percentComplete + 2);
    expect(await item()).toEqual([
      {
        id: await workItemId(world.secretariat, '07-01'),
        kind: 'CHANGED',
        code: '07-01',
        fields: [
          { name: 'percentComplete', before: percentComplete, after: percentComplete + 2 },
          { name: 'claimedHealth', before: 'ON_TRACK', after: null },
        ],
      },
    ]);
    await changeProgress(world.program, percentComplete);
    // back where it was, though not by the way it came
    expect(await item()).toMatchObject([{ code: '07-01', fields: [{ name: 'claimedHealth' }] }]);
  });

  test('tell of a row that leads elsewhere where it led before, though no value of its own differs', async () => {
    const { before } = await world.view.row<{ before: string }>(
      `select u.code as before from work_item w join unit u on u.id = w.lead_unit_id where w.code = '07-02'`,
    );
    const from = await world.cursorNow();
    const to = await world.write(
      'work_item',
      `update work_item set lead_unit_id = (select id from unit where code = 'so-xd') where code = '07-02'`,
    );
    expect(await changes(world.secretariat, { of: 'WorkItem', from, to })).toMatchObject([
      { kind: 'CHANGED', code: '07-02', fields: [{ name: 'leadUnit', before, after: 'so-xd' }] },
    ]);
  });

  test('tell nothing of what no field shows', async () => {
    const from = await world.cursorNow();
    await world.write('account', `update account set email = 'moi@demo.test' where email = 'member@demo.test'`);
    expect(await changes(world.secretariat, { of: 'Account', from })).toEqual([]);
    await world.write('account', `update account set display_name = 'Tên khác' where email = 'moi@demo.test'`);
    expect(await changes(world.secretariat, { of: 'Account', from })).toMatchObject([
      { kind: 'CHANGED', code: null, fields: [{ name: 'displayName', after: 'Tên khác' }] },
    ]);
  });

  test('answer under whatever names and parts they are asked for', async () => {
    const from = await world.cursorNow();
    const { report } = await submitReport(world.program, 40);
    await withdrawReport(world.program, report);
    const { data } = await world.secretariat.ask(
      `query ($from: Cursor!) { since: changes(of: ProgressReport, from: $from) { ...Parts kinds: fields { ...Names } values: fields { now: after } }
         twice: changes(of: WorkItem, from: $from) { id } none: changes(of: ProgressReport, from: $from, first: 0) { id } }
       fragment Parts on Change { __typename what: kind }
       fragment Names on FieldChange { __typename called: name }`,
      { from },
    );
    expect(data).toMatchObject({
      since: [{ __typename: 'Change', what: 'ADDED' }],
      twice: [],
      none: [],
    });
    const [{ kinds, values }] = (data as { since: [{ kinds: object[]; values: object[] }] }).since;
    expect(kinds[0]).toEqual({ __typename: 'FieldChange', called: 'receiptCode' });
    expect(Object.keys(values[0]!)).toEqual(['now']);
    expect(values).toHaveLength(kinds.length);
  });

  test('come in the type’s order, no more than are asked for', async () => {
    const from = await world.cursorNow();
    await world.write('work_item', `update work_item set verified_health = 'AT_RISK' where code ~ '^07-[012]'`);
    const codes = (
      await world.view.rows<{ code: string }>(
        `select code from work_item where code ~ '^07-[012]' order by code collate "C"`,
      )
    ).map(({ code }) => code);
    const all = (await changes(world.secretariat, { of: 'WorkItem', from })).map(({ code }) => code);
    expect(all).toEqual(codes.filter((code) => all.includes(code)));
    expect(all.length).toBeGreaterThan(10);
    const some = await changes(world.secretariat, { of: 'WorkItem', from, first: 5 });
    expect(some.map(({ code }) => code)).toEqual(all.slice(0, 5));
  });

  test('are kept live', async () => {
    const from = await world.cursorNow();
    const { data } = await world.secretariat.ask<{ changes: object[] }>(CHANGES, { of: 'Indicator', from });
    expect(data.changes).toEqual([]);
    await world.write('indicator', `update indicator set name = name || ' (sửa)' where code = 'kinh-te-so'`);
    // the same question, which was answered before: the answer of then must not be given again
    expect(await changes(world.secretariat, { of: 'Indicator', from })).toMatchObject([{ code: 'kinh-te-so' }]);
  });
});

describe('rows that may not be seen count as not there', () => {
  test('a report comes for an analyst when it is accepted, for the secretariat when it is submitted', async () => {
    const start = await world.cursorNow();
    const { report, cursor: submitted } = await submitReport(world.program, 55);
    const accepted = await acceptReport(world.program, report);
    const kinds = async (client: ApiClient, from: string, to: string) =>
      (await changes(client, { of: 'ProgressReport', from, to }))
        .filter(({ id }) => id === report.id)
        .map(({ kind, fields }) => [kind, fields.find(({ name }) => name === 'state')?.before ?? null]);
    expect(await kinds(world.secretariat, start, submitted)).toEqual([['ADDED', null]]);
    expect(await kinds(world.secretariat, submitted, accepted)).toEqual([['CHANGED', 'SUBMITTED']]);
    expect(await kinds(world.analyst, start, submitted)).toEqual([]);
    expect(await kinds(world.analyst, submitted, accepted)).toEqual([['ADDED', null]]);
  });

  test('what was never accepted leaves no trace for an analyst, nor screens for a department', async () => {
    const from = await world.cursorNow();
    const { report } = await submitReport(world.program, 56);
    await done(await world.program.as('approver'), RETURN, { progressReportId: report.id, reason: 'Thiếu.' });
    expect(await changes(world.analyst, { of: 'ProgressReport', from })).toEqual([]);
    const made = await world.secretariat.ask(
      'mutation { createDisplay(input: { name: "Phòng 1", programmeCode: "07-CTr/TU" }) { userErrors { code } } }',
    );
    expect(made.errors).toBeUndefined();
    expect(await changes(world.secretariat, { of: 'Display', from })).toMatchObject([{ kind: 'ADDED' }]);
    expect(await changes(await world.program.as('reporter'), { of: 'Display', from })).toEqual([]);
  });
});

describe('a question is refused', () => {
  const NOTHING = 'There is nothing of this moment: it lies before the history, or in the future.';

  test.each([
    ['from a position to come', { from: '1.100000' }, NOTHING],
    ['to a position to come', { from: '1.1', to: '1.100000' }, NOTHING],
    ['from before the first event', { from: '1.0' }, NOTHING],
    ['from another epoch', { from: '2.1' }, NOTHING],
    ['backwards', { from: '1.2', to: '1.1' }, '`from` must not lie after `to` in the log.'],
    ['for fewer than none', { from: '1.1', first: -1 }, '`first` must be 0 to 1000, not -1.'],
    ['for too many', { from: '1.1', first: 1001 }, '`first` must be 0 to 1000, not 1001.'],
  ])('%s', async (_name, asked, message) => {
    const { data, errors } = await world.secretariat.ask(CHANGES, { of: 'Unit', ...asked }, 'en');
    expect(data ?? null).toBeNull();
    expect(errors).toEqual([{ message, path: ['changes'], extensions: { code: 'BAD_USER_INPUT' } }]);
    const { errors: vi } = await world.secretariat.ask(CHANGES, { of: 'Unit', ...asked });
    expect(vi![0]!.message).not.toBe(message);
  });

  test.each(['Event', 'AccessToken', 'unit'])('of %s, which has no history to read', async (of) => {
    const { errors } = await world.secretariat.ask(CHANGES, { of, from: '1.1' });
    expect(errors!.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
  });

  test('by a stranger', async () => {
    const { errors } = await world.program.stranger().ask(CHANGES, { of: 'Unit', from: '1.1' });
    expect(errors!.map(({ extensions }) => extensions.code)).toEqual(['UNAUTHENTICATED']);
  });
});
