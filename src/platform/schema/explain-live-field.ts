import {
  GraphQLFloat,
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  type GraphQLOutputType,
  GraphQLString,
} from 'graphql';
import { hasRole } from '../access/actor';
import { says } from '../lib/says';
import { JsonScalar } from '../lib/scalars';
import type { AnyFieldConfig } from './add-field';
import type { OperationContext } from './operation-context';

const words = {
  query: text('Truy vấn, như máy khách đã viết.', 'The query as clients wrote it.'),
  variables: field(JsonScalar, 'Các biến.', 'Its variables.'),
  members: count('Số người nhận.', 'Subscribers.'),
  behind: count('Số người nhận đang chậm.', 'Subscribers that are behind.'),
};

const query = new GraphQLObjectType({
  name: 'LiveQueryState',
  description: says('Một truy vấn trực tiếp và những người cùng nhận nó.', 'A live query, and all who share it.'),
  fields: {
    ...words,
    dependencies: field(
      new GraphQLList(new GraphQLNonNull(GraphQLString)),
      'Các bảng mà kết quả phụ thuộc.',
      'Tables that the answer depends on; `today`: the date.',
    ),
    runs: count('Số lần đã chạy.', 'Runs so far.'),
    lastRunMs: field(GraphQLFloat, 'Thời gian lần chạy cuối, mili giây.', 'What the last run took, milliseconds.'),
    lastCause: {
      type: GraphQLString,
      description: says('Sự kiện làm chạy lại lần cuối.', 'Type of the event that made it run the last time.'),
    },
    bytes: count('Kích thước câu trả lời, byte.', 'Length of the answer’s message, bytes.'),
    hash: { type: GraphQLString, description: says('Mã băm của câu trả lời.', 'Hash of the answer.') },
  },
});

const stream = new GraphQLObjectType({
  name: 'EventStreamState',
  description: says('Dòng sự kiện và những người cùng nhận nó.', 'Streams with the same selection and filter.'),
  fields: words,
});

const connection = new GraphQLObjectType({
  name: 'LiveClient',
  description: says('Một kết nối đang mở.', 'An open connection.'),
  fields: {
    accountId: text('Mã định danh (id) của tài khoản.', 'Id of the account.'),
    displayName: text('Tên hiển thị.', 'Display name.'),
    address: text('Địa chỉ mạng.', 'Network address.'),
    operations: count('Số đăng ký đang mở.', 'Open subscriptions.'),
    unsentBytes: count('Số byte máy khách chưa nhận.', 'Bytes that the client has not taken.'),
    behindMs: field(GraphQLFloat, 'Chậm bao lâu, mili giây.', 'For how long it has been behind, milliseconds.'),
  },
});

const counts = new GraphQLObjectType({
  name: 'LiveCounts',
  description: says('Số đếm từ khi tiến trình chạy.', 'Counts since the process started.'),
  fields: {
    runs: float('Số lần chạy truy vấn trực tiếp.', 'Runs of live queries.'),
    equalAnswers: float('Số lần chạy không có gì mới.', 'Runs that found nothing new.'),
    eventsRendered: float('Số sự kiện đã dựng thành thông điệp.', 'Events made into messages.'),
    messages: float('Số thông điệp đã gửi.', 'Messages handed to sockets.'),
    bytes: float('Số byte đã gửi.', 'Their bytes.'),
    full: float('Câu trả lời gửi trọn vẹn.', 'Answers sent whole.'),
    patches: float('Câu trả lời gửi bằng bản vá.', 'Answers sent as patches.'),
    unchanged: float('Câu trả lời máy khách đã có.', 'Answers that the client had already.'),
    leftBehind: float('Số lần một người nhận bị chậm.', 'Times that a subscriber was left behind.'),
    resumedFromMemory: float('Số lần nối tiếp từ bộ nhớ.', 'Streams that went on from memory.'),
    resumedFromLog: float('Số lần nối tiếp từ nhật ký.', 'Streams that went on from the table.'),
  },
});

const explanation = new GraphQLObjectType({
  name: 'LiveExplanation',
  description: says(
    'Tiến trình này đang gửi gì, cho ai, và họ chậm đến đâu.',
    'What this process delivers, to whom, and how far behind they are.',
  ),
  fields: {
    process: count('Số hiệu tiến trình.', 'Number of the process.'),
    queries: listOf(query, 'Các truy vấn trực tiếp.', 'Live queries.'),
    streams: listOf(stream, 'Các dòng sự kiện.', 'Streams of events.'),
    connections: listOf(connection, 'Các kết nối.', 'Connections.'),
    counts: field(counts, 'Số đếm.', 'Counts.'),
  },
});

/** The field `explainLive` of Query, for administrators; null for others. */
export const explainLiveField: AnyFieldConfig = {
  type: explanation,
  description: says(
    'Dành cho quản trị: tiến trình đang trả lời phục vụ những ai; trống với người khác.',
    'For administrators: whom the answering process serves; null for others.',
  ),
  resolve: (_source, _args, context: OperationContext) =>
    hasRole(context.actor, 'ADMINISTRATOR') ? context.services.explainLive() : null,
};

function field(type: GraphQLOutputType, vi: string, en: string) {
  return { type: new GraphQLNonNull(type), description: says(vi, en) };
}

function count(vi: string, en: string) {
  return field(GraphQLInt, vi, en);
}

// counts grow past what an Int holds
function float(vi: string, en: string) {
  return field(GraphQLFloat, vi, en);
}

function text(vi: string, en: string) {
  return field(GraphQLString, vi, en);
}

function listOf(type: GraphQLObjectType, vi: string, en: string) {
  return field(new GraphQLList(new GraphQLNonNull(type)), vi, en);
}
