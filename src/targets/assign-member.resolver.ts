import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import { OperationContext } from '../platform/graphql/operation-context';
import { runCommand } from '../platform/graphql/run-command';
import { Payload } from '../platform/graphql/user-error';
import { says } from '../platform/lib/says';
import { DerivedRelation } from '../platform/reader/declarations';
import { CommitteeMembership } from '../programme/public';
import { assignMember } from './assign-member';
import { AssignMemberInput } from './assign-member.inputs';

/** Payload of `assignMember`. */
@ObjectType({ description: says('Kết quả phân công.', 'What assigning a member gives.') })
export class AssignMemberPayload extends Payload {
  membershipId?: string;

  @DerivedRelation(() => CommitteeMembership, 'membershipId')
  @Field(() => CommitteeMembership, { nullable: true, description: says('Thành viên.', 'The member.') })
  membership?: CommitteeMembership | null;
}

/** Mutations of members in charge of targets. */
@Resolver()
export class AssignMemberResolver {
  @Mutation(() => AssignMemberPayload, {
    description: says('Phân công một thành viên phụ trách các chỉ tiêu.', 'Puts a member in charge of targets.'),
  })
  assignMember(
    @Ctx() context: OperationContext,
    @Arg('input', () => AssignMemberInput) input: AssignMemberInput,
  ): Promise<AssignMemberPayload> {
    return runCommand(context, 'assignMember', input, assignMember);
  }
}
