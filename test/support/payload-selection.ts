import {
  buildSchema,
  getNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isInputObjectType,
  isLeafType,
} from 'graphql';

/** The schema that a program serves. */
export async function schemaOf(url: string): Promise<GraphQLSchema> {
  return buildSchema(await (await fetch(`${url}/schema.graphql`)).text());
}

/** The mutations of a schema whose successes are remembered under a key. */
export function keyedMutations(schema: GraphQLSchema): string[] {
  return Object.values(schema.getMutationType()!.getFields())
    .filter(({ args }) => {
      const type = args[0] === undefined ? null : getNamedType(args[0].type);
      return isInputObjectType(type) && type.getFields().idempotencyKey !== undefined;
    })
    .map(({ name }) => name);
}

const REFUSALS = 'userErrors { code path message }';

/** Everything that a payload says by itself, and of each object that it leads to its id (a receipt has none: its code; nor has one result of several). */
export function selectionOf(schema: GraphQLSchema, mutation: string): string {
  const payload = getNamedType(schema.getMutationType()!.getFields()[mutation]!.type) as GraphQLObjectType;
  return Object.values(payload.getFields())
    .map(({ name, type }) => {
      const below = getNamedType(type);
      if (isLeafType(below)) return name;
      if (name === 'userErrors') return REFUSALS;
      const fields = (below as GraphQLObjectType).getFields();
      const known = ['id', 'code'].find((field) => field in fields);
      // a result of one of several: the row, and what was refused of it
      const ofEach = () => Object.keys(fields).map((field) => (field === 'userErrors' ? REFUSALS : `${field} { id }`));
      return `${name} { ${known ?? ofEach().join(' ')} }`;
    })
    .join(' ');
}
