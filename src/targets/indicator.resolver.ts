import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import { OperationContext } from '../platform/graphql/operation-context';
import { runCommand } from '../platform/graphql/run-command';
import { Payload } from '../platform/graphql/user-error';
import { says } from '../platform/lib/says';
import { DerivedRelation } from '../platform/reader/declarations';
import { addIndicator } from './add-indicator';
import { Indicator } from './indicator.entity';
import { AddIndicatorInput } from './indicator.inputs';
import { authoriseKeeping } from './lock-target';

/** Payload of `addIndicator`. */
@ObjectType({ description: says('Kết quả đăng ký chỉ số.', 'What entering an indicator gives.') })
export class AddIndicatorPayload extends Payload {
  indicatorId?: string;

  @DerivedRelation(() => Indicator, 'indicatorId')
  @Field(() => Indicator, { nullable: true, description: says('Chỉ số.', 'The indicator.') })
  indicator?: Indicator | null;
}

/** Mutations of indicators. */
@Resolver()
export class IndicatorResolver {
  @Mutation(() => AddIndicatorPayload, {
    description: says(
      'Đăng ký một chỉ số: một định nghĩa cho mọi chương trình (quy tắc R9).',
      'Enters an indicator: one definition for all programmes (rule R9).',
    ),
  })
  addIndicator(
    @Ctx() context: OperationContext,
    @Arg('input', () => AddIndicatorInput) input: AddIndicatorInput,
  ): Promise<AddIndicatorPayload> {
    return runCommand(context, 'addIndicator', input, addIndicator, authoriseKeeping('code'));
  }
}
