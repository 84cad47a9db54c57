import { type GraphQLInputObjectType, GraphQLNonNull, GraphQLObjectType, GraphQLString } from 'graphql';
import type { LogEvent } from '../event-log/event-row';
import { says } from '../lib/says';
import { LoggedEvent } from '../reader/model/logged-event.entity';
import type { OperationContext } from './operation-context';
import { CursorScalar, DateScalar, DateTimeScalar } from '../lib/scalars';

const heartbeat = new GraphQLObjectType({
  name: 'Heartbeat',
  description: says('Nhịp của máy chủ, 15 giây một lần.', 'The server’s pulse, every 15 seconds.'),
  fields: {
    serverTime: {
      type: new GraphQLNonNull(DateTimeScalar),
      description: says('Thời điểm của chương trình.', 'The programme’s moment.'),
    },
    today: {
      type: new GraphQLNonNull(DateScalar),
      description: says('Ngày của chương trình.', 'The programme’s date.'),
    },
    cursor: {
      type: new GraphQLNonNull(CursorScalar),
      description: says('Vị trí cuối của nhật ký.', 'Where the log ends.'),
    },
    appVersion: { type: new GraphQLNonNull(GraphQLString), description: says('Phiên bản.', 'Version.') },
  },
});

/**
 * The root of subscriptions. TypeGraphQL cannot declare `live: Query!`, and its subscriptions want a publish-subscribe of their own; here every delivery is an execution of
 * its own (see `platform/live`), so the fields only name what is delivered.
 */
export function subscriptionType(
  query: GraphQLObjectType,
  event: GraphQLObjectType,
  eventFilter: GraphQLInputObjectType,
): GraphQLObjectType {
  return new GraphQLObjectType({
    name: 'Subscription',
    description: says('Dữ liệu theo thời gian thực.', 'What is delivered as it happens.'),
    fields: {
      live: {
        type: new GraphQLNonNull(query),
        description: says(
          'Truy vấn bất kỳ, được trả lời lại mỗi khi kết quả thay đổi.',
          'Any query, answered again whenever its answer changes.',
        ),
        resolve: () => ({}),
      },
      events: {
        type: new GraphQLNonNull(event),
        resolve: ({ events }: { events: LogEvent }, _args, context: OperationContext, info) =>
          context.readRow(LoggedEvent, events.position, info),
        description: says(
          'Dòng sự kiện: phát lại từ `after`, rồi tiếp tục trực tiếp, không thiếu, không lặp, đúng thứ tự.',
          'The log as a stream: replayed from `after`, then live, without gap or repeat, in order.',
        ),
        args: {
          after: {
            type: CursorScalar,
            description: says('Vị trí bắt đầu; trống là từ bây giờ.', 'Where to begin; empty means now.'),
          },
          where: { type: eventFilter, description: says('Bộ lọc.', 'Filter.') },
        },
      },
      heartbeat: {
        type: new GraphQLNonNull(heartbeat),
        description: says(
          'Nhịp của máy chủ: ngay khi đăng ký, rồi 15 giây một lần.',
          'At once, then every 15 seconds.',
        ),
      },
    },
  });
}
