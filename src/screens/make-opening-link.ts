import type { EntityManager } from 'typeorm';
import { DISPLAY_DAYS, issueToken } from '../accounts/public';
import type { Display } from './display.entity';

/** Makes the link that opens a screen. Its token is stored as a hash only: it is shown once. */
export async function makeOpeningLink(
  manager: EntityManager,
  { accountId }: Pick<Display, 'accountId'>,
): Promise<string> {
  const { token } = await issueToken(manager, accountId, DISPLAY_DAYS);
  return `/screen/open/${token}`;
}
