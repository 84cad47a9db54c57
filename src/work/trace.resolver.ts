import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import { OperationContext } from '../platform/graphql/operation-context';
import { runCommand } from '../platform/graphql/run-command';
import { Payload } from '../platform/graphql/user-error';
import { says } from '../platform/lib/says';
import { DerivedRelation } from '../platform/reader/declarations';
import { removeTrace } from './remove-trace';
import { Trace } from './trace.entity';
import { RemoveTraceInput, TraceWorkItemInput } from './trace.inputs';
import { traceWorkItem } from './trace-work-item';
import { WorkItem } from './work-item.entity';

/** Payload of `traceWorkItem`. */
@ObjectType({
  description: says(
    'Kết quả ghi nhận bám sát: liên kết vừa ghi, hoặc các điểm bị từ chối.',
    'Answer to stating what an item serves: the new row, or the points that were refused.',
  ),
})
export class TraceWorkItemPayload extends Payload {
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

  traceId?: string;

  @DerivedRelation(() => Trace, 'traceId')
  @Field(() => Trace, {
    nullable: true,
    description: says(
      'Liên kết vừa ghi, để có thể bỏ lại sau; trống khi bị từ chối.',
      'What was entered, so that it can be taken back; empty when refused.',
    ),
  })
  trace?: Trace | null;
}

/** Payload of `removeTrace`. */
@ObjectType({
  description: says(
    'Kết quả bỏ liên kết: đầu việc với những điều còn bám sát, hoặc các điểm bị từ chối.',
    'Answer to taking it back: the item with what it still serves, or the points that were refused.',
  ),
})
export class RemoveTracePayload extends Payload {
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

/** Mutations on what work items serve. */
@Resolver()
export class TraceResolver {
  @Mutation(() => TraceWorkItemPayload, {
    description: says(
      'Ghi nhận đầu việc bám sát một chỉ tiêu, mục tiêu hoặc quan điểm của chương trình.',
      'Says that an item serves a target, an objective or a viewpoint of its programme.',
    ),
  })
  traceWorkItem(
    @Ctx() context: OperationContext,
    @Arg('input', () => TraceWorkItemInput) input: TraceWorkItemInput,
  ): Promise<TraceWorkItemPayload> {
    return runCommand(context, 'traceWorkItem', input, traceWorkItem);
  }

  @Mutation(() => RemoveTracePayload, {
    description: says(
      'Bỏ một liên kết mục tiêu ghi nhầm, kèm lý do; dành cho cơ quan thường trực. Nhật ký vẫn giữ việc đã ghi.',
      'Takes back that an item serves something, with a reason; for the secretariat. The log keeps what was there.',
    ),
  })
  removeTrace(
    @Ctx() context: OperationContext,
    @Arg('input', () => RemoveTraceInput) input: RemoveTraceInput,
  ): Promise<RemoveTracePayload> {
    return runCommand(context, 'removeTrace', input, removeTrace);
  }
}
