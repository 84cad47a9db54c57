import {
  type DocumentNode,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  type SelectionNode,
} from 'graphql';
import { ReadError } from '../../reader/read-error';
import { isPublicMutation } from '../../schema/public-mutation';
import { LIMITS } from './limits';
import { measureOperation } from './measure-operation';

const NAMES = {
  depth: { vi: 'độ sâu', en: 'depth' },
  fields: { vi: 'số trường', en: 'number of fields' },
  aliases: { vi: 'số bí danh', en: 'number of aliases' },
  directives: { vi: 'số chỉ thị', en: 'number of directives' },
} as const;

/** Refuses an operation that asks for too much, naming the bound. Called on every transport before anything is executed. */
export function assertWithinLimits(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): void {
  const size = measureOperation(document, operation);
  for (const [key, name] of Object.entries(NAMES) as [keyof typeof NAMES, (typeof NAMES)[keyof typeof NAMES]][]) {
    if (size[key] <= LIMITS[key]) continue;
    throw new ReadError('QUERY_TOO_COMPLEX', {
      vi: `Truy vấn quá lớn: ${name.vi} vượt ${LIMITS[key]}. Hãy chia nhỏ truy vấn.`,
      en: `The operation is too large: its ${name.en} exceeds ${LIMITS[key]}. Split it.`,
    });
  }
  if (operation.operation === OperationTypeNode.MUTATION) assertFewMutations(schema, operation);
}

function assertFewMutations(schema: GraphQLSchema, operation: OperationDefinitionNode): void {
  const selections = operation.selectionSet.selections;
  // a stranger's password is tried once an operation
  const isSignIn = (entry: SelectionNode) => entry.kind === Kind.FIELD && isPublicMutation(schema, entry.name.value);
  const signIns = selections.filter(isSignIn).length;
  // a fragment could hide more: mutations stand in the operation itself
  const hidden = selections.some((entry) => entry.kind !== Kind.FIELD);
  if (selections.length <= LIMITS.mutations && signIns <= 1 && !hidden) return;
  throw new ReadError('QUERY_TOO_COMPLEX', {
    vi: `Một yêu cầu có tối đa ${LIMITS.mutations} lệnh thay đổi, trong đó một lần đăng nhập, không dùng fragment ở gốc.`,
    en: `An operation holds at most ${LIMITS.mutations} mutations, one of them signing in, without fragments at its root.`,
  });
}
