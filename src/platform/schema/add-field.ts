import { type GraphQLFieldConfig, GraphQLObjectType } from 'graphql';

/** A field's configuration whose source and arguments are known only to the field itself. */
// graphql-js' own default for an unknown source and arguments
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type AnyFieldConfig = GraphQLFieldConfig<any, any>;

/** Adds a field to a type that is already built: graphql-js keeps the map of fields live until a schema is made of it. */
export function addField(type: GraphQLObjectType, name: string, config: AnyFieldConfig): void {
  const fields = type.getFields();
  if (name in fields) throw new Error(`${type.name}.${name} is declared twice.`);
  const built = new GraphQLObjectType({ name: type.name, fields: { [name]: config } }).getFields()[name]!;
  fields[name] = built;
}
