import { Field, Int, ObjectType } from 'type-graphql';
import { hasSampleRowsSql, isShiftedBy, shiftDaysOf } from './describe-installation';
import { says } from '../lib/says';
import { CursorScalar, DateScalar, DateTimeScalar } from '../lib/scalars';
import type { SingletonField } from '../reader/model/declarations';
import { dateTimeText } from '../reader/statement/sql-forms';

/** What every page says about the place it is served from. */
@ObjectType({ description: says('Thông tin về hệ thống đang chạy.', 'What runs here, and on which clock.') })
class Installation {
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

/** `installation`: what runs here. Sample rows are looked for in the tables that may hold some. */
export const installationOf = (sampleTables: readonly string[]): SingletonField => ({
  field: 'installation',
  type: Installation,
  description: says(
    'Hệ thống đang chạy: phiên bản, đồng hồ, dữ liệu mẫu.',
    'What runs here: version, clock, sample rows.',
  ),
  isPublic: false,
  isPersonal: false,
  tables: [],
  momentary: ['serverTime'],
  properties: {
    appVersion: ({ bindRun }) => `${bindRun((run) => run.appVersion)}::text`,
    serverTime: ({ now }) => dateTimeText(now),
    today: ({ today }) => today,
    isShifted: ({ bindRun }) => `${bindRun((run) => isShiftedBy(run.clockOffsetMs))}::boolean`,
    shiftDays: ({ bindRun }) => `${bindRun((run) => shiftDaysOf(run.clockOffsetMs))}::integer`,
    hasSampleRows: ({ table }) => hasSampleRowsSql(sampleTables.map(table)),
    // every event moves it
    cursor: ({ table }) => (table('event_log'), `(h.epoch || '.' || h.position)`),
  },
  relations: {},
});
