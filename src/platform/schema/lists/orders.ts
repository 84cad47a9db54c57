import { GraphQLEnumType, type GraphQLInputFieldConfig, GraphQLInputObjectType, type GraphQLInputType } from 'graphql';
import { says } from '../../lib/says';
import type { LeafField, ModelField, ObjectField, ReadModel } from '../../reader/model/model';
import type { ReadableType } from '../../reader/model/registry';
import { weighs, WEIGHTS } from '../cost/cost-of-field';
import { capitalised, MadeTypes } from './made-types';

/** Up or down. */
export const sortDirection = new GraphQLEnumType({
  name: 'SortDirection',
  description: says(
    'Chiều sắp xếp: tăng dần hay giảm dần, và giá trị trống đứng ở đâu.',
    'Whether values rise or fall down the list, and where empty ones stand.',
  ),
  values: {
    ASC: { description: says('Tăng dần; giá trị trống ở cuối.', 'Ascending; empty values last.') },
    DESC: { description: says('Giảm dần; giá trị trống ở đầu.', 'Descending; empty values first.') },
  },
});

/** The keys by which lists are ordered: `<Type>Order`, exactly one key in each object, since the keys of an input keep no order. */
export class Orders {
  private readonly made = new MadeTypes<GraphQLInputObjectType>();

  constructor(private readonly model: ReadModel) {}

  /** One key of a type's order: a value of the row, or a key of the row that it leads to. */
  of(type: ReadableType): GraphQLInputObjectType {
    const { title } = type.options;
    return this.made.of(`${type.name}Order`, (name) => {
      return new GraphQLInputObjectType({
        name,
        description: says(
          `Một khóa sắp xếp ${title.vi}: đúng một trường.`,
          `One key of an order of ${title.en} rows: exactly one field.`,
        ),
        isOneOf: true,
        fields: () => Object.fromEntries(this.entries(type)),
      });
    });
  }

  private *entries(type: ReadableType): Generator<[string, GraphQLInputFieldConfig]> {
    for (const field of this.model.of(type).values()) {
      const input = this.inputOf(type, field);
      if (input === null) continue;
      const extensions = weighs(field.kind === 'toOne' ? WEIGHTS.relation : WEIGHTS.orderKey);
      yield [field.name, { type: input, description: field.description, extensions }];
    }
  }

  private inputOf(type: ReadableType, field: ModelField): GraphQLInputType | null {
    if (field.kind === 'leaf') return isSortable(field) ? sortDirection : null;
    if (field.kind === 'toOne') return this.of(field.to);
    return field.kind === 'object' ? this.ofObject(type, field) : null;
  }

  private ofObject(type: ReadableType, field: ObjectField): GraphQLInputObjectType | null {
    const members = [...field.members.values()].filter(isSortable);
    if (members.length === 0) return null;
    return this.made.of(`${type.name}${capitalised(field.name)}Order`, (name) => {
      return new GraphQLInputObjectType({
        name,
        description: field.description,
        isOneOf: true,
        fields: Object.fromEntries(
          members.map((member) => [member.name, { type: sortDirection, description: member.description }]),
        ),
      });
    });
  }
}

function isSortable({ isList, leaf }: LeafField): boolean {
  return !isList && leaf.name !== 'JSON';
}
