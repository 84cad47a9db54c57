import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import { OperationContext } from '../platform/graphql/operation-context';
import { runCommand } from '../platform/graphql/run-command';
import { Payload } from '../platform/graphql/user-error';
import { says } from '../platform/lib/says';
import { DerivedRelation } from '../platform/reader/declarations';
import { acceptDeliverable } from './accept-deliverable';
import { addDeliverable } from './add-deliverable';
import { Deliverable } from './deliverable.entity';
import { AcceptDeliverableInput, AddDeliverableInput } from './deliverable.inputs';
import { WorkItem } from './work-item.entity';
import { authoriseListing } from './lock-listed-item';

/** Payload of `addDeliverable`. */
@ObjectType({
  description: says(
    'Kết quả nêu sản phẩm: sản phẩm vừa thêm, hoặc các điểm bị từ chối.',
    'Answer to stating what is handed over: the new row, or the points that were refused.',
  ),
})
export class AddDeliverablePayload extends Payload {
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

  deliverableId?: string;

  @DerivedRelation(() => Deliverable, 'deliverableId')
  @Field(() => Deliverable, {
    nullable: true,
    description: says(
      'Sản phẩm sau khi ghi, kèm hạn và ngày nghiệm thu; trống khi bị từ chối.',
      'As it stands after the change, with its dates; empty when refused.',
    ),
  })
  deliverable?: Deliverable | null;
}

/** Payload of `acceptDeliverable`. */
@ObjectType({
  description: says(
    'Kết quả nghiệm thu: sản phẩm với ngày và minh chứng, hoặc các điểm bị từ chối.',
    'Answer to recording an acceptance: what was handed over, or the points that were refused.',
  ),
})
export class AcceptDeliverablePayload extends Payload {
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

  deliverableId?: string;

  @DerivedRelation(() => Deliverable, 'deliverableId')
  @Field(() => Deliverable, {
    nullable: true,
    description: says(
      'Sản phẩm sau khi ghi, kèm hạn và ngày nghiệm thu; trống khi bị từ chối.',
      'As it stands after the change, with its dates; empty when refused.',
    ),
  })
  deliverable?: Deliverable | null;
}

/** Mutations on what work items hand over. */
@Resolver()
export class DeliverableResolver {
  @Mutation(() => AddDeliverablePayload, {
    description: says('Nêu sản phẩm mà đầu việc phải bàn giao và hạn.', 'Says what an item is to hand over, and when.'),
  })
  addDeliverable(
    @Ctx() context: OperationContext,
    @Arg('input', () => AddDeliverableInput) input: AddDeliverableInput,
  ): Promise<AddDeliverablePayload> {
    return runCommand(context, 'addDeliverable', input, addDeliverable, authoriseListing);
  }

  @Mutation(() => AcceptDeliverablePayload, {
    description: says(
      'Ghi nhận đã nghiệm thu một sản phẩm, kèm ngày và minh chứng; dành cho cơ quan thường trực, không ghi lại được lần thứ hai.',
      'Records the day and the evidence on which a deliverable was accepted; the secretariat does, once for each.',
    ),
  })
  acceptDeliverable(
    @Ctx() context: OperationContext,
    @Arg('input', () => AcceptDeliverableInput) input: AcceptDeliverableInput,
  ): Promise<AcceptDeliverablePayload> {
    return runCommand(context, 'acceptDeliverable', input, acceptDeliverable);
  }
}
