import { Field, ObjectType } from 'type-graphql';
import { says } from '../../platform/lib/says';
import { DateScalar, PeriodScalar } from '../../platform/lib/scalars';
import { declareEnum } from '../../platform/reader/model/declare-enum';

/** How a measurement that is due stands. */
export enum DueMeasurementState {
  DUE = 'DUE',
  OVERDUE = 'OVERDUE',
  PROVISIONAL = 'PROVISIONAL',
  RETURNED = 'RETURNED',
}

declareEnum(DueMeasurementState, {
  name: 'DueMeasurementState',
  description: says(
    'Số liệu phải có của một kỳ đang ở đâu; có số liệu được chấp nhận thì không còn trong danh sách.',
    'Where the measurement of a period stands; once one is accepted it is due no more.',
  ),
  values: {
    DUE: { word: { vi: 'Kỳ đã hết, chưa quá hạn cung cấp', en: 'The period is over; it may still come on time' } },
    OVERDUE: { word: { vi: 'Quá hạn cung cấp mà chưa có', en: 'The due date has passed and nothing came' } },
    PROVISIONAL: {
      word: { vi: 'Đơn vị đã cung cấp, chờ chấp nhận', en: 'A unit gave one, which waits for the secretariat' },
    },
    RETURNED: {
      word: { vi: 'Đã bị trả lại, chờ số khác', en: 'What a unit gave was sent back; another one is awaited' },
    },
  },
});

/** The indicator of which a measurement is due. */
@ObjectType({ description: says('Chỉ số còn thiếu số liệu.', 'What has to be measured.') })
export class DueIndicator {
  @Field(() => String, { description: says('Mã số (code) của chỉ số.', 'Code of the indicator.') })
  code!: string;

  @Field(() => String, { description: says('Tên chỉ số.', 'Vietnamese name of the indicator.') })
  name!: string;

  @Field(() => String, { description: says('Tên chỉ số bằng tiếng Anh.', 'English name of the indicator.') })
  nameEn!: string;
}

/** The target whose trajectory asks for a measurement. */
@ObjectType({ description: says('Chỉ tiêu có lộ trình cần số liệu này.', 'Whose trajectory asks for the value.') })
export class DueTarget {
  @Field(() => String, {
    description: says('Số thứ tự của chỉ tiêu trong chương trình.', 'Number within its programme.'),
  })
  number!: string;

  @Field(() => String, { description: says('Tên ngắn của chỉ tiêu.', 'Short Vietnamese name of the target.') })
  shortName!: string;

  @Field(() => String, {
    description: says('Mã số (code) của chương trình có chỉ tiêu.', 'Code of the programme that has the target.'),
  })
  programmeCode!: string;
}

/** The unit that owes a measurement. */
@ObjectType({ description: says('Đơn vị phải cung cấp số liệu.', 'Who owes the value.') })
export class DueUnit {
  @Field(() => String, { description: says('Mã số (code) của đơn vị.', 'Code of the unit.') })
  code!: string;

  @Field(() => String, { description: says('Tên đơn vị.', 'Vietnamese name of the unit.') })
  name!: string;

  @Field(() => String, { description: says('Tên ngắn của đơn vị.', 'Short Vietnamese name of the unit.') })
  shortName!: string;
}

/** A measurement that has to come. */
@ObjectType({
  description: says(
    'Một số liệu phải có: kỳ của lộ trình đã hết mà chưa có số liệu được chấp nhận.',
    'A measurement that has to come: a period of a trajectory is over, and none is accepted for it.',
  ),
})
export class DueMeasurement {
  @Field(() => DueIndicator, { description: says('Chỉ số cần đo.', 'Indicator to be measured.') })
  indicator!: DueIndicator;

  @Field(() => DueTarget, {
    description: says(
      'Chỉ tiêu có lộ trình nêu kỳ này; nếu nhiều chỉ tiêu cùng cần thì là chỉ tiêu đầu tiên.',
      'Target whose trajectory names the period; of several the first.',
    ),
  })
  target!: DueTarget;

  @Field(() => PeriodScalar, {
    description: says('Kỳ cần số liệu, theo lộ trình.', 'For which period, as the trajectory says.'),
  })
  period!: string;

  @Field(() => DueUnit, {
    nullable: true,
    description: says(
      'Đơn vị phải cung cấp: đơn vị có số liệu của kỳ đang chờ hoặc bị trả lại, nếu không thì đơn vị đã cho số liệu được chấp nhận mới nhất của chỉ số (hoặc đơn vị đang nắm giữ việc của nó), nếu chưa đơn vị nào cho thì cơ quan thường trực; trống nếu chương trình chưa có.',
      'Who owes it: the unit whose value for the period waits or was sent back, else the one that gave the newest accepted value of the indicator, or who holds its matters today; where no unit has given any, the standing agency; empty where there is none.',
    ),
  })
  unit!: DueUnit | null;

  @Field(() => DateScalar, {
    description: says('Hạn cung cấp: 30 ngày sau ngày cuối kỳ.', 'Last day on time: 30 days after the period’s end.'),
  })
  dueOn!: string;

  @Field(() => DueMeasurementState, {
    description: says(
      'Đến hạn, quá hạn, đang chờ chấp nhận hay đã bị trả lại.',
      'Due, overdue, given and waiting, or sent back.',
    ),
  })
  state!: DueMeasurementState;
}
