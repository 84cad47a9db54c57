import { ValidateNested } from 'class-validator';
import { Field, InputType } from 'type-graphql';
import { In } from 'typeorm';
import { defineCommand } from '../../platform/commands/declared-command';
import { IdempotencyKeyField } from '../../platform/commands/input-fields';
import { IsName, IsShortList, IsText } from '../../platform/commands/input-rules';
import { EventAudience } from '../../platform/event-log/event-audience';
import { DomainError, refuse } from '../../platform/lib/domain-error';
import { says } from '../../platform/lib/says';
import { DateScalar } from '../../platform/lib/scalars';
import { ENTERED_SOURCE } from '../source';
import { NonWorkingDay } from './non-working-day.entity';
import { nonWorkingDayEvents } from './non-working-day.events';
import { canKeepCalendar } from './non-working-day.policy';
import { NonWorkingDayKind } from './non-working-day.state';
import { assertFits, assertMeant } from './set-non-working-days.rules';

/** One date of the calendar as it is to be. */
@InputType({
  description: says(
    'Một ngày của lịch: ngày nghỉ, ngày làm bù, hoặc trở lại theo thứ của nó.',
    'What a date is to be: not worked, worked on a weekend, or as its weekday says again.',
  ),
})
class NonWorkingDayInput {
  @Field(() => DateScalar, {
    description: says('Ngày, từ năm 2015 đến năm 2100.', 'Calendar date, of the years 2015 to 2100.'),
  })
  date!: string;

  @Field(() => NonWorkingDayKind, {
    nullable: true,
    description: says(
      'Ngày lễ, ngày nghỉ bù hay ngày làm bù; trống để ngày trở lại theo thứ của nó.',
      'Holiday, day in lieu or worked weekend day; null lets the date follow its weekday again.',
    ),
  })
  kind?: NonWorkingDayKind | null;

  @IsName({ max: 200 })
  @Field(() => String, {
    nullable: true,
    description: says(
      'Tên ngày bằng tiếng Việt; cần có khi đặt ngày.',
      'Its Vietnamese name; needed where a kind is given.',
    ),
  })
  name?: string | null;

  @IsName({ max: 200 })
  @Field(() => String, {
    nullable: true,
    description: says(
      'Tên ngày bằng tiếng Anh; cần có khi đặt ngày.',
      'Its English name; needed where a kind is given.',
    ),
  })
  nameEn?: string | null;

  @IsText({ max: 1_000 })
  @Field(() => String, {
    nullable: true,
    description: says(
      'Căn cứ pháp lý: điều luật, thông báo, công văn; cần có khi đặt ngày.',
      'Article, notice or decision that it rests on; needed where a kind is given.',
    ),
  })
  legalGround?: string | null;

  @Field(() => Boolean, {
    defaultValue: true,
    description: says(
      'Đã có quyết định; ngày mới được đề xuất không được tính.',
      'Whether it is decided; what is only proposed does not count.',
    ),
  })
  isDecided!: boolean;
}

/** Input of `setNonWorkingDays`. */
@InputType({
  description: says('Các ngày của lịch được đặt lại.', 'Which dates of the calendar are set, and to what.'),
})
class SetNonWorkingDaysInput {
  @IsShortList(400, { required: true })
  @ValidateNested({ each: true })
  @Field(() => [NonWorkingDayInput], {
    description: says(
      'Các ngày, mỗi ngày một lần, tối đa 400; ngày không nêu giữ nguyên.',
      'Dates, each once, at most 400; those that are not named stay as they are.',
    ),
  })
  days!: NonWorkingDayInput[];

  @IdempotencyKeyField()
  idempotencyKey?: string | null;
}

/** The secretariat or an administrator says which dates are not worked, or are though they are of a weekend. */
export const setNonWorkingDays = defineCommand({
  name: 'setNonWorkingDays',
  description: says(
    'Đặt ngày nghỉ lễ, nghỉ bù và ngày làm bù của lịch ngày làm việc.',
    'Sets holidays, days in lieu and worked weekend days, by which all deadlines in working days are counted.',
  ),
  input: SetNonWorkingDaysInput,
  returns: {},
  returnsMany: { nonWorkingDays: NonWorkingDay },
  rights({ actor }) {
    if (!canKeepCalendar(actor)) throw notAllowed();
  },
  async run({ tx, append }, { days }) {
    assertMeant(days);
    // of two who set days at once, the second judges by what the first has written
    await tx.query(`lock table non_working_day in share row exclusive mode`);
    const there = await tx.manager.find(NonWorkingDay);
    assertFits(there, days);
    const idOf = new Map(there.map(({ date, id }) => [date, id]));
    const set = days.filter((day) => day.kind != null);
    await tx.manager.delete(NonWorkingDay, { date: In(datesOf(days.filter((day) => day.kind == null))) });
    const rows = set.map((day) => {
      const known = idOf.get(day.date);
      return {
        ...(known !== undefined && { id: known }),
        date: day.date,
        kind: day.kind!,
        name: day.name!.trim(),
        nameEn: day.nameEn!.trim(),
        legalGround: day.legalGround!.trim(),
        isDecided: day.isDecided,
        source: ENTERED_SOURCE,
      };
    });
    const saved = await tx.manager.save(NonWorkingDay, rows);
    append({
      type: nonWorkingDayEvents.NON_WORKING_DAYS_SET.type,
      subject: null,
      unitId: null,
      programmeId: null,
      audience: EventAudience.EVERYONE,
      data: changeOf(there, days, set),
    });
    return { nonWorkingDaysIds: saved.map(({ id }) => id) };
  },
});

function datesOf(days: readonly Pick<NonWorkingDay, 'date'>[]): string[] {
  return days.map(({ date }) => date);
}

/** What everybody may know of the change: what is decided now, and what was and is no more. Proposals are for who keeps the calendar. */
function changeOf(
  there: readonly NonWorkingDay[],
  days: readonly NonWorkingDayInput[],
  set: readonly NonWorkingDayInput[],
) {
  const decided = datesOf(set.filter(({ isDecided }) => isDecided));
  const known = new Set(datesOf(there.filter(({ isDecided }) => isDecided)));
  return { set: decided, removed: datesOf(days).filter((date) => known.has(date) && !decided.includes(date)) };
}

function notAllowed(): DomainError {
  return refuse(
    'FORBIDDEN',
    ['input'],
    'Chỉ cơ quan thường trực và quản trị viên đặt lịch ngày làm việc. Hãy đề nghị cơ quan thường trực.',
    'Only the secretariat and administrators set the calendar of working days. Ask the secretariat.',
  );
}
