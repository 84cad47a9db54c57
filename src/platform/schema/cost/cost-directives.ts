import {
  DirectiveLocation,
  GraphQLBoolean,
  GraphQLDirective,
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  GraphQLString,
} from 'graphql';
import { says } from '../../lib/says';

const names = new GraphQLList(new GraphQLNonNull(GraphQLString));

/** The directives of the IBM GraphQL cost specification, by which the printed schema says what its fields cost. */
export const COST_DIRECTIVES: readonly GraphQLDirective[] = [
  new GraphQLDirective({
    name: 'cost',
    description: says(
      'Chi phí. Trên kiểu: tính cho mỗi đối tượng, không ghi là 1. Trên trường: cộng thêm một lần khi đọc trường, không ghi là 0. Trên tham số: cộng thêm cho mỗi giá trị khác nhau. Trên trường đầu vào: cộng thêm mỗi lần viết; bên trong `some`, `none`, `every` tính gấp 10 ở mỗi tầng. Danh sách nhân chi phí bên trong với độ dài.',
      'What is counted: on a type for each object, 1 unless said; on a field once for reading it, beside the objects that it gives, 0 unless said; on an argument for each different value of its list; on an input field each time that it is written, ten times over at each level of `some`, `none` and `every`. A list multiplies what is below it by its size.',
    ),
    args: {
      weight: {
        type: new GraphQLNonNull(GraphQLString),
        description: says('Trọng số, là một số.', 'The weight, a number.'),
      },
    },
    locations: [
      DirectiveLocation.ARGUMENT_DEFINITION,
      DirectiveLocation.ENUM,
      DirectiveLocation.FIELD_DEFINITION,
      DirectiveLocation.INPUT_FIELD_DEFINITION,
      DirectiveLocation.OBJECT,
      DirectiveLocation.SCALAR,
    ],
  }),
  new GraphQLDirective({
    name: 'listSize',
    description: says('Độ dài của danh sách khi tính chi phí.', 'The length of a list when costs are counted.'),
    args: {
      assumedSize: {
        type: GraphQLInt,
        description: says('Độ dài khi không có tham số nào.', 'The length when no argument tells.'),
      },
      slicingArguments: {
        type: names,
        description: says('Các tham số cho biết độ dài.', 'The arguments that tell the length.'),
      },
      sizedFields: {
        type: names,
        description: says(
          'Các trường con là danh sách có độ dài đó; không ghi là chính trường này.',
          'The fields below that are lists of that length; the field itself unless said.',
        ),
      },
      requireOneSlicingArgument: {
        type: GraphQLBoolean,
        defaultValue: true,
        description: says(
          'Có bắt buộc đúng một tham số độ dài không.',
          'Whether exactly one of those arguments must be given.',
        ),
      },
    },
    locations: [DirectiveLocation.FIELD_DEFINITION],
  }),
];
