import {
  type GraphQLFieldConfigMap,
  GraphQLFloat,
  GraphQLInt,
  type GraphQLNamedOutputType,
  GraphQLNonNull,
  GraphQLObjectType,
} from 'graphql';
import { says } from '../../lib/says';
import { BigIntScalar, DateScalar, DateTimeScalar } from '../../lib/scalars';
import type { LeafField, ReadModel } from '../../reader/model/model';
import type { ReadableType } from '../../reader/model/registry';
import { costsNothing } from '../cost/cost-of-field';
import { MadeTypes } from './made-types';
import { summarisedFields } from './summarised-fields';

/** What the summaries of a number are called, for outputs, conditions and orders. */
export const SUMMARY_WORDS = {
  avg: says('Trung bình; trống nếu không có giá trị nào.', 'Average; empty when there is no value.'),
  min: says('Nhỏ nhất; trống nếu không có giá trị nào.', 'Least; empty when there is no value.'),
  max: says('Lớn nhất; trống nếu không có giá trị nào.', 'Greatest; empty when there is no value.'),
  sum: says('Tổng; trống nếu không có giá trị nào.', 'Sum; empty when there is no value.'),
} as const;

const numberSummary = new GraphQLObjectType({
  name: 'NumberSummary',
  description: says(
    'Tóm tắt các giá trị số; giá trị trống không tính.',
    'Summary of numbers; empty values do not count.',
  ),
  extensions: costsNothing,
  fields: Object.fromEntries(
    Object.entries(SUMMARY_WORDS).map(([name, description]) => [name, { type: GraphQLFloat, description }]),
  ),
});

const bigIntSummary = new GraphQLObjectType({
  name: 'BigIntSummary',
  description: says(
    'Tóm tắt các số tiền; giá trị trống không tính. Trống nếu các dòng thuộc nhiều loại tiền.',
    'Summary of amounts of money; empty values do not count. Empty where the rows have several currencies.',
  ),
  extensions: costsNothing,
  fields: Object.fromEntries(
    Object.entries(SUMMARY_WORDS).map(([name, description]) => [
      name,
      { type: name === 'avg' ? GraphQLFloat : BigIntScalar, description },
    ]),
  ),
});

const dateSummary = rangeType(
  'Date',
  DateScalar,
  says(
    'Ngày sớm nhất và muộn nhất; giá trị trống không tính.',
    'Earliest and latest of the dates; empty values do not count.',
  ),
);
const dateTimeSummary = rangeType(
  'DateTime',
  DateTimeScalar,
  says(
    'Thời điểm sớm nhất và muộn nhất; giá trị trống không tính.',
    'Earliest and latest of the moments; empty values do not count.',
  ),
);

function rangeType(of: string, type: GraphQLNamedOutputType, description: string): GraphQLObjectType {
  return new GraphQLObjectType({
    name: `${of}Summary`,
    description,
    extensions: costsNothing,
    fields: {
      min: {
        type,
        description: says('Sớm nhất; trống nếu không có giá trị nào.', 'Earliest; empty when there is no value.'),
      },
      max: {
        type,
        description: says('Muộn nhất; trống nếu không có giá trị nào.', 'Latest; empty when there is no value.'),
      },
    },
  });
}

/** What is added up over rows: all those of a list (`<Type>Aggregates`), or those of a group. */
export class Aggregates {
  private readonly made = new MadeTypes<GraphQLObjectType>();

  constructor(private readonly model: ReadModel) {}

  /** The aggregates of a whole list. */
  of(type: ReadableType): GraphQLObjectType {
    const { title } = type.options;
    return this.made.of(`${type.name}Aggregates`, (name) => {
      return new GraphQLObjectType({
        name,
        description: says(
          `Số liệu tổng hợp của danh sách ${title.vi}, mọi trang.`,
          `What is added up over a list of ${title.en} rows, over all its pages.`,
        ),
        extensions: costsNothing,
        fields: () => this.fields(type),
      });
    });
  }

  /** `count` and one summary for each field that can be added up. */
  fields(type: ReadableType): GraphQLFieldConfigMap<unknown, unknown> {
    const summaries = summarisedFields(this.model, type).map((field) => {
      return [field.name, { type: new GraphQLNonNull(summaryOf(field)), description: field.description }] as const;
    });
    return {
      count: {
        type: new GraphQLNonNull(GraphQLInt),
        description: says(
          'Số dòng được tính, kể cả dòng có giá trị trống; 0 nếu không có.',
          'How many rows were counted, those with empty values too; 0 for none.',
        ),
      },
      ...Object.fromEntries(summaries),
    };
  }
}

function summaryOf({ leaf }: LeafField): GraphQLObjectType {
  if (leaf.name === 'Date') return dateSummary;
  if (leaf.name === 'BigInt') return bigIntSummary;
  return leaf.name === 'DateTime' ? dateTimeSummary : numberSummary;
}
