import { GraphQLScalarType, Kind } from 'graphql';

/** A moment: a Date inside, ISO 8601 outside. */
export const DateTime = new GraphQLScalarType({
  name: 'DateTime',
  serialize: (value) => value.toISOString(),
  parseValue: (value) => new Date(value),
  parseLiteral: (node) => (node.kind === Kind.STRING ? new Date(node.value) : null),
});
