import { Ctx, Field, Int, ObjectType, Query, Resolver } from 'type-graphql';
import { writeCursor } from '../event-log/log-cursor';
import { todayOf } from '../lib/clock';
import { says } from '../lib/says';
import { CursorScalar, DateScalar, DateTimeScalar } from '../lib/scalars';
import { OperationContext } from './operation-context';

/** What every page says about the place it is served from. */
@ObjectType({ description: says('Thông tin về hệ thống đang chạy.', 'What runs here, and on which clock.') })
export class Installation {
  @Field(() => String, { description: says('Phiên bản.', 'Version.') })
  appVersion!: string;

  @Field(() => DateTimeScalar, { description: says('Thời điểm của chương trình.', 'The programme’s moment.') })
  serverTime!: Date;

  @Field(() => DateScalar, { description: says('Ngày của chương trình.', 'The programme’s date.') })
  today!: string;

  @Field(() => Boolean, {
    description: says('Đồng hồ có được dời so với giờ thật không.', 'Whether the clock is shifted against real time.'),
  })
  isShifted!: boolean;

  @Field(() => Int, {
    description: says('Số ngày đồng hồ được dời (âm là lùi).', 'Days by which it is shifted; negative means back.'),
  })
  shiftDays!: number;

  @Field(() => Boolean, {
    description: says('Có dữ liệu mẫu trong hệ thống không.', 'Whether sample rows are loaded.'),
  })
  hasSampleRows!: boolean;

  @Field(() => CursorScalar, { description: says('Vị trí cuối của nhật ký.', 'Where the log ends.') })
  cursor!: string;
}

const DAY_MS = 86_400_000;

/** Answers `installation`. */
@Resolver()
export class InstallationResolver {
  @Query(() => Installation, {
    description: says(
      'Hệ thống đang chạy: phiên bản, đồng hồ, dữ liệu mẫu.',
      'What runs here: version, clock, sample rows.',
    ),
  })
  async installation(@Ctx() context: OperationContext): Promise<Installation> {
    const { clock, database, log, appVersion } = context.services;
    const now = clock.now();
    const shift = now.getTime() - Date.now();
    context.dependencies.add('today').add('work_item');
    if (context.fieldNames.has('cursor')) context.dependencies.add('event_log');
    const [sample] = await database.query<{ has: boolean }>(
      'select exists (select from work_item where is_sample) as has',
    );
    return {
      appVersion,
      serverTime: now,
      today: todayOf({ now: () => now }),
      isShifted: Math.abs(shift) > 60_000,
      shiftDays: Math.round(shift / DAY_MS),
      hasSampleRows: sample!.has,
      cursor: writeCursor(log.feed.head),
    };
  }
}
