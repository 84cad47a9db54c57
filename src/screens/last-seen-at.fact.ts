import { says } from '../platform/lib/says';
import type { ContributedFact } from '../platform/reader/model/declarations';
import { Display } from './display.entity';

/** When a screen was last seen: what its list goes by. */
export const lastSeenAt: ContributedFact = {
  on: Display,
  field: 'lastSeenAt',
  type: 'DateTime',
  description: says(
    'Lần cuối màn hình còn nối với máy chủ, chính xác đến nửa phút; trống khi chưa mở lần nào, và khi xem lại quá khứ.',
    'When the screen was last connected, within half a minute; null when it was never opened, and where the past is read.',
  ),
  sql: (row, { unlogged }) =>
    `(select s.seen_at from ${unlogged('display_sighting')} s where s.display_id = ${row}.id)`,
};
