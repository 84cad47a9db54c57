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
@ObjectType({
  description: says(
    'Biên nhận: bằng chứng máy chủ đã nhận báo cáo, để người nộp lưu giữ.',
    'Proof that the server has the report, for the reporter to keep.',
  ),
})
export class Receipt {
  @Field(() => String, {
    description: says(
      'Mã biên nhận để đọc hoặc in ra; tìm lại báo cáo bằng `progressReport(receiptCode)`.',
      'Short text to read out or print; `progressReport(receiptCode)` finds the report again.',
    ),
  })
  code!: string;

  @Field(() => DateTimeScalar, {
    description: says(
      'Thời điểm máy chủ nhận, quyết định nộp đúng hạn hay chậm.',
      'Moment by the server’s clock, which decides whether it was on time.',
    ),
  })
  receivedAt!: string;
}

/** Payload of `submitProgressReport`. */
@ObjectType({
  description: says(
    'Kết quả nộp báo cáo: biên nhận và báo cáo, hoặc các điểm bị từ chối.',
    'Answer to a submission: proof that it arrived, or the points that were refused.',
  ),
})
export class SubmitProgressReportPayload extends Payload {
  progressReportId?: string;

  @DerivedRelation(() => ProgressReport, 'progressReportId')
  @Field(() => ProgressReport, {
    nullable: true,
    description: says(
      'Báo cáo sau khi ghi, kèm trạng thái mới; trống khi bị từ chối.',
      'As it stands after the change, with its new state; empty when refused.',
    ),
  })
  progressReport?: ProgressReport | null;

  @Field(() => Receipt, {
    nullable: true,
    description: says(
      'Bằng chứng đã nhận, cần lưu giữ; trống khi bị từ chối.',
      'Proof to be kept that it arrived; empty when refused.',
    ),
  })
  receipt?: Receipt | null;
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
}
