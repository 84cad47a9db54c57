import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import { OperationContext } from '../platform/graphql/operation-context';
import { runCommand } from '../platform/graphql/run-command';
import { Payload } from '../platform/graphql/user-error';
import { says } from '../platform/lib/says';
import { DerivedRelation } from '../platform/reader/declarations';
import { authoriseCharge, CommitteeMembership } from '../programme/public';
import { assignMember } from './assign-member';
import { endMemberAssignment } from './end-member-assignment';
import { AssignMemberInput, EndMemberAssignmentInput } from './target-assignment.inputs';

/** Payload of `assignMember`. */
@ObjectType({ description: says('Kết quả phân công.', 'What assigning a member gives.') })
export class AssignMemberPayload extends Payload {
  membershipId?: string;

  @DerivedRelation(() => CommitteeMembership, 'membershipId')
  @Field(() => CommitteeMembership, { nullable: true, description: says('Thành viên.', 'The member.') })
  membership?: CommitteeMembership | null;
}

/** Payload of `endMemberAssignment`. */
@ObjectType({ description: says('Kết quả thôi phụ trách.', 'What ending an assignment gives.') })
export class EndMemberAssignmentPayload extends Payload {
  membershipId?: string;

  @DerivedRelation(() => CommitteeMembership, 'membershipId')
  @Field(() => CommitteeMembership, { nullable: true, description: says('Thành viên.', 'The member.') })
  membership?: CommitteeMembership | null;
}

/** Mutations of members in charge of targets. */
@Resolver()
export class TargetAssignmentResolver {
  @Mutation(() => AssignMemberPayload, {
    description: says('Phân công một thành viên phụ trách các chỉ tiêu.', 'Puts a member in charge of targets.'),
  })
  assignMember(
    @Ctx() context: OperationContext,
    @Arg('input', () => AssignMemberInput) input: AssignMemberInput,
  ): Promise<AssignMemberPayload> {
    return runCommand(context, 'assignMember', input, assignMember, authoriseCharge);
  }

  @Mutation(() => EndMemberAssignmentPayload, {
    description: says(
      'Một thành viên thôi phụ trách các chỉ tiêu từ một ngày; việc phân công từ hôm nay hoặc sau đó thì được rút lại. Chỉ tiêu không còn ai phụ trách là một cảnh báo (quy tắc R2).',
      'A member is in charge of targets no longer, from a day on; what begins today or later is taken back. A target left without anybody is an alarm (rule R2).',
    ),
  })
  endMemberAssignment(
    @Ctx() context: OperationContext,
    @Arg('input', () => EndMemberAssignmentInput) input: EndMemberAssignmentInput,
  ): Promise<EndMemberAssignmentPayload> {
    return runCommand(context, 'endMemberAssignment', input, endMemberAssignment);
  }
}
