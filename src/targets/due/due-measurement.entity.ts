import { Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn, type Relation } from 'typeorm';
import { Unit } from '../../organisation/public';
import { Node } from '../../platform/lib/node';
import { RelatedRow } from '../../platform/lib/related-row';
import { ROW_ID } from '../../platform/lib/row-words';
import { says } from '../../platform/lib/says';
import { DateScalar, PeriodScalar } from '../../platform/lib/scalars';
import { Derived, Readable } from '../../platform/reader/model/declarations';
import { declareEnum } from '../../platform/reader/model/declare-enum';
import { Indicator } from '../indicator.entity';
import { Target } from '../target.entity';
import { dueRowsSql, dueStateSql } from './due-measurement.sql';
import { DueMeasurementState } from './due-measurement.state';

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

/** A measurement that has to come. Derived, never stored. */
@Entity({ name: 'due_measurement', synchronize: false })
@Readable({
  prefix: 'dm',
  list: 'dueMeasurements',
  rowsFrom: dueRowsSql,
  orderBy: ['dueOn', 'indicatorCode', 'period'],
  title: { vi: 'số liệu phải có', en: 'due measurement' },
  rows: {
    vi: 'Các số liệu phải có mà chưa được chấp nhận: mỗi chỉ số và mỗi kỳ của lộ trình đã hết một dòng, dù bao nhiêu chỉ tiêu cùng cần; đến hạn trước đứng trước. Ai đăng nhập cũng đọc được.',
    en: 'Values that have to come and of which none is accepted: one row for each indicator and each period of a trajectory that is over, however many targets ask for it; due first before the others. Everybody who is signed in reads it.',
    where: '{ state: { eq: OVERDUE } }',
  },
})
@ObjectType({
  implements: Node,
  description: says(
    'Một số liệu phải có: kỳ của lộ trình đã hết mà chưa có số liệu được chấp nhận.',
    'A measurement that has to come: a period of a trajectory is over, and none is accepted for it.',
  ),
})
export class DueMeasurement {
  @PrimaryColumn('uuid')
  @Field(() => ID, { description: ROW_ID })
  id!: string;

  @Column('uuid')
  indicatorId!: string;

  @RelatedRow(() => Indicator, { description: says('Chỉ số cần đo.', 'What has to be measured.') })
  indicator!: Relation<Indicator>;

  /** What its lists are ordered by. */
  @Column('text')
  indicatorCode!: string;

  /** The programmes whose targets ask for it. */
  @Column('uuid', { array: true })
  programmeIds!: string[];

  @Column('uuid')
  targetId!: string;

  @RelatedRow(() => Target, {
    description: says(
      'Chỉ tiêu có lộ trình nêu kỳ này; nếu nhiều chỉ tiêu cùng cần thì là chỉ tiêu đầu tiên.',
      'Target whose trajectory names the period; of several the first.',
    ),
  })
  target!: Relation<Target>;

  @Column('text')
  @Field(() => PeriodScalar, {
    description: says('Kỳ cần số liệu, theo lộ trình.', 'For which period, as the trajectory says.'),
  })
  period!: string;

  @Column('uuid', { nullable: true })
  unitId!: string | null;

  @RelatedRow(() => Unit, {
    nullable: true,
    description: says(
      'Đơn vị phải cung cấp: đơn vị có số liệu của kỳ đang chờ hoặc bị trả lại, nếu không thì đơn vị đã cho số liệu được chấp nhận mới nhất của chỉ số (hoặc đơn vị đang nắm giữ việc của nó), nếu chưa đơn vị nào cho thì cơ quan thường trực; trống nếu chương trình chưa có.',
      'Who owes it: the unit whose value for the period waits or was sent back, else the one that gave the newest accepted value of the indicator, or who holds its matters today; where no unit has given any, the standing agency; empty where there is none.',
    ),
  })
  unit!: Relation<Unit> | null;

  @Column('date')
  @Field(() => DateScalar, {
    description: says('Hạn cung cấp: 30 ngày sau ngày cuối kỳ.', 'Last day on time: 30 days after the period’s end.'),
  })
  dueOn!: string;

  @Derived(dueStateSql)
  @Field(() => DueMeasurementState, {
    description: says(
      'Đến hạn, quá hạn, đang chờ chấp nhận hay đã bị trả lại.',
      'Due, overdue, given and waiting, or sent back.',
    ),
  })
  state!: DueMeasurementState;
}
