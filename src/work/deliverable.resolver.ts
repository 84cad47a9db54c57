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
@ObjectType({ description: says('Kết quả thêm sản phẩm.', 'What adding a deliverable gives.') })
export class AddDeliverablePayload extends Payload {
  workItemId?: string;

  @DerivedRelation(() => WorkItem, 'workItemId')
  @Field(() => WorkItem, { nullable: true, description: says('Đầu việc.', 'The work item.') })
  workItem?: WorkItem | null;

  deliverableId?: string;

  @DerivedRelation(() => Deliverable, 'deliverableId')
  @Field(() => Deliverable, { nullable: true, description: says('Sản phẩm.', 'The deliverable.') })
  deliverable?: Deliverable | null;
}

/** Payload of `acceptDeliverable`. */
@ObjectType({ description: says('Kết quả nghiệm thu.', 'What accepting a deliverable gives.') })
export class AcceptDeliverablePayload extends Payload {
  workItemId?: string;

  @DerivedRelation(() => WorkItem, 'workItemId')
  @Field(() => WorkItem, { nullable: true, description: says('Đầu việc.', 'The work item.') })
  workItem?: WorkItem | null;

  deliverableId?: string;

  @DerivedRelation(() => Deliverable, 'deliverableId')
  @Field(() => Deliverable, { nullable: true, description: says('Sản phẩm.', 'The deliverable.') })
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
      'Nghiệm thu một sản phẩm, kèm minh chứng.',
      'Records that a deliverable was accepted, with the evidence.',
    ),
  })
  acceptDeliverable(
    @Ctx() context: OperationContext,
    @Arg('input', () => AcceptDeliverableInput) input: AcceptDeliverableInput,
  ): Promise<AcceptDeliverablePayload> {
    return runCommand(context, 'acceptDeliverable', input, acceptDeliverable);
  }
}
