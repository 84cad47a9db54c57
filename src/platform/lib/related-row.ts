import { Field } from 'type-graphql';
import { JoinColumn, ManyToOne, type RelationOptions } from 'typeorm';

/** What a relation says of itself: its description, whether there may be none, and what becomes of the row when the other one is deleted. */
interface RelatedRowOptions extends Pick<RelationOptions, 'nullable' | 'onDelete'> {
  readonly description: string;
}

/**
 * A property that leads to one row of another type, by the column of the property's name with `Id`: a relation of TypeORM and a field of GraphQL. The field may
 * always be null, for whoever may not see the other row.
 */
export function RelatedRow(
  type: () => abstract new () => object,
  { description, ...options }: RelatedRowOptions,
): PropertyDecorator {
  return (target, property) => {
    ManyToOne(type, options)(target, String(property));
    JoinColumn()(target, String(property));
    Field(() => type() as typeof Object, { nullable: true, description })(target, property);
  };
}
