import { Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { Source } from '../organisation/public';
import { Node } from '../platform/lib/node';
import { ROW_ID, SAMPLE_ROW } from '../platform/lib/row-words';
import { says } from '../platform/lib/says';
import { Derived, Readable } from '../platform/reader/model/declarations';
import { Agreement } from './agreement';
import { agreementSql } from './agreement.sql';

/** What is measured: one definition for all ten programmes. */
@Entity('indicator')
@Index('indicator_natural', { synchronize: false })
@Readable({
  prefix: 'in',
  list: 'indicators',
  one: { field: 'indicator', by: 'code' },
  orderBy: ['code'],
  label: 'name',
  title: { vi: 'chỉ số', en: 'indicator' },
})
@ObjectType({
  implements: Node,
  description: says(
    'Chỉ số: một định nghĩa dùng chung cho mười chương trình.',
    'What is measured: one definition for all ten programmes.',
  ),
})
export class Indicator {
  @PrimaryGeneratedColumn('uuid')
  @Field(() => ID, { description: ROW_ID })
  id!: string;

  @Column('text')
  @Index({ unique: true })
  @Field(() => String, {
    description: says('Mã số (code) của chỉ số, ví dụ `kinh-te-so`.', 'Code, for instance `kinh-te-so`.'),
  })
  code!: string;

  @Column('text')
  @Field(() => String, { description: says('Tên chỉ số.', 'Vietnamese name.') })
  name!: string;

  @Column('text')
  @Field(() => String, { description: says('Tên chỉ số bằng tiếng Anh.', 'English name.') })
  nameEn!: string;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: says('Đơn vị tính.', 'Unit of measure in Vietnamese.') })
  unitOfMeasure!: string | null;

  @Column('text', { nullable: true })
  @Field(() => String, {
    nullable: true,
    description: says('Đơn vị tính bằng tiếng Anh.', 'Unit of measure in English.'),
  })
  unitOfMeasureEn!: string | null;

  @Derived(agreementSql)
  @Field(() => Agreement, {
    description: says(
      'Chỉ tiêu của các chương trình trên chỉ số này có thống nhất không (quy tắc R9).',
      'Whether the programmes’ targets on it fit together (rule R9).',
    ),
  })
  agreement!: Agreement;

  @Column(() => Source)
  @Field(() => Source, { description: says('Nguồn thông tin.', 'Source.') })
  source!: Source;

  @Column('boolean', { default: false })
  @Field(() => Boolean, { description: SAMPLE_ROW })
  isSample!: boolean;
}
