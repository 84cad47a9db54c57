import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import { OperationContext } from '../platform/graphql/operation-context';
import { runCommand } from '../platform/graphql/run-command';
import { Payload } from '../platform/graphql/user-error';
import { says } from '../platform/lib/says';
import { DerivedRelation } from '../platform/reader/declarations';
import { assignLeadUnit } from './assign-lead-unit';
import { assignResponsiblePerson } from './assign-responsible-person';
import { assignUnitRole } from './assign-unit-role';
import { endUnitRole } from './end-unit-role';
import {
  AssignLeadUnitInput,
  AssignResponsiblePersonInput,
  AssignUnitRoleInput,
  EndUnitRoleInput,
} from './unit-role.inputs';
import { WorkItem } from './work-item.entity';

/** Payload of `assignLeadUnit`. */
@ObjectType({
  description: says(
    'Kết quả giao đơn vị chủ trì: đầu việc với đơn vị mới, hoặc các điểm bị từ chối.',
    'Answer to giving the item to another body: the item, or the points that were refused.',
  ),
})
export class AssignLeadUnitPayload extends Payload {
  workItemId?: string;

  @DerivedRelation(() => WorkItem, 'workItemId')
  @Field(() => WorkItem, {
    nullable: true,
    description: says(
      'Đầu việc sau khi ghi, đọc theo quyền của người gọi; trống khi bị từ chối.',
      'The item as it stands after the change, as far as the caller may read it; empty when refused.',
    ),
  })
  workItem?: WorkItem | null;
}

/** Payload of `assignUnitRole`. */
@ObjectType({
  description: says(
    'Kết quả giao vai trò: đầu việc với các đơn vị tham gia, hoặc các điểm bị từ chối.',
    'Answer to giving a body a part: the item, or the points that were refused.',
  ),
})
export class AssignUnitRolePayload extends Payload {
  workItemId?: string;

  @DerivedRelation(() => WorkItem, 'workItemId')
  @Field(() => WorkItem, {
    nullable: true,
    description: says(
      'Đầu việc sau khi ghi, đọc theo quyền của người gọi; trống khi bị từ chối.',
      'The item as it stands after the change, as far as the caller may read it; empty when refused.',
    ),
  })
  workItem?: WorkItem | null;
}

/** Payload of `endUnitRole`. */
@ObjectType({
  description: says(
    'Kết quả kết thúc vai trò: đầu việc với các đơn vị còn lại, hoặc các điểm bị từ chối.',
    'Answer to taking a part from a body: the item, or the points that were refused.',
  ),
})
export class EndUnitRolePayload extends Payload {
  workItemId?: string;

  @DerivedRelation(() => WorkItem, 'workItemId')
  @Field(() => WorkItem, {
    nullable: true,
    description: says(
      'Đầu việc sau khi ghi, đọc theo quyền của người gọi; trống khi bị từ chối.',
      'The item as it stands after the change, as far as the caller may read it; empty when refused.',
    ),
  })
  workItem?: WorkItem | null;
}

/** Payload of `assignResponsiblePerson`. */
@ObjectType({
  description: says(
    'Kết quả nêu người chịu trách nhiệm: đầu việc đã rõ người, hoặc các điểm bị từ chối.',
    'Answer to naming who answers: the item, or the points that were refused.',
  ),
})
export class AssignResponsiblePersonPayload extends Payload {
  workItemId?: string;

  @DerivedRelation(() => WorkItem, 'workItemId')
  @Field(() => WorkItem, {
    nullable: true,
    description: says(
      'Đầu việc sau khi ghi, đọc theo quyền của người gọi; trống khi bị từ chối.',
      'The item as it stands after the change, as far as the caller may read it; empty when refused.',
    ),
  })
  workItem?: WorkItem | null;
}

/** Mutations on who does what in work items. */
@Resolver()
export class AssignmentResolver {
  @Mutation(() => AssignLeadUnitPayload, {
    description: says(
      'Giao đầu việc cho đơn vị chủ trì khác; mỗi đầu việc có đúng một đơn vị chủ trì.',
      'Gives an item to another lead unit; it has exactly one.',
    ),
  })
  assignLeadUnit(
    @Ctx() context: OperationContext,
    @Arg('input', () => AssignLeadUnitInput) input: AssignLeadUnitInput,
  ): Promise<AssignLeadUnitPayload> {
    return runCommand(context, 'assignLeadUnit', input, assignLeadUnit);
  }

  @Mutation(() => AssignUnitRolePayload, {
    description: says(
      'Giao vai trò phối hợp, tham mưu hoặc theo dõi cho một đơn vị.',
      'Gives a unit a part beside the lead unit.',
    ),
  })
  assignUnitRole(
    @Ctx() context: OperationContext,
    @Arg('input', () => AssignUnitRoleInput) input: AssignUnitRoleInput,
  ): Promise<AssignUnitRolePayload> {
    return runCommand(context, 'assignUnitRole', input, assignUnitRole);
  }

  @Mutation(() => EndUnitRolePayload, {
    description: says('Kết thúc vai trò của một đơn vị trong đầu việc.', 'Ends a unit’s part in an item.'),
  })
  endUnitRole(
    @Ctx() context: OperationContext,
    @Arg('input', () => EndUnitRoleInput) input: EndUnitRoleInput,
  ): Promise<EndUnitRolePayload> {
    return runCommand(context, 'endUnitRole', input, endUnitRole);
  }

  @Mutation(() => AssignResponsiblePersonPayload, {
    description: says(
      'Nêu người chịu trách nhiệm, thuộc đơn vị chủ trì.',
      'Says who of the lead unit answers for an item.',
    ),
  })
  assignResponsiblePerson(
    @Ctx() context: OperationContext,
    @Arg('input', () => AssignResponsiblePersonInput) input: AssignResponsiblePersonInput,
  ): Promise<AssignResponsiblePersonPayload> {
    return runCommand(context, 'assignResponsiblePerson', input, assignResponsiblePerson);
  }
}
