import { GraphQLObjectType } from 'graphql';
import { says } from '../../lib/says';
import { CursorScalar, DateTimeScalar } from '../../lib/scalars';
import type { AnyFieldConfig } from '../add-field';

/**
 * The type of the past and of what is supposed: the same fields as Query under another name, so that what clients have cached of the present is never mixed with them. Called when
 * Query has all its fields; throws for a name that Query does not have.
 */
export function snapshotType(query: GraphQLObjectType, fieldNames: readonly string[]): GraphQLObjectType {
  const { fields } = query.toConfig();
  return new GraphQLObjectType({
    name: 'Snapshot',
    description: says(
      'Dữ liệu như tại một thời điểm trong quá khứ, hoặc như giả định: các trường đọc của `Query`.',
      'The data as it stood at a moment of the past, or as if something were done: the reading fields of `Query`.',
    ),
    fields: Object.fromEntries(
      fieldNames.map((name) => {
        const field = fields[name];
        if (field === undefined) throw new Error(`Query has no field ${name}.`);
        return [name, field];
      }),
    ),
  });
}

/** The field `asOf` of Query. */
export function asOfField(snapshot: GraphQLObjectType): AnyFieldConfig {
  return {
    type: snapshot,
    description: says(
      'Dữ liệu như tại một thời điểm hoặc một vị trí trong nhật ký: đúng một trong hai tham số; trống kèm lỗi khi không có thời điểm ấy. Quyền xem là của hiện tại.',
      'The data as it stood at a moment or at a position of the log: exactly one of the two arguments; null with an error when there is no such moment. Rights are those of now.',
    ),
    args: {
      at: {
        type: DateTimeScalar,
        description: says('Thời điểm, không ở tương lai.', 'The moment, not of the future.'),
      },
      cursor: {
        type: CursorScalar,
        description: says('Vị trí trong nhật ký sự kiện.', 'Position in the event log.'),
      },
    },
  };
}
