import { getNamedType, type GraphQLInputObjectType, isEnumType, isInputObjectType } from 'graphql';
import { groupFields } from '../reference/group-fields';
import type { Leaf, Shape } from '../reference/shape';
import type { Chooser } from './chooser';
import type { MadeValues } from './made-values';

type Given = Record<string, unknown>;

const DEEPEST_FILTER = 3;
const DEEPEST_ORDER = 2;
const ZONES = ['Asia/Ho_Chi_Minh', 'UTC', 'America/New_York', 'Asia/Kolkata', 'Pacific/Auckland'];

/** Makes arguments of lists: filters, orders, groups. What the served schema does not offer is not made. */
export class MadeArguments {
  constructor(
    private readonly shape: Shape,
    private readonly values: MadeValues,
    private readonly choose: Chooser,
  ) {}

  /** A filter of rows of a type. */
  filter(input: GraphQLInputObjectType, type: string, depth = 0): Given {
    const names = Object.keys(input.getFields());
    const leaves = names.filter((name) => this.shape.leaf(type, name) !== undefined);
    // what leads elsewhere is seldom among many fields, and is where filters go wrong
    const isDeep = depth < DEEPEST_FILTER && (leaves.length === 0 || this.choose.percent(40));
    const among = isDeep ? names.filter((name) => !leaves.includes(name)) : leaves;
    return this.given(this.choose.some(among, this.choose.one([0, 1, 1, 1, 1, 1, 2, 2, 3])), (name) => {
      // nothing is said by null, where something could be
      if (this.choose.percent(2)) return null;
      const inner = getNamedType(input.getFields()[name]!.type) as GraphQLInputObjectType;
      if (name === 'and' || name === 'or') return this.parts(() => this.filter(inner, type, depth + 1));
      if (name === 'not') return this.filter(inner, type, depth + 1);
      return this.condition(inner, type, name, depth);
    });
  }

  /** Entries of `orderBy`; each names one field. */
  order(input: GraphQLInputObjectType): Given[] {
    return Array.from({ length: this.choose.one([0, 1, 1, 1, 2, 3]) }, () => this.orderEntry(input, 0));
  }

  /** Arguments of `groupedAggregates`. */
  groups(inputs: Readonly<Record<string, GraphQLInputObjectType>>, type: string): Given {
    const by = inputs.by!.getFields();
    const field = getNamedType(by.field!.type);
    const known = groupFields(this.shape, type);
    const offered = isEnumType(field) ? field.getValues().map(({ name }) => name) : [];
    const buckets = getNamedType(by.bucket?.type);
    const keys = this.choose.some(offered, this.choose.one([1, 1, 1, 2, 2, 3, 4]));
    return {
      by: keys.map((name) => {
        const known_ = known.get(name);
        if (known_ === undefined)
          throw new Error(`The schema groups ${type} by ${name}, which the reference does not know.`);
        const scalar = known_.field.kind === 'leaf' ? known_.field.scalar : '';
        const bucket = isEnumType(buckets) ? this.choose.one(buckets.getValues()).name : null;
        const isBucketed = ['Date', 'DateTime'].includes(scalar) && this.choose.percent(80);
        return {
          field: name,
          ...(isBucketed && { bucket }),
          ...(isBucketed && scalar === 'DateTime' && this.choose.percent(60) && { timeZone: this.choose.one(ZONES) }),
        };
      }),
      ...(this.choose.percent(40) && inputs.having && { having: this.having(inputs.having, type, 0) }),
      ...(this.choose.percent(50) && inputs.orderBy && { orderBy: this.order(inputs.orderBy) }),
      first: this.choose.between(1, 5),
    };
  }

  private condition(input: GraphQLInputObjectType, type: string, name: string, depth: number): Given {
    const field = this.shape.field(type, name);
    switch (field.kind) {
      case 'leaf':
        return this.comparison(input, type, field, null);
      case 'object':
        return this.given(this.choose.some(Object.keys(input.getFields()), this.choose.between(1, 2)), (member) => {
          const comparison = getNamedType(input.getFields()[member]!.type) as GraphQLInputObjectType;
          return this.comparison(comparison, type, field.members.get(member)!, name);
        });
      case 'toOne':
        return this.filter(input, field.to, depth + 1);
      case 'many':
        return this.given(this.choose.some(['some', 'none', 'every'], this.choose.one([1, 1, 1, 2])), (quantifier) =>
          this.filter(getNamedType(input.getFields()[quantifier]!.type) as GraphQLInputObjectType, field.of, depth + 1),
        );
      case 'any':
        throw new Error(`The schema filters by ${type}.${name}, which leads to rows of any type.`);
    }
  }

  private comparison(input: GraphQLInputObjectType, type: string, leaf: Leaf, object: string | null): Given {
    const operators = Object.keys(input.getFields());
    return this.given(this.choose.some(operators, this.choose.one([1, 1, 1, 1, 2])), (operator) => {
      switch (operator) {
        case 'eq':
        case 'ne':
          return this.choose.percent(12) ? null : this.values.like(type, leaf, object);
        case 'in':
        case 'notIn':
          return this.parts(() => this.values.like(type, leaf, object), [0, 1, 1, 2, 3, 5]);
        case 'isNull':
          return this.choose.percent(5) ? null : this.choose.percent(50);
        case 'contains':
        case 'startsWith':
          return this.values.piece(type, leaf, object);
        default:
          return this.choose.percent(3) ? null : this.values.like(type, leaf, object);
      }
    });
  }

  private having(input: GraphQLInputObjectType, type: string, depth: number): Given {
    const names = Object.keys(input.getFields()).filter((name) => depth < 2 || !['and', 'or', 'not'].includes(name));
    return this.given(this.choose.some(names, this.choose.one([1, 1, 2])), (name) => {
      if (name === 'and' || name === 'or') return this.parts(() => this.having(input, type, depth + 1));
      if (name === 'not') return this.having(input, type, depth + 1);
      const comparison = getNamedType(input.getFields()[name]!.type) as GraphQLInputObjectType;
      if (name === 'count') return this.figures(comparison, () => this.choose.between(0, 6));
      const leaf = this.shape.leaf(type, name)!;
      return this.given(this.choose.some(Object.keys(comparison.getFields()), 1), (figure) =>
        this.figures(
          getNamedType(comparison.getFields()[figure]!.type) as GraphQLInputObjectType,
          () => this.values.figure(type, leaf),
          // means do not end after a few digits: whether one equals another number says little
          figure === 'avg' ? ['lt', 'lte', 'gt', 'gte', 'isNull'] : undefined,
        ),
      );
    });
  }

  private figures(input: GraphQLInputObjectType, make: () => number, among = Object.keys(input.getFields())): Given {
    return this.given(this.choose.some(among, 1), (operator) => {
      if (operator === 'isNull') return this.choose.percent(50);
      return operator === 'in' || operator === 'notIn' ? this.parts(make) : make();
    });
  }

  private orderEntry(input: GraphQLInputObjectType, depth: number): Given {
    const names = Object.values(input.getFields())
      .filter(({ type }) => depth < DEEPEST_ORDER || isEnumType(getNamedType(type)))
      .map(({ name }) => name);
    const name = this.choose.one(names);
    const inner = getNamedType(input.getFields()[name]!.type);
    if (isInputObjectType(inner)) return { [name]: this.orderEntry(inner, depth + 1) };
    return { [name]: this.choose.one(['ASC', 'DESC']) };
  }

  private parts<Part>(make: () => Part, lengths: readonly number[] = [0, 1, 2, 2, 3]): Part[] {
    return Array.from({ length: this.choose.one(lengths) }, make);
  }

  private given(names: readonly string[], make: (name: string) => unknown): Given {
    return Object.fromEntries(names.map((name) => [name, make(name)]));
  }
}
