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
@ObjectType({ description: says('Kết quả liên kết.', 'What tracing an item gives.') })
export class TraceWorkItemPayload extends Payload {
  workItemId?: string;

  @DerivedRelation(() => WorkItem, 'workItemId')
  @Field(() => WorkItem, { nullable: true, description: says('Đầu việc.', 'The work item.') })
  workItem?: WorkItem | null;

  traceId?: string;

  @DerivedRelation(() => Trace, 'traceId')
  @Field(() => Trace, { nullable: true, description: says('Liên kết.', 'The trace.') })
  trace?: Trace | null;
}

/** Payload of `removeTrace`. */
@ObjectType({ description: says('Kết quả bỏ liên kết.', 'What taking back a trace gives.') })
export class RemoveTracePayload extends Payload {
  workItemId?: string;

  @DerivedRelation(() => WorkItem, 'workItemId')
  @Field(() => WorkItem, { nullable: true, description: says('Đầu việc.', 'The work item.') })
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

  @Mutation(() => RemoveTracePayload, { description: says('Bỏ một liên kết đã ghi nhận.', 'Takes a trace back.') })
  removeTrace(
    @Ctx() context: OperationContext,
    @Arg('input', () => RemoveTraceInput) input: RemoveTraceInput,
  ): Promise<RemoveTracePayload> {
    return runCommand(context, 'removeTrace', input, removeTrace);
  }
}
