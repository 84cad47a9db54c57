import { Field, Float, ID, ObjectType } from 'type-graphql';
import { Check, Column, Entity, Index, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { Source } from '../organisation/public';
import { Node } from '../platform/lib/node';
import { DateScalar } from '../platform/lib/scalars';
import { RelatedRow } from '../platform/lib/related-row';
import { ROW_ID, SAMPLE_ROW, SHORT_NAME, SHORT_NAME_EN } from '../platform/lib/row-words';
import { says } from '../platform/lib/says';
import { Derived, DerivedRelation, Readable } from '../platform/reader/model/declarations';
import { Health, Programme } from '../programme/public';
import './comparator';
import { Comparator } from './comparator.state';
import { Indicator } from './indicator.entity';
import { Measurement } from './measurements/measurement.entity';
import { isUnattendedSql, unattendedFromSql, unattendedSinceSql } from './assignments/target-assignment.sql';
import {
  deviationSql,
  expectedAtMeasurementSql,
  expectedValueSql,
  latestMeasurementIdSql,
  previousMeasurementIdSql,
  targetHealthSql,
} from './target.sql';

/** What a programme promises to reach, on one indicator, by a date. */
@Entity('target')
@Index('target_natural', { synchronize: false })
@Index(['programmeId', 'number'], { unique: true })
@Check('target_short_name_length', 'char_length(short_name) <= 24 and char_length(short_name_en) <= 24')
@Check('target_range', "comparator <> 'RANGE' or value_high >= value")
@Check(
  'target_assessment',
  '(assessed_on is null or assessed_health is not null) and (assessed_on is null) = (assessment_basis is null)',
)
@Readable({
  prefix: 'ta',
  list: 'targets',
  orderBy: ['programmeId', 'number'],
  label: 'shortName',
  title: { vi: 'chỉ tiêu', en: 'target' },
})
@ObjectType({
  implements: Node,
  description: says('Chỉ tiêu của chương trình.', 'What a programme promises to reach by a date.'),
})
export class Target {
  @PrimaryGeneratedColumn('uuid')
  @Field(() => ID, { description: ROW_ID })
  id!: string;

  @Column('uuid')
  programmeId!: string;

  @RelatedRow(() => Programme, { description: says('Chương trình.', 'Programme.') })
  programme!: Relation<Programme>;

  @Column('text')
  @Field(() => String, {
    description: says('Số thứ tự trong chương trình, ví dụ `7a`.', 'Number within the programme, for instance `7a`.'),
  })
  number!: string;

  @Column('text')
  @Field(() => String, { description: says('Tên chỉ tiêu.', 'Vietnamese name.') })
  name!: string;

  @Column('text')
  @Field(() => String, { description: says('Tên chỉ tiêu bằng tiếng Anh.', 'English name.') })
  nameEn!: string;

  @Column('text')
  @Field(() => String, { description: SHORT_NAME })
  shortName!: string;

  @Column('text')
  @Field(() => String, { description: SHORT_NAME_EN })
  shortNameEn!: string;

  @Column('text')
  @Field(() => Comparator, { description: says('Cách so sánh.', 'Comparator.') })
  comparator!: Comparator;

  @Column('numeric', { nullable: true })
  @Field(() => Float, {
    nullable: true,
    description: says('Giá trị phải đạt (mức thấp, nếu là khoảng).', 'Value to reach (the low end of a range).'),
  })
  value!: number | null;

  @Column('numeric', { nullable: true })
  @Field(() => Float, { nullable: true, description: says('Mức cao của khoảng.', 'High end of a range.') })
  valueHigh!: number | null;

  @Column('text')
  @Field(() => String, { description: says('Chỉ tiêu đúng như văn bản ghi.', 'The clause as the document words it.') })
  wording!: string;

  @Column('date')
  @Field(() => DateScalar, { description: says('Hạn phải đạt.', 'Date by which it must be reached.') })
  dueOn!: string;

  @Column('numeric', { nullable: true })
  @Field(() => Float, {
    nullable: true,
    description: says('Giá trị ban đầu; trống nếu chưa rõ.', 'Baseline; empty when not known.'),
  })
  baseline!: number | null;

  @Column('date', { nullable: true })
  @Field(() => DateScalar, { nullable: true, description: says('Ngày của giá trị ban đầu.', 'Date of the baseline.') })
  baselineOn!: string | null;

  @Column('uuid')
  @Index()
  indicatorId!: string;

  @RelatedRow(() => Indicator, { description: says('Chỉ số được đo.', 'Indicator that is measured.') })
  indicator!: Relation<Indicator>;

  @Column('text', { nullable: true })
  @Field(() => Health, {
    nullable: true,
    description: says(
      'Đánh giá của cơ quan thường trực, cho thứ hạng và chỉ tiêu định tính.',
      'The secretariat’s assessment, for ranks and qualitative targets.',
    ),
  })
  assessedHealth!: Health | null;

  @Column('date', { nullable: true })
  @Field(() => DateScalar, {
    nullable: true,
    description: says('Ngày đánh giá; trống với đánh giá mẫu.', 'When it was assessed; empty for a sample assessment.'),
  })
  assessedOn!: string | null;

  @Column('text', { nullable: true })
  @Field(() => String, {
    nullable: true,
    description: says('Căn cứ của đánh giá.', 'What the assessment is based on.'),
  })
  assessmentBasis!: string | null;

  @Derived(targetHealthSql)
  @Field(() => Health, {
    description: says(
      'Tình trạng so với lộ trình: số liệu mới nhất so với giá trị dự kiến của chính kỳ đo (`expectedAtMeasurement`); kém hơn không quá một phần mười vẫn là đúng tiến độ.',
      'Health against the trajectory: the newest value against what was expected for its own period (`expectedAtMeasurement`); up to a tenth worse than that is still on track.',
    ),
  })
  health!: Health;

  @Derived(expectedValueSql)
  @Field(() => Float, {
    nullable: true,
    description: says('Giá trị kế hoạch đến hôm nay, nội suy theo lộ trình.', 'What the trajectory expects today.'),
  })
  expectedValue!: number | null;

  @Derived(expectedAtMeasurementSql)
  @Field(() => Float, {
    nullable: true,
    description: says(
      'Giá trị lộ trình dự kiến cho chính kỳ của số liệu mới nhất (đến hôm nay nếu kỳ chưa hết); tình trạng tính theo giá trị này. Trống với thứ hạng, chỉ tiêu định tính, hoặc khi chưa có số liệu.',
      'What the trajectory expected for the period of the newest value (until today while that runs), by which the health is judged. Empty for ranks and qualitative targets, and where nothing is measured.',
    ),
  })
  expectedAtMeasurement!: number | null;

  @Derived(deviationSql)
  @Field(() => Float, {
    nullable: true,
    description: says(
      'Chênh lệch của số liệu mới nhất so với lộ trình của chính kỳ đó: dương là vượt, âm là thấp hơn; trống với thứ hạng và chỉ tiêu định tính.',
      'How far the newest value is from what the trajectory expected for its own period, positive above it; empty for ranks and qualitative targets.',
    ),
  })
  deviation!: number | null;

  @Derived(latestMeasurementIdSql)
  latestMeasurementId!: string | null;

  @DerivedRelation(() => Measurement, 'latestMeasurementId')
  @Field(() => Measurement, {
    nullable: true,
    description: says('Số liệu đã chấp nhận mới nhất.', 'Newest accepted measurement.'),
  })
  latestMeasurement!: Relation<Measurement> | null;

  @Derived(previousMeasurementIdSql)
  previousMeasurementId!: string | null;

  @DerivedRelation(() => Measurement, 'previousMeasurementId')
  @Field(() => Measurement, {
    nullable: true,
    description: says('Số liệu đã chấp nhận liền trước.', 'The accepted measurement before the newest.'),
  })
  previousMeasurement!: Relation<Measurement> | null;

  @Derived(isUnattendedSql)
  @Field(() => Boolean, {
    description: says(
      'Cảnh báo: hôm nay không có thành viên nào phụ trách (quy tắc R2).',
      'An alarm: no member is in charge of it today (rule R2).',
    ),
  })
  isUnattended!: boolean;

  @Derived(unattendedSinceSql)
  @Field(() => DateScalar, {
    nullable: true,
    description: says(
      'Ngày đầu tiên không có người phụ trách; trống nếu đang có, hoặc chưa từng có.',
      'First day without anybody in charge; empty while somebody is, or where nobody ever was.',
    ),
  })
  unattendedSince!: string | null;

  @Derived(unattendedFromSql)
  @Field(() => DateScalar, {
    nullable: true,
    description: says(
      'Ngày đầu tiên, từ hôm nay đến hạn, sẽ không có người phụ trách theo những gì đã quyết định; trống nếu ngày nào cũng có (quy tắc R2).',
      'First day from today to the due date without anybody in charge, by what has been decided; empty where every day has somebody (rule R2).',
    ),
  })
  unattendedFrom!: string | null;

  @Column(() => Source)
  @Field(() => Source, { description: says('Nguồn thông tin.', 'Source.') })
  source!: Source;

  @Column('boolean', { default: false })
  @Field(() => Boolean, { description: SAMPLE_ROW })
  isSample!: boolean;
}
