import { Field } from 'type-graphql';
import { DateScalar } from '../../platform/lib/scalars';
import { says } from '../../platform/lib/says';

/** The date of a step, where it is recorded later than it was taken. */
export function TakenOnField(): PropertyDecorator {
  return Field(() => DateScalar, {
    nullable: true,
    description: says(
      'Ngày đã thực hiện, nếu ghi nhận sau; mặc định là hôm nay. Thời điểm ghi nhận luôn được giữ riêng.',
      'The date on which it was done, where it is recorded later; today by default. When it was recorded is kept beside it.',
    ),
  });
}
