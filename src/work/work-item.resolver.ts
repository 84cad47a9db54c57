import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import { OperationContext } from '../platform/graphql/operation-context';
import { runCommand } from '../platform/graphql/run-command';
import { Payload } from '../platform/graphql/user-error';
import { says } from '../platform/lib/says';
import { DerivedRelation } from '../platform/reader/declarations';
import { addMilestones } from './add-milestones';
import { describeWorkItem } from './describe-work-item';
import { verifyWorkItem } from './verify-work-item';
import { WorkItem } from './work-item.entity';
import { AddMilestonesInput, DescribeWorkItemInput, VerifyWorkItemInput } from './work-item.inputs';
import { authoriseListing } from './lock-listed-item';

/** Payload of `describeWorkItem`. */
@ObjectType({
  description: says(
    'Kết quả nêu nội dung đầu việc: đầu việc sau khi ghi, hoặc các điểm bị từ chối.',
    'Answer to stating what an item is about: the item, or the points that were refused.',
  ),
})
export class DescribeWorkItemPayload extends Payload {
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

/** Payload of `addMilestones`. */
@ObjectType({
  description: says(
    'Kết quả thêm mốc: đầu việc với đường kế hoạch mới, hoặc các điểm bị từ chối.',
    'Answer to planning steps: the item with its new curve, or the points that were refused.',
  ),
})
export class AddMilestonesPayload extends Payload {
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

/** Payload of `verifyWorkItem`. */
@ObjectType({
  description: says(
    'Kết quả ghi nhận kiểm tra: đầu việc với tình trạng đã kiểm tra, hoặc các điểm bị từ chối.',
    'Answer to recording an inspection: the item with what was found, or the points that were refused.',
  ),
})
export class VerifyWorkItemPayload extends Payload {
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

/** Mutations on what a work item is about. */
@Resolver()
export class WorkItemResolver {
  @Mutation(() => DescribeWorkItemPayload, {
    description: says(
      'Nêu mục tiêu cụ thể, sản phẩm, cấp phê duyệt và thời gian của đầu việc; khi kế hoạch đã hoàn thiện thì chỉ bổ sung phần còn trống.',
      'Says what an item is about; once its plan is finalised only what is still empty.',
    ),
  })
  describeWorkItem(
    @Ctx() context: OperationContext,
    @Arg('input', () => DescribeWorkItemInput) input: DescribeWorkItemInput,
  ): Promise<DescribeWorkItemPayload> {
    return runCommand(context, 'describeWorkItem', input, describeWorkItem, authoriseListing);
  }

  @Mutation(() => AddMilestonesPayload, {
    description: says(
      'Thêm các mốc thực hiện, qua đó tính tiến độ kế hoạch.',
      'Plans the milestones through which the planned curve runs.',
    ),
  })
  addMilestones(
    @Ctx() context: OperationContext,
    @Arg('input', () => AddMilestonesInput) input: AddMilestonesInput,
  ): Promise<AddMilestonesPayload> {
    return runCommand(context, 'addMilestones', input, addMilestones, authoriseListing);
  }

  @Mutation(() => VerifyWorkItemPayload, {
    description: says(
      'Ghi nhận kết quả kiểm tra, cạnh đánh giá của đơn vị và của hệ thống.',
      'Records what an inspection found, beside what the unit says and what is computed.',
    ),
  })
  verifyWorkItem(
    @Ctx() context: OperationContext,
    @Arg('input', () => VerifyWorkItemInput) input: VerifyWorkItemInput,
  ): Promise<VerifyWorkItemPayload> {
    return runCommand(context, 'verifyWorkItem', input, verifyWorkItem);
  }
}
