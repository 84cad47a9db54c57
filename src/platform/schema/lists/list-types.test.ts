import {
  assertValidSchema,
  GraphQLEnumType,
  GraphQLInputObjectType,
  GraphQLInt,
  type GraphQLLeafType,
  GraphQLID,
  GraphQLObjectType,
  GraphQLSchema,
  GraphQLString,
  isObjectType,
} from 'graphql';
import { CursorScalar, DateScalar, JsonScalar } from '../../lib/scalars';
import type { LeafField, ModelField, ReadModel } from '../../reader/model/model';
import type { ReadableType } from '../../reader/model/registry';
import { ListTypes } from './list-types';
import { asOfField, snapshotType } from './snapshot-type';

const health = new GraphQLEnumType({ name: 'Health', values: { GOOD: {}, BAD: {} } });
const values = new GraphQLObjectType({ name: 'Values', fields: { at: { type: DateScalar } } });

const item = readable('Item');
const unit = readable('Unit');
const bare = readable('Bare');

function readable(name: string): ReadableType {
  return { name, options: { title: { vi: `loại ${name}`, en: name } } } as unknown as ReadableType;
}

function leaf(name: string, type: GraphQLLeafType, isList = false): LeafField {
  const isEnum = type instanceof GraphQLEnumType;
  return {
    kind: 'leaf',
    name,
    description: name,
    leaf: type,
    isList,
    values: isEnum ? [] : null,
  } as unknown as LeafField;
}

function field(kind: ModelField['kind'], name: string, rest: object): ModelField {
  return { kind, name, description: name, ...rest } as unknown as ModelField;
}

/** A model of the types that a schema of lists is made of. */
function modelOf(types: Readonly<Record<string, readonly ModelField[]>>): ReadModel {
  const of = (type: ReadableType) => new Map(types[type.name]!.map((entry) => [entry.name, entry]));
  return { of } as unknown as ReadModel;
}

const FIELDS = {
  Item: [
    leaf('id', GraphQLID),
    leaf('code', GraphQLString),
    leaf('number', GraphQLInt),
    leaf('dueOn', DateScalar),
    leaf('health', health),
    leaf('tags', GraphQLString, true),
    leaf('data', JsonScalar),
    leaf('cursor', CursorScalar),
    field('toOne', 'unit', { to: unit }),
    field('object', 'span', {
      type: values,
      members: new Map([
        ['at', leaf('at', DateScalar)],
        ['list', leaf('list', GraphQLInt, true)],
      ]),
    }),
    field('object', 'papers', { type: values, members: new Map([['list', leaf('list', GraphQLInt, true)]]) }),
    field('any', 'subject', {}),
    field('computed', 'viewerCan', {}),
  ],
  Unit: [leaf('id', GraphQLID), leaf('name', GraphQLString), field('many', 'items', { of: item })],
  Bare: [leaf('id', GraphQLID)],
};

function schemaOf(fields: Readonly<Record<string, readonly ModelField[]>> = FIELDS): GraphQLSchema {
  const rows = [item, unit, bare].map(
    ({ name }) => new GraphQLObjectType({ name, fields: { id: { type: GraphQLID } } }),
  );
  const lists = new ListTypes(
    modelOf(fields),
    (name) => rows.find((type) => type.name === name)!,
    (type) => type === item,
  );
  const query = new GraphQLObjectType({
    name: 'Query',
    fields: { items: lists.field(item, null), units: lists.field(unit, null), bares: lists.field(bare, null) },
  });
  return new GraphQLSchema({ query });
}

const schema = schemaOf();

function fieldsOf(name: string): Record<string, string> {
  const type = schema.getType(name);
  if (!(type instanceof GraphQLInputObjectType) && !isObjectType(type)) throw new Error(`There is no type ${name}.`);
  return Object.fromEntries(Object.values(type.getFields()).map((entry) => [entry.name, String(entry.type)]));
}

test('types that refer to each other make one valid schema', () => {
  expect(() => assertValidSchema(schema)).not.toThrow();
});

test('a filter offers what can be compared: no lists, no JSON, nothing computed', () => {
  expect(fieldsOf('ItemFilter')).toEqual({
    and: '[ItemFilter!]',
    or: '[ItemFilter!]',
    not: 'ItemFilter',
    id: 'IDComparison',
    code: 'StringComparison',
    number: 'IntComparison',
    dueOn: 'DateComparison',
    health: 'HealthComparison',
    cursor: 'CursorComparison',
    unit: 'UnitFilter',
    span: 'ItemSpanFilter',
  });
  expect(fieldsOf('ItemSpanFilter')).toEqual({ at: 'DateComparison' });
  expect(fieldsOf('UnitFilter').items).toBe('ItemListFilter');
  expect(fieldsOf('ItemListFilter')).toEqual({ some: 'ItemFilter', none: 'ItemFilter', every: 'ItemFilter' });
});

test('each kind of value has its own operators', () => {
  const operators = (name: string) => Object.keys(fieldsOf(name)).join(' ');
  expect(operators('IDComparison')).toBe('eq ne in notIn isNull');
  expect(operators('HealthComparison')).toBe('eq ne in notIn isNull');
  expect(operators('CursorComparison')).toBe('eq ne in notIn lt lte gt gte isNull');
  expect(operators('DateComparison')).toBe('eq ne in notIn lt lte gt gte isNull');
  expect(operators('StringComparison')).toBe('eq ne in notIn lt lte gt gte isNull contains startsWith');
});

test('an order takes one key in each object: no lists, no JSON, nothing that leads to many', () => {
  const order = schema.getType('ItemOrder') as GraphQLInputObjectType;
  expect(order.isOneOf).toBe(true);
  expect(Object.keys(order.getFields())).toEqual(['id', 'code', 'number', 'dueOn', 'health', 'cursor', 'unit', 'span']);
  expect(fieldsOf('ItemOrder')).toMatchObject({ code: 'SortDirection', unit: 'UnitOrder', span: 'ItemSpanOrder' });
  expect(Object.keys(fieldsOf('UnitOrder'))).toEqual(['id', 'name']);
});

test('numbers and dates are added up; conditions and orders of groups are on numbers alone', () => {
  const summaries = { count: 'Int!', number: 'NumberSummary!', dueOn: 'DateSummary!' };
  expect(fieldsOf('ItemAggregates')).toEqual(summaries);
  expect(fieldsOf('ItemGroup')).toEqual({ keys: '[GroupKey!]!', ...summaries, coverage: 'Coverage' });
  expect(Object.keys(fieldsOf('ItemHaving'))).toEqual(['and', 'or', 'not', 'count', 'number']);
  expect(fieldsOf('ItemGroupOrder')).toEqual({
    key: 'SortDirection',
    count: 'SortDirection',
    number: 'NumberSummaryOrder',
  });
});

test('coverage stands only on groups of which something is expected', () => {
  expect(fieldsOf('UnitGroup')).toEqual({ keys: '[GroupKey!]!', count: 'Int!' });
});

test('a type with nothing to group by has no groups, and still its count', () => {
  expect(fieldsOf('BareConnection')).not.toHaveProperty('groupedAggregates');
  expect(fieldsOf('BareAggregates')).toEqual({ count: 'Int!' });
  expect(schema.getType('BareGroupField')).toBeUndefined();
});

test('a value whose name aggregates need for themselves is refused at the start', () => {
  const fields = { ...FIELDS, Bare: [leaf('id', GraphQLID), leaf('count', GraphQLInt)] };
  expect(() => schemaOf(fields)).toThrow('Bare.count');
});

test('a snapshot has the named fields of Query with their arguments, and no others', () => {
  const query = schema.getQueryType()!;
  const snapshot = snapshotType(query, ['items']);
  expect(Object.keys(snapshot.getFields())).toEqual(['items']);
  expect(snapshot.getFields().items!.args.map(({ name }) => name)).toEqual(
    query.getFields().items!.args.map(({ name }) => name),
  );
  expect(String(asOfField(snapshot).type)).toBe('Snapshot');
  expect(() => snapshotType(query, ['viewer'])).toThrow('viewer');
});
