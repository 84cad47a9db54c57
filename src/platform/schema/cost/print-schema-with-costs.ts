import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLNamedType,
  GraphQLSchema,
  isInputObjectType,
  isObjectType,
  Kind,
  parse,
  printSchema,
} from 'graphql';
import { COST_DIRECTIVES } from './cost-directives';
import { costOf, listSizeOf } from './cost-of-field';

/** A piece of text and the place in another where it belongs. */
interface Insertion {
  readonly at: number;
  readonly text: string;
}

/**
 * The schema's text, with the cost directives and where they are applied: graphql-js keeps what types and fields carry to itself. Otherwise the text is that of
 * `printSchema`, to the letter.
 */
export function printSchemaWithCosts(schema: GraphQLSchema): string {
  const text = printSchema(withDirectives(schema));
  let [printed, from] = ['', 0];
  for (const { at, text: directive } of insertions(schema, text)) {
    printed += text.slice(from, at) + directive;
    from = at;
  }
  return printed + text.slice(from);
}

function withDirectives(schema: GraphQLSchema): GraphQLSchema {
  const config = schema.toConfig();
  const known = new Set(config.directives.map(({ name }) => name));
  const missing = COST_DIRECTIVES.filter(({ name }) => !known.has(name));
  return missing.length === 0
    ? schema
    : new GraphQLSchema({ ...config, directives: [...config.directives, ...missing] });
}

/** What is to be inserted, in the order of the text. */
function insertions(schema: GraphQLSchema, text: string): Insertion[] {
  return parse(text).definitions.flatMap((node) => {
    const type = 'name' in node && node.name !== undefined ? schema.getType(node.name.value) : undefined;
    if (node.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION && isInputObjectType(type)) {
      return (node.fields ?? []).map((field) => ({
        at: (field.defaultValue ?? field.type).loc!.end,
        text: directivesOf(type.getFields()[field.name.value]!),
      }));
    }
    if (node.kind !== Kind.OBJECT_TYPE_DEFINITION || !isObjectType(type)) return [];
    const header = node.interfaces?.at(-1) ?? node.name;
    return [
      { at: header.loc!.end, text: directivesOf(type) },
      ...(node.fields ?? []).flatMap((field) => {
        const known = type.getFields()[field.name.value]!;
        const given = (field.arguments ?? []).map((argument) => ({
          at: (argument.defaultValue ?? argument.type).loc!.end,
          text: directivesOf(known.args.find(({ name }) => name === argument.name.value)!),
        }));
        return [...given, { at: field.type.loc!.end, text: directivesOf(known) }];
      }),
    ];
  });
}

function directivesOf(
  element: GraphQLArgument | GraphQLNamedType | GraphQLField<unknown, unknown> | GraphQLInputField,
): string {
  const cost = costOf(element);
  const listSize = listSizeOf(element);
  return [
    ...(cost === undefined ? [] : [` @cost(weight: "${cost.weight}")`]),
    ...(listSize === undefined ? [] : [` @listSize(${argumentsOf({ ...listSize })})`]),
  ].join('');
}

// texts, numbers, booleans and lists of them are written alike in JSON and in GraphQL
function argumentsOf(given: Readonly<Record<string, unknown>>): string {
  return Object.entries(given)
    .map(([name, value]) => `${name}: ${JSON.stringify(value).replaceAll('","', '", "')}`)
    .join(', ');
}
