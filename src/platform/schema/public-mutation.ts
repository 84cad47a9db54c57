import type { GraphQLObjectType, GraphQLSchema } from 'graphql';

/** Marks mutations as open to strangers. Throws for one that is not there. */
export function openToStrangers(mutation: GraphQLObjectType, names: readonly string[]): void {
  for (const name of names) {
    const field = mutation.getFields()[name];
    if (field === undefined) throw new Error(`There is no mutation ${name} to open to strangers.`);
    field.extensions = { ...field.extensions, isPublic: true };
  }
}

/** Whether strangers may call a mutation. */
export function isPublicMutation(schema: GraphQLSchema, name: string): boolean {
  return schema.getMutationType()?.getFields()[name]?.extensions.isPublic === true;
}
