import { Field, ObjectType } from 'type-graphql';
import { Column } from 'typeorm';
import { says } from '../platform/lib/says';
import { declareEnum } from '../platform/reader/model/declare-enum';

/** How far a fact can be relied on, as the collection of public sources grades it. */
export enum Reliability {
  HIGH = 'HIGH',
  MEDIUM = 'MEDIUM',
  LOW = 'LOW',
}

declareEnum(Reliability, {
  name: 'Reliability',
  description: says('Độ tin cậy của nguồn dữ liệu.', 'How far the source of a fact can be relied on.'),
  values: {
    HIGH: {
      word: { vi: 'Cao', en: 'High' },
      explained: {
        vi: 'trang chính thức, cổng pháp luật, báo Đảng và Nhà nước.',
        en: 'official site, law portal, Party or state press.',
      },
    },
    MEDIUM: {
      word: { vi: 'Trung bình', en: 'Medium' },
      explained: {
        vi: 'báo khác hoặc trang tổng hợp có ghi nguồn.',
        en: 'other press, or an aggregator that names its outlet.',
      },
    },
    LOW: {
      word: { vi: 'Thấp', en: 'Low' },
      explained: {
        vi: 'bản sao không rõ nguồn gốc, chưa được kiểm chứng.',
        en: 'a mirror of unknown origin, to be shown as unverified.',
      },
    },
  },
});

/** Where a fact comes from. Every fact of the programme carries one; sample rows say so by `isSample` instead. */
@ObjectType({
  description: says(
    'Nguồn của một thông tin: nơi đã đọc được và độ tin cậy.',
    'Where a fact was read, and how reliable that is.',
  ),
})
export class Source {
  @Column('text', { array: true, default: '{}' })
  @Field(() => [String], { description: says('Địa chỉ hoặc tên văn bản nguồn.', 'Addresses or names of the sources.') })
  citations!: string[];

  @Column('text', { nullable: true })
  @Field(() => Reliability, {
    nullable: true,
    description: says(
      'Độ tin cậy; trống nếu là dữ liệu mẫu hoặc do người dùng nhập.',
      'Reliability; empty for sample rows and for what users entered.',
    ),
  })
  reliability!: Reliability | null;

  @Column('text', { nullable: true })
  @Field(() => String, {
    nullable: true,
    description: says(
      'Ghi chú về nguồn, ví dụ khi các nguồn khác nhau.',
      'A note, for instance where sources disagree.',
    ),
  })
  note!: string | null;
}

/** Where a row comes from that somebody entered: the log says who. */
export const ENTERED_SOURCE: Source = { citations: [], reliability: null, note: null };
