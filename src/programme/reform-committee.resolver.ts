import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import { OperationContext } from '../platform/graphql/operation-context';
import { runCommand } from '../platform/graphql/run-command';
import { Payload } from '../platform/graphql/user-error';
import { says } from '../platform/lib/says';
import { DerivedRelation } from '../platform/reader/declarations';
import { authoriseReformation, reformCommittee } from './reform-committee';
import { ReformCommitteeInput } from './reform-committee.inputs';
import { SteeringCommittee } from './steering-committee.entity';

/** Payload of `reformCommittee`. */
@ObjectType({ description: says('Kết quả kiện toàn.', 'What re-forming a committee gives.') })
export class ReformCommitteePayload extends Payload {
  committeeId?: string;

  @DerivedRelation(() => SteeringCommittee, 'committeeId')
  @Field(() => SteeringCommittee, { nullable: true, description: says('Ban Chỉ đạo.', 'The committee.') })
  committee?: SteeringCommittee | null;
}

/** Mutations of committees. */
@Resolver()
export class ReformCommitteeResolver {
  @Mutation(() => ReformCommitteePayload, {
    description: says(
      'Kiện toàn Ban Chỉ đạo từ một ngày: nêu toàn bộ thành viên; ai không có tên thì thôi đảm nhiệm.',
      'Re-forms the committee from a date on: all members are named, whoever is not leaves.',
    ),
  })
  reformCommittee(
    @Ctx() context: OperationContext,
    @Arg('input', () => ReformCommitteeInput) input: ReformCommitteeInput,
  ): Promise<ReformCommitteePayload> {
    return runCommand(context, 'reformCommittee', input, reformCommittee, authoriseReformation);
  }
}
