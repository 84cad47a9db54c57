import {
  buildSchema,
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLSchema,
  printSchema,
} from 'graphql';
import { weighs } from './cost-of-field';
import { printSchemaWithCosts } from './print-schema-with-costs';

const thing = new GraphQLObjectType({
  name: 'Thing',
  description: 'Đồ vật: "type Query {".\nA thing.',
  extensions: weighs(0),
  fields: {
    value: { type: GraphQLInt, description: 'Giá trị: Int\nIts value.', extensions: weighs(2) },
    plain: { type: GraphQLInt },
  },
});

const schema = new GraphQLSchema({
  query: new GraphQLObjectType({
    name: 'Query',
    fields: {
      things: {
        type: new GraphQLNonNull(new GraphQLList(thing)),
        args: { first: { type: GraphQLInt, description: 'Số dòng.\nRows.' } },
        extensions: {
          ...weighs(5),
          listSize: { assumedSize: 50, slicingArguments: ['first', 'last'], requireOneSlicingArgument: false },
        },
      },
    },
  }),
});

test('types and fields show what they carry, and nothing else shows anything', () => {
  const applied = printSchemaWithCosts(schema)
    .split('\n')
    .filter((line) => / @(cost|listSize)\(/.test(line) && !line.startsWith('directive'));
  expect(applied).toEqual([
    '  ): [Thing]! @cost(weight: "5") @listSize(assumedSize: 50, slicingArguments: ["first", "last"], requireOneSlicingArgument: false)',
    'type Thing @cost(weight: "0") {',
    '  value: Int @cost(weight: "2")',
  ]);
});

test('the text is that of the schema with both directives defined, and says the same when it is read again', () => {
  const text = printSchemaWithCosts(schema);
  const read = buildSchema(text);
  expect(read.getDirective('cost')!.locations).toContain('FIELD_DEFINITION');
  expect(read.getDirective('listSize')!.args.map(({ name }) => name)).toEqual([
    'assumedSize',
    'slicingArguments',
    'sizedFields',
    'requireOneSlicingArgument',
  ]);
  expect(printSchema(read).endsWith(printSchema(schema))).toBe(true);
  expect(printSchemaWithCosts(schema)).toBe(text);
});
