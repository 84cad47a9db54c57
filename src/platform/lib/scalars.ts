import { GraphQLError, GraphQLScalarType, Kind, print, type ValueNode } from 'graphql';
import { CITY_ZONE } from './city-zone';
import { says } from './says';
import { isPeriod } from './period';

/** What cannot be read as a scalar: the scalar, the value as it was written, what is read. */
function unfit(name: string, hint: string, value: unknown, node?: ValueNode): GraphQLError {
  const written = node === undefined ? JSON.stringify(value) : print(node);
  return new GraphQLError(`${name} cannot represent value: ${written.slice(0, 100)} (${hint})`, {
    ...(node !== undefined && { nodes: [node] }),
    extensions: { code: 'BAD_USER_INPUT' },
  });
}

function textScalar(
  name: string,
  description: string,
  hint: string,
  accepts: (text: string) => boolean,
  specifiedByURL?: string,
): GraphQLScalarType {
  const parse = (value: unknown, node?: ValueNode): string => {
    if (typeof value === 'string' && accepts(value)) return value;
    throw unfit(name, hint, value, node);
  };
  return new GraphQLScalarType<string, unknown>({
    name,
    description,
    specifiedByURL,
    serialize: (value) => String(value),
    parseValue: (value) => parse(value),
    parseLiteral: (node: ValueNode) => parse(node.kind === Kind.STRING ? node.value : undefined, node),
  });
}

function isCalendarDate(text: string): boolean {
  // the database knows no year 0
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text.startsWith('0000')) return false;
  const moment = new Date(`${text}T00:00:00Z`);
  // 2023-02-31 rolls over to March: what comes back must be what was given
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(text);
}

/** A calendar date in the city's zone, `YYYY-MM-DD`. */
export const DateScalar = textScalar(
  'Date',
  says('Ngày theo lịch tại Hà Nội, dạng `2023-11-14`.', `A calendar date in ${CITY_ZONE}, \`2023-11-14\`.`),
  'YYYY-MM-DD',
  isCalendarDate,
  'https://scalars.graphql.org/andimarek/local-date',
);

/** A reporting period: `2021`, `2021-H1`, `2021-Q3`, `2021-07`. */
export const PeriodScalar = textScalar(
  'Period',
  says(
    'Kỳ: `2021` (năm), `2021-H1` (nửa năm), `2021-Q3` (quý), `2021-07` (tháng).',
    'A period: year, half-year, quarter or month.',
  ),
  '2021, 2021-H1, 2021-Q3, 2021-07',
  isPeriod,
);

/** A position in the log, `epoch.position`. */
export const CursorScalar = textScalar(
  'Cursor',
  says('Vị trí trong nhật ký sự kiện.', 'A position in the event log.'),
  'epoch.position',
  (text) => /^\d{1,9}\.\d{1,15}$/.test(text),
);

function wholeNumber(value: unknown, node?: ValueNode): string {
  const text = typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : value;
  if (typeof text === 'string' && /^-?\d{1,18}$/.test(text)) return String(BigInt(text));
  throw unfit('BigInt', 'a whole number of at most 18 digits, "1500000000"', value, node);
}

/** A whole number of any size that a column holds, kept as text so that no client rounds it: amounts of money. */
export const BigIntScalar = new GraphQLScalarType<string, string>({
  name: 'BigInt',
  description: says(
    'Số nguyên lớn, viết thành chuỗi JSON để không bị làm tròn, ví dụ `"1500000000"`; đầu vào nhận cả số.',
    'A large whole number, a JSON string so that nothing rounds it, `"1500000000"`; as input also a number.',
  ),
  serialize: String,
  parseValue: (value) => wholeNumber(value),
  parseLiteral: (node) =>
    wholeNumber(node.kind === Kind.STRING || node.kind === Kind.INT ? node.value : undefined, node),
});

function serializeMoment(value: unknown): string {
  const moment = value instanceof Date ? value : new Date(String(value));
  if (Number.isNaN(moment.getTime())) throw new GraphQLError('DateTime: not a moment');
  return moment.toISOString();
}

function parseMoment(value: unknown, node?: ValueNode): Date {
  const form = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;
  const moment =
    typeof value === 'string' && form.test(value) && isCalendarDate(value.slice(0, 10)) ? new Date(value) : null;
  if (moment !== null && !Number.isNaN(moment.getTime())) return moment;
  throw unfit('DateTime', 'ISO 8601 with offset, 2023-11-14T08:00:00+07:00', value, node);
}

/** A moment, ISO 8601 with offset. */
export const DateTimeScalar = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  description: says('Thời điểm theo ISO 8601, có độ lệch múi giờ.', 'A moment in ISO 8601 with offset.'),
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339#section-5.6',
  serialize: serializeMoment,
  parseValue: (value) => parseMoment(value),
  parseLiteral: (node) => parseMoment(node.kind === Kind.STRING ? node.value : undefined, node),
});

/** Any JSON value: the payload of an event. */
export const JsonScalar = new GraphQLScalarType<unknown, unknown>({
  name: 'JSON',
  description: says('Giá trị JSON bất kỳ: nội dung của một sự kiện.', 'Any JSON value: what an event carries.'),
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc8259',
  serialize: (value) => value,
});
