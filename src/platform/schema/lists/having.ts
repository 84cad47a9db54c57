import { type GraphQLInputFieldConfigMap, GraphQLFloat, GraphQLInputObjectType, GraphQLInt } from 'graphql';
import { says } from '../../lib/says';
import type { ReadModel } from '../../reader/model/model';
import type { ReadableType } from '../../reader/model/registry';
import { NESTS } from '../cost/cost-of-field';
import { SUMMARY_WORDS } from './aggregates';
import type { Comparisons } from './comparisons';
import { combinations } from './filters';
import { MadeTypes } from './made-types';
import { numberFields } from './summarised-fields';

/** Conditions on groups: `<Type>Having`. */
export class Having {
  private readonly made = new MadeTypes<GraphQLInputObjectType>();

  constructor(
    private readonly model: ReadModel,
    private readonly comparisons: Comparisons,
  ) {}

  /** The conditions on groups of a type's rows. */
  of(type: ReadableType): GraphQLInputObjectType {
    const { title } = type.options;
    return this.made.of(`${type.name}Having`, (name) => {
      const having: GraphQLInputObjectType = new GraphQLInputObjectType({
        name,
        description: says(
          `Điều kiện đối với nhóm ${title.vi}; mọi điều kiện phải cùng đúng.`,
          `Conditions on groups of ${title.en} rows; all must hold.`,
        ),
        extensions: NESTS,
        fields: () => ({ ...combinations(having), ...this.summaries(type) }),
      });
      return having;
    });
  }

  private summaries(type: ReadableType): GraphQLInputFieldConfigMap {
    const numbers = numberFields(this.model, type);
    return {
      count: {
        type: this.comparisons.ofLeaf(GraphQLInt),
        description: says(
          'Số dòng mà nhóm phải có, ví dụ `{ gte: 5 }` là từ 5 dòng trở lên.',
          'How many rows a group must have, for instance `{ gte: 5 }` for at least five.',
        ),
      },
      ...Object.fromEntries(
        numbers.map(({ name, description }) => [name, { type: this.numberSummary(), description }]),
      ),
    };
  }

  private numberSummary(): GraphQLInputObjectType {
    const type = this.comparisons.ofLeaf(GraphQLFloat);
    return this.made.of('NumberSummaryComparison', (name) => {
      return new GraphQLInputObjectType({
        name,
        description: says(
          'So sánh tóm tắt của một số; mọi điều kiện phải cùng đúng.',
          'Comparison of the summaries of a number; all conditions must hold.',
        ),
        fields: Object.fromEntries(
          Object.entries(SUMMARY_WORDS).map(([summary, description]) => [summary, { type, description }]),
        ),
      });
    });
  }
}
