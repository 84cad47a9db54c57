import { Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, Index, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { Account } from '../../accounts/public';
import { ApprovalLevel } from '../../documents/public';
import { Unit } from '../../organisation/public';
import { Node } from '../../platform/lib/node';
import { RelatedRow } from '../../platform/lib/related-row';
import { ROW_ID, SAMPLE_ROW } from '../../platform/lib/row-words';
import { says } from '../../platform/lib/says';
import { CursorScalar, DateScalar, DateTimeScalar } from '../../platform/lib/scalars';
import { Derived, Readable } from '../../platform/reader/model/declarations';
import { Programme } from '../../programme/public';
import { Target } from '../../targets/public';
import { AdjustmentChange } from '../changes/adjustment-change.type';
import type { StoredChange } from '../changes/stored-change.rules';
import { AdjustmentEffect } from '../effect/adjustment-effect.type';
import './adjustment.enums';
import { AdjustmentState } from './adjustment.state';

/** What a unit registers again: changes of items, lists and targets that are in force, with what they rest on (rule R4). */
@Entity('adjustment_request')
@Index(['state', 'registeredAt'])
@Readable({
  prefix: 'aq',
  list: 'adjustmentRequests',
  orderBy: ['-registeredAt'],
  label: 'product',
  title: { vi: 'đề xuất điều chỉnh', en: 'adjustment request' },
  rows: {
    vi: 'Các đề xuất điều chỉnh, mới nhất trước. Đơn vị, cơ quan thường trực và cơ quan kiểm tra đọc mọi đề xuất; Ban Chỉ đạo và chuyên viên đọc từ khi đơn vị duyệt; phòng họp chỉ thấy đề xuất đã phê duyệt.',
    en: 'What was asked to be adjusted, newest first. The unit, the secretariat and inspection read all; the committee and analysts what the unit has approved; meeting rooms what was applied.',
    where: '{ state: { in: [UNIT_APPROVED, APPRAISED] } }',
  },
})
@ObjectType({
  implements: Node,
  description: says(
    'Đề xuất điều chỉnh của một đơn vị: sản phẩm, chỉ tiêu, mục tiêu, nguồn lực và các thay đổi (quy tắc R4).',
    'What a unit asks to be changed of what is in force, with product, target, objective and resources (rule R4).',
  ),
})
export class AdjustmentRequest {
  @PrimaryGeneratedColumn('uuid')
  @Field(() => ID, { description: ROW_ID })
  id!: string;

  @Column('uuid')
  @Index()
  programmeId!: string;

  @RelatedRow(() => Programme, {
    description: says(
      'Chương trình được điều chỉnh; mỗi đề xuất thuộc đúng một.',
      'The one programme of which something is changed.',
    ),
  })
  programme!: Relation<Programme>;

  @Column('uuid')
  @Index()
  unitId!: string;

  @RelatedRow(() => Unit, {
    description: says('Đơn vị đăng ký điều chỉnh.', 'The unit that asks for it, by its reporter.'),
  })
  unit!: Relation<Unit>;

  @Column('text')
  @Field(() => AdjustmentState, {
    description: says('Bước hiện tại của đề xuất.', 'How far it has come; only what is approved changes anything.'),
  })
  state!: AdjustmentState;

  @Column('text')
  @Field(() => ApprovalLevel, {
    description: says(
      'Cấp quyết định: cấp cao nhất trong các thay đổi (quy tắc R5).',
      'Who decides on it: the highest level among its changes (rule R5).',
    ),
  })
  approvalLevel!: ApprovalLevel;

  @Column('text')
  @Field(() => String, { description: says('Sản phẩm sau điều chỉnh.', 'What is to come of it (rule R4).') })
  product!: string;

  @Column('uuid')
  @Index()
  targetId!: string;

  @RelatedRow(() => Target, {
    description: says('Chỉ tiêu mà điều chỉnh phục vụ.', 'Which promise of the programme it serves (rule R4).'),
  })
  target!: Relation<Target>;

  @Column('text')
  @Field(() => String, { description: says('Mục tiêu sau điều chỉnh.', 'What it is to reach (rule R4).') })
  objective!: string;

  @Column('text')
  @Field(() => String, {
    description: says('Nguồn lực để thực hiện, nêu bằng lời.', 'What it is done with, in words (rule R4).'),
  })
  resources!: string;

  @Column('text')
  @Field(() => String, { description: says('Lý do điều chỉnh.', 'Why it has to be changed.') })
  reason!: string;

  /** The changes with the ids of their rows, as they are applied. */
  @Column('jsonb')
  requested!: StoredChange[];

  @Column('jsonb')
  changeLines!: AdjustmentChange[];

  @Column('jsonb')
  effectLines!: AdjustmentEffect[];

  @Column('timestamptz')
  @Field(() => DateTimeScalar, {
    description: says(
      'Thời điểm tính tác động: khi đăng ký, thẩm định hoặc quyết định.',
      'The moment at which `effect` was worked out last: at registration, appraisal or decision.',
    ),
  })
  effectAt!: Date;

  @Column('text', { nullable: true })
  @Field(() => CursorScalar, {
    nullable: true,
    description: says(
      'Vị trí nhật ký mà tác động được tính theo, để xem lại đúng lúc đó bằng asOf(cursor); trống với dữ liệu nạp sẵn.',
      'The place in the log up to which `effect` was worked out: `asOf(cursor)` shows what it rests on. Empty for what was loaded.',
    ),
  })
  effectCursor!: string | null;

  @Column('boolean', { nullable: true })
  @Field(() => Boolean, {
    nullable: true,
    description: says(
      'Cơ quan thường trực có đồng tình không; trống nếu chưa thẩm định.',
      'Whether the secretariat is for it; empty until it was appraised.',
    ),
  })
  isFor!: boolean | null;

  @Column('text', { nullable: true })
  @Field(() => String, {
    nullable: true,
    description: says('Ý kiến thẩm định của cơ quan thường trực.', 'What the secretariat thinks of it, in words.'),
  })
  opinion!: string | null;

  @Column('text', { nullable: true })
  @Field(() => String, {
    nullable: true,
    description: says('Số của văn bản quyết định.', 'Number of the paper by which it was decided.'),
  })
  decisionNumber!: string | null;

  @Column('date', { nullable: true })
  @Field(() => DateScalar, {
    nullable: true,
    description: says('Ngày của văn bản quyết định.', 'Date on the paper by which it was decided.'),
  })
  decisionDate!: string | null;

  @Column('date', { nullable: true })
  @Field(() => DateScalar, {
    nullable: true,
    description: says('Ngày điều chỉnh có hiệu lực; trống nếu chưa.', 'Day on which it took effect; empty until then.'),
  })
  appliedOn!: string | null;

  @Column('uuid')
  @Index()
  registeredById!: string;

  @RelatedRow(() => Account, {
    description: says(
      'Người đăng ký; không tự duyệt đề xuất của mình.',
      'Who registered it, and judges it at no level.',
    ),
  })
  registeredBy!: Relation<Account>;

  @Column('timestamptz')
  @Field(() => DateTimeScalar, { description: says('Thời điểm đăng ký.', 'When it was registered.') })
  registeredAt!: Date;

  @Column('timestamptz', { nullable: true })
  unitApprovedAt!: Date | null;

  @Derived((row) => `${row}.change_lines::json`)
  @Field(() => [AdjustmentChange], {
    description: says(
      'Các thay đổi, từng giá trị một, trước và sau.',
      'What it changes, value by value, before and after.',
    ),
  })
  changes!: AdjustmentChange[];

  @Derived((row) => `${row}.effect_lines::json`)
  @Field(() => [AdjustmentEffect], {
    description: says(
      'Tác động tính tại `effectAt`: số đầu việc theo tình trạng, số dòng phụ lục, kinh phí, chỉ tiêu, chương trình khác.',
      'What it moves, as worked out at `effectAt`: counts by health and class, lists, funds, targets, other programmes.',
    ),
  })
  effect!: AdjustmentEffect[];

  @Column('boolean', { default: false })
  @Field(() => Boolean, { description: SAMPLE_ROW })
  isSample!: boolean;
}
