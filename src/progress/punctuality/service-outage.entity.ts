import { Field, ID, ObjectType } from 'type-graphql';
import { Check, Column, Entity, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { Account } from '../../accounts/public';
import { Node } from '../../platform/lib/node';
import { RelatedRow } from '../../platform/lib/related-row';
import { ROW_ID, SAMPLE_ROW } from '../../platform/lib/row-words';
import { says } from '../../platform/lib/says';
import { DateScalar } from '../../platform/lib/scalars';
import { Readable } from '../../platform/reader/model/declarations';

/** Days on which units could not report, through no fault of theirs: a due date that falls on one of them moves. */
@Entity('service_outage')
@Check('service_outage_days', 'starts_on <= ends_on')
@Readable({
  prefix: 'so',
  list: 'serviceOutages',
  orderBy: ['-startsOn'],
  title: { vi: 'đợt gián đoạn hệ thống', en: 'service outage' },
  rows: {
    vi: 'Các đợt hệ thống gián đoạn, mới nhất trước. Ai đăng nhập cũng đọc được: hạn nộp rơi vào những ngày này được lùi khi tính đúng hạn.',
    en: 'Days on which the system could not be used, newest first. Everybody who is signed in reads them: due dates on them move when punctuality is counted.',
    where: '{ endsOn: { gte: "2023-01-01" } }',
  },
})
@ObjectType({
  implements: Node,
  description: says(
    'Một đợt hệ thống gián đoạn: hạn nộp rơi vào đó được tính sang ngày làm việc kế tiếp không gián đoạn.',
    'Days on which the system could not be used: what is due on one of them counts as due on the next working day without an outage.',
  ),
})
export class ServiceOutage {
  @PrimaryGeneratedColumn('uuid')
  @Field(() => ID, { description: ROW_ID })
  id!: string;

  @Column('date')
  @Field(() => DateScalar, {
    description: says(
      'Ngày đầu tiên đơn vị không dùng được hệ thống.',
      'First day on which units could not use the system.',
    ),
  })
  startsOn!: string;

  @Column('date')
  @Field(() => DateScalar, {
    description: says(
      'Ngày cuối cùng đơn vị không dùng được hệ thống, tính cả ngày đó.',
      'Last day on which units could not use the system, that day included.',
    ),
  })
  endsOn!: string;

  @Column('text')
  @Field(() => String, {
    description: says('Vì sao gián đoạn, bằng lời của quản trị viên.', 'What happened, in the administrator’s words.'),
  })
  reason!: string;

  @Column('uuid', { nullable: true })
  recordedById!: string | null;

  @RelatedRow(() => Account, {
    nullable: true,
    description: says('Tài khoản đã ghi nhận; phòng họp không thấy.', 'Who recorded it; hidden from meeting rooms.'),
  })
  recordedBy!: Relation<Account> | null;

  @Column('date')
  @Field(() => DateScalar, {
    description: says(
      'Ngày quản trị viên ghi đợt gián đoạn vào hệ thống.',
      'Day on which an administrator entered the outage.',
    ),
  })
  recordedOn!: string;

  @Column('boolean', { default: false })
  @Field(() => Boolean, { description: SAMPLE_ROW })
  isSample!: boolean;
}
