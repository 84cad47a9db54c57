import type { Database } from '../platform/database/database';

/** The page that a screen's link leads to: the wall of its programme. Plain `/screen` for an account that is no screen's. */
export async function screenPath(database: Database, accountId: string): Promise<string> {
  const [row] = await database.query<{ code: string }>(
    'select p.code from display d join programme p on p.id = d.programme_id where d.account_id = $1',
    [accountId],
  );
  return row === undefined ? '/screen' : `/screen?programme=${encodeURIComponent(row.code)}`;
}
