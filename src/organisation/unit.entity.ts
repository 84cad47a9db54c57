import { Field, ID, ObjectType } from 'type-graphql';
import { Check, Column, Entity, Index, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { Node } from '../platform/lib/node';
import { DateScalar } from '../platform/lib/scalars';
import { RelatedRow } from '../platform/lib/related-row';
import { ROW_ID, SAMPLE_ROW, SHORT_NAME, SHORT_NAME_EN } from '../platform/lib/row-words';
import { says } from '../platform/lib/says';
import { declareEnum } from '../platform/reader/model/declare-enum';
import { Derived, DerivedRelation, Readable } from '../platform/reader/model/declarations';
import { Source } from './source';
import { currentUnitIdSql } from './unit-heir.sql';

/** What a unit is in the city's structure. */
export enum UnitKind {
  DEPARTMENT = 'DEPARTMENT',
  DISTRICT = 'DISTRICT',
  PARTY_BODY = 'PARTY_BODY',
  ELECTED_BODY = 'ELECTED_BODY',
  EXECUTIVE_BODY = 'EXECUTIVE_BODY',
  MINISTRY = 'MINISTRY',
}

declareEnum(UnitKind, {
  name: 'UnitKind',
  description: says('Loại đơn vị.', 'What a unit is in the city’s structure.'),
  values: {
    DEPARTMENT: { word: { vi: 'Sở, ban, ngành', en: 'Department or equivalent agency' } },
    DISTRICT: { word: { vi: 'Quận, huyện, thị xã (đến giữa năm 2025)', en: 'District-level unit (until mid 2025)' } },
    PARTY_BODY: { word: { vi: 'Cơ quan Đảng', en: 'Party body' } },
    ELECTED_BODY: { word: { vi: 'Hội đồng nhân dân', en: 'People’s Council' } },
    EXECUTIVE_BODY: { word: { vi: 'Ủy ban nhân dân', en: 'People’s Committee' } },
    MINISTRY: { word: { vi: 'Bộ, cơ quan trung ương', en: 'Ministry or central agency' } },
  },
});

/** A body that leads, co-operates in or is asked about the work. Units are dated: they begin, end and have successors. */
@Entity('unit')
@Check('unit_short_name_length', 'char_length(short_name) <= 24 and char_length(short_name_en) <= 24')
@Check('unit_dates', 'valid_to is null or valid_from is null or valid_from <= valid_to')
@Readable({
  prefix: 'un',
  list: 'units',
  one: { field: 'unit', by: 'code' },
  orderBy: ['kind', 'name'],
  label: 'shortName',
  title: { vi: 'đơn vị', en: 'unit' },
})
@ObjectType({
  implements: Node,
  description: says(
    'Đơn vị: sở, ban, ngành, quận, huyện, cơ quan.',
    'A department, district or other body, with the dates between which it existed.',
  ),
})
export class Unit {
  @PrimaryGeneratedColumn('uuid')
  @Field(() => ID, { description: ROW_ID })
  id!: string;

  @Column('text')
  @Index({ unique: true })
  @Field(() => String, {
    description: says('Mã số (code) của đơn vị, ví dụ `so-khcn`.', 'Code, for instance `so-khcn`.'),
  })
  code!: string;

  @Column('text')
  @Field(() => String, { description: says('Tên đầy đủ.', 'Full Vietnamese name.') })
  name!: string;

  @Column('text')
  @Field(() => String, { description: says('Tên đầy đủ bằng tiếng Anh.', 'Full English name.') })
  nameEn!: string;

  @Column('text')
  @Field(() => String, { description: SHORT_NAME })
  shortName!: string;

  @Column('text')
  @Field(() => String, { description: SHORT_NAME_EN })
  shortNameEn!: string;

  @Column('text')
  @Field(() => UnitKind, { description: says('Loại đơn vị.', 'Kind of unit.') })
  kind!: UnitKind;

  @Column('uuid', { nullable: true })
  @Index()
  parentId!: string | null;

  @RelatedRow(() => Unit, { nullable: true, description: says('Đơn vị cấp trên.', 'The unit above it.') })
  parent!: Relation<Unit> | null;

  @Column('date', { nullable: true })
  @Field(() => DateScalar, {
    nullable: true,
    description: says('Ngày bắt đầu hoạt động; trống nếu chưa rõ.', 'First day; empty when not known.'),
  })
  validFrom!: string | null;

  @Column('date', { nullable: true })
  @Field(() => DateScalar, {
    nullable: true,
    description: says('Ngày hoạt động cuối cùng; trống nếu đang hoạt động.', 'Last day; empty while the unit exists.'),
  })
  validTo!: string | null;

  @Derived(
    (row, { today }) =>
      `(coalesce(${row}.valid_from <= ${today}, true) and coalesce(${row}.valid_to >= ${today}, true))`,
  )
  @Field(() => Boolean, {
    description: says('Hôm nay đơn vị có đang hoạt động không.', 'Whether the unit exists today.'),
  })
  isCurrent!: boolean;

  @Derived(currentUnitIdSql)
  currentUnitId!: string;

  @DerivedRelation(() => Unit, 'currentUnitId')
  @Field(() => Unit, {
    nullable: true,
    description: says(
      'Đơn vị hiện nay tiếp nhận phần lớn nhất công việc của đơn vị này: chính nó khi chưa có đơn vị kế thừa.',
      'The unit that carries on the greatest part of its matters today: itself until it is succeeded.',
    ),
  })
  currentUnit!: Relation<Unit> | null;

  @Column(() => Source)
  @Field(() => Source, { description: says('Nguồn thông tin.', 'Source.') })
  source!: Source;

  @Column('boolean', { default: false })
  @Field(() => Boolean, { description: SAMPLE_ROW })
  isSample!: boolean;
}
