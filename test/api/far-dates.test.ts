import {
  getNamedType,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredInputField,
} from 'graphql';
import type { ApiClient } from '../support/api-client';
import { DatabaseView } from '../support/database-view';
import { mutate } from '../support/payload';
import { schemaOf } from '../support/payload-selection';
import { startTestProgram, type TestProgram } from '../support/program';
import { expectPoints } from '../support/refused';

let program: TestProgram;
let view: DatabaseView;
let schema: GraphQLSchema;
let secretariat: ApiClient;

beforeAll(async () => {
  program = await startTestProgram();
  view = await DatabaseView.open(program.target);
  schema = await schemaOf(program.url);
  secretariat = await program.as('secretariat');
});

afterAll(async () => {
  await view.close();
  await program.close();
});

/** The way to a field that holds a date: names of fields, each through the lists on the way. */
type Way = readonly string[];

const SCALARS: Readonly<Record<string, unknown>> = {
  ID: 'un_00000000-0000-4000-8000-000000000000',
  Int: 1,
  Float: 1,
  Boolean: true,
  Date: '2023-11-14',
  DateTime: '2023-11-14T08:00:00+07:00',
  Period: '2023-Q4',
  BigInt: '1',
};

function datesIn(type: GraphQLInputObjectType, above: readonly GraphQLInputObjectType[] = []): Way[] {
  if (above.includes(type)) return [];
  return Object.values(type.getFields()).flatMap(({ name, type: of }) => {
    const named = getNamedType(of);
    if (named.name === 'Date') return [[name]];
    if (!isInputObjectType(named)) return [];
    return datesIn(named, [...above, type]).map((way) => [name, ...way]);
  });
}

/** A value of a type that holds what it must, and what lies on the way. */
function valueOf(type: GraphQLInputType, way: Way | null, date: string): unknown {
  if (isNonNullType(type)) return valueOf(type.ofType, way, date);
  if (isListType(type)) return [valueOf(type.ofType, way, date)];
  if (isEnumType(type)) return type.getValues()[0]!.name;
  if (!isInputObjectType(type)) return type.name === 'Date' && way !== null ? date : (SCALARS[type.name] ?? 'x');
  const given = Object.values(type.getFields()).filter(
    (field) => field.name === way?.[0] || (isRequiredInputField(field) && !type.isOneOf),
  );
  return Object.fromEntries(
    given.map(({ name, type: of }) => [name, valueOf(of, name === way?.[0] ? way.slice(1) : null, date)]),
  );
}

/** Where the date lies, as a refusal says it. */
function pathOf(type: GraphQLInputObjectType, way: Way): string {
  const [name, ...rest] = way;
  const of = type.getFields()[name!]!.type;
  const nullable = isNonNullType(of) ? of.ofType : of;
  const place = isListType(nullable) ? [name!, '0'] : [name!];
  return [...place, ...(rest.length === 0 ? [] : [pathOf(getNamedType(of) as GraphQLInputObjectType, rest)])].join('.');
}

test('no date of any input is kept that lies in another age: each is refused at its place', async () => {
  const before = await view.everything();
  let count = 0;
  for (const { name, args } of Object.values(schema.getMutationType()!.getFields())) {
    const input = args[0] === undefined ? null : (getNamedType(args[0].type) as GraphQLInputObjectType);
    for (const way of input === null ? [] : datesIn(input)) {
      count += 1;
      for (const date of ['0001-01-01', '1944-12-31', '2101-01-01', '9999-12-31']) {
        const { userErrors } = await mutate(secretariat, name, valueOf(input!, way, date) as object);
        const points = userErrors.map(({ code, path }) => `${name}: ${code} ${path.join('.')}`);
        expect(points).toContain(`${name}: INVALID input.${pathOf(input!, way)}`);
      }
    }
  }
  expect(count).toBeGreaterThan(25);
  expect(await view.everything()).toEqual(before);
});

test('the refusal names the field, the date and what is possible', async () => {
  const input = { code: 'KH-xa', kind: 'PLAN', title: 'x', approvalLevel: 'UNIT', submitBy: '9999-12-31' };
  await expectPoints(view, secretariat, [
    'draftDocument',
    input,
    ['INVALID input.submitBy'],
    [/31\/12\/9999.*submitBy.*31\/12\/2100/, /9999-12-31.*submitBy.*2100-12-31/],
  ]);
});
