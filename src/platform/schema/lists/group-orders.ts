import { GraphQLInputObjectType } from 'graphql';
import { says } from '../../lib/says';
import type { ReadModel } from '../../reader/model/model';
import type { ReadableType } from '../../reader/model/registry';
import { SUMMARY_WORDS } from './aggregates';
import { MadeTypes } from './made-types';
import { weighs, WEIGHTS } from '../cost/cost-of-field';
import { sortDirection } from './orders';
import { numberFields } from './summarised-fields';

const numberSummaryOrder = new GraphQLInputObjectType({
  name: 'NumberSummaryOrder',
  description: says(
    'Xếp các nhóm theo trung bình, tổng, giá trị nhỏ nhất hoặc lớn nhất: đúng một trường.',
    'Groups by their average, sum, least or greatest value: exactly one field.',
  ),
  isOneOf: true,
  fields: Object.fromEntries(
    Object.entries(SUMMARY_WORDS).map(([name, description]) => [name, { type: sortDirection, description }]),
  ),
});

const KEY = weighs(WEIGHTS.orderKey);

/** The keys by which groups are ordered: `<Type>GroupOrder`. */
export class GroupOrders {
  private readonly made = new MadeTypes<GraphQLInputObjectType>();

  constructor(private readonly model: ReadModel) {}

  /** One key of an order of a type's groups. */
  of(type: ReadableType): GraphQLInputObjectType {
    const { title } = type.options;
    return this.made.of(`${type.name}GroupOrder`, (name) => {
      return new GraphQLInputObjectType({
        name,
        description: says(
          `Một khóa sắp xếp nhóm ${title.vi}: đúng một trường.`,
          `One key of an order of groups of ${title.en} rows: exactly one field.`,
        ),
        isOneOf: true,
        fields: () => ({
          key: {
            type: sortDirection,
            description: says(
              'Theo giá trị các khóa, lần lượt như trong `by`; nhóm có giá trị trống đứng cuối khi tăng dần.',
              'By the values of `by`, one after the other; ascending, groups with an empty one stand last.',
            ),
            extensions: KEY,
          },
          count: {
            type: sortDirection,
            description: says(
              'Theo số dòng của mỗi nhóm; `DESC` là nhóm đông nhất trước.',
              'By how many rows each group has; with `DESC` the largest stands before the others.',
            ),
            extensions: KEY,
          },
          ...Object.fromEntries(
            numberFields(this.model, type).map((field) => {
              return [field.name, { type: numberSummaryOrder, description: field.description, extensions: KEY }];
            }),
          ),
        }),
      });
    });
  }
}
