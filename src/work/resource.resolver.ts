import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import { OperationContext } from '../platform/graphql/operation-context';
import { runCommand } from '../platform/graphql/run-command';
import { Payload } from '../platform/graphql/user-error';
import { says } from '../platform/lib/says';
import { DerivedRelation } from '../platform/reader/declarations';
import { addResource } from './add-resource';
import { decideResource } from './decide-resource';
import { Resource } from './resource.entity';
import { AddResourceInput, DecideResourceInput } from './resource.inputs';
import { WorkItem } from './work-item.entity';
import { authoriseListing } from './lock-listed-item';

/** Payload of `addResource`. */
@ObjectType({ description: says('Kết quả thêm nguồn lực.', 'What adding a resource gives.') })
export class AddResourcePayload extends Payload {
  workItemId?: string;

  @DerivedRelation(() => WorkItem, 'workItemId')
  @Field(() => WorkItem, { nullable: true, description: says('Đầu việc.', 'The work item.') })
  workItem?: WorkItem | null;

  resourceId?: string;

  @DerivedRelation(() => Resource, 'resourceId')
  @Field(() => Resource, { nullable: true, description: says('Nguồn lực.', 'The resource.') })
  resource?: Resource | null;
}

/** Payload of `decideResource`. */
@ObjectType({ description: says('Kết quả quyết định nguồn lực.', 'What deciding on a resource gives.') })
export class DecideResourcePayload extends Payload {
  workItemId?: string;

  @DerivedRelation(() => WorkItem, 'workItemId')
  @Field(() => WorkItem, { nullable: true, description: says('Đầu việc.', 'The work item.') })
  workItem?: WorkItem | null;

  resourceId?: string;

  @DerivedRelation(() => Resource, 'resourceId')
  @Field(() => Resource, { nullable: true, description: says('Nguồn lực.', 'The resource.') })
  resource?: Resource | null;
}

/** Mutations on what work items are done with. */
@Resolver()
export class ResourceResolver {
  @Mutation(() => AddResourcePayload, {
    description: says(
      'Nêu một nguồn lực của đầu việc: kinh phí theo loại tiền, nhân lực, cơ sở vật chất, dữ liệu.',
      'States what an item is to be done with: funds in a currency, personnel, facilities, data.',
    ),
  })
  addResource(
    @Ctx() context: OperationContext,
    @Arg('input', () => AddResourceInput) input: AddResourceInput,
  ): Promise<AddResourcePayload> {
    return runCommand(context, 'addResource', input, addResource, authoriseListing);
  }

  @Mutation(() => DecideResourcePayload, {
    description: says(
      'Ghi nhận quyết định: duyệt, bố trí hoặc không duyệt.',
      'Records a decision: approved, allocated or refused.',
    ),
  })
  decideResource(
    @Ctx() context: OperationContext,
    @Arg('input', () => DecideResourceInput) input: DecideResourceInput,
  ): Promise<DecideResourcePayload> {
    return runCommand(context, 'decideResource', input, decideResource);
  }
}
