import {
  getNamedType,
  type GraphQLField,
  type GraphQLInputObjectType,
  type GraphQLNamedType,
  isEnumType,
  isInputObjectType,
  isNonNullType,
} from 'graphql';

/** A field of a mutation's input that takes an id. */
export interface IdField {
  readonly mutation: string;
  readonly inputType: string;
  readonly field: string;
  readonly isList: boolean;
  /** Whatever the other required fields take. */
  readonly input: object;
}

const SOMETHING: Readonly<Record<string, unknown>> = {
  ID: 'wi_00000000-0000-4000-8000-000000000000',
  String: 'x',
  Boolean: true,
  BigInt: '1',
  Float: 1,
  Int: 1,
  Period: '2023-Q4',
  Date: '2023-12-31',
};

/** The fields of a mutation's input that take ids. */
export function idFieldsOf({ name: mutation, args }: GraphQLField<unknown, unknown>): IdField[] {
  const type = args[0] && getNamedType(args[0].type);
  if (!isInputObjectType(type)) return [];
  const fields = Object.values(type.getFields());
  const something = (named: GraphQLNamedType): unknown => {
    if (isEnumType(named)) return named.getValues()[0]!.name;
    return isInputObjectType(named) ? required(named) : SOMETHING[named.name];
  };
  const required = (given: GraphQLInputObjectType): Record<string, unknown> =>
    Object.fromEntries(
      Object.values(given.getFields())
        // of an input with one member at a time the first one
        .filter((field, index) => (given.isOneOf ? index === 0 : isNonNullType(field.type)))
        .map((field) => [field.name, something(getNamedType(field.type))]),
    );
  const input = required(type);
  return fields
    .filter((field) => getNamedType(field.type).name === 'ID')
    .map(({ name: field, type: given }) => {
      return { mutation, inputType: type.name, field, isList: String(given).startsWith('['), input };
    });
}
