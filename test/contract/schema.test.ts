import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  buildSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isScalarType,
} from 'graphql';
import { isSpecifiedScalarType, type GraphQLNamedType, type GraphQLSchema } from 'graphql';
import { schemaText } from '../../src/tools/print-schema';

const FILE = join(__dirname, '..', '..', 'schema', 'schema.graphql');
/** Letters that Vietnamese has and English has not. */
const VIETNAMESE = /[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]/i;

interface Element {
  readonly name: string;
  readonly description: string | null | undefined;
}

/** The types, fields, arguments, input fields and enum values that are ours, with what is said about each. */
function elementsOf(schema: GraphQLSchema): Element[] {
  return Object.values(schema.getTypeMap())
    .filter((type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type))
    .flatMap((type) => [type, ...partsOf(type)]);
}

function partsOf(type: GraphQLNamedType): Element[] {
  const under = (parent: string, parts: readonly Element[]): Element[] =>
    parts.map(({ name, description }) => ({ name: `${parent}.${name}`, description }));
  if (isEnumType(type)) return under(type.name, type.getValues());
  if (isInputObjectType(type)) return under(type.name, Object.values(type.getFields()));
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  const fields = Object.values(type.getFields());
  return [...under(type.name, fields), ...fields.flatMap((field) => under(`${type.name}.${field.name}`, field.args))];
}

/** What is wrong with a description; null when Vietnamese stands first and English after it. */
function complaint({ name, description }: Element): string | null {
  const [vietnamese = '', english = ''] = (description ?? '').split('\n');
  if (vietnamese === '') return `${name} has no description`;
  if (!VIETNAMESE.test(vietnamese)) return `${name} does not begin in Vietnamese: "${vietnamese}"`;
  return /[a-z]{2}/i.test(english) ? null : `${name} says nothing in English`;
}

function complaints(sdl: string): (string | null)[] {
  return elementsOf(buildSchema(sdl))
    .map(complaint)
    .filter((found) => found !== null);
}

test('the committed schema is the one that the program serves', async () => {
  expect(readFileSync(FILE, 'utf8')).toBe(await schemaText());
});

test('a scalar that follows a published specification names it; ours have none', async () => {
  const scalars = Object.values(buildSchema(await schemaText()).getTypeMap()).filter(isScalarType);
  const named = scalars.filter((type) => !isSpecifiedScalarType(type)).map((type) => [type.name, type.specifiedByURL]);
  expect(Object.fromEntries(named)).toEqual({
    Date: 'https://scalars.graphql.org/andimarek/local-date',
    DateTime: 'https://www.rfc-editor.org/rfc/rfc3339#section-5.6',
    JSON: 'https://www.rfc-editor.org/rfc/rfc8259',
    BigInt: undefined,
    Cursor: undefined,
    Period: undefined,
  });
});

test('everything in the schema is described, in Vietnamese first', async () => {
  expect(complaints(await schemaText())).toEqual([]);
});

test('a missing or English description would be noticed wherever it stands', () => {
  const sdl = `
    "Kỳ.\\nPeriod." scalar Period
    scalar Bare
    "Gốc.\\nRoot." type Query { "Mục.\\nItem." item("Item code." code: String, "Mã." id: ID): Int  bare: Int }
    "Nhập.\\nInput." input In { bare: Int }
    "Loại.\\nKind." enum Kind { BARE }
  `;
  expect(complaints(sdl)).toEqual([
    'Bare has no description',
    'Query.bare has no description',
    'Query.item.code does not begin in Vietnamese: "Item code."',
    'Query.item.id says nothing in English',
    'In.bare has no description',
    'Kind.BARE has no description',
  ]);
});
