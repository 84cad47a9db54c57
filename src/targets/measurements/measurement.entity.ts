import { Field, Float, ID, ObjectType } from 'type-graphql';
import { Check, Column, Entity, Index, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { Account } from '../../accounts/public';
import { Source, Unit } from '../../organisation/public';
import { Node } from '../../platform/lib/node';
import { DateScalar, DateTimeScalar, PeriodScalar } from '../../platform/lib/scalars';
import { RelatedRow } from '../../platform/lib/related-row';
import { ROW_ID, SAMPLE_ROW } from '../../platform/lib/row-words';
import { says } from '../../platform/lib/says';
import { declareEnum } from '../../platform/reader/model/declare-enum';
import { Readable } from '../../platform/reader/model/declarations';
import { Indicator } from '../indicator.entity';
import { MeasurementState } from './measurement.state';

declareEnum(MeasurementState, {
  name: 'MeasurementState',
  description: says('Trạng thái của số liệu.', 'Whether a measurement counts.'),
  values: {
    PROVISIONAL: {
      word: { vi: 'Tạm thời, chờ cơ quan thường trực chấp nhận', en: 'Provisional, waiting for the secretariat' },
    },
    ACCEPTED: { word: { vi: 'Đã được chấp nhận', en: 'Accepted' } },
    RETURNED: {
      word: {
        vi: 'Cơ quan thường trực trả lại kèm lý do; đơn vị ghi số khác thay thế',
        en: 'The secretariat sent it back and said why; the unit records another one',
      },
    },
  },
});

/** One measured value of an indicator for a period, with its source. Several sources may stand side by side. */
@Entity('measurement')
@Index(['indicatorId', 'state', 'endsOn', 'recordedAt'])
@Check(
  'measurement_return',
  `(state = 'RETURNED') = (return_reason is not null) and (state = 'RETURNED') = (returned_at is not null)`,
)
@Check('measurement_correction', '(corrects_id is null) = (correction_reason is null)')
@Readable({
  prefix: 'me',
  list: 'measurements',
  orderBy: ['-endsOn', '-recordedAt'],
  label: 'period',
  title: { vi: 'số liệu đo', en: 'measurement' },
})
@ObjectType({
  implements: Node,
  description: says('Giá trị đo được của một chỉ số trong một kỳ.', 'One measured value of an indicator for a period.'),
})
export class Measurement {
  @PrimaryGeneratedColumn('uuid')
  @Field(() => ID, { description: ROW_ID })
  id!: string;

  @Column('uuid')
  indicatorId!: string;

  @RelatedRow(() => Indicator, { description: says('Chỉ số.', 'Indicator.') })
  indicator!: Relation<Indicator>;

  @Column('text')
  @Field(() => PeriodScalar, { description: says('Kỳ đo.', 'Period measured.') })
  period!: string;

  @Column('date')
  @Field(() => DateScalar, { description: says('Ngày cuối kỳ.', 'Last date of the period.') })
  endsOn!: string;

  @Column('numeric')
  @Field(() => Float, {
    description: says('Giá trị, theo đơn vị tính của chỉ số.', 'Value, in the indicator’s unit of measure.'),
  })
  value!: number;

  @Column('text')
  @Field(() => MeasurementState, { description: says('Trạng thái.', 'State.') })
  state!: MeasurementState;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: says('Ghi chú.', 'Note.') })
  note!: string | null;

  @Column('uuid', { nullable: true })
  @Index()
  unitId!: string | null;

  @RelatedRow(() => Unit, {
    nullable: true,
    description: says(
      'Đơn vị cung cấp; trống nếu do cơ quan thường trực ghi.',
      'The unit that gave it; empty when the secretariat recorded it.',
    ),
  })
  unit!: Relation<Unit> | null;

  @Column('uuid', { nullable: true })
  recordedById!: string | null;

  @Column('uuid', { nullable: true })
  @Index({ unique: true })
  correctsId!: string | null;

  @RelatedRow(() => Measurement, {
    nullable: true,
    description: says(
      'Số liệu mà nó đính chính; số cũ vẫn được giữ.',
      'The measurement that it corrects, which stays.',
    ),
  })
  corrects!: Relation<Measurement> | null;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: says('Lý do đính chính.', 'Why it was corrected.') })
  correctionReason!: string | null;

  @Column('timestamptz', { nullable: true })
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: says('Thời điểm bị thay bằng số đính chính.', 'When a correction took its place.'),
  })
  supersededAt!: Date | null;

  @Column('text', { nullable: true })
  @Field(() => String, {
    nullable: true,
    description: says(
      'Vì sao cơ quan thường trực trả lại; trống nếu không bị trả lại.',
      'Why the secretariat sent it back; empty unless it did.',
    ),
  })
  returnReason!: string | null;

  @Column('timestamptz', { nullable: true })
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: says('Thời điểm bị trả lại; trống nếu không.', 'When it was sent back; empty unless it was.'),
  })
  returnedAt!: Date | null;

  @Column('uuid', { nullable: true })
  returnedById!: string | null;

  @RelatedRow(() => Account, {
    nullable: true,
    description: says('Tài khoản đã trả lại.', 'Who sent it back.'),
  })
  returnedBy!: Relation<Account> | null;

  @Column('timestamptz')
  @Field(() => DateTimeScalar, { description: says('Thời điểm ghi nhận.', 'When it was recorded.') })
  recordedAt!: Date;

  /** Of a correction: when the first value of its chain was recorded. It stands among several sources where that one stood. */
  @Column('timestamptz', { nullable: true })
  firstRecordedAt!: Date | null;

  @Column(() => Source)
  @Field(() => Source, { description: says('Nguồn thông tin.', 'Source.') })
  source!: Source;

  @Column('boolean', { default: false })
  @Field(() => Boolean, { description: SAMPLE_ROW })
  isSample!: boolean;
}
