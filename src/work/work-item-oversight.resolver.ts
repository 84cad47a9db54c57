import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import { OperationContext } from '../platform/graphql/operation-context';
import { runCommand } from '../platform/graphql/run-command';
import { Payload } from '../platform/graphql/user-error';
import { says } from '../platform/lib/says';
import { DerivedRelation } from '../platform/reader/declarations';
import { authoriseCharge, CommitteeMembership } from '../programme/public';
import { assignOversight } from './assign-oversight';
import { endOversight } from './end-oversight';
import { AssignOversightInput, EndOversightInput } from './work-item-oversight.inputs';

/** Payload of `assignOversight`. */
@ObjectType({
  description: says(
    'Kết quả phân công trực tiếp chỉ đạo: thành viên với các đầu việc, hoặc các điểm bị từ chối.',
    'Answer to charging a member with items: the member, or the points that were refused.',
  ),
})
export class AssignOversightPayload extends Payload {
  membershipId?: string;

  @DerivedRelation(() => CommitteeMembership, 'membershipId')
  @Field(() => CommitteeMembership, {
    nullable: true,
    description: says(
      'Thành viên sau khi ghi, kèm các đầu việc đang chỉ đạo; trống khi bị từ chối.',
      'The member after the change, with the items that they direct; empty when refused.',
    ),
  })
  membership?: CommitteeMembership | null;
}

/** Payload of `endOversight`. */
@ObjectType({
  description: says(
    'Kết quả thôi trực tiếp chỉ đạo: thành viên với các đầu việc còn lại, hoặc các điểm bị từ chối.',
    'Answer to relieving a member of items: the member, or the points that were refused.',
  ),
})
export class EndOversightPayload extends Payload {
  membershipId?: string;

  @DerivedRelation(() => CommitteeMembership, 'membershipId')
  @Field(() => CommitteeMembership, {
    nullable: true,
    description: says(
      'Thành viên sau khi ghi, kèm các đầu việc đang chỉ đạo; trống khi bị từ chối.',
      'The member after the change, with the items that they direct; empty when refused.',
    ),
  })
  membership?: CommitteeMembership | null;
}

/** Mutations of members who direct work items. */
@Resolver()
export class WorkItemOversightResolver {
  @Mutation(() => AssignOversightPayload, {
    description: says('Phân công một thành viên trực tiếp chỉ đạo các đầu việc.', 'Has a member direct work items.'),
  })
  assignOversight(
    @Ctx() context: OperationContext,
    @Arg('input', () => AssignOversightInput) input: AssignOversightInput,
  ): Promise<AssignOversightPayload> {
    return runCommand(context, 'assignOversight', input, assignOversight, authoriseCharge);
  }

  @Mutation(() => EndOversightPayload, {
    description: says(
      'Một thành viên thôi trực tiếp chỉ đạo các đầu việc từ một ngày.',
      'A member directs work items no longer, from a day on.',
    ),
  })
  endOversight(
    @Ctx() context: OperationContext,
    @Arg('input', () => EndOversightInput) input: EndOversightInput,
  ): Promise<EndOversightPayload> {
    return runCommand(context, 'endOversight', input, endOversight);
  }
}
