import {
  getNamedType,
  getNullableType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  isCompositeType,
  isInputObjectType,
  isIntrospectionType,
  isListType,
  isObjectType,
} from 'graphql';
import { type Actor, ROLES } from '../../access/actor';
import type { FactSql } from '../../reader/model/declarations';
import type { ModelField, ReadModel } from '../../reader/model/model';
import { costOf, costsNothing, listSizeOf, SHORT_LIST, weighs, WEIGHTS } from './cost-of-field';

/** Facts that only some may see must count for what they are to those: one who may see all asks. */
const SEES_ALL: Actor = {
  accountId: '',
  displayName: '',
  email: '',
  unitId: null,
  roles: ROLES.map((role) => ({ role, unitId: null })),
  tokenId: '',
  tokenExpiresAt: new Date(0),
};

/**
 * Gives the fields of readable types their weights and short lists their size, beside what ListTypes has already said of its own. Called once, with every
 * field in place.
 */
export function describeCosts(schema: GraphQLSchema, model: ReadModel): void {
  const types = Object.values(schema.getTypeMap()).filter(
    (type): type is GraphQLObjectType => isObjectType(type) && !isIntrospectionType(type),
  );
  const roots = [
    schema.getQueryType(),
    schema.getMutationType(),
    schema.getSubscriptionType(),
    schema.getType('Snapshot'),
  ];
  for (const type of types) if (roots.includes(type)) weighNothing(type);
  for (const type of model.registry.types) {
    const fields = (schema.getType(type.name) as GraphQLObjectType).getFields();
    for (const known of model.of(type).values()) {
      if (known.kind === 'object') weighNothing(known.type);
      const weight = weightOf(known);
      const field = fields[known.name];
      if (weight > 0 && field !== undefined) field.extensions = { ...field.extensions, ...weighs(weight) };
      if (weight > 0) weighInputs(schema, type.name, known.name, weight);
    }
  }
  sizeShortLists(types);
}

/** What is derived is derived for every row that it is compared or ordered by. */
function weighInputs(schema: GraphQLSchema, type: string, field: string, weight: number): void {
  for (const name of [`${type}Filter`, `${type}Order`]) {
    const input = schema.getType(name);
    const entry = isInputObjectType(input) ? input.getFields()[field] : undefined;
    if (entry === undefined) continue;
    const own = costOf(entry)?.weight ?? 0;
    entry.extensions = { ...entry.extensions, ...weighs(own + weight * WEIGHTS.derived) };
  }
}

function weighNothing(type: GraphQLObjectType): void {
  type.extensions = { ...type.extensions, ...costsNothing };
}

function weightOf(field: ModelField): number {
  switch (field.kind) {
    case 'leaf':
      return WEIGHTS.tableRead * tablesReadBy(field.sql);
    case 'object':
      return field.json === null ? 0 : WEIGHTS.tableRead * tablesReadBy(field.json);
    case 'toOne':
      return WEIGHTS.tableRead * tablesReadBy(field.id);
    case 'computed': {
      const { asked, weight } = field;
      const read = asked === null ? 0 : tablesReadBy((row, moment) => asked.sql(row, moment, 'value'));
      return weight + WEIGHTS.tableRead * read;
    }
    // the objects that they give count by themselves
    case 'many':
    case 'any':
      return 0;
  }
}

function tablesReadBy(sql: FactSql): number {
  let count = 0;
  const table = (name: string): string => {
    count += 1;
    return name;
  };
  const shifted = (moment: string): string => moment;
  sql('r', { now: 'now', today: 'today', table, unlogged: table, shifted, actor: SEES_ALL, globalId: () => '' });
  return count;
}

/** Every list of objects has a size: pages and groups their own, all others are short by nature. */
function sizeShortLists(types: readonly GraphQLObjectType[]): void {
  const sized = new Set(types.flatMap((type) => Object.values(type.getFields()).flatMap(sizedBelow)));
  for (const type of types) {
    for (const field of Object.values(type.getFields())) {
      const isList = isListType(getNullableType(field.type)) && isCompositeType(getNamedType(field.type));
      if (!isList || listSizeOf(field) !== undefined || sized.has(`${type.name}.${field.name}`)) continue;
      field.extensions = { ...field.extensions, listSize: { assumedSize: SHORT_LIST } };
    }
  }
}

function sizedBelow(field: GraphQLField<unknown, unknown>): string[] {
  const { name: type } = getNamedType(field.type);
  return (listSizeOf(field)?.sizedFields ?? []).map((name) => `${type}.${name}`);
}
