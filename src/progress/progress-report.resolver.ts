import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import { OperationContext } from '../platform/graphql/operation-context';
import { runCommand } from '../platform/graphql/run-command';
import { Payload } from '../platform/graphql/user-error';
import { DateTimeScalar } from '../platform/lib/scalars';
import { says } from '../platform/lib/says';
import { DerivedRelation } from '../platform/reader/declarations';
import { approveProgressReport } from './approve-progress-report';
import { ProgressReport } from './progress-report.entity';
import {
  ApproveProgressReportInput,
  ReturnProgressReportInput,
  SubmitProgressReportInput,
  WithdrawProgressReportInput,
} from './progress-report.inputs';
import { returnProgressReport } from './return-progress-report';
import { authoriseSubmission, submitProgressReport } from './submit-progress-report';
import { withdrawProgressReport } from './withdraw-progress-report';

/** Proof that a report was received. */
@ObjectType({ description: says('Biên nhận báo cáo.', 'Proof that a report was received.') })
export class Receipt {
  @Field(() => String, { description: says('Mã biên nhận.', 'Code.') })
  code!: string;

  @Field(() => DateTimeScalar, { description: says('Thời điểm máy chủ nhận.', 'When the server received it.') })
  receivedAt!: string;
}

/** Payload of `submitProgressReport`. */
@ObjectType({ description: says('Kết quả nộp báo cáo.', 'What submitting a report gives.') })
export class SubmitProgressReportPayload extends Payload {
  progressReportId?: string;

  @DerivedRelation(() => ProgressReport, 'progressReportId')
  @Field(() => ProgressReport, { nullable: true, description: says('Báo cáo.', 'The report.') })
  progressReport?: ProgressReport | null;

  @Field(() => Receipt, { nullable: true, description: says('Biên nhận.', 'Receipt.') })
  receipt?: Receipt | null;
}

/** Payload of `approveProgressReport`. */
@ObjectType({ description: says('Kết quả duyệt báo cáo.', 'What approving a report gives.') })
export class ApproveProgressReportPayload extends Payload {
  progressReportId?: string;

  @DerivedRelation(() => ProgressReport, 'progressReportId')
  @Field(() => ProgressReport, { nullable: true, description: says('Báo cáo.', 'The report.') })
  progressReport?: ProgressReport | null;
}

/** Payload of `returnProgressReport`. */
@ObjectType({ description: says('Kết quả trả lại báo cáo.', 'What returning a report gives.') })
export class ReturnProgressReportPayload extends Payload {
  progressReportId?: string;

  @DerivedRelation(() => ProgressReport, 'progressReportId')
  @Field(() => ProgressReport, { nullable: true, description: says('Báo cáo.', 'The report.') })
  progressReport?: ProgressReport | null;
}

/** Payload of `withdrawProgressReport`. */
@ObjectType({ description: says('Kết quả thu hồi báo cáo.', 'What withdrawing a report gives.') })
export class WithdrawProgressReportPayload extends Payload {
  progressReportId?: string;

  @DerivedRelation(() => ProgressReport, 'progressReportId')
  @Field(() => ProgressReport, { nullable: true, description: says('Báo cáo.', 'The report.') })
  progressReport?: ProgressReport | null;
}

/** Mutations of progress reports. */
@Resolver()
export class ProgressReportResolver {
  @Mutation(() => SubmitProgressReportPayload, {
    description: says(
      'Nộp báo cáo tiến độ của một đầu việc do đơn vị mình chủ trì.',
      'Submits a report on an item that the own unit leads.',
    ),
  })
  submitProgressReport(
    @Ctx() context: OperationContext,
    @Arg('input', () => SubmitProgressReportInput) input: SubmitProgressReportInput,
  ): Promise<SubmitProgressReportPayload> {
    return runCommand(context, 'submitProgressReport', input, submitProgressReport, authoriseSubmission);
  }

  @Mutation(() => ApproveProgressReportPayload, {
    description: says(
      'Duyệt báo cáo: người duyệt của đơn vị, rồi cơ quan thường trực chấp nhận.',
      'Approves a report: the unit’s approver, then the secretariat accepts it.',
    ),
  })
  approveProgressReport(
    @Ctx() context: OperationContext,
    @Arg('input', () => ApproveProgressReportInput) input: ApproveProgressReportInput,
  ): Promise<ApproveProgressReportPayload> {
    return runCommand(context, 'approveProgressReport', input, approveProgressReport);
  }

  @Mutation(() => ReturnProgressReportPayload, {
    description: says('Trả lại báo cáo kèm lý do.', 'Returns a report with a reason.'),
  })
  returnProgressReport(
    @Ctx() context: OperationContext,
    @Arg('input', () => ReturnProgressReportInput) input: ReturnProgressReportInput,
  ): Promise<ReturnProgressReportPayload> {
    return runCommand(context, 'returnProgressReport', input, returnProgressReport);
  }

  @Mutation(() => WithdrawProgressReportPayload, {
    description: says(
      'Thu hồi báo cáo của mình khi đơn vị chưa duyệt.',
      'Takes an own report back until the unit has approved it.',
    ),
  })
  withdrawProgressReport(
    @Ctx() context: OperationContext,
    @Arg('input', () => WithdrawProgressReportInput) input: WithdrawProgressReportInput,
  ): Promise<WithdrawProgressReportPayload> {
    return runCommand(context, 'withdrawProgressReport', input, withdrawProgressReport);
  }
}
