import {
  getNullableType,
  type GraphQLInputType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  type OperationDefinitionNode,
  typeFromAST,
} from 'graphql';
import type { Variables } from '../lists/argument-value';
import { sizeClassOf } from './size-class';

/** Enums whose values stand in the statement's text; the values of others are parameters. */
const STRUCTURAL = /^(SortDirection|TimeBucket|\w+GroupField|ReadableTypeName)$/;

/**
 * What of an operation's variables decides on the text of its statement: presence, nulls, keys, lengths of lists of objects (of values
 * roughly, for the cost), directions, page sizes, the type of an id.
 * Two sets of variables of one shape share a plan.
 */
export function shapeOf(schema: GraphQLSchema, operation: OperationDefinitionNode, variables: Variables): string {
  return (operation.variableDefinitions ?? [])
    .map(({ variable, type }) => {
      const name = variable.name.value;
      if (!(name in variables)) return '';
      return shape(variables[name], typeFromAST(schema, type) as GraphQLInputType, true);
    })
    .join(';');
}

function shape(value: unknown, type: GraphQLInputType, isTop: boolean): string {
  if (value === null || value === undefined) return '0';
  const nullable = getNullableType(type);
  if (isListType(nullable)) {
    const item = nullable.ofType;
    if (isLeafType(getNullableType(item))) return `l${sizeClassOf((value as unknown[]).length)}`;
    return `[${(value as unknown[]).map((entry) => shape(entry, item, false)).join(',')}]`;
  }
  if (isInputObjectType(nullable)) {
    const fields = nullable.getFields();
    const entries = Object.entries(value as Record<string, unknown>);
    return `{${entries.map(([name, entry]) => `${name}:${shape(entry, fields[name]!.type, false)}`).join(',')}}`;
  }
  const { name } = nullable;
  if (name === 'Boolean' || (isEnumType(nullable) && STRUCTURAL.test(name))) return JSON.stringify(value);
  if (isTop && name === 'Int') return JSON.stringify(value);
  // an id decides which table is read, and whether as of a moment or as if something were so
  if (isTop && name === 'ID') return idShape(value as string);
  return 'v';
}

function idShape(id: string): string {
  return /^([a-z]{1,8})_[0-9a-f-]{36}([@~])?/.exec(id)?.slice(1).join('') ?? '?';
}
