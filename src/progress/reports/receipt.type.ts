import { Field, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '../../platform/lib/scalars';
import { says } from '../../platform/lib/says';

/** Proof that a report was received. */
@ObjectType({
  description: says(
    'Biên nhận: bằng chứng máy chủ đã nhận báo cáo, để người nộp lưu giữ.',
    'Proof that the server has the report, for the reporter to keep.',
  ),
})
class Receipt {
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

/** The value of a payload that holds one. */
export const RECEIPT = {
  type: Receipt,
  description: says(
    'Bằng chứng đã nhận, cần lưu giữ; trống khi bị từ chối.',
    'Proof to be kept that it arrived; empty when refused.',
  ),
};
