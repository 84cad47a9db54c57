import { type Actor, isOfficial } from '../platform/access/actor';
import type { Database } from '../platform/database/database';

/**
 * The page that a screen's link leads to: the wall of its programme. Null for who is no screen: a link opens walls and nothing else, so that nobody is
 * signed in as somebody by following one.
 */
export async function screenPath(database: Database, actor: Actor): Promise<string | null> {
  if (isOfficial(actor)) return null;
  const [row] = await database.query<{ code: string }>(
    'select p.code from display d join programme p on p.id = d.programme_id where d.account_id = $1',
    [actor.accountId],
  );
  return row === undefined ? null : `/screen?programme=${encodeURIComponent(row.code)}`;
}
