import {
  buildSchema,
  getNamedType,
  type GraphQLInputType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  parse,
  validate,
} from 'graphql';
import type { ApiClient } from '../support/api-client';
import { startTestProgram, type TestProgram } from '../support/program';
import type { UserErrorShape } from '../support/report-operations';

const CODE = '07-01';
const SAMPLES: Readonly<Record<string, unknown>> = {
  ID: 'wi_00000000-0000-4000-8000-000000000000',
  Int: 1,
  Float: 1,
  Boolean: true,
  BigInt: '1',
  Date: '2023-11-14',
  DateTime: '2023-11-14T08:00:00Z',
  Period: '2023-Q4',
};

let program: TestProgram;
let client: ApiClient;
let schema: GraphQLSchema;

beforeAll(async () => {
  program = await startTestProgram();
  client = await program.as('analyst');
  schema = buildSchema(await (await fetch(`${program.url}/schema.graphql`)).text());
});

afterAll(() => program.close());

/** The ways from a type of an input to the ids in it. */
function idsIn(type: GraphQLInputType, way: readonly string[]): string[][] {
  const named = getNamedType(type);
  if (named.name === 'ID') return [[...way]];
  if (!isInputObjectType(named)) return [];
  return Object.values(named.getFields()).flatMap((field) => idsIn(field.type, [...way, field.name]));
}

/** A value of a type that the schema takes, with a code at the end of the way. */
function valueOf(type: GraphQLInputType, way: readonly string[] | null): unknown {
  if (isNonNullType(type)) return valueOf(type.ofType, way);
  if (isListType(type)) return [valueOf(type.ofType, way)];
  if (way?.length === 0) return CODE;
  if (isEnumType(type)) return type.getValues()[0]!.name;
  if (!isInputObjectType(type)) return SAMPLES[type.name] ?? 'x';
  const fields = Object.values(type.getFields());
  const given = type.isOneOf
    ? [fields.find(({ name }) => name === way?.[0]) ?? fields[0]!]
    : fields.filter(({ name, type: of }) => isNonNullType(of) || name === way?.[0]);
  return Object.fromEntries(
    given.map(({ name, type: of }) => [name, valueOf(of, name === way?.[0] ? way.slice(1) : null)]),
  );
}

/** What is said of a code where an id is wanted. */
async function refusalOf(mutation: string, way: readonly string[], language: string): Promise<UserErrorShape[]> {
  const [argument] = schema.getMutationType()!.getFields()[mutation]!.args;
  const operation = `mutation ($input: ${String(argument!.type)}) { payload: ${mutation}(input: $input) { userErrors { code path message } } }`;
  const variables = { input: valueOf(argument!.type, way) };
  const { data, errors } = await client.ask<{ payload: { userErrors: UserErrorShape[] } }>(
    operation,
    variables,
    language,
  );
  if (errors !== undefined) throw new Error(`${mutation}: ${JSON.stringify(errors)}`);
  const wanted = way.join('.');
  // a place in a list has its number in the path
  return data.payload.userErrors.filter(
    ({ path }) => path.filter((part) => !/^\d+$/.test(part)).join('.') === `input.${wanted}`,
  );
}

test('a code where an id is wanted is refused as a code, with the way to the id, by every mutation', async () => {
  const ways = Object.values(schema.getMutationType()!.getFields()).flatMap(({ name, args }) =>
    args.flatMap(({ type }) => idsIn(type, []).map((way) => ({ mutation: name, way }))),
  );
  expect(ways.length).toBeGreaterThan(60);
  const wrong: unknown[] = [];
  for (const { mutation, way } of ways) {
    const vietnamese = await refusalOf(mutation, way, 'vi');
    const english = await refusalOf(mutation, way, 'en');
    const isSaid =
      vietnamese.length === 1 &&
      english.length === 1 &&
      vietnamese[0]!.code === 'INVALID' &&
      /“07-01” không phải mã định danh \(id\), có thể là mã số \(code\)\. Hãy (lấy|dùng) .*id/.test(
        vietnamese[0]!.message,
      ) &&
      /“07-01” is no id; it may be a code\. (Get|Use) .*id/.test(english[0]!.message);
    const query = /query “(\w+\(.*\) \{ id \})”/.exec(english[0]?.message ?? '')?.[1];
    const isUsable = query === undefined || validate(schema, parse(`{ ${query} }`)).length === 0;
    if (!isSaid || !isUsable) wrong.push({ mutation, way, vietnamese, english });
  }
  expect(wrong).toEqual([]);
});

test('the way to the id of a work item is the query by its code', async () => {
  const [refusal] = await refusalOf('describeWorkItem', ['workItemId'], 'vi');
  expect(refusal!.message).toContain('workItem(code: "07-01") { id }');
  const { data } = await client.ask<{ workItem: { id: string } }>('{ workItem(code: "07-01") { id } }');
  expect(data.workItem.id).toMatch(/^wi_/);
});

test('an id that nobody has is not found, whatever kind of row it would be of', async () => {
  const secretariat = await program.as('secretariat');
  const { data } = await secretariat.ask<{ payload: { userErrors: UserErrorShape[] } }>(
    'mutation ($input: DescribeWorkItemInput!) { payload: describeWorkItem(input: $input) { userErrors { code path message } } }',
    { input: { workItemId: SAMPLES.ID } },
  );
  expect(data.payload.userErrors.map(({ code }) => code)).toEqual(['NOT_FOUND']);
});

test('every input of an id is said to be one, and that a code is not taken', () => {
  const inputs = Object.values(schema.getTypeMap()).filter(
    (type) => isInputObjectType(type) && type.name.endsWith('Input'),
  );
  const fields = inputs.flatMap((type) => (isInputObjectType(type) ? Object.values(type.getFields()) : []));
  const unsaid = fields
    .filter(({ type }) => getNamedType(type).name === 'ID')
    .filter(
      ({ description }) =>
        !/trường `id`, không dùng mã số \(code\)\.\n.*a code is not taken\.$/.test(description ?? ''),
    );
  expect(fields.length).toBeGreaterThan(200);
  expect(unsaid.map(({ name, description }) => `${name}: ${description}`)).toEqual([]);
});
