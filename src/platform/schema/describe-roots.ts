import { getNamedType, type GraphQLObjectType } from 'graphql';
import { says } from '../lib/says';

/**
 * Says what TypeGraphQL leaves unsaid: the roots, and the one argument of a mutation, which gets the words of its input type. Called once, before the schema
 * is made.
 */
export function describeRoots(query: GraphQLObjectType, mutation: GraphQLObjectType): void {
  query.description = says('Truy vấn: đọc dữ liệu.', 'Queries: they read and change nothing.');
  mutation.description = says(
    'Thao tác: mỗi thao tác thành công trọn vẹn hoặc không thay đổi gì.',
    'Mutations: each is done wholly or changes nothing.',
  );
  for (const field of Object.values(mutation.getFields())) {
    for (const argument of field.args) argument.description ??= getNamedType(argument.type).description;
  }
}
