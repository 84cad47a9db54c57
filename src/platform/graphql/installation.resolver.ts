import { Ctx, Field, Int, ObjectType, Query, Resolver } from 'type-graphql';
import { writeCursor } from '../event-log/log-cursor';
import { describeInstallation } from './describe-installation';
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
    context.dependencies.add('today').add('work_item');
    if (context.fieldNames.has('cursor')) context.dependencies.add('event_log');
    const notice = await describeInstallation(context.services);
    return { ...notice, cursor: writeCursor(context.services.log.feed.head) };
  }
}
