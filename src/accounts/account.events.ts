import type { EventDraft } from '../platform/event-log/append-event';
import { EventAudience } from '../platform/event-log/event-audience';
import type { Account } from './account.entity';

/** What the log says of accounts. */
export type AccountEvent =
  'ROLE_GRANTED' | 'ROLE_REVOKED' | 'ACCOUNT_DISABLED' | 'ACCOUNT_ENABLED' | 'PASSWORD_MADE' | 'PASSWORD_RESET';

/** An event on an account, for the records. Its subject says whose open connections read their rights again. */
export function accountEvent(
  type: AccountEvent,
  account: Account,
  unitId: string | null,
  data: object = {},
): Omit<EventDraft, 'occurredAt' | 'actor'> {
  return {
    type,
    subject: { type: 'Account', id: account.id },
    unitId,
    programmeId: null,
    audience: EventAudience.RECORDS,
    data,
  };
}
