import { type LogCursor, readCursor } from '../event-log/log-cursor';
import { ReadError } from '../reader/read-error';
import type { Services } from './services';

const OLDEST = 'select coalesce(min(position), 1) as oldest from event_log';

/** Where a stream of events begins: after a written cursor, else at the log's end. Throws BAD_USER_INPUT, or CURSOR_EXPIRED for what is kept no longer. */
export async function startOfStream(
  { log: { feed }, database }: Services,
  after: string | null | undefined,
): Promise<LogCursor> {
  const { head } = feed;
  if (after === null || after === undefined) return head;
  const cursor = readCursor(after);
  if (cursor === null) {
    throw new ReadError('BAD_USER_INPUT', {
      vi: '`after` không phải là vị trí nhật ký.',
      en: '`after` is no log position.',
    });
  }
  if (cursor.epoch > head.epoch || (cursor.epoch === head.epoch && cursor.position > head.position)) {
    throw new ReadError('BAD_USER_INPUT', {
      vi: '`after` ở phía sau cuối nhật ký. Hãy đọc lại dữ liệu rồi đăng ký từ vị trí mới.',
      en: '`after` lies beyond the end of the log. Read the data again and subscribe from the new position.',
    });
  }
  if (cursor.epoch === head.epoch && feed.remembers(cursor.position)) return cursor;
  const [row] = await database.query<{ oldest: number }>(OLDEST);
  if (cursor.epoch === head.epoch && cursor.position >= row!.oldest - 1) return cursor;
  throw new ReadError('CURSOR_EXPIRED', {
    vi: 'Vị trí này không còn dùng được. Hãy đọc lại dữ liệu rồi đăng ký từ vị trí mới.',
    en: 'This position can no longer be used. Read the data again and subscribe from the new position.',
  });
}
