import {
  type GraphQLInputFieldConfig,
  GraphQLBoolean,
  GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLLeafType,
  GraphQLList,
  GraphQLNonNull,
  isEnumType,
} from 'graphql';
import { says } from '../../lib/says';
import type { LeafField } from '../../reader/model/model';
import { countsAsCondition, WEIGHTS } from '../cost/cost-of-field';
import { MadeTypes } from './made-types';

type Operator = 'eq' | 'ne' | 'in' | 'notIn' | 'lt' | 'lte' | 'gt' | 'gte' | 'isNull' | 'contains' | 'startsWith';

const IDENTITY: readonly Operator[] = ['eq', 'ne', 'in', 'notIn', 'isNull'];
const ORDERED: readonly Operator[] = ['eq', 'ne', 'in', 'notIn', 'lt', 'lte', 'gt', 'gte', 'isNull'];

/** What scalars can be compared by; an enum has the operators of identity. What is not here has no filter. */
const OPERATORS: Readonly<Record<string, readonly Operator[]>> = {
  ID: IDENTITY,
  String: [...ORDERED, 'contains', 'startsWith'],
  Boolean: ['eq', 'ne', 'isNull'],
  Int: ORDERED,
  Float: ORDERED,
  BigInt: ORDERED,
  Date: ORDERED,
  DateTime: ORDERED,
  Period: ORDERED,
  Cursor: ORDERED,
};

const WORDS: Readonly<Record<Operator, string>> = {
  eq: says(
    'Bằng giá trị này; viết `null` để tìm dòng còn trống.',
    'Equal to this; `null` finds rows where the value is empty.',
  ),
  ne: says(
    'Khác, kể cả giá trị trống; `null` là không trống.',
    'Not equal, empty values included; `null` means not empty.',
  ),
  in: says('Là một trong các giá trị, tối đa 1.000.', 'One of these, at most 1,000.'),
  notIn: says(
    'Không là giá trị nào trong số này, kể cả giá trị trống; tối đa 1.000.',
    'None of these, empty values included; at most 1,000.',
  ),
  lt: says(
    'Nhỏ hơn giá trị này, không kể chính nó; giá trị trống không thỏa mãn.',
    'Below or before this, itself not included; empty values never match.',
  ),
  lte: says(
    'Nhỏ hơn hoặc bằng giá trị này; giá trị trống không thỏa mãn.',
    'Below or before this, itself included; empty values never match.',
  ),
  gt: says(
    'Lớn hơn giá trị này, không kể chính nó; giá trị trống không thỏa mãn.',
    'Above or after this, itself not included; empty values never match.',
  ),
  gte: says(
    'Lớn hơn hoặc bằng giá trị này; giá trị trống không thỏa mãn.',
    'Above or after this, itself included; empty values never match.',
  ),
  isNull: says('`true`: trống; `false`: không trống.', '`true`: empty; `false`: not empty.'),
  contains: says(
    'Có chứa đoạn chữ này, không phân biệt hoa thường và dấu (đ như d).',
    'Contains this text, whatever its case and accents (đ like d).',
  ),
  startsWith: says(
    'Bắt đầu bằng đoạn chữ này, không phân biệt hoa thường và dấu (đ như d).',
    'Begins with this text, whatever its case and accents (đ like d).',
  ),
};

/** How a comparison of a scalar is to be understood, where that is not plain. */
const MEANINGS: Readonly<Record<string, string>> = {
  ID: says(
    'So sánh mã định danh; mã của loại khác không bằng mã nào.',
    'Comparison of ids; an id of another type equals none.',
  ),
  String: says(
    'So sánh văn bản: bằng là đúng từng ký tự, lớn nhỏ theo thứ tự chữ cái tiếng Việt.',
    'Comparison of texts: equal means character by character, less and greater follow the Vietnamese alphabet.',
  ),
  Period: says(
    'So sánh kỳ theo ký tự, như `2021-Q3` < `2021-Q4`; chỉ nên so các kỳ cùng dạng.',
    'Compares by characters, as `2021-Q3` < `2021-Q4`; meant for values of one form.',
  ),
  Cursor: says(
    'So sánh vị trí trong nhật ký sự kiện: nhỏ hơn là ghi trước.',
    'Compares places in the event log: less means written earlier.',
  ),
};

/** The inputs that compare one value: one for each kind of value, shared by all filters. */
export class Comparisons {
  private readonly made = new MadeTypes<GraphQLInputObjectType>();

  /** The comparison of a field's values, or null for what cannot be compared: lists and JSON. */
  of({ leaf, isList }: LeafField): GraphQLInputObjectType | null {
    if (isList || !(isEnumType(leaf) || leaf.name in OPERATORS)) return null;
    return this.ofLeaf(leaf);
  }

  /** The comparison of a kind of value that can be compared. */
  ofLeaf(leaf: GraphQLLeafType): GraphQLInputObjectType {
    return this.made.of(`${leaf.name}Comparison`, (name) => {
      const operators = isEnumType(leaf) ? IDENTITY : OPERATORS[leaf.name]!;
      return new GraphQLInputObjectType({
        name,
        description:
          MEANINGS[leaf.name] ??
          says(
            `So sánh giá trị \`${leaf.name}\`; mọi điều kiện phải cùng đúng.`,
            `Comparison of \`${leaf.name}\` values; all conditions must hold.`,
          ),
        fields: Object.fromEntries(operators.map((operator) => [operator, operandOf(operator, leaf)])),
      });
    });
  }
}

function operandOf(operator: Operator, leaf: GraphQLLeafType): GraphQLInputFieldConfig {
  let type: GraphQLInputType = leaf;
  if (operator === 'isNull') type = GraphQLBoolean;
  if (operator === 'in' || operator === 'notIn') type = new GraphQLList(new GraphQLNonNull(leaf));
  return { type, description: WORDS[operator], extensions: weightOf(operator) };
}

function weightOf(operator: Operator): ReturnType<typeof countsAsCondition> {
  if (operator === 'contains' || operator === 'startsWith') return countsAsCondition(WEIGHTS.search);
  return countsAsCondition(WEIGHTS.condition, operator === 'in' || operator === 'notIn' ? { values: true } : {});
}
