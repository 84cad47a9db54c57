import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { Node } from '../platform/lib/node';
import { BigIntScalar, DateScalar } from '../platform/lib/scalars';
import { says } from '../platform/lib/says';
import { Readable, WithinOne } from '../platform/reader/declarations';
import { Currency, ResourceKind, ResourceState } from './resource.state';
import { WorkItem } from './work-item.entity';

registerEnumType(ResourceKind, {
  name: 'ResourceKind',
  description: says('Loại nguồn lực.', 'What a resource is.'),
  valuesConfig: {
    FUNDS: { description: says('Kinh phí.', 'Funds.') },
    PERSONNEL: { description: says('Nhân lực.', 'Personnel.') },
    FACILITIES: { description: says('Cơ sở vật chất, hạ tầng.', 'Facilities and infrastructure.') },
    DATA: { description: says('Dữ liệu.', 'Data.') },
    OTHER: { description: says('Khác.', 'Other.') },
  },
});

registerEnumType(Currency, {
  name: 'Currency',
  description: says('Loại tiền, mã ISO 4217.', 'Currency, its ISO 4217 code.'),
  valuesConfig: {
    VND: { description: says('Đồng Việt Nam.', 'Vietnamese đồng.') },
    USD: { description: says('Đô la Mỹ.', 'US dollar.') },
    EUR: { description: says('Đồng euro.', 'Euro.') },
    JPY: { description: says('Yên Nhật.', 'Japanese yen.') },
  },
});

registerEnumType(ResourceState, {
  name: 'ResourceState',
  description: says('Mức độ quyết định về nguồn lực.', 'How far a resource is decided.'),
  valuesConfig: {
    PROPOSED: { description: says('Đề xuất.', 'Proposed.') },
    APPROVED: { description: says('Đã duyệt.', 'Approved.') },
    ALLOCATED: { description: says('Đã bố trí.', 'Allocated.') },
    REFUSED: { description: says('Không được duyệt.', 'Refused.') },
  },
});

/** What a work item is done with: money of one currency, or something told in words. */
@Entity('resource')
@Check('resource_amount', '(amount is null) = (currency is null) and amount > 0')
@Check('resource_funds', `(kind = 'FUNDS') = (amount is not null)`)
@Index(['workItemId'])
@Readable({
  prefix: 're',
  list: 'resources',
  orderBy: ['statedOn'],
  title: { vi: 'nguồn lực', en: 'resource' },
})
@ObjectType({
  implements: Node,
  description: says('Nguồn lực của một đầu việc.', 'What a work item is done with.'),
})
export class Resource {
  @PrimaryGeneratedColumn('uuid')
  @Field(() => ID, { description: says('Mã định danh.', 'Opaque id.') })
  id!: string;

  @Column('uuid')
  workItemId!: string;

  @ManyToOne(() => WorkItem, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'work_item_id' })
  @Field(() => WorkItem, { nullable: true, description: says('Đầu việc.', 'Work item.') })
  workItem!: Relation<WorkItem>;

  @Column('text')
  @Field(() => ResourceKind, { description: says('Loại nguồn lực.', 'Kind.') })
  kind!: ResourceKind;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: says('Mô tả.', 'What it is.') })
  description!: string | null;

  @Column('bigint', { nullable: true })
  @WithinOne('currency')
  @Field(() => BigIntScalar, {
    nullable: true,
    description: says(
      'Số tiền, theo đơn vị của loại tiền. Chỉ cộng được trong một loại tiền: hãy lọc hoặc nhóm theo `currency`, nếu không tổng để trống.',
      'Amount in whole units of the currency. It adds up within one currency only: filter or group by `currency`, or the sum is empty.',
    ),
  })
  amount!: string | null;

  @Column('text', { nullable: true })
  @Field(() => Currency, { nullable: true, description: says('Loại tiền.', 'Currency.') })
  currency!: Currency | null;

  @Column('text', { nullable: true })
  @Field(() => String, {
    nullable: true,
    description: says('Nguồn: ngân sách Thành phố, xã hội hóa, …', 'Where it comes from: the city’s budget, …'),
  })
  origin!: string | null;

  @Column('text', { default: ResourceState.PROPOSED })
  @Field(() => ResourceState, { description: says('Mức độ quyết định.', 'How far it is decided.') })
  state!: ResourceState;

  @Column('date')
  @Field(() => DateScalar, { description: says('Ngày nêu.', 'Date on which it was stated.') })
  statedOn!: string;

  @Column('date', { nullable: true })
  @Field(() => DateScalar, {
    nullable: true,
    description: says('Ngày quyết định gần nhất.', 'Date of the latest decision.'),
  })
  decidedOn!: string | null;

  @Column('text', { nullable: true })
  @Field(() => String, {
    nullable: true,
    description: says('Căn cứ của quyết định gần nhất.', 'By which paper, or why: of the latest decision.'),
  })
  decisionNote!: string | null;

  @Column('boolean', { default: false })
  @Field(() => Boolean, { description: says('Dòng mẫu, không phải thông tin thật.', 'A sample row, not a fact.') })
  isSample!: boolean;
}
