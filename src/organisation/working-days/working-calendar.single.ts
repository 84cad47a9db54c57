import { Field, ObjectType } from 'type-graphql';
import { says } from '../../platform/lib/says';
import { DateScalar } from '../../platform/lib/scalars';
import type { SingletonField } from '../../platform/reader/model/declarations';
import { addWorkingDaysSql, isWorkedSql, workingDaysKnownUntilSql } from './working-days.sql';

/** What is said of the calendar of working days as a whole. */
@ObjectType({
  description: says(
    'Lịch ngày làm việc: hôm nay có làm việc không, ngày nghỉ đã biết đến đâu.',
    'The calendar of working days: whether today is one, and how far the days off are known.',
  ),
})
class WorkingCalendar {
  @Field(() => DateScalar, {
    nullable: true,
    description: says(
      'Ngày cuối cùng mà ngày nghỉ lễ đã biết; hạn tính bằng ngày làm việc sau ngày này chỉ là tạm tính. Trống nếu chưa có năm nào.',
      'Last date up to which the days off are known: what is counted in working days beyond it is provisional. Null while no year is known.',
    ),
  })
  workingDaysKnownUntil!: string | null;

  @Field(() => Boolean, {
    description: says('Hôm nay có phải ngày làm việc không.', 'Whether today is a working day.'),
  })
  isTodayWorked!: boolean;

  @Field(() => DateScalar, {
    description: says('Ngày làm việc kế tiếp sau hôm nay.', 'The next working day after today.'),
  })
  nextWorkingDay!: string;
}

/** `workingCalendar`: the calendar of working days. */
export const workingCalendar: SingletonField = {
  field: 'workingCalendar',
  type: WorkingCalendar,
  description: says(
    'Lịch ngày làm việc của thành phố. Các ngày nghỉ và làm bù: `nonWorkingDays`.',
    'The city’s calendar of working days. Days off and worked weekend days: `nonWorkingDays`.',
  ),
  isPublic: false,
  isPersonal: false,
  tables: [],
  momentary: [],
  properties: {
    workingDaysKnownUntil: ({ table }) => workingDaysKnownUntilSql(table),
    isTodayWorked: ({ today, table }) => isWorkedSql(today, table),
    nextWorkingDay: ({ today, table }) => addWorkingDaysSql(today, 1, table),
  },
  relations: {},
};
