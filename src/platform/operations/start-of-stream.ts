import { type LogCursor, readCursor } from '../event-log/log-cursor';
import { ReadError } from '../reader/read-error';
import type { Services } from '../schema/services';

/** How long a cursor that another process gave out may be ahead of what this one has heard of. */
const PATIENCE_MS = 2_000;

const OLDEST = 'select coalesce(min(position), 1) as oldest from event_log';

/**
 * Where a stream of events begins: after a written cursor, else at the log's end. Throws BAD_USER_INPUT for what is no cursor, and
 * CURSOR_EXPIRED for one that the log does not hold: no longer, or (after a restoration) not yet.
 */
export async function startOfStream(
  { log, database }: Pick<Services, 'log' | 'database'>,
  after: string | null | undefined,
): Promise<LogCursor> {
  const { feed } = log;
  if (after === null || after === undefined) return feed.head;
  const cursor = readCursor(after);
  if (cursor === null) {
    throw new ReadError('BAD_USER_INPUT', {
      vi: '`after` không phải là vị trí nhật ký.',
      en: '`after` is no log position.',
    });
  }
  if (!(await log.hasReached(cursor, PATIENCE_MS))) {
    throw new ReadError('CURSOR_EXPIRED', {
      vi: '`after` ở phía sau cuối nhật ký. Hãy đọc lại dữ liệu rồi đăng ký từ vị trí mới.',
      en: '`after` lies beyond the end of the log. Read the data again and subscribe from the new position.',
    });
  }
  const { head } = feed;
  if (cursor.epoch === head.epoch && feed.remembers(cursor.position)) return cursor;
  const [row] = await database.query<{ oldest: number }>(OLDEST);
  if (cursor.epoch === head.epoch && cursor.position >= row!.oldest - 1) return cursor;
  throw new ReadError('CURSOR_EXPIRED', {
    vi: 'Vị trí này không còn dùng được. Hãy đọc lại dữ liệu rồi đăng ký từ vị trí mới.',
    en: 'This position can no longer be used. Read the data again and subscribe from the new position.',
  });
}
