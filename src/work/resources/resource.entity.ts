import { Field, ID, ObjectType } from 'type-graphql';
import { Check, Column, Entity, Index, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { Node } from '../../platform/lib/node';
import { BigIntScalar, DateScalar } from '../../platform/lib/scalars';
import { RelatedRow } from '../../platform/lib/related-row';
import { ROW_ID, SAMPLE_ROW } from '../../platform/lib/row-words';
import { says } from '../../platform/lib/says';
import { declareEnum } from '../../platform/reader/model/declare-enum';
import { Readable, WithinOne } from '../../platform/reader/model/declarations';
import { Currency, ResourceKind, ResourceState } from './resource.state';
import { WorkItem } from '../items/work-item.entity';

declareEnum(ResourceKind, {
  name: 'ResourceKind',
  description: says(
    'Đầu việc được làm bằng gì: tiền, người, cơ sở vật chất hay dữ liệu.',
    'Which sort of means an item is done with: money or something told in words.',
  ),
  values: {
    FUNDS: {
      word: { vi: 'Kinh phí', en: 'Money; the only sort that has an amount and a currency' },
      explained: { vi: 'tiền, phải nêu số tiền và loại tiền.' },
    },
    PERSONNEL: {
      word: { vi: 'Nhân lực', en: 'People who do the work, told in words' },
      explained: { vi: 'cán bộ, chuyên gia, người lao động, nêu bằng lời.' },
    },
    FACILITIES: {
      word: { vi: 'Cơ sở vật chất, hạ tầng', en: 'Buildings, equipment and infrastructure, told in words' },
      explained: { vi: 'trụ sở, thiết bị, đường truyền, nêu bằng lời.' },
    },
    DATA: {
      word: { vi: 'Dữ liệu', en: 'Databases or figures that somebody has to provide, told in words' },
      explained: { vi: 'cơ sở dữ liệu hoặc số liệu cần được cung cấp, nêu bằng lời.' },
    },
    OTHER: {
      word: { vi: 'Nguồn lực khác, không thuộc bốn loại trên; nêu bằng lời', en: 'None of the four above' },
      explained: { en: 'say in words what it is.' },
    },
  },
});

declareEnum(Currency, {
  name: 'Currency',
  description: says(
    'Loại tiền của một khoản kinh phí, theo mã ISO 4217; các loại tiền khác nhau không cộng được với nhau.',
    'Money in which funds are stated, by its ISO 4217 code; sums are made within one only.',
  ),
  values: {
    VND: {
      word: {
        vi: 'Đồng Việt Nam (₫), tính bằng đồng, không phải triệu đồng',
        en: 'Vietnamese đồng (₫), in single đồng, not in millions',
      },
    },
    USD: {
      word: {
        vi: 'Đô la Mỹ ($), tính bằng đô la, không có phần lẻ',
        en: 'Dollars of the United States ($), whole ones without cents',
      },
    },
    EUR: {
      word: {
        vi: 'Đồng tiền chung châu Âu (€), không có phần lẻ',
        en: 'Common money of the euro area (€), whole ones without cents',
      },
    },
    JPY: {
      word: { vi: 'Yên Nhật Bản (¥), ví dụ vốn vay ODA của Nhật Bản', en: 'Japanese yen (¥), as in loans from Japan' },
    },
  },
});

declareEnum(ResourceState, {
  name: 'ResourceState',
  description: says(
    'Nguồn lực đã được quyết định tới đâu: từ đề xuất đến bố trí, hoặc không được duyệt.',
    'How far the decision on it has come: from a wish to what is really there, or refused.',
  ),
  values: {
    PROPOSED: {
      word: { vi: 'Đơn vị mới đề xuất, chưa ai quyết định', en: 'The unit asks for it; nobody has decided yet' },
    },
    APPROVED: {
      word: {
        vi: 'Cấp có thẩm quyền đã duyệt nhưng chưa bố trí',
        en: 'An authority agreed to it; it is not there yet',
      },
    },
    ALLOCATED: {
      word: { vi: 'Đã bố trí', en: 'It is there and can be used for the work' },
      explained: { vi: 'có thể sử dụng để thực hiện.' },
    },
    REFUSED: {
      word: {
        vi: 'Cấp có thẩm quyền không duyệt; không tính vào rà soát rõ nguồn lực',
        en: 'An authority said no; it does not count in the clarity check',
      },
    },
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
  rows: {
    vi: 'Nguồn lực của mọi đầu việc, nêu trước đứng trước. Ai xem được đầu việc thì xem được nguồn lực của nó; phòng họp chỉ thấy của đầu việc có hiệu lực.',
    en: 'What all items are done with, stated first before the others. Who may see an item sees these; meeting rooms those of items in force.',
    where: '{ kind: { eq: FUNDS }, currency: { eq: VND }, state: { eq: PROPOSED } }',
  },
})
@ObjectType({
  implements: Node,
  description: says(
    'Một nguồn lực để thực hiện đầu việc: một khoản kinh phí theo một loại tiền, hoặc điều nêu bằng lời.',
    'One of the means by which a work item is done: money of one currency, or something told in words.',
  ),
})
export class Resource {
  @PrimaryGeneratedColumn('uuid')
  @Field(() => ID, { description: ROW_ID })
  id!: string;

  @Column('uuid')
  workItemId!: string;

  @RelatedRow(() => WorkItem, {
    onDelete: 'CASCADE',
    description: says(
      'Đầu việc mà dòng này thuộc về; ai xem được đầu việc thì xem được dòng.',
      'What this belongs to; who may read that may read this.',
    ),
  })
  workItem!: Relation<WorkItem>;

  @Column('text')
  @Field(() => ResourceKind, {
    description: says(
      'Kinh phí, nhân lực, cơ sở vật chất, dữ liệu hay loại khác.',
      'Funds, personnel, facilities, data or anything else.',
    ),
  })
  kind!: ResourceKind;

  @Column('text', { nullable: true })
  @Field(() => String, {
    nullable: true,
    description: says(
      'Nguồn lực là gì, nêu bằng lời; có thể trống với kinh phí.',
      'What is meant, in words; for funds it may be empty.',
    ),
  })
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
  @Field(() => Currency, {
    nullable: true,
    description: says(
      'Loại tiền của `amount`; trống nếu không phải kinh phí.',
      'In which money `amount` is stated; empty for all but funds.',
    ),
  })
  currency!: Currency | null;

  @Column('text', { nullable: true })
  @Field(() => String, {
    nullable: true,
    description: says('Nguồn: ngân sách Thành phố, xã hội hóa, …', 'Where it comes from: the city’s budget, …'),
  })
  origin!: string | null;

  @Column('text', { default: ResourceState.PROPOSED })
  @Field(() => ResourceState, {
    description: says(
      'Đã đề xuất, duyệt, bố trí hay không được duyệt.',
      'Whether it is proposed, approved, allocated or refused.',
    ),
  })
  state!: ResourceState;

  @Column('date')
  @Field(() => DateScalar, {
    description: says('Ngày nguồn lực được ghi vào đầu việc.', 'Day on which somebody entered it for the item.'),
  })
  statedOn!: string;

  @Column('date', { nullable: true })
  @Field(() => DateScalar, {
    nullable: true,
    description: says(
      'Ngày quyết định gần nhất; trống nếu còn là đề xuất.',
      'Day of the latest decision; empty while it is a proposal.',
    ),
  })
  decidedOn!: string | null;

  @Column('text', { nullable: true })
  @Field(() => String, {
    nullable: true,
    description: says('Căn cứ của quyết định gần nhất.', 'By which paper, or why: of the latest decision.'),
  })
  decisionNote!: string | null;

  @Column('boolean', { default: false })
  @Field(() => Boolean, { description: SAMPLE_ROW })
  isSample!: boolean;
}
