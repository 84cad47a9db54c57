import { buildSchema, getNamedType, type GraphQLInputObjectType } from 'graphql';
import { changeProgress, submitReport, withdrawReport } from '../support/report-steps';
import { idFieldsOf } from './id-fields';
import { codesOf, type Item, Past, read, THE_ITEM } from './past';

let past: Past;

beforeAll(async () => {
  past = await Past.open();
});

afterAll(() => past.close());

describe('ids of the past', () => {
  test('carry their moment, and lead back to it', async () => {
    const { data } = await past.secretariat.ask<{ workItem: Item }>(THE_ITEM);
    const cursor = await past.cursorNow();
    const then = await past.itemThen({ cursor });
    expect(then).toEqual({
      ...data.workItem,
      id: `${data.workItem.id}@${cursor}`,
      leadUnit: { id: `${data.workItem.leadUnit.id}@${cursor}` },
    });
    await changeProgress(past.program, then.percentComplete + 1);
    const { node } = await read<{ node: Item }>(
      past.secretariat,
      'query ($id: ID!) { node(id: $id) { id ... on WorkItem { percentComplete health leadUnit { id } } } }',
      { id: then.id },
    );
    expect(node).toEqual(then);
    expect((await past.itemThen({ cursor: await past.cursorNow() })).percentComplete).toBe(then.percentComplete + 1);
  });

  test('are null for what was not there then, and for what was never there', async () => {
    const before = await past.cursorNow();
    const { report, cursor } = await submitReport(past.program, 50);
    await withdrawReport(past.program, report);
    const nodes = await read<Record<string, object | null>>(
      past.secretariat,
      `{ before: node(id: "${report.id}@${before}") { id } then: node(id: "${report.id}@${cursor}") { id ... on ProgressReport { state } }
         never: node(id: "rp_00000000-0000-4000-8000-000000000000@${cursor}") { id } }`,
    );
    expect(nodes).toEqual({ before: null, then: { id: `${report.id}@${cursor}`, state: 'SUBMITTED' }, never: null });
  });

  test('find the same row when they filter', async () => {
    const cursor = await past.cursorNow();
    const { id } = await past.itemThen({ cursor });
    const { asOf } = await read<{ asOf: { workItems: { nodes: { code: string }[] } } }>(
      past.secretariat,
      'query ($cursor: Cursor!, $id: ID!) { asOf(cursor: $cursor) { workItems(where: { id: { eq: $id } }) { nodes { code } } } }',
      { cursor, id },
    );
    expect(asOf.workItems.nodes).toEqual([{ code: '07-01' }]);
  });

  test('are refused by every field of every mutation that takes an id', async () => {
    const schema = buildSchema(await (await fetch(`${past.program.url}/schema.graphql`)).text());
    const { id } = await past.itemThen({ cursor: await past.cursorNow() });
    const places = Object.values(schema.getMutationType()!.getFields()).flatMap(idFieldsOf);
    // whatever is called an id is one
    const called = Object.values(schema.getMutationType()!.getFields()).flatMap(({ name, args }) =>
      args.flatMap(({ type }) =>
        Object.keys((getNamedType(type) as GraphQLInputObjectType).getFields())
          .filter((field) => /Ids?$/.test(field))
          .map((field) => `${name}.${field}`),
      ),
    );
    expect(called.length).toBeGreaterThan(60);
    expect(places.map(({ mutation, field }) => `${mutation}.${field}`)).toEqual(called);
    const before = await past.view.everything();
    for (const { mutation, inputType, field, input, isList } of places) {
      const query = `mutation ($input: ${inputType}!) { ${mutation}(input: $input) { cursor userErrors { code } } }`;
      const name = isList ? `input.${field}.1` : `input.${field}`;
      const variables = { input: { ...input, [field]: isList ? [id.split('@')[0], id] : id } };
      const [vi, en] = [
        await past.secretariat.ask(query, variables),
        await past.secretariat.ask(query, variables, 'en'),
      ];
      expect(vi.errors).toMatchObject([{ path: [mutation], extensions: { code: 'BAD_USER_INPUT' } }]);
      expect(vi.errors![0]!.message).toBe(
        `\`${name}\` là mã định danh của quá khứ: chỉ để xem lại. Hãy dùng mã hiện tại.`,
      );
      expect(en.errors![0]!.message).toBe(
        `\`${name}\` is an id of the past, which can only be read. Use the id of the present.`,
      );
    }
    expect(await past.view.everything()).toEqual(before);
  });

  test('say nothing to a stranger', async () => {
    const query = `mutation { withdrawProgressReport(input: { progressReportId: "rp_00000000-0000-4000-8000-000000000000@1.1" }) { cursor } }`;
    expect(await codesOf(past.program.stranger(), query)).toEqual(['UNAUTHENTICATED']);
  });
});
