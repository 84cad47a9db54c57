import { Ctx, Field, FieldResolver, ObjectType, Resolver, Root } from 'type-graphql';
import { says } from '../../platform/lib/says';
import { OperationContext } from '../../platform/schema/operation-context';
import { AdjustmentRequest } from './adjustment-request.entity';
import { canTakeNow } from './adjustment.policy';
import type { AdjustmentAction } from './adjustment.rules';

/** What the viewer may do with a request now. */
@ObjectType({
  description: says(
    'Việc người xem được làm với đề xuất điều chỉnh lúc này.',
    'What the viewer may do with a request now, by right and by state.',
  ),
})
export class AdjustmentRights implements Readonly<Record<AdjustmentAction, boolean>> {
  @Field(() => Boolean, {
    description: says(
      'Duyệt bước hiện tại; không với đề xuất do mình đăng ký.',
      'Take it a step further; never an own one.',
    ),
  })
  approve!: boolean;

  @Field(() => Boolean, { description: says('Thẩm định.', 'Give the secretariat’s opinion on it.') })
  appraise!: boolean;

  @Field(() => Boolean, { description: says('Ghi nhận không phê duyệt.', 'Record that the level refuses it.') })
  refuse!: boolean;

  @Field(() => Boolean, { description: says('Trả lại đơn vị, kèm lý do.', 'Send it back to its unit, with a reason.') })
  return!: boolean;

  @Field(() => Boolean, {
    description: says('Rút đề xuất của đơn vị mình.', 'Take it back, for the unit that registered it.'),
  })
  withdraw!: boolean;
}

/** Fields of requests that are computed in code, since they depend on who looks. */
@Resolver(() => AdjustmentRequest)
export class AdjustmentFields {
  @FieldResolver(() => AdjustmentRights, {
    description: says(
      'Những thao tác người xem được làm lúc này, theo vai trò và trạng thái; dùng để hiện hoặc ẩn nút.',
      'Which actions are open to who asks, by roles and state, at this moment; for showing or hiding buttons.',
    ),
  })
  viewerCan(@Root() request: AdjustmentRequest, @Ctx() { actor }: OperationContext): AdjustmentRights {
    return {
      approve: canTakeNow(actor, 'approve', request),
      appraise: canTakeNow(actor, 'appraise', request),
      refuse: canTakeNow(actor, 'refuse', request),
      return: canTakeNow(actor, 'return', request),
      withdraw: canTakeNow(actor, 'withdraw', request),
    };
  }
}
