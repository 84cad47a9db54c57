import { Ctx, Field, FieldResolver, ObjectType, Resolver, Root } from 'type-graphql';
import { toUserErrors, UserError } from '../../platform/commands/user-error';
import { DomainError, type Refusal } from '../../platform/lib/domain-error';
import { says } from '../../platform/lib/says';
import { DerivedRelation } from '../../platform/reader/model/declarations';
import { OperationContext } from '../../platform/schema/operation-context';
import { AdjustmentRequest } from './adjustment-request.entity';

/** What became of one request of several that were decided together. */
@ObjectType({
  description: says('Kết quả của một đề xuất trong lượt quyết định.', 'What became of one request of several.'),
})
export class AdjustmentDecision {
  adjustmentRequestId!: string | null;

  @DerivedRelation(() => AdjustmentRequest, 'adjustmentRequestId')
  @Field(() => AdjustmentRequest, {
    nullable: true,
    description: says(
      'Đề xuất sau quyết định; trống nếu không xem được.',
      'The request as it is after this; null where it is not visible.',
    ),
  })
  adjustmentRequest!: AdjustmentRequest | null;

  refusals!: readonly Refusal[];
}

/** What was refused is said in the language of whoever asks, in a retry too. */
@Resolver(() => AdjustmentDecision)
export class AdjustmentDecisionFields {
  @FieldResolver(() => [UserError], {
    description: says(
      'Vì sao không quyết định được; rỗng là đã quyết định.',
      'Why it could not be decided; empty means done.',
    ),
  })
  userErrors(@Root() { refusals }: AdjustmentDecision, @Ctx() { caller }: OperationContext): UserError[] {
    return toUserErrors(new DomainError(refusals), caller.language);
  }
}
