import { GraphQLID, GraphQLList, GraphQLNonNull, type GraphQLObjectType } from 'graphql';
import type { Supposition } from '../reader/model/supposition';
import type { AnyFieldConfig } from './add-field';
import { weighs, WEIGHTS } from './cost/cost-of-field';

/** A field of Query below which something is supposed. */
export function suppositionField(
  { description, argument, argumentDescription }: Supposition,
  snapshot: GraphQLObjectType,
): AnyFieldConfig {
  return {
    type: snapshot,
    description,
    args: {
      [argument]: {
        type: new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(GraphQLID))),
        description: argumentDescription,
        extensions: weighs(WEIGHTS.supposed),
      },
    },
  };
}
