import {
  GraphQLEnumType,
  GraphQLID,
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLString,
} from 'graphql';
import { says } from '../lib/says';
import { CursorScalar, JsonScalar } from '../lib/scalars';
import type { ReadModel } from '../reader/model/model';
import { hasHistory } from '../reader/statement/past-time';
import type { AnyFieldConfig } from './add-field';
import type { ListSize } from './cost/cost-of-field';

const SIZE: ListSize = { assumedSize: 200, slicingArguments: ['first'], requireOneSlicingArgument: false };

/** The field `changes` of Query: which rows of a type differ between two moments. */
export function changesField(model: ReadModel): AnyFieldConfig {
  return {
    type: listOf(changeType()),
    description: says(
      'Các dòng của một kiểu khác nhau giữa hai thời điểm, theo thứ tự riêng của kiểu; nếu còn nữa, `extensions.truncated` ghi tổng số. Quyền xem là của hiện tại: dòng không được xem coi như không có.',
      'The rows of a type that differ between two moments, in the type’s own order; where there are more, `extensions.truncated` says how many. Rights are those of now: a row that may not be seen counts as not there.',
    ),
    extensions: { listSize: SIZE },
    args: {
      of: { type: new GraphQLNonNull(readableTypeName(model)), description: says('Kiểu dữ liệu.', 'The type.') },
      from: {
        type: new GraphQLNonNull(CursorScalar),
        description: says('Vị trí trước, trong nhật ký.', 'The earlier position of the log.'),
      },
      to: {
        type: CursorScalar,
        description: says('Vị trí sau; không có thì là hiện tại.', 'The later position; now by default.'),
      },
      first: {
        type: GraphQLInt,
        description: says('Số dòng, mặc định 200, tối đa 1.000.', 'Rows: 200 by default, at most 1,000.'),
      },
    },
  };
}

function readableTypeName(model: ReadModel): GraphQLEnumType {
  const kept = model.registry.types.filter(({ table, options }) => hasHistory(table) && options.rowsFrom === undefined);
  return new GraphQLEnumType({
    name: 'ReadableTypeName',
    description: says('Kiểu dữ liệu có lịch sử.', 'A type whose rows have a history.'),
    values: Object.fromEntries(
      kept.map(({ name, options: { title } }) => [
        name,
        { description: says(`Kiểu ${title.vi}.`, `Type: ${title.en}.`) },
      ]),
    ),
  });
}

function changeType(): GraphQLObjectType {
  return new GraphQLObjectType({
    name: 'Change',
    description: says('Một dòng khác nhau giữa hai thời điểm.', 'A row that differs between two moments.'),
    fields: {
      id: { type: new GraphQLNonNull(GraphQLID), description: says('Mã định danh (id) của dòng.', 'Id of the row.') },
      kind: { type: new GraphQLNonNull(changeKind()), description: says('Khác như thế nào.', 'In what way.') },
      code: {
        type: GraphQLString,
        description: says(
          'Mã số (code) để tra cứu dòng, nếu kiểu có.',
          'The code that people know it by, where the type has one.',
        ),
      },
      fields: {
        type: listOf(fieldChangeType()),
        description: says(
          'Các giá trị khác nhau, kể cả liên kết đến dòng khác; rỗng khi chỉ khác ở những gì không được xem.',
          'The values that differ, relations among them; empty when it only leads to rows that may not be seen.',
        ),
      },
    },
  });
}

function changeKind(): GraphQLEnumType {
  return new GraphQLEnumType({
    name: 'ChangeKind',
    description: says('Dòng khác như thế nào.', 'In what way a row differs.'),
    values: {
      ADDED: { description: says('Trước không có, sau có.', 'Not there before, there after.') },
      CHANGED: { description: says('Trước sau đều có, nội dung đã đổi.', 'There at both, and not the same.') },
      REMOVED: { description: says('Trước có, sau không có.', 'There before, not there after.') },
    },
  });
}

function fieldChangeType(): GraphQLObjectType {
  const value = (description: string) => ({ type: JsonScalar, description });
  return new GraphQLObjectType({
    name: 'FieldChange',
    description: says('Một giá trị khác nhau giữa hai thời điểm.', 'A value that differs between two moments.'),
    fields: {
      name: {
        type: new GraphQLNonNull(GraphQLString),
        description: says(
          'Tên trường, ví dụ `dueOn`, `leadUnit`; thành phần viết như `source.note`.',
          'Name of the field, for instance `dueOn` or `leadUnit`; a part of a value is written like `source.note`.',
        ),
      },
      before: value(
        says(
          'Giá trị trước, như trường đó trả lời; của liên kết là mã số của dòng (ví dụ `so-tttt`), hoặc mã định danh nếu dòng không có mã số.',
          'The value before, as the field would answer it; of a relation the code of its row (`so-tttt`), or its id where it has none.',
        ),
      ),
      after: value(says('Giá trị sau, viết như `before`.', 'The value after, written like `before`.')),
    },
  });
}

function listOf(type: GraphQLObjectType): GraphQLNonNull<GraphQLList<GraphQLNonNull<GraphQLObjectType>>> {
  return new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(type)));
}
