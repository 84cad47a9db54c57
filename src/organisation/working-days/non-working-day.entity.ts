import { Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { Node } from '../../platform/lib/node';
import { ROW_ID } from '../../platform/lib/row-words';
import { says } from '../../platform/lib/says';
import { DateScalar } from '../../platform/lib/scalars';
import { declareEnum } from '../../platform/reader/model/declare-enum';
import { Readable } from '../../platform/reader/model/declarations';
import { Source } from '../source';
import { NonWorkingDayKind } from './non-working-day.state';

declareEnum(NonWorkingDayKind, {
  name: 'NonWorkingDayKind',
  description: says(
    'Vì sao một ngày khác với thứ của nó: thứ Hai đến thứ Sáu làm việc, thứ Bảy và Chủ nhật nghỉ.',
    'Why a date differs from what its weekday says: Monday to Friday are worked, Saturday and Sunday are not.',
  ),
  values: {
    HOLIDAY: {
      word: { vi: 'Ngày lễ, tết', en: 'Public holiday' },
      explained: { vi: 'không làm việc.', en: 'not worked.' },
    },
    SUBSTITUTE: {
      word: { vi: 'Ngày nghỉ bù hoặc hoán đổi', en: 'Day in lieu, or swapped day off' },
      explained: {
        vi: 'không làm việc: bù cho ngày lễ rơi vào cuối tuần, hoặc được hoán đổi với một ngày cuối tuần.',
        en: 'not worked: for a holiday on a weekend, or in exchange for a worked weekend day.',
      },
    },
    SWAPPED_WORKDAY: {
      word: { vi: 'Ngày làm bù', en: 'Worked weekend day' },
      explained: { vi: 'ngày cuối tuần có làm việc.', en: 'a Saturday or Sunday that is worked.' },
    },
  },
});

/** A date that is not worked though its weekday is, or the other way round. */
@Entity('non_working_day')
@Readable({
  prefix: 'nw',
  list: 'nonWorkingDays',
  orderBy: ['date'],
  label: 'date',
  title: { vi: 'ngày nghỉ, ngày làm bù', en: 'non-working day' },
  rows: {
    vi: 'Các ngày nghỉ lễ, nghỉ bù và làm bù, theo thứ tự thời gian. Ngày mới được đề xuất, chưa quyết định, chỉ cơ quan thường trực, quản trị viên và cơ quan kiểm tra thấy, và không được tính.',
    en: 'Holidays, days in lieu and worked weekend days, in order of date. What is proposed and not decided only the secretariat, administrators and inspection see; it does not count.',
    where: '{ kind: { eq: SWAPPED_WORKDAY } }',
  },
})
@ObjectType({
  implements: Node,
  description: says(
    'Một ngày nghỉ hoặc làm bù, kèm căn cứ pháp lý. Ngày làm việc là thứ Hai đến thứ Sáu, trừ ngày lễ và ngày nghỉ bù, cộng ngày làm bù.',
    'A date that is worked or not against its weekday, with its legal ground. Working days are Monday to Friday, less holidays and days in lieu, plus worked weekend days.',
  ),
})
export class NonWorkingDay {
  @PrimaryGeneratedColumn('uuid')
  @Field(() => ID, { description: ROW_ID })
  id!: string;

  @Column('date', { unique: true })
  @Field(() => DateScalar, {
    description: says('Ngày theo lịch; mỗi ngày chỉ có một dòng.', 'Calendar date; there is one row for each.'),
  })
  date!: string;

  @Column('text')
  @Field(() => NonWorkingDayKind, {
    description: says('Ngày lễ, ngày nghỉ bù hay ngày làm bù.', 'Holiday, day in lieu, or worked weekend day.'),
  })
  kind!: NonWorkingDayKind;

  @Column('text')
  @Field(() => String, {
    description: says(
      'Tên ngày bằng tiếng Việt, ví dụ “Giỗ Tổ Hùng Vương (10/3 Âm lịch)”.',
      'What it is called in Vietnamese.',
    ),
  })
  name!: string;

  @Column('text')
  @Field(() => String, {
    description: says('Tên ngày bằng tiếng Anh.', 'What it is called in English, for instance “New Year’s Day”.'),
  })
  nameEn!: string;

  @Column('text')
  @Field(() => String, {
    description: says(
      'Căn cứ pháp lý: điều luật, thông báo hoặc công văn quy định ngày này.',
      'Article, notice or decision by which the date is worked or not, in Vietnamese.',
    ),
  })
  legalGround!: string;

  @Column('boolean', { default: true })
  @Field(() => Boolean, {
    description: says(
      'Đã có quyết định hay mới là đề xuất. Đề xuất không được tính vào ngày làm việc.',
      'Whether it is decided. What is only proposed does not count when working days are.',
    ),
  })
  isDecided!: boolean;

  @Column(() => Source)
  @Field(() => Source, {
    description: says('Nơi đã đọc được thông tin về ngày này.', 'Where it was read, and how reliable that is.'),
  })
  source!: Source;
}
