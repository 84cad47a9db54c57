import {
  GraphQLInputObjectType,
  type GraphQLInputFieldConfig,
  type GraphQLInputFieldConfigMap,
  GraphQLList,
  GraphQLNonNull,
} from 'graphql';
import { says } from '../../lib/says';
import type { ModelField, ObjectField, ReadModel } from '../../reader/model/model';
import type { ReadableType } from '../../reader/model/registry';
import type { Comparisons } from './comparisons';
import { countsAsCondition, NESTS, WEIGHTS } from '../cost/cost-of-field';
import { capitalised, MadeTypes } from './made-types';

/** The fields with which conditions of one kind are combined: filters, and conditions on groups. */
export function combinations(condition: GraphQLInputObjectType): GraphQLInputFieldConfigMap {
  const several = new GraphQLList(new GraphQLNonNull(condition));
  return {
    and: { type: several, description: says('Tất cả cùng đúng.', 'All of these hold.') },
    or: {
      type: several,
      description: says(
        'Ít nhất một điều đúng; danh sách rỗng là không có.',
        'At least one of these holds; none of an empty list does.',
      ),
    },
    not: {
      type: condition,
      description: says('Điều này không đúng, kể cả khi giá trị trống.', 'This does not hold, for empty values too.'),
    },
  };
}

/** The filters of readable types: `<Type>Filter`, and what filters of other types lead to them by. */
export class Filters {
  private readonly made = new MadeTypes<GraphQLInputObjectType>();

  constructor(
    private readonly model: ReadModel,
    private readonly comparisons: Comparisons,
  ) {}

  /** The filter of a type: comparisons of its values, filters of what it leads to. */
  of(type: ReadableType): GraphQLInputObjectType {
    const { title } = type.options;
    return this.made.of(`${type.name}Filter`, (name) => {
      const filter: GraphQLInputObjectType = new GraphQLInputObjectType({
        name,
        description: says(
          `Bộ lọc ${title.vi}; mọi điều kiện phải cùng đúng, điều kiện \`null\` coi như không có.`,
          `Filter of ${title.en} rows; all conditions must hold, a condition that is \`null\` counts as absent.`,
        ),
        extensions: NESTS,
        fields: () => ({ ...combinations(filter), ...Object.fromEntries(this.entries(type)) }),
      });
      return filter;
    });
  }

  private *entries(type: ReadableType): Generator<[string, GraphQLInputFieldConfig]> {
    for (const field of this.model.of(type).values()) {
      const input = this.inputOf(type, field);
      if (input === null) continue;
      const extensions = field.kind === 'toOne' ? countsAsCondition(WEIGHTS.relation) : {};
      yield [field.name, { type: input, description: field.description, extensions }];
    }
  }

  private inputOf(type: ReadableType, field: ModelField): GraphQLInputObjectType | null {
    if (field.kind === 'leaf') return this.comparisons.of(field);
    if (field.kind === 'toOne') return this.of(field.to);
    if (field.kind === 'many') return this.ofRows(field.of);
    return field.kind === 'object' ? this.ofObject(type, field) : null;
  }

  private ofRows(type: ReadableType): GraphQLInputObjectType {
    const { title } = type.options;
    const filter = { type: this.of(type), extensions: countsAsCondition(WEIGHTS.quantifier, { quantifier: true }) };
    return this.made.of(`${type.name}ListFilter`, (name) => {
      return new GraphQLInputObjectType({
        name,
        description: says(
          `Điều kiện về các ${title.vi} mà người hỏi được xem.`,
          `Conditions on the ${title.en} rows that are visible to who asks.`,
        ),
        fields: {
          some: {
            ...filter,
            description: says(
              'Có ít nhất một dòng người hỏi được xem thỏa mãn; `{}` là có dòng nào đó.',
              'At least one of those visible to who asks matches; `{}` asks that there be any.',
            ),
          },
          none: {
            ...filter,
            description: says(
              'Không dòng nào người hỏi được xem thỏa mãn; `{}` là không có dòng nào.',
              'No visible one matches; `{}` asks that there be no such row.',
            ),
          },
          every: {
            ...filter,
            description: says(
              'Mọi dòng đều thỏa mãn, kể cả khi không có dòng nào.',
              'Every row matches; so it is when there is none.',
            ),
          },
        },
      });
    });
  }

  private ofObject(type: ReadableType, field: ObjectField): GraphQLInputObjectType | null {
    const entries = [...field.members.values()].flatMap((member): [string, GraphQLInputFieldConfig][] => {
      const comparison = this.comparisons.of(member);
      return comparison === null ? [] : [[member.name, { type: comparison, description: member.description }]];
    });
    if (entries.length === 0) return null;
    return this.made.of(`${type.name}${capitalised(field.name)}Filter`, (name) => {
      return new GraphQLInputObjectType({
        name,
        description: field.description,
        fields: Object.fromEntries(entries),
      });
    });
  }
}
