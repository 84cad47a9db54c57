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
@ObjectType({
  description: says(
    'Kết quả nêu nguồn lực: dòng vừa thêm, ở mức đề xuất, hoặc các điểm bị từ chối.',
    'Answer to stating means of an item: the new proposal, or the points that were refused.',
  ),
})
export class AddResourcePayload extends Payload {
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

  resourceId?: string;

  @DerivedRelation(() => Resource, 'resourceId')
  @Field(() => Resource, {
    nullable: true,
    description: says(
      'Nguồn lực vừa ghi, kèm mức độ quyết định; trống khi bị từ chối.',
      'As it stands after the change, with how far it is decided; empty when refused.',
    ),
  })
  resource?: Resource | null;
}

/** Payload of `decideResource`. */
@ObjectType({
  description: says(
    'Kết quả ghi quyết định về nguồn lực: dòng sau quyết định, hoặc các điểm bị từ chối.',
    'Answer to recording a decision: what was decided on, or the points that were refused.',
  ),
})
export class DecideResourcePayload extends Payload {
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

  resourceId?: string;

  @DerivedRelation(() => Resource, 'resourceId')
  @Field(() => Resource, {
    nullable: true,
    description: says(
      'Nguồn lực vừa ghi, kèm mức độ quyết định; trống khi bị từ chối.',
      'As it stands after the change, with how far it is decided; empty when refused.',
    ),
  })
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
