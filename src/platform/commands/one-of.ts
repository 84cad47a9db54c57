const oneOfs = new Set<string>();

/** Declares an input of which exactly one field is given: GraphQL's `@oneOf`, which TypeGraphQL does not know. All its fields are nullable. */
export function OneOf(): ClassDecorator {
  return ({ name }) => void oneOfs.add(name);
}

/** The names of the inputs that were declared so. */
export function declaredOneOfs(): readonly string[] {
  return [...oneOfs];
}
